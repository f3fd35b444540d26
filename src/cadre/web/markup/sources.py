"""Where facts come from: the documents and the places in them."""

from __future__ import annotations

from collections.abc import Iterable

from markupsafe import Markup

from cadre.core.text import Language
from cadre.services.elements import Source
from cadre.services.lists import Named
from cadre.web.languages import catalogue
from cadre.web.markup.escaping import escaped
from cadre.web.markup.texts import written
from cadre.web.visit import Visit


def cited(sources: Iterable[Source], visit: Visit) -> Markup:
    """The sources of a fact, one after the other; documents are links to their pages."""
    found = "; ".join([_source(one, visit) for one in sources])
    return Markup(found)  # noqa: S704 -- made of escaped parts


def _source(one: Source, visit: Visit) -> str:
    if one.document is None:
        return escaped("; ".join(one.places))
    document = _document(one.document, visit)
    if not one.places:
        return document
    return f"{document}, {escaped(_places(visit.language, one))}"


def _document(one: Named, visit: Visit) -> str:
    address = escaped(visit.to_element(one.key))
    return f'<a class="quiet" href="{address}">{written(visit.language, one.name)}</a>'


def _places(language: Language, one: Source) -> str:
    gettext = catalogue(language).gettext
    if one.is_one_line:
        return gettext("line %(place)s") % {"place": one.places[0]}
    return gettext("lines %(places)s") % {"places": ", ".join(one.places)}
