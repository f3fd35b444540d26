"""The framework as one immutable value, and the laws it obeys. Standard library only."""
