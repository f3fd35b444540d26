"""Elements by name, as links to their pages."""

from __future__ import annotations

from collections.abc import Iterable
from typing import Final

from markupsafe import Markup

from cadre.core.text import Text
from cadre.services.lists import Named
from cadre.services.marks import Mark
from cadre.web.markup.escaping import escaped
from cadre.web.markup.signs import mark
from cadre.web.markup.texts import written
from cadre.web.visit import Visit

NOTHING: Final = Markup('<span class="zero">–</span>')


def link(key: str, name: Text, sign: Mark | None, visit: Visit, form: str = "full") -> str:
    """A name as a link to the page of an element, as written mark-up.

    Where the element is a step of the axis, its mark stands for the name, in this form.
    """
    address = escaped(visit.to_element(key))
    if sign is None:
        return f'<a href="{address}">{written(visit.language, name)}</a>'
    # A list names the few steps of the axis on every line.
    found = visit.marked.get((key, form))
    if found is None:
        found = f'<a href="{address}">{mark(visit.language, sign, form)}</a>'
        visit.marked[key, form] = found
    return found


def named(one: Named, visit: Visit, form: str = "full") -> Markup:
    """An element by name, as a link to its page; with its mark where it is a step of the axis."""
    return Markup(link(one.key, one.name, one.mark, visit, form))  # noqa: S704 -- written so


def all_named(all_of_them: Iterable[Named], visit: Visit) -> Markup:
    """Elements by name, comma between."""
    links = [link(one.key, one.name, one.mark, visit) for one in all_of_them]
    return Markup(", ".join(links))  # noqa: S704 -- written as mark-up


def word_or_link(word: str, visit: Visit) -> str:
    """A word, as a link where it is the key of an element; as written mark-up."""
    element = visit.opened.framework.get(word)
    if element is None:
        return escaped(word)
    return link(word, element.short_name, None, visit)
