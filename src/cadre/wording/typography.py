"""How each language sets its signs. French is that of Canada (Office québécois de la langue
française, Bureau de la traduction): a no-break space before the colon and the per cent sign and
inside guillemets, none before the semicolon, the question mark and the exclamation mark.
"""

from __future__ import annotations

import re
from typing import Final

from cadre.core.text import Language

NO_BREAK: Final = "\u00a0"
_SPACE: Final = "[ \u00a0\u202f]"


def typeset(text: str, language: Language) -> str:
    """The text with the spaces, apostrophes and quotes of its language. Twice is as once."""
    text = text.replace("'", "’")
    if language == "en":
        return text
    text = re.sub(rf"{_SPACE}+([;?!])", r"\1", text)
    text = re.sub(rf"(?<=\S){_SPACE}*(»)", rf"{NO_BREAK}\1", text)
    text = re.sub(rf"«{_SPACE}*(?=\S)", f"«{NO_BREAK}", text)
    text = re.sub(rf"(?<=\S){_SPACE}+([:%$])", rf"{NO_BREAK}\1", text)
    return re.sub(rf"(?<=\d){_SPACE}(?=\d{{3}}(?!\d))", NO_BREAK, text)


def opening_capital(text: str) -> str:
    """The text with a capital first letter, past an opening quote."""
    for place, char in enumerate(text):
        if char.isalnum():
            return text[:place] + char.upper() + text[place + 1 :]
        if char not in f"«“‘({NO_BREAK} ":
            return text
    return text
