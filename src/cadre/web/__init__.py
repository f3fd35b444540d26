"""The pages: one address, one function, one template."""
