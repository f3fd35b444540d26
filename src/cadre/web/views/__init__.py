"""What answers at each address: call one service, show one template."""
