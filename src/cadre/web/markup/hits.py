"""What a search found: where it is, with the words lit that were looked for."""

from __future__ import annotations

from typing import Final

from markupsafe import Markup

from cadre.core.text import Language
from cadre.services.search import Hit, Lit
from cadre.web.languages import HTML_CODES
from cadre.web.visit import Visit

_LIT: Final = Markup("<mark>%s</mark>")
_OTHERWISE: Final = Markup('<span lang="%s">%s</span>')


def lit(language: Language, of: Lit) -> Markup:
    """A text with the words marked that were looked for; with its language where it is another."""
    words = Markup().join(_LIT % piece.text if piece.lit else piece.text for piece in of.pieces)
    return words if of.language == language else _OTHERWISE % (HTML_CODES[of.language], words)


def hit_address(hit: Hit, visit: Visit) -> str:
    """Where something that was found has its page."""
    if hit.page == "element":
        return visit.to_element(hit.key)
    return visit.to(hit.page, code=hit.key)
