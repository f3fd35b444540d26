"""Scenes and tables to bytes, for files and for pages."""
