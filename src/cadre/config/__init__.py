"""The settings of a deployment, and the addresses and the WSGI door that use them."""
