"""Texts, dates and numbers in the language of a page."""

from __future__ import annotations

from collections.abc import Iterable
from datetime import date
from typing import Final

from django.utils.translation import gettext
from markupsafe import Markup

from cadre.core.dates import PartialDate
from cadre.core.phrases import within
from cadre.core.states import StateInfo, StateKind
from cadre.core.text import Language, Text, other_language
from cadre.web.languages import HTML_CODES, catalogue
from cadre.web.markup.escaping import escaped
from cadre.web.visit import Visit
from cadre.wording import wording

_OTHERWISE: Final = Markup('<span lang="%s">%s</span>')
_BESIDE: Final = Markup('<p class="meta">%s</p>')


def written(language: Language, text: Text | str) -> str:
    """A text in the language of the page, as a plain string of mark-up: escaped.

    Marked where it had to fall back to the other language. What puts much mark-up together is
    three times faster with such strings, and makes one `Markup` of them at its end.
    """
    if isinstance(text, str):
        return escaped(text)
    own = text.en if language == "en" else text.fr
    if own or not text:
        return escaped(own)
    return in_language(language, *text.rendition(language))


def said(language: Language, text: Text | str) -> Markup:
    """A text in the language of the page; marked where it had to fall back to the other one."""
    return Markup(written(language, text))  # noqa: S704 -- written as mark-up


def all_said(language: Language, texts: Iterable[Text | str]) -> Markup:
    """Texts in the language of the page, comma between."""
    return Markup(", ".join([written(language, text) for text in texts]))  # noqa: S704 -- the same


def in_language(language: Language, words: str, spoken: Language) -> Markup:
    """Words of a known language, marked with it where it is not that of the page."""
    if spoken == language:
        return Markup.escape(words)
    return _OTHERWISE % (HTML_CODES[spoken], words)


def plain(language: Language, text: Text | str) -> str:
    """A text where no mark-up may stand, such as in a title or an attribute."""
    if isinstance(text, str):
        return text
    return (text.en or text.fr) if language == "en" else (text.fr or text.en)


def inside(language: Language, text: Text) -> Markup:
    """A label as it stands inside a sentence or a line: its capital goes, unless it is a sigle."""
    return said(language, within(text))


def alone(language: Language, text: Text) -> Markup:
    """A text that stands alone, with a capital."""
    return said(
        language, Text(text.en[:1].upper() + text.en[1:], text.fr[:1].upper() + text.fr[1:])
    )


def line_breaks(text: Markup) -> Markup:
    """A text of several lines, which stay lines."""
    return Markup("<br>").join(text.splitlines())


def name_by(language: Language, name: Text, order: Language) -> Markup:
    """A name in the language that a list is ordered by; marked where that is not the reader's."""
    return in_language(language, *name.rendition(order))


def other_name(language: Language, name: Text, order: Language) -> Markup:
    """The same name in the other language, to stand beside it; nothing where there is none."""
    other = other_language(order)
    words = name.get(other)
    return _BESIDE % in_language(language, words, other) if words else Markup()


def dated(language: Language, value: PartialDate | date) -> str:
    """A date or a day in words, no finer than it was given."""
    return wording(language).date(value)


def figures(language: Language, value: float) -> str:
    """A number as the language writes it."""
    return wording(language).number(value)


def percent(language: Language, share: float) -> str:
    """A share of one as a percentage."""
    whole = wording(language).number(round(share * 100))
    return f"{whole}\N{NO-BREAK SPACE}%" if language == "fr" else f"{whole}%"


def state_words(visit: Visit) -> str:
    """What the state that is shown is, and of when: `edition, February 2018`."""
    info = visit.opened.info
    if info.kind is StateKind.SCENARIO:
        base = visit.opened.states.info(info.base).name
        return gettext("scenario on “%(base)s”") % {"base": plain(visit.language, base)}
    if info.date is None:
        return gettext("edition")
    return gettext("edition, %(date)s") % {"date": dated(visit.language, info.date)}


def about_state(language: Language, info: StateInfo, base: StateInfo | None) -> str:
    """What a state is, and of when or on what: `Edition, February 2018`."""
    gettext = catalogue(language).gettext
    if info.kind is StateKind.CURRENT:
        return gettext("The living framework")
    if info.kind is StateKind.SCENARIO and base is not None:
        return gettext("Scenario on “%(base)s”") % {"base": plain(language, base.name)}
    if info.date is None:
        return gettext("Edition")
    return gettext("Edition, %(date)s") % {"date": dated(language, info.date)}


def paper_name(paper: str) -> str:
    """A paper as it is called."""
    names = {"letter": gettext("letter"), "tabloid": gettext("tabloid")}
    return names.get(paper, paper.upper())
