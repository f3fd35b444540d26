"""The near view on small paper: an overview, then a page or more for each focus area."""
