"""The framework map: who works on what, seen from afar (macro) and from near (micro)."""
