"""One element with all that is known of it: values, links both ways, source, other states."""

from __future__ import annotations

from collections.abc import Iterator, Mapping
from dataclasses import dataclass
from typing import Final

from cadre.core.attributes import CERTAINTIES, Attribute
from cadre.core.dates import PartialDate
from cadre.core.graph import Element, Framework, Link
from cadre.core.metamodel import ElementType, LinkType
from cadre.core.states import StateInfo
from cadre.core.text import Language, Text, collation_key
from cadre.core.traits import LinkRole, Trait
from cadre.core.values import Kind, NotedText, Values
from cadre.core.walks import LineOfSight, line_of_sight
from cadre.services.faults import NotFound
from cadre.services.frameworks import Opened, assessed
from cadre.services.likely import near
from cadre.services.lists import Named
from cadre.services.marks import Mark, councils_of, marks
from cadre.services.memory import remembered
from cadre.services.shown import shown

MOST_TIES: Final = 40
FEWER_TIES: Final = 20
_SHOWN_APART: Final = frozenset(
    {
        "name",
        "short-name",
        "also-known-as",
        "summary",
        "order",
        "lifecycle",
        "provenance",
        "certainty",
        "inferred",
        "note",
    }
)
_LEADS_ON: Final = frozenset(
    {Trait.BODY, Trait.WORK, Trait.OUTPUT, Trait.OUTCOME, Trait.PRIORITY, Trait.AXIS}
)


@dataclass(frozen=True, slots=True)
class Fact:
    """One attribute with what it says; `inferred` where that is a reading of the source."""

    key: str
    label: Text
    values: tuple[Text, ...]
    help: Text
    inferred: bool
    web: bool = False


@dataclass(frozen=True, slots=True)
class Source:
    """Where a fact comes from: the places in a document, and the document's own element."""

    places: tuple[str, ...]
    document: Named | None

    @property
    def is_one_line(self) -> bool:
        """Whether it is a single line of the document."""
        return len(self.places) == 1 and self.places[0].isdigit()


@dataclass(frozen=True, slots=True)
class Tie:
    """A link as seen from one of its ends."""

    other: Named
    other_type: Text
    facts: tuple[Fact, ...]
    note: Text
    sources: tuple[Source, ...]
    certainty: str
    certainty_label: Text


@dataclass(frozen=True, slots=True)
class Ties:
    """The links of one type in one direction."""

    role: LinkRole
    outward: bool
    label: Text
    help: Text
    ties: tuple[Tie, ...]
    assessed: PartialDate | None

    @property
    def first(self) -> tuple[Tie, ...]:
        """All of them; of very many, those that are read at a glance."""
        return self.ties if len(self.ties) <= MOST_TIES else self.ties[:FEWER_TIES]

    @property
    def rest(self) -> tuple[Tie, ...]:
        """Those that are folded away."""
        return self.ties[len(self.first) :]

    @property
    def mixed(self) -> bool:
        """Whether the other ends are of several types."""
        return len({tie.other_type for tie in self.ties}) > 1

    @property
    def told(self) -> bool:
        """Whether any of the links says more than that it is there."""
        return any(tie.facts or tie.note for tie in self.ties)


@dataclass(frozen=True, slots=True)
class InState:
    """Whether an element is in another state, and alike."""

    info: StateInfo
    there: bool
    same: bool


@dataclass(frozen=True, slots=True)
class Hop:
    """One step of a line of sight."""

    element: Named
    kind: Text
    how: Text
    derived: bool
    certainty: str


@dataclass(frozen=True, slots=True)
class Sightline:
    """How an element leads to the vision, or the step at which the way ends."""

    hops: tuple[Hop, ...]
    reaches: bool


@dataclass(frozen=True)
class ElementPage:
    """All that is known of an element."""

    element: Element
    type: ElementType
    kind: Text
    mark: Mark | None
    councils: tuple[Named, ...]
    lifecycle: Text
    certainty_label: Text
    certainty_help: Text
    facts: tuple[Fact, ...]
    also_known_as: tuple[tuple[NotedText, tuple[Source, ...]], ...]
    note: Text
    sources: tuple[Source, ...]
    inferred: tuple[Text, ...]
    assessed: PartialDate | None
    ties: tuple[Ties, ...]
    areas: tuple[tuple[Mark, bool], ...]
    sightline: Sightline | None
    states: tuple[InState, ...]


@remembered(512)
def element(opened: Opened, key: str, language: Language) -> ElementPage:
    """One element. NotFound, with names near it and states that have it, when it is not here."""
    found = opened.framework.get(key)
    if found is None:
        raise NotFound("element", key, near(opened.framework, key))
    return _Describer(opened, found, language).page()


def states_with(opened: Opened, key: str) -> tuple[StateInfo, ...]:
    """The states that have an element of this key."""
    states = opened.states
    keys = states.keys()
    return tuple(states.info(one) for one in keys if key in states.at(one))


def sources(framework: Framework, provenance: str) -> tuple[Source, ...]:
    """The places that a provenance names, by document where that is an element."""
    places: dict[str, list[str]] = {}
    for one in filter(None, (part.strip() for part in provenance.split(";"))):
        slug, _, place = one.partition(":")
        key = _document(framework, slug.strip())
        places.setdefault(key, []).append(place.strip() if key else one)
    return tuple(
        Source(tuple(filter(None, found)), Named(key, framework[key].name) if key else None)
        for key, found in places.items()
    )


def _document(framework: Framework, slug: str) -> str:
    """The key of the document of this slug, or an empty string."""
    keys = (f"{entry.key}/{slug}" for entry in framework.metamodel.types_with(Trait.REFERENCE))
    return next((key for key in keys if key in framework), "")


class _Describer:
    """All that one element's page needs."""

    def __init__(self, opened: Opened, element: Element, language: Language) -> None:
        self.opened = opened
        self.framework = opened.framework
        self.element = element
        self.language = language
        self.marks = marks(opened.framework)

    def page(self) -> ElementPage:
        one, framework = self.element, self.framework
        type_ = framework.type_of(one) or ElementType(
            one.type, Text(one.type, one.type), Text(one.type, one.type)
        )
        attributes = framework.metamodel.attributes(one.type)
        certainty = attributes["certainty"].choice(one.certainty)
        lifecycle = attributes["lifecycle"].choice(one.lifecycle)
        inferred = one.values.get("inferred")
        return ElementPage(
            element=one,
            type=type_,
            kind=self._kind(attributes),
            mark=self.marks.get(one.key),
            councils=tuple(self.named(key) for key in councils_of(framework, one.key)),
            lifecycle=lifecycle.label if lifecycle else Text(),
            certainty_label=certainty.label if certainty else Text(),
            certainty_help=certainty.help if certainty else Text(),
            facts=tuple(self._facts(one.values, attributes, _SHOWN_APART)),
            also_known_as=tuple(
                (noted, sources(framework, noted.provenance)) for noted in one.also_known_as
            ),
            note=one.text("note"),
            sources=sources(framework, one.provenance),
            inferred=tuple(
                attributes[name].label
                for name in (inferred if isinstance(inferred, tuple) else ())
                if isinstance(name, str) and name in attributes
            ),
            assessed=assessed(framework, self.opened.info, *type_.traits),
            ties=tuple(self._all_ties()),
            areas=tuple(self._areas()),
            sightline=self._sightline(),
            states=tuple(self._in_states()),
        )

    def named(self, key: str) -> Named:
        return Named(key, self.framework[key].name, self.marks.get(key))

    def _kind(self, attributes: Mapping[str, Attribute]) -> Text:
        """What kind of its type it is, where types have kinds and they are a choice."""
        attribute = attributes.get("kind")
        if attribute is None or attribute.kind is not Kind.CHOICE:
            return Text()
        choice = attribute.choice(self.element.word("kind"))
        return choice.label if choice else Text()

    def _facts(
        self, values: Values, attributes: Mapping[str, Attribute], apart: frozenset[str]
    ) -> Iterator[Fact]:
        inferred = values.get("inferred")
        guessed = inferred if isinstance(inferred, tuple) else ()
        for attribute in attributes.values():
            value = values.get(attribute.key)
            if value is None or attribute.key in apart:
                continue
            yield Fact(
                attribute.key,
                attribute.label,
                shown(attribute, value),
                attribute.help,
                attribute.key in guessed,
                web=attribute.kind is Kind.WEB_LINK,
            )

    # --- links ----------------------------------------------------------------------------------

    def _all_ties(self) -> Iterator[Ties]:
        """Links by type and direction: what the element says itself, then what others say of it."""
        known = self.framework.metamodel.link_types
        there = (
            self.framework.links_out(self.element.key),
            self.framework.links_in(self.element.key),
        )
        for outward, links in zip((True, False), there, strict=True):
            for type_ in known.values():
                own = [link for link in links if link.type == type_.key]
                if own:
                    yield self._ties(type_, own, outward)

    def _ties(self, type_: LinkType, links: list[Link], outward: bool) -> Ties:
        ties = [self._tie(link, outward) for link in links]
        ties.sort(key=self._place)
        return Ties(
            type_.role,
            outward,
            type_.label if outward else type_.inverse,
            type_.help,
            tuple(ties),
            assessed(self.framework, self.opened.info, type_.role),
        )

    def _place(self, tie: Tie) -> tuple[float, int, tuple[str, str, str]]:
        entry = self.framework.type_of(tie.other.key)
        mark = tie.other.mark.place if tie.other.mark else 0
        name = collation_key(tie.other.name.in_(self.language))
        return (entry.order if entry else 0, mark, name)

    def _tie(self, link: Link, outward: bool) -> Tie:
        key = link.target if outward else link.source
        entry = self.framework.type_of(key)
        attributes = self.framework.metamodel.link_attributes(link.type)
        label = next((one.label for one in CERTAINTIES if one.key == link.certainty), Text())
        return Tie(
            self.named(key),
            entry.label if entry else Text(),
            tuple(self._facts(link.values, attributes, _SHOWN_APART)),
            link.text("note"),
            sources(self.framework, link.provenance),
            link.certainty,
            label,
        )

    # --- what is computed -----------------------------------------------------------------------

    def _areas(self) -> Iterator[tuple[Mark, bool]]:
        """The whole axis for a body that works, with what it works on."""
        if self.framework.has(self.element.key, Trait.WORKS):
            on = set(self.framework.targets(self.element.key, LinkRole.COVERS))
            for mark in self.marks.values():
                yield mark, mark.key in on

    def _sightline(self) -> Sightline | None:
        if not _LEADS_ON & self.framework.traits(self.element.key):
            return None
        line = line_of_sight(self.framework, self.element.key)
        return Sightline(tuple(self._hops(line)), line.reaches)

    def _hops(self, line: LineOfSight) -> Iterator[Hop]:
        for hop in line.hops:
            entry = self.framework.type_of(hop.target)
            link = self.framework.type_of_link(hop.links[0]) if hop.links else None
            outward = bool(hop.links) and hop.links[0].source == hop.source
            how = Text()
            if link is not None and not hop.derived:
                how = link.label if outward else link.inverse
            yield Hop(
                self.named(hop.target),
                entry.label if entry else Text(),
                how,
                hop.derived,
                hop.certainty,
            )

    def _in_states(self) -> Iterator[InState]:
        states = self.opened.states
        mine = self._seen_in(self.framework)
        keys = states.keys()
        for key in keys:
            if key != self.opened.state:
                other = states.at(key)
                there = self.element.key in other
                yield InState(states.info(key), there, there and self._seen_in(other) == mine)

    def _seen_in(self, framework: Framework) -> tuple[object, object]:
        """What a state says of this element: its values, and its links with theirs."""
        key = self.element.key
        links = {link.id: link.values for link in framework.links_out(key)}
        links |= {link.id: link.values for link in framework.links_in(key)}
        return framework[key].values, links
