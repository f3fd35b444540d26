"""Jinja as the pages use it: an environment for each language, with what templates may call.

A template is compiled once for each language. Its words, signs and addresses of files are put in
then, since nothing that a reader asks can change them.
"""

from __future__ import annotations

import re
from collections.abc import Callable, Iterator
from functools import partial
from pathlib import Path
from typing import Any, Final, cast

from django.urls import reverse
from jinja2 import Environment, FileSystemLoader, StrictUndefined
from jinja2.ext import Extension
from jinja2.lexer import Token, TokenStream

from cadre.core.keys import slug_of, type_of
from cadre.core.text import Language
from cadre.web.assets import stamped
from cadre.web.languages import HTML_CODES, catalogue
from cadre.web.markup import (
    hits,
    links,
    lists,
    menus,
    outlines,
    queries,
    signs,
    sources,
    tables,
    texts,
)

TEMPLATES: Final = Path(__file__).parent / "templates"

_IN_A_LANGUAGE: Final[dict[str, Callable[..., object]]] = {
    "about_state": texts.about_state,
    "all_said": texts.all_said,
    "alone": texts.alone,
    "certainty": signs.certainty,
    "column_labels": lists.column_labels,
    "dated": texts.dated,
    "entries": menus.entries,
    "figures": texts.figures,
    "inside": texts.inside,
    "lit": hits.lit,
    "mark": signs.mark,
    "meter": signs.meter,
    "name_by": texts.name_by,
    "other_name": texts.other_name,
    "options": lists.options,
    "percent": texts.percent,
    "plain": texts.plain,
    "said": texts.said,
    "severity": signs.severity,
    "suggestions": lists.suggestions,
}
"""Filters that speak the language of the page."""

_IN_ANY_LANGUAGE: Final[dict[str, Callable[..., object]]] = {
    "asset": stamped,
    "glyph": signs.glyph,
    "line_breaks": texts.line_breaks,
    "paper_name": texts.paper_name,
    "sign": signs.sign,
    "slug": slug_of,
    "type_of": type_of,
    # Of a visit:
    "all_named": links.all_named,
    "heading_of": outlines.heading_of,
    "hit_address": hits.hit_address,
    "line_cells": lists.line_cells,
    "look_closer": tables.look_closer,
    "named": links.named,
    "cited": sources.cited,
    "outline_line": outlines.outline_line,
    "rows": lists.rows,
    "page_parts": tables.page_parts,
    "part_heading": tables.part_heading,
    "table_cells": tables.table_cells,
}
"""Filters that need no language, or are given the visit with it."""

_FUNCTIONS: Final[dict[str, Callable[..., object]]] = {
    "bar": signs.bar,
    "query_for": queries.query_for,
    "query_with": queries.query_with,
    "sorted_by": queries.sorted_by,
    "stack": signs.stack,
    "state_words": texts.state_words,
    "tally": signs.tally,
    "url": reverse,
    "zip": partial(zip, strict=True),
}


def environment(language: Language, **options: Any) -> Environment:
    """What the templates of the pages are read with, in a language; `options` are Django's."""
    loader = Unindented(TEMPLATES)
    options |= {"loader": loader, "undefined": StrictUndefined, "trim_blocks": True}
    found = Environment(**options)  # noqa: S701 -- Django's options turn autoescape on
    found.globals |= {"language": language, "html_code": HTML_CODES[language], **_FUNCTIONS}
    found.filters |= _IN_ANY_LANGUAGE
    found.filters |= {name: partial(one, language) for name, one in _IN_A_LANGUAGE.items()}
    found.policies["ext.i18n.trimmed"] = True
    found.add_extension("jinja2.ext.i18n")
    words = catalogue(language)
    found.install_gettext_callables(  # type: ignore[attr-defined]  # the extension brings it
        words.gettext,
        words.ngettext,
        newstyle=True,
        pgettext=words.pgettext,
        npgettext=words.npgettext,
    )
    found.add_extension(WordsPutIn)
    return found


class Unindented(FileSystemLoader):
    """Templates without the indentation of their files: a sixth of a page would be nothing else.

    Lines stay lines, so that faults keep their numbers.
    """

    _INDENTATION: Final = re.compile(r"\n[ \t]+")

    def get_source(
        self, environment: Environment, template: str
    ) -> tuple[str, str, Callable[[], bool]]:
        """The template without what stands before its lines."""
        source, path, is_fresh = super().get_source(environment, template)
        return self._INDENTATION.sub("\n", source), path, is_fresh


class WordsPutIn(Extension):
    """Puts the words of the language in for `_("…")` and `pgettext("…", "…")` of a template."""

    def filter_stream(self, stream: TokenStream) -> Iterator[Token]:
        """The tokens of a template, with one string for each call of gettext on strings."""
        words = catalogue(cast(Language, self.environment.globals["language"]))
        calls: dict[str, tuple[Callable[..., str], int]] = {
            "_": (words.gettext, 1),
            "pgettext": (words.pgettext, 2),
        }
        while not stream.eos:
            token = next(stream)
            if token.value in calls and stream.current.type == "lparen":
                call, strings = calls[token.value]
                token = Token(token.lineno, "string", call(*_given(stream, strings)))
            yield token


def _given(stream: TokenStream, strings: int) -> Iterator[str]:
    """So many strings in brackets, the opening one next."""
    for place in range(strings):
        stream.expect("comma" if place else "lparen")
        yield stream.expect("string").value
    stream.expect("rparen")
