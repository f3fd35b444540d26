"""What templates need to say texts, show marks and give addresses."""

from __future__ import annotations

from collections.abc import Sequence
from datetime import date
from typing import Final, NamedTuple
from urllib.parse import urlencode

from django import template
from django.http import HttpRequest
from django.template.base import Parser, Token
from django.utils.html import format_html, format_html_join
from django.utils.safestring import SafeString, mark_safe
from django.utils.translation import get_language, gettext, ngettext, pgettext

from cadre.analysis.rules import BY_CODE
from cadre.core.dates import PartialDate
from cadre.core.finding import SEVERITY_LABELS, Severity
from cadre.core.graph import Element
from cadre.core.keys import slug_of
from cadre.core.phrases import within
from cadre.core.states import StateKind
from cadre.core.text import Language, Text, is_language, other_language
from cadre.render.glyphs import PATHS
from cadre.services.elements import Ties
from cadre.services.findings import Shown
from cadre.services.lists import Cell, Column, Line, Named, Query
from cadre.services.marks import Mark, marks
from cadre.services.search import Hit, Lit
from cadre.services.shown import NO, YES
from cadre.viewpoints.outline import Line as OutlineLine
from cadre.viewpoints.outline import Note as OutlineNote
from cadre.viewpoints.outline import Part as OutlinePart
from cadre.viewpoints.table import Cell as TableCell
from cadre.viewpoints.table import Row as TableRow
from cadre.viewpoints.table import Table
from cadre.web.addresses import with_query
from cadre.web.assets import signs_address, stamped
from cadre.web.languages import HTML_CODES
from cadre.web.visit import Visit
from cadre.wording import wording

register = template.Library()
NOTHING: Final = SafeString('<span class="zero">–</span>')

STEPS: Final = 4
STRIP_HEIGHT: Final = 160
UNIT: Final = 11


def _language() -> Language:
    code = (get_language() or "en")[:2]
    return code if is_language(code) else "en"


# --- texts ----------------------------------------------------------------------------------------


@register.filter
def said(text: Text | str) -> SafeString:
    """A text in the language of the page; marked where it had to fall back to the other one."""
    if isinstance(text, str):
        return format_html("{}", text)
    found = text.rendition(_language())
    if found.language == _language() or not found.text:
        return format_html("{}", found.text)
    return format_html('<span lang="{}">{}</span>', HTML_CODES[found.language], found.text)


@register.filter
def inside(text: Text) -> SafeString:
    """A label as it stands inside a sentence or a line: its capital goes, unless it is a sigle."""
    return said(within(text))


@register.filter
def plain(text: Text | str) -> str:
    """A text where no mark-up may stand, such as in a title or an attribute."""
    return text if isinstance(text, str) else text.in_(_language())


@register.filter
def dated(value: PartialDate | None) -> str:
    """A date in words, no finer than it was given."""
    return wording(_language()).date(value) if value else ""


@register.filter
def day(value: date) -> str:
    """A day in words."""
    return wording(_language()).date(value)


@register.filter
def state_words(visit: Visit) -> str:
    """What the state that is shown is, and of when: `edition, February 2018`."""
    info = visit.opened.info
    if info.kind is StateKind.SCENARIO:
        base = visit.opened.states.info(info.base).name
        return gettext("scenario on “%(base)s”") % {"base": plain(base)}
    if info.date is None:
        return gettext("edition")
    return gettext("edition, %(date)s") % {"date": dated(info.date)}


@register.simple_tag
def name_by(name: Text, order: Language) -> SafeString:
    """A name in the language that a list is ordered by; marked where that is not the reader's."""
    return _in_language(*name.rendition(order))


@register.simple_tag
def other_name(name: Text, order: Language) -> SafeString:
    """The same name in the other language, to stand beside it."""
    other = other_language(order)
    if not name.get(other):
        return SafeString("")
    return format_html('<p class="meta">{}</p>', _in_language(name.get(other), other))


def _in_language(text: str, language: Language) -> SafeString:
    if language == _language():
        return format_html("{}", text)
    return format_html('<span lang="{}">{}</span>', HTML_CODES[language], text)


class _Titled(template.Node):
    """Shows what is inside, and keeps it as the title of the page for what comes after."""

    def __init__(self, inside: template.NodeList) -> None:
        self.inside = inside

    def render(self, context: template.Context) -> SafeString:
        """What is inside, kept where no block or loop forgets it."""
        text = self.inside.render(context)
        context.dicts[0]["page_title"] = text
        return text


@register.tag
def titled(parser: Parser, token: Token) -> _Titled:
    """Keep a title that a page gives in a block, so that its foot can cite it."""
    inside = parser.parse(("endtitled",))
    parser.delete_first_token()
    return _Titled(inside)


@register.filter
def figures(value: float) -> str:
    """A number as the language writes it."""
    return wording(_language()).number(value)


@register.filter
def percent(share: float) -> str:
    """A share of one as a percentage."""
    whole = wording(_language()).number(round(share * 100))
    return f"{whole}\N{NO-BREAK SPACE}%" if _language() == "fr" else f"{whole}%"


@register.filter
def percent_of(hundredths: int) -> str:
    """Hundredths as a percentage."""
    return percent(hundredths / 100)


@register.filter
def slug(key: str) -> str:
    """The part of a key after its type."""
    return slug_of(key)


# --- addresses ------------------------------------------------------------------------------------


@register.simple_tag(takes_context=True)
def to(context: template.Context, page: str, **arguments: str) -> str:
    """The address of a page in the reader's language and state."""
    visit: Visit = context["visit"]
    return visit.to(page, **arguments)


@register.simple_tag(takes_context=True)
def to_element(context: template.Context, key: str) -> str:
    """The address of an element's page."""
    visit: Visit = context["visit"]
    return visit.to_element(key)


@register.simple_tag
def asset(name: str) -> str:
    """The address of one of our files, stamped with what it holds."""
    return stamped(name)


# --- signs ----------------------------------------------------------------------------------------


@register.simple_tag
def sign(name: str, css: str = "sign") -> SafeString:
    """A small sign that stands beside words and says nothing without them."""
    return format_html(
        '<svg class="{}" aria-hidden="true" focusable="false"><use href="{}#{}"/></svg>',
        css,
        signs_address(),
        name,
    )


@register.simple_tag
def mark(of: Mark, name: str = "full") -> SafeString:
    """Glyph, code and name of a step of the axis; `name` is full, short, hidden or none."""
    label: Text | str = of.short_name if name == "short" else of.name
    words = {
        "none": SafeString(""),
        "hidden": format_html('<span class="sr"> {}</span>', said(label)),
    }.get(name, format_html('<span class="mark-name">{}</span>', said(label)))
    return format_html(
        '<span class="mark ax-{}">{}<span class="code">{}</span>{}</span>',
        of.place,
        sign(f"g-{of.glyph}", "glyph"),
        of.code,
        words,
    )


@register.simple_tag(takes_context=True)
def named(context: template.Context, one: Named, name: str = "full") -> SafeString:
    """An element by name, as a link to its page; with its mark where it is a step of the axis."""
    visit: Visit = context["visit"]
    inner = mark(one.mark, name) if one.mark else said(one.name)
    return format_html('<a href="{}">{}</a>', visit.to_element(one.key), inner)


@register.simple_tag
def severity(of: Severity | str, words: str = "shown") -> SafeString:
    """The severity of a finding: shape, word and colour."""
    found = Severity(of)
    label = said(SEVERITY_LABELS[found])
    text = format_html('<span class="sr">{}</span>', label) if words == "hidden" else label
    return format_html(
        '<span class="sev sev--{}">{}{}</span>', found.value, sign(f"s-{found.value}"), text
    )


@register.simple_tag
def certainty(key: str, label: Text) -> SafeString:
    """How sure a fact is, where it is not stated in so many words."""
    if key == "stated":
        return SafeString("")
    said_so = gettext("certainty: %(level)s") % {"level": within(label).in_(_language())}
    return format_html('<span class="tag tag--dashed">{}</span>', said_so)


@register.simple_tag
def meter(step: int, label: Text | str) -> SafeString:
    """A step of coverage: numeral, four cells, word."""
    cells = format_html_join(
        "",
        '<rect class="{}" x="{}" y="0.5" width="8" height="11"/>',
        (("on" if place < step else "off", f"{place * 11 + 0.5}") for place in range(STEPS)),
    )
    return format_html(
        '<span class="cov c{}"><b>{}</b>'
        '<svg width="44" height="12" aria-hidden="true" focusable="false">{}</svg>'
        "<span>{}</span></span>",
        step,
        step,
        cells,
        said(label),
    )


@register.simple_tag
def stack(groups: int, most: int, step: int) -> SafeString:
    """The column of the coverage strip: one bar for each group."""
    unit = min(UNIT, STRIP_HEIGHT / max(most, 1))
    height = max(unit * groups, UNIT)
    bars = [(f"{place * unit + 0.5:.1f}", f"{max(unit - 3, 0.8):.1f}") for place in range(groups)]
    inner = format_html_join("", '<rect class="u" x="0.5" y="{}" width="63" height="{}"/>', bars)
    if not groups:
        inner = mark_safe('<rect class="none" x="0.5" y="0.5" width="63" height="8"/>')
    return format_html(
        '<svg class="c{}" width="64" height="{}" aria-hidden="true" focusable="false">{}</svg>',
        step,
        f"{height:.0f}",
        inner,
    )


@register.simple_tag
def tally(groups: int, step: int) -> SafeString:
    """The same lying down, for a narrow page."""
    unit = min(8.0, 128 / max(groups, 1))
    bars = [(f"{place * unit + 0.5:.1f}", f"{max(unit - 2, 0.8):.1f}") for place in range(groups)]
    inner = format_html_join("", '<rect class="u" x="{}" y="0.5" width="{}" height="9"/>', bars)
    if not groups:
        inner = mark_safe('<rect class="none" x="0.5" y="0.5" width="14" height="9"/>')
    return format_html(
        '<svg class="c{}" width="{}" height="10" aria-hidden="true" focusable="false">{}</svg>',
        step,
        f"{max(unit * groups, 16):.0f}",
        inner,
    )


@register.filter
def times(number: int) -> range:
    """So many times, for a loop."""
    return range(number)


@register.filter
def beside(cells: Sequence[Cell], columns: Sequence[Column]) -> list[tuple[Column, Cell]]:
    """The cells of a line, each with its column; the first column is the name."""
    return list(zip(columns[1:], cells, strict=True))


@register.simple_tag(takes_context=True)
def cell(context: template.Context, of: Cell) -> SafeString:
    """What a list says in one place. In Python: a template part for each cell takes its time."""
    if of.texts:
        return format_html_join(", ", "{}", ((said(text),) for text in of.texts))
    if not of.elements:
        return NOTHING
    on_axis = of.elements[0].mark is not None
    names = format_html_join(
        "" if on_axis else ", ", "{}", ((named(context, one, "hidden"),) for one in of.elements)
    )
    more = ""
    if of.more:
        words = ngettext("and %(more)s more", "and %(more)s more", of.more) % {"more": of.more}
        more = format_html(' <span class="meta">{}</span>', words)
    css = "names names--marks" if on_axis else "names"
    return format_html('<span class="{}">{}{}</span>', css, names, more)


@register.simple_tag(takes_context=True)
def line_name(context: template.Context, line: Line) -> SafeString:
    """What a line of a list is about, as a link to its page."""
    visit: Visit = context["visit"]
    name = mark(line.mark) if line.mark else said(line.name)
    detail: SafeString | str = ""
    if line.detail:
        detail = format_html(' <span class="aka">{}</span>', said(line.detail))
    return format_html('<a href="{}">{}</a>{}', visit.to_element(line.key), name, detail)


@register.simple_tag(takes_context=True)
def finding_count(context: template.Context, line: Line) -> SafeString:
    """How many findings there are on what a line is about, as a link to them."""
    visit: Visit = context["visit"]
    count = context["findings"].get(line.key, 0)
    if not count:
        return NOTHING
    about = gettext("on %(name)s") % {"name": plain(line.name)}
    return format_html(
        '<a class="cellnum" href="{}">{}<span class="sr"> {}</span></a>',
        with_query(visit.to("findings"), subject=line.key),
        count,
        about,
    )


@register.simple_tag
def lit(of: Lit) -> SafeString:
    """A text with the words marked that were looked for; with its language where it is another."""
    inner = format_html_join(
        "",
        "{}",
        (
            (format_html("<mark>{}</mark>", piece.text) if piece.lit else piece.text,)
            for piece in of.pieces
        ),
    )
    if of.language == _language():
        return inner
    return format_html('<span lang="{}">{}</span>', HTML_CODES[of.language], inner)


@register.simple_tag(takes_context=True)
def hit_address(context: template.Context, hit: Hit) -> str:
    """Where something that was found has its page."""
    visit: Visit = context["visit"]
    if hit.page == "element":
        return visit.to_element(hit.key)
    return visit.to(hit.page, code=hit.key)


@register.filter
def glyph_id(glyph: str) -> str:
    """The id of a glyph among the signs."""
    return f"g-{glyph}" if glyph in PATHS else "g-disc"


@register.simple_tag(takes_context=True)
def sorted_by(context: template.Context, column: str) -> str:
    """The address of this list by another column; by the same one, the other way round."""
    request: HttpRequest = context["request"]
    query: Query = context["listing"].query
    values = {
        name: str(value) for name, value in request.GET.items() if name not in ("sort", "down")
    }
    values["sort"] = column
    if query.sort == column and not query.descending:
        values["down"] = "1"
    return with_query(request.path, **values)


@register.filter
def minus(number: int, other: int) -> int:
    """One number less another."""
    return number - other


@register.filter
def page_of(viewpoint: str, visit: Visit) -> str:
    """The address of a viewpoint's page."""
    return visit.to(f"see-{viewpoint}")


@register.filter
def in_state(state: str, visit: Visit) -> str:
    """This page in another state."""
    return visit.in_state(state)


@register.filter
def text_of(element: Element, attribute: str) -> Text:
    """A localised attribute of an element."""
    return element.text(attribute)


@register.filter
def opened(text: Text) -> SafeString:
    """A text that stands alone, with a capital."""
    return said(Text(text.en[:1].upper() + text.en[1:], text.fr[:1].upper() + text.fr[1:]))


@register.filter
def on_count(areas: Sequence[tuple[Mark, bool]]) -> int:
    """How many steps of the axis are worked on."""
    return sum(on for _, on in areas)


@register.filter
def has_details(ties: Ties) -> bool:
    """Whether any of the links says more than that it is there."""
    return any(tie.facts or tie.note for tie in ties.ties)


@register.filter
def title_of(finding: Shown) -> SafeString:
    """The title of the rule behind a finding."""
    return said(BY_CODE[finding.code].title)


@register.filter
def of_120(share: float) -> str:
    """A share of one as a length of 120."""
    return f"{max(0.0, min(1.0, share)) * 120:.0f}"


@register.simple_tag(takes_context=True)
def query_with(context: template.Context, name: str, value: str) -> str:
    """This address with one more thing asked."""
    return _query(context["request"], **{name: value})


@register.simple_tag(takes_context=True)
def query_for(context: template.Context, ending: str, **details: str) -> str:
    """This address as a file: its ending, and the paper or scale of it."""
    return _query(context["request"], **{"as": ending, **details})


@register.filter
def paper_name(paper: str) -> str:
    """A paper as it is called."""
    names = {"letter": gettext("letter"), "tabloid": gettext("tabloid")}
    return names.get(paper, paper.upper())


@register.simple_tag(takes_context=True)
def query_without(context: template.Context, name: str) -> str:
    """This address with one thing less asked."""
    return _query(context["request"], **{name: ""})


def _query(request: HttpRequest, **changed: str) -> str:
    """This address with some of what it asks replaced; what is asked several times stays so."""
    pairs = [
        (name, value)
        for name, values in request.GET.lists()
        for value in values
        if value and name not in changed
    ]
    query = urlencode([*pairs, *((name, value) for name, value in changed.items() if value)])
    return f"{request.path}?{query}" if query else request.path


# --- the table twin of a picture ------------------------------------------------------------------


class PageColumn(NamedTuple):
    """One column of a table as a page shows it."""

    id: str
    label: Text
    numeric: bool


@register.filter
def page_columns(table: Table) -> tuple[PageColumn, ...]:
    """The columns that a page shows: the links behind a row are for programs.

    A key and a name are one column here, since a key is shown as a link by its name.
    """
    labels = {column.id: column.label for column in table.columns}
    return tuple(
        PageColumn(
            column.id,
            labels.get(f"{column.id}-name", column.label),
            _is_numeric([row.cells.get(column.id) for row in table.rows]),
        )
        for column in table.columns
        if column.id != "links"
        and column.id.removesuffix("-name") not in labels.keys() - {column.id}
    )


def _is_numeric(cells: Sequence[TableCell]) -> bool:
    """Whether all that a column says is numbers."""
    return any(cell is not None for cell in cells) and all(map(_is_number, cells))


def _is_number(cell: TableCell) -> bool:
    return cell is None or (isinstance(cell, int | float) and not isinstance(cell, bool))


@register.simple_tag(takes_context=True)
def table_cells(
    context: template.Context, row: TableRow, columns: Sequence[PageColumn]
) -> SafeString:
    """The cells of one row; the first names it, keys become links to their elements.

    On a phone a cell stands under the one before it, so each says what it is of.
    """
    visit: Visit = context["visit"]
    cells = []
    for place, column in enumerate(columns):
        words = _cell_words(row.cells.get(column.id), visit)
        if place == 0:
            number = " num" if column.numeric else ""
            cells.append(format_html('<th scope="row" class="named{}">{}</th>', number, words))
            continue
        css = "num" if column.numeric else ""
        css = "empty" if words is NOTHING else css
        label = column.label.in_(_language())
        cells.append(
            format_html('<td class="{}" data-l="{}"><div>{}</div></td>', css, label, words)
        )
    return format_html_join("", "{}", ((cell,) for cell in cells))


@register.simple_tag(takes_context=True)
def heading_of(context: template.Context, part: OutlinePart) -> SafeString:
    """The heading of a part of an outline, with its mark where it is a step of the axis."""
    visit: Visit = context["visit"]
    sign_of = marks(visit.opened.framework).get(part.key)
    return mark(sign_of) if sign_of else opened(part.heading)


@register.simple_tag(takes_context=True)
def outline_line(context: template.Context, line: OutlineLine) -> SafeString:
    """One thing of an outline: its name as a link, what it is about, and notes."""
    visit: Visit = context["visit"]
    element = visit.opened.framework.get(line.key)
    name = _word_or_link(line.key, visit) if element else SafeString("")
    text = said(line.text)
    if element and line.text in (element.name, element.short_name):
        text = SafeString("")
    colon = pgettext("label", ":") if name and text else ""
    sure = (
        ""
        if line.certain
        else format_html(' <span class="tag tag--dashed">{}</span>', gettext("uncertain"))
    )
    notes = format_html_join("", "{}", ((_outline_note(note, visit),) for note in line.notes))
    return format_html("<p>{}{} {}{}</p>{}", name, colon, text, sure, notes)


def _outline_note(note: OutlineNote, visit: Visit) -> SafeString:
    names = format_html_join(", ", "{}", ((_word_or_link(key, visit),) for key in note.keys))
    label = said(note.label) if note.label and note.label != note.text else ""
    colon = pgettext("label", ":") if label else ""
    between = ", " if names and note.text else ""
    return format_html(
        '<p class="meta">{}{} {}{}{}</p>', label, colon, said(note.text), between, names
    )


@register.simple_tag(takes_context=True)
def look_closer(context: template.Context, row: TableRow) -> SafeString:
    """The last cell of a row: to what stands behind a weight, or to its place in the picture."""
    visit: Visit = context["visit"]
    behind = context["picture"].closer.get(row.key)
    element = visit.opened.framework.get(row.key)
    inner = NOTHING
    if behind:
        words = gettext("What is behind it")
        inner = format_html('<a href="{}">{}</a>', behind, words)
    elif element is not None:
        name = plain(element.short_name)
        inner = format_html(
            '<a href="{}#picture">{}<span class="sr"> {}</span></a>',
            _query(context["request"], focus=row.key),
            gettext("In the picture"),
            name,
        )
    css = "empty" if inner is NOTHING else ""
    label = gettext("Look closer")
    return format_html('<td class="{}" data-l="{}"><div>{}</div></td>', css, label, inner)


def _cell_words(cell: TableCell, visit: Visit) -> SafeString:
    match cell:
        case None | "" | ():
            return NOTHING
        case bool():
            return said(YES if cell else NO)
        case int() | float():
            return format_html("{}", figures(cell))
        case Text():
            return said(cell)
        case str():
            return _word_or_link(cell, visit)
        case _:
            return format_html_join(", ", "{}", ((_word_or_link(one, visit),) for one in cell))


def _word_or_link(word: str, visit: Visit) -> SafeString:
    element = visit.opened.framework.get(word)
    if element is None:
        return format_html("{}", word)
    return format_html('<a href="{}">{}</a>', visit.to_element(word), said(element.short_name))
