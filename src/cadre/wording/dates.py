"""Dates in words, no finer than they were given."""

from __future__ import annotations

from datetime import date
from typing import Final

from cadre.core.dates import PartialDate, Period
from cadre.core.text import Language
from cadre.wording.typography import NO_BREAK

_MONTHS: Final[dict[Language, tuple[str, ...]]] = {
    "en": (
        *("January", "February", "March", "April", "May", "June", "July"),
        *("August", "September", "October", "November", "December"),
    ),
    "fr": (
        *("janvier", "février", "mars", "avril", "mai", "juin", "juillet"),
        *("août", "septembre", "octobre", "novembre", "décembre"),
    ),
}


def dated(value: PartialDate | date, language: Language) -> str:
    """14 September 2016 / 14 septembre 2016; September 2016 / septembre 2016; 2016."""
    if isinstance(value, date):
        value = PartialDate(value.year, value.month, value.day)
    if value.month is None:
        return str(value.year)
    month = _MONTHS[language][value.month - 1]
    if value.day is None:
        return f"{month} {value.year}"
    day = "1er" if value.day == 1 and language == "fr" else str(value.day)
    return f"{day}{NO_BREAK}{month} {value.year}"


def spanned(value: Period, language: Language) -> str:
    """A period in words; an open side is said so."""
    start = dated(value.start, language) if value.start else ""
    end = dated(value.end, language) if value.end else ""
    if start and end:
        return f"{start} to {end}" if language == "en" else f"{_from(start)} à {end}"
    if start:
        return f"from {start}" if language == "en" else f"à partir de {start}"
    return f"until {end}" if language == "en" else f"jusqu’à {end}"


def _from(date: str) -> str:
    return f"d’{date}" if date[0] in "ao" else f"de {date}"
