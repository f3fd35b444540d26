"""Pages to read and cite: glossary, purpose, meetings, decisions... as a state records them.

What a page is made of is data (services/reading_pages.py): traits, roles and attributes, so that
types of a framework's own stand where they belong.
"""

from __future__ import annotations

from collections.abc import Callable, Iterable, Sequence
from dataclasses import dataclass, field, replace
from typing import Final

from cadre.core.attributes import CERTAINTIES, LIFECYCLES
from cadre.core.graph import Element, Framework
from cadre.core.keys import type_of
from cadre.core.metamodel import ElementType
from cadre.core.states import StateInfo
from cadre.core.text import Language, Text, collation_key
from cadre.core.traits import LinkRole
from cadre.core.values import NotedText
from cadre.services.elements import Source, sources
from cadre.services.frameworks import Opened
from cadre.services.lists import Cell, Named
from cadre.services.marks import Mark, marks
from cadre.services.paging import Page, page_of, whole
from cadre.services.search_index import ALSO_KNOWN
from cadre.services.shown import shown

MOST_ON_A_PAGE: Final = 200
"""So much is read as one page, where a browser finds every word; more is cut."""
NOT_RECORDED: Final = Text("Not recorded", "Non consigné")
_ALSO: Final = Text("Also known as", "Aussi appelé")


@dataclass(frozen=True, slots=True)
class Alias:
    """Another wording: what it is, the words, and where they come from."""

    label: Text
    text: Text
    sources: tuple[Source, ...]


@dataclass(frozen=True, slots=True)
class Part:
    """Something more that is recorded: texts, or elements by name."""

    label: Text
    texts: tuple[Text, ...] = ()
    elements: tuple[Named, ...] = ()


@dataclass(frozen=True, slots=True)
class Entry:
    """One element as it is read: name, body, what else is recorded, and where it comes from.

    `at` is what stands before it, such as a date; `tag` its status, `tag_key` for its look.
    """

    key: str
    name: Text
    at: Text = Text()
    tag: Text = Text()
    tag_key: str = ""
    certainty: str = "stated"
    certainty_label: Text = Text()
    body: tuple[Text, ...] = ()
    aliases: tuple[Alias, ...] = ()
    parts: tuple[Part, ...] = ()
    note: Text = Text()
    sources: tuple[Source, ...] = ()


@dataclass(frozen=True, slots=True)
class Row:
    """One line of a table."""

    name: Named
    cells: tuple[Cell, ...]


@dataclass(frozen=True, slots=True)
class Section:
    """A part of a page: entries in a layout (pairs, times or stack), or a table."""

    id: str
    heading: Text = Text()
    layout: str = "stack"
    entries: tuple[Entry, ...] = ()
    columns: tuple[Text, ...] = ()
    rows: tuple[Row, ...] = ()
    help: Text = Text()
    of: int = 0
    """How many there are in it, where a part of them is shown."""

    @property
    def count(self) -> int:
        """How many there are in it."""
        return self.of or len(self.entries) or len(self.rows)

    def cut(self, start: int, stop: int) -> Section:
        """What stands in it between these places."""
        start, stop = max(start, 0), max(stop, 0)
        entries, rows = self.entries[start:stop], self.rows[start:stop]
        return replace(self, entries=entries, rows=rows, of=self.count)

    @property
    def level(self) -> int:
        """The level of the headings of its entries, under its own where it has one."""
        return 3 if self.heading else 2


@dataclass(frozen=True, slots=True)
class Content:
    """What a page says in a state: its sentence, and its sections."""

    headline: str
    sections: tuple[Section, ...]

    def page(self, asked: int) -> Page:
        """The page that is asked for, where there is too much for one."""
        count = sum(one.count for one in self.sections)
        return whole(count) if count <= MOST_ON_A_PAGE else page_of(count, asked)

    def cut(self, page: Page) -> Content:
        """With what stands on this page alone."""
        if page.pages == 1:
            return self
        sections, before = [], 0
        for one in self.sections:
            part = one.cut(page.start - before, page.last - before)
            before += one.count
            if part.entries or part.rows:
                sections.append(part)
        return Content(self.headline, tuple(sections))


@dataclass(frozen=True, slots=True)
class ReadingPage:
    """A page to read: what it is called, what it is made of, how it is put together."""

    id: str
    label: Text
    lead: Text
    none: Text
    select: Callable[[Framework], Sequence[Element]]
    build: Callable[[Maker, Sequence[Element]], Content]
    types: tuple[str, ...] = ()
    both_orders: bool = False
    cautions: bool = False


@dataclass(frozen=True, slots=True)
class Reading:
    """A page as read in a state; without content, where there is some and what it is made of."""

    page: ReadingPage
    content: Content | None
    order: Language
    types: tuple[ElementType, ...]
    elsewhere: tuple[tuple[StateInfo, int], ...] = field(default=())


def read(opened: Opened, page: ReadingPage, language: Language, order: Language) -> Reading:
    """A page in a state, with names in the order of one of the languages."""
    framework = opened.framework
    known = framework.metamodel.element_types
    types = tuple(known[key] for key in page.types if key in known)
    found = page.select(framework)
    if found:
        return Reading(page, page.build(Maker(opened, language, order), found), order, types)
    elsewhere = tuple(
        (opened.states.info(key), count)
        for key in opened.states.keys()  # noqa: SIM118 -- in the order of states
        if _may_have(opened.states.at(key), page)
        and (count := len(page.select(opened.states.at(key))))
    )
    return Reading(page, None, order, types, elsewhere)


def _may_have(framework: Framework, page: ReadingPage) -> bool:
    """Whether a state has any type that is alike to those of a page: told without reading it."""
    metamodel = framework.metamodel
    alike = {trait for key in page.types for trait in metamodel.traits(key)}
    present = {type_of(key) for key in framework.columns.keys}
    return not alike or any(alike & metamodel.traits(key) for key in present)


class Maker:
    """Makes entries and cells of elements, for one reader."""

    def __init__(self, opened: Opened, language: Language, order: Language) -> None:
        self.opened = opened
        self.framework = opened.framework
        self.language = language
        self.order = order
        self._marks = marks(self.framework)

    def named(self, key: str, *, short: bool = False) -> Named:
        """An element by name."""
        element = self.framework[key]
        return Named(key, element.short_name if short else element.name, self._marks.get(key))

    def by_name(self, elements: Iterable[Element]) -> list[Element]:
        """Elements as a dictionary of the language asked for has them."""
        return sorted(elements, key=lambda one: (collation_key(one.name.in_(self.order)), one.key))

    def in_order(self, keys: Iterable[str]) -> list[str]:
        """Keys without repeats, in the order of types and of their own."""
        place = {key: number for number, key in enumerate(self.framework.keys())}
        return sorted(set(keys), key=place.__getitem__)

    # --- entries --------------------------------------------------------------------------------

    def entry(
        self,
        element: Element,
        *,
        body: Sequence[str] = ("summary",),
        parts: Sequence[str] = (),
        tag: str = "",
        out: Sequence[LinkRole] = (),
        back: Sequence[LinkRole] = (),
        at: Text = Text(),
    ) -> Entry:
        """An element with these attributes as its body and parts, and these links."""
        attributes = self.framework.metamodel.attributes(element.type)
        certainty = next((one.label for one in CERTAINTIES if one.key == element.certainty), Text())
        return Entry(
            key=element.key,
            name=element.name,
            at=at,
            tag=self._tag(element, tag),
            tag_key=element.word(tag) if tag else "",
            certainty=element.certainty,
            certainty_label=certainty,
            body=tuple(filter(None, (element.text(name) for name in body))),
            aliases=tuple(self._alias(noted) for noted in element.also_known_as),
            parts=(
                *(
                    Part(attributes[name].label, texts=shown(attributes[name], value))
                    for name in parts
                    if name in attributes and (value := element.values.get(name)) is not None
                ),
                *self._ties(element.key, out, back),
            ),
            note=element.text("note"),
            sources=sources(self.framework, element.provenance),
        )

    def _tag(self, element: Element, name: str) -> Text:
        if name == "lifecycle":
            return next((one.label for one in LIFECYCLES if one.key == element.lifecycle), Text())
        attribute = self.framework.metamodel.attributes(element.type).get(name)
        choice = attribute.choice(element.word(name)) if attribute else None
        return choice.label if choice else Text()

    def _alias(self, noted: NotedText) -> Alias:
        return Alias(
            ALSO_KNOWN.get(noted.kind, _ALSO),
            noted.text,
            sources(self.framework, noted.provenance),
        )

    def _ties(self, key: str, out: Sequence[LinkRole], back: Sequence[LinkRole]) -> Iterable[Part]:
        for role in out:
            yield from self._tie(role, self.framework.targets(key, role), outward=True)
        for role in back:
            yield from self._tie(role, self.framework.sources(key, role), outward=False)

    def _tie(self, role: LinkRole, keys: Sequence[str], *, outward: bool) -> Iterable[Part]:
        types = self.framework.metamodel.roles.get(role, ())
        if keys and types:
            entry = self.framework.metamodel.link_types[types[0]]
            label = entry.label if outward else entry.inverse
            yield Part(label, elements=tuple(self.named(one) for one in self.in_order(keys)))

    # --- cells ----------------------------------------------------------------------------------

    def cell(self, element: Element, name: str, *, silent: bool = False) -> Cell:
        """An attribute in a table; what is not recorded says so, unless it may be silent."""
        attribute = self.framework.metamodel.attributes(element.type).get(name)
        value = element.values.get(name)
        if attribute is None or value is None:
            return Cell(() if silent else (NOT_RECORDED,))
        return Cell(shown(attribute, value))

    def names(self, keys: Iterable[str]) -> Cell:
        """Elements in a table."""
        return Cell(elements=tuple(self.named(key) for key in self.in_order(keys)))

    def mark(self, key: str) -> Mark | None:
        """The mark of a step of the axis."""
        return self._marks.get(key)
