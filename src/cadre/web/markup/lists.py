"""The lines of a list."""

from __future__ import annotations

from collections.abc import Callable, Iterable, Mapping, Sequence

from django.utils.translation import gettext, ngettext
from markupsafe import Markup

from cadre.core.text import Language, Text
from cadre.services.list_filters import Filter
from cadre.services.lists import Cell, Line, Listing
from cadre.web.addresses import with_query
from cadre.web.markup.escaping import escaped
from cadre.web.markup.links import NOTHING, link
from cadre.web.markup.texts import plain, written
from cadre.web.visit import Visit


def options(language: Language, one: Filter) -> Markup:
    """The choices of a filter, each with how much it keeps."""
    found = [
        f'<option value="{escaped(option.key)}"{" selected" if option.key == one.chosen else ""}>'
        f"{escaped(plain(language, option.label))} ({option.count})</option>"
        for option in one.options
    ]
    return Markup("\n".join(found))  # noqa: S704 -- made of escaped parts


def suggestions(language: Language, one: Filter) -> Markup:
    """The choices of a filter to be typed by name, each with how much it keeps."""
    found = [
        f'<option value="{escaped(plain(language, option.label))}">({option.count})</option>'
        for option in one.options
        if option.count
    ]
    return Markup("\n".join(found))  # noqa: S704 -- made of escaped parts


def rows(listing: Listing, visit: Visit, counts: Mapping[str, int]) -> Markup:
    """The lines of a list as rows of a table; `counts` says how many findings are on an element."""
    # Python, not the template: a list may have hundreds of lines, which this shows in a third less.
    labels = column_labels(visit.language, (column.label for column in listing.columns[1:]))
    label = escaped(gettext("Findings"))
    count = _counter(visit, counts)
    found = []
    for line in listing.lines:
        cells = "\n".join(
            [_cell(cell, label, visit) for cell, label in zip(line.cells, labels, strict=True)]
        )
        found.append(
            f'<tr>\n<th scope="row">{_name(line, visit)}</th>\n{cells}\n'
            f'<td class="num" data-l="{label}">{count(line)}</td>\n</tr>'
        )
    return Markup("\n".join(found))  # noqa: S704 -- made of escaped parts


def _counter(visit: Visit, counts: Mapping[str, int]) -> Callable[[Line], str]:
    """What tells how many findings there are on a line, as a link to them."""
    findings, about = visit.to("findings"), gettext("on %(name)s")

    def count(line: Line) -> str:
        number = counts.get(line.key)
        if not number:
            return NOTHING
        address = escaped(with_query(findings, subject=line.key))
        words = escaped(about % {"name": plain(visit.language, line.name)})
        return f'<a class="cellnum" href="{address}">{number}<span class="sr"> {words}</span></a>'

    return count


def _name(line: Line, visit: Visit) -> str:
    name = link(line.key, line.name, line.mark, visit)
    if not line.detail:
        return name
    return f'{name} <span class="aka">{written(visit.language, line.detail)}</span>'


def column_labels(language: Language, labels: Iterable[Text]) -> tuple[str, ...]:
    """What each cell of a line is of, which a phone shows beside it; as mark-up."""
    return tuple(escaped(plain(language, label)) for label in labels)


def line_cells(cells: Sequence[Cell], labels: Sequence[str], visit: Visit) -> Markup:
    """The cells of a line of a list, each with what it is of."""
    return Markup(_cells(cells, labels, visit))  # noqa: S704 -- made of escaped parts


def _cells(cells: Sequence[Cell], labels: Sequence[str], visit: Visit) -> str:
    pairs = zip(cells, labels, strict=True)
    return "\n".join([_cell(cell, label, visit) for cell, label in pairs])


def _cell(cell: Cell, label: str, visit: Visit) -> str:
    if cell.texts:
        words = ", ".join([written(visit.language, text) for text in cell.texts])
    elif cell.elements:
        words = _names(cell, visit)
    else:
        return f'<td data-l="{label}" class="empty"><div>{NOTHING}</div></td>'
    return f'<td data-l="{label}"><div>{words}</div></td>'


def _names(cell: Cell, visit: Visit) -> str:
    links = [link(one.key, one.name, one.mark, visit, "hidden") for one in cell.elements]
    more = ""
    if cell.more:
        words = ngettext("and %(more)s more", "and %(more)s more", cell.more)
        more = f' <span class="meta">{escaped(words % {"more": cell.more})}</span>'
    if cell.elements[0].mark:
        return f'<span class="names names--marks">{"".join(links)}{more}</span>'
    return f'<span class="names">{", ".join(links)}{more}</span>'
