"""The tables that frameworks live in: load and save, and nothing that is a rule."""
