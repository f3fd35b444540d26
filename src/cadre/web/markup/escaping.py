"""Texts as mark-up, escaped."""

from __future__ import annotations

import html
from functools import lru_cache


# The same names, labels and addresses stand on most pages, many times on some.
@lru_cache(maxsize=32_768)
def escaped(text: str) -> str:
    """A text as a plain string of mark-up."""
    return html.escape(text)
