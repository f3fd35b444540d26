"""The primitives on whole columns at once. The one package that imports numpy, when first asked."""
