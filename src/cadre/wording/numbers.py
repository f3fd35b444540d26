"""Numbers as words and as figures, and which form a noun takes beside one."""

from __future__ import annotations

from typing import Final

from cadre.core.text import Language
from cadre.wording.typography import NO_BREAK

_WORDS: Final[dict[Language, tuple[str, ...]]] = {
    "en": (
        *("zero", "one", "two", "three", "four", "five", "six", "seven", "eight", "nine", "ten"),
        *("eleven", "twelve", "thirteen", "fourteen", "fifteen", "sixteen", "seventeen"),
        *("eighteen", "nineteen", "twenty"),
    ),
    "fr": (
        *("zéro", "un", "deux", "trois", "quatre", "cinq", "six", "sept", "huit", "neuf", "dix"),
        *("onze", "douze", "treize", "quatorze", "quinze", "seize", "dix-sept"),
        *("dix-huit", "dix-neuf", "vingt"),
    ),
}
SPELLED_TO: Final = 10
SPELLED_AT_START_TO: Final = 20


def figures(number: float, language: Language) -> str:
    """A number in figures: 12,345.6 in English, 12 345,6 in French (no-break space)."""
    whole = float(number).is_integer()
    text = f"{int(number):,}" if whole else f"{number:,.2f}".rstrip("0")
    text = text.replace("-", "–")
    if language == "en":
        return text
    return text.replace(",", NO_BREAK).replace(".", ",")


def spelled(
    number: float, language: Language, *, feminine: bool = False, to: int = SPELLED_TO
) -> str:
    """A small whole number as a word, any other in figures."""
    if not float(number).is_integer() or not 0 <= number <= to:
        return figures(number, language)
    if language == "fr" and feminine and number == 1:
        return "une"
    return _WORDS[language][int(number)]


def is_plural(number: float, language: Language) -> bool:
    """Whether a noun beside this number is plural: English but 1, French from 2 on."""
    return abs(number) >= 2 if language == "fr" else number != 1
