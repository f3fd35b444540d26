"""The near view drawn: groups, their work, the spine of areas, proposed work, results, aims."""
