"""Cadre: the living framework of intergovernmental councils."""

__version__ = "0.1.0"
