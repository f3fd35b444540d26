"""What a comparison shows, before anybody thinks of where it goes."""

from __future__ import annotations

from collections import Counter
from collections.abc import Callable, Iterable, Iterator, Mapping, Sequence
from dataclasses import dataclass
from enum import StrEnum
from typing import Final

from cadre.analysis.facts import Facts
from cadre.core.change import diff
from cadre.core.comparison import Entry, Happened, entries
from cadre.core.graph import LAST, Framework
from cadre.core.keys import LinkId, type_of
from cadre.core.naming import Names
from cadre.core.states import StateInfo
from cadre.core.text import Text
from cadre.core.traits import LinkRole, Trait
from cadre.viewpoints.axis import Step, axis
from cadre.viewpoints.councils import NO_COUNCIL
from cadre.viewpoints.viewpoint import Base, Stage

_IN_CHARGE: Final = frozenset({LinkRole.LEADS, LinkRole.OVERSEES})
_RECORD: Final = frozenset(
    {"also-known-as", "provenance", "inferred", "certainty", "external-ids", "order", "note"}
)
"""Fields that say how a thing is known, not what it is."""
_Ends = Callable[[LinkId], Iterable[str]]


class Fate(StrEnum):
    """What became of a thing between two states. Closed: the signs of the picture are these."""

    SAME = "same"
    NOTED = "noted"
    CHANGED = "changed"
    CAME = "came"
    WENT = "went"
    ENDED = "ended"
    PASSED_ON = "passed-on"


@dataclass(frozen=True, slots=True)
class Tie:
    """Links of one type that a thing won or lost, and where they lead."""

    label: Text
    others: tuple[Text, ...]
    came: bool
    links: tuple[LinkId, ...]


@dataclass(frozen=True, slots=True)
class Thing:
    """A group or a priority with its name before and after, and what happened to it."""

    key: str
    before: Text
    after: Text
    fate: Fate
    moved: bool
    home: str
    """The council it is of now, or was of last; empty for none."""
    old_home: str
    entries: tuple[Entry, ...]
    ties: tuple[Tie, ...]
    heirs: tuple[Text, ...]
    """Who takes up its work, where it gives way to another."""
    disposition: Text
    """What a transition that came says is to become of it, where one does."""

    @property
    def differs(self) -> bool:
        """Whether anything happened to it."""
        return self.fate is not Fate.SAME or self.moved

    @property
    def matters(self) -> bool:
        """Whether it is another than it was, not only better known."""
        return self.fate not in {Fate.SAME, Fate.NOTED} or self.moved

    @property
    def gone(self) -> bool:
        """Whether it is there no longer."""
        return self.fate is Fate.WENT

    @property
    def new(self) -> bool:
        """Whether it was not there before."""
        return self.fate is Fate.CAME

    @property
    def over(self) -> bool:
        """Whether it works no longer: it went, ended, or gives way to another."""
        return self.fate in {Fate.WENT, Fate.ENDED, Fate.PASSED_ON}


@dataclass(frozen=True, slots=True)
class Section:
    """A council with what was its own before and what is now; one without a key for no council."""

    key: str
    name: Text
    mark: str
    fate: Fate
    stayed: tuple[Thing, ...]
    left: tuple[Thing, ...]
    """Those that went to another council, and those that went altogether."""
    joined: tuple[Thing, ...]
    new: tuple[Thing, ...]

    @property
    def things(self) -> tuple[Thing, ...]:
        """All that are here now, or were here last."""
        here = tuple(one for one in self.left if one.gone)
        return (*self.stayed, *here, *self.joined, *self.new)


@dataclass(frozen=True, slots=True)
class Tally:
    """How many of a kind came, went and changed."""

    name: Text
    came: int
    went: int
    changed: int
    step: Step | None = None


@dataclass(frozen=True, slots=True)
class Compared:
    """All that a comparison shows."""

    names: Names
    of: StateInfo
    to: StateInfo
    entries: tuple[Entry, ...]
    sections: tuple[Section, ...]
    priorities: tuple[Thing, ...]
    elements: tuple[Tally, ...]
    links: tuple[Tally, ...]
    areas: tuple[Tally, ...]
    settings: int
    types: int
    provenances: tuple[str, ...]

    @property
    def same(self) -> bool:
        """Whether nothing differs at all."""
        return not self.entries

    def listed(self, *, every: bool) -> tuple[Thing, ...]:
        """The priorities to name: those that differ, and the others beside them if `every`."""
        differing = tuple(one for one in self.priorities if one.differs)
        return self.priorities if every and differing else differing

    def groups(self) -> Iterator[Thing]:
        """Every group once, council by council."""
        for section in self.sections:
            yield from section.things


def compared(framework: Framework, stage: Stage, base: Base) -> Compared:
    """A framework in a state set against its base."""
    known = entries(base.framework, framework, diff(base.framework, framework))
    return _Making(framework, stage, base, known).made()


class _Making:
    """The middle of one comparison."""

    def __init__(
        self, framework: Framework, stage: Stage, base: Base, known: tuple[Entry, ...]
    ) -> None:
        self.base, self.stage, self.known = base, stage, known
        self.names = Names(base.framework, framework)
        date = base.state.date
        self.before = Facts(base.framework, date.latest if date else None)
        self.after = Facts(framework, stage.as_of)
        self.by_key: dict[str, list[Entry]] = {}
        for entry in known:
            if entry.subject:
                self.by_key.setdefault(entry.subject, []).append(entry)
        self.by_end: dict[str, list[Entry]] = {}
        for entry in known:
            link = entry.link
            if link and entry.what in {Happened.LINK_CAME, Happened.LINK_WENT}:
                self.by_end.setdefault(link.source, []).append(entry)
                if self._role(link) in _IN_CHARGE:
                    self.by_end.setdefault(link.target, []).append(entry)

    def made(self) -> Compared:
        groups = [self._thing(key) for key in self._keys(Trait.WORKS)]
        after = self.after.framework
        return Compared(
            names=self.names,
            of=self.base.state,
            to=self.stage.state,
            entries=self.known,
            sections=tuple(self._sections(groups)),
            priorities=tuple(self._thing(key) for key in self._keys(Trait.PRIORITY)),
            elements=tuple(self._elements()),
            links=tuple(self._links()),
            areas=tuple(self._areas()),
            settings=sum(entry.what is Happened.SETTING for entry in self.known),
            types=sum(entry.what is Happened.TYPE for entry in self.known),
            provenances=tuple(
                sorted({after[key].provenance for key in after.keys(Trait.WORKS)} - {""})
            ),
        )

    # --- things ----------------------------------------------------------------------------

    def _keys(self, trait: Trait) -> list[str]:
        """The keys of a trait in either state, those that went after those that are there."""
        now = self.after.framework.keys(trait)
        here = set(now)
        return [*now, *(one for one in self.before.framework.keys(trait) if one not in here)]

    def _thing(self, key: str) -> Thing:
        before, after = self.before.framework.get(key), self.after.framework.get(key)
        mine = tuple(self.by_key.get(key, ()))
        ties = tuple(self._ties(key))
        homes = self._home(self.before, key), self._home(self.after, key)
        heirs: tuple[Text, ...] = ()
        if before is None:
            fate = Fate.CAME
        elif after is None:
            fate = Fate.WENT
        else:
            fields = [change.field for entry in mine for change in entry.fields]
            fate = Fate.NOTED if fields else Fate.SAME
            elsewhere = homes[0] == homes[1] and any(one.links_come for one in mine)
            if ties or elsewhere or not all(map(is_record, fields)):
                fate = Fate.CHANGED
            heirs = self._heirs(key)
            if self._over(self.after, key) and not self._over(self.before, key):
                fate = Fate.PASSED_ON if heirs else Fate.ENDED
        return Thing(
            key=key,
            before=before.short_name if before else Text(),
            after=after.short_name if after else Text(),
            fate=fate,
            moved=before is not None and after is not None and homes[0] != homes[1],
            home=homes[1] if after else homes[0],
            old_home=homes[0],
            entries=mine,
            ties=ties,
            heirs=heirs,
            disposition=self._disposition(key) if after else Text(),
        )

    def _over(self, facts: Facts, key: str) -> bool:
        """Whether it ended, or is to end or to give way once this state has come about."""
        works = facts.has(key, Trait.WORKS)
        return key not in facts.lasting if works else facts.is_over(key)

    def _disposition(self, key: str) -> Text:
        facts = self.after
        for transition in facts.sources(key, LinkRole.CONCERNS, Trait.TRANSITION):
            if transition not in self.before.framework:
                word = facts.elements[transition].word("disposition")
                return self.names.value(transition, "disposition", word or None)
        return Text()

    def _heirs(self, key: str) -> tuple[Text, ...]:
        """Those that take up its work now and did not before."""
        role = LinkRole.CONTINUES_AS
        old = set(self.before.framework.targets(key, role))
        found = [one for one in self.after.framework.targets(key, role) if one not in old]
        return tuple(self.names.short(one) for one in found)

    def _home(self, facts: Facts, key: str) -> str:
        if key not in facts.framework:
            return ""
        councils = facts.councils(key) if facts.has(key, Trait.WORKS) else ()
        return councils[0] if councils else ""

    def _ties(self, key: str) -> Iterator[Tie]:
        found: dict[tuple[str, bool, bool], list[LinkId]] = {}
        for entry in self.by_end.get(key, ()):
            link = entry.link
            if link:
                place = (link.type, link.source == key, entry.what is Happened.LINK_CAME)
                found.setdefault(place, []).append(link)
        for (type_key, outward, came), links in sorted(
            found.items(), key=lambda pair: (self.names.link_order(pair[0][0]), pair[0])
        ):
            label, inverse = self.names.link(type_key)
            others = [link.target if outward else link.source for link in links]
            yield Tie(
                label if outward else inverse,
                tuple(self.names.short(other) for other in others),
                came,
                tuple(links),
            )

    def _role(self, link: LinkId) -> LinkRole:
        after = self.after.framework
        framework = after if link.type in after.metamodel.link_types else self.before.framework
        return framework.role_of(link)

    # --- councils --------------------------------------------------------------------------

    def _sections(self, groups: Sequence[Thing]) -> Iterator[Section]:
        councils = [*self._keys(Trait.STEERS)]
        councils.sort(key=lambda key: (self._order(key), key))
        marks = self._marks(councils)
        for key in (*councils, ""):
            stayed = [one for one in groups if not one.new and not one.moved and one.home == key]
            left = [one for one in stayed if one.gone]
            left += [one for one in groups if one.moved and one.old_home == key]
            section = Section(
                key=key,
                name=self.names.short(key) if key else NO_COUNCIL,
                mark=marks.get(key, ""),
                fate=self._fate(key),
                stayed=tuple(one for one in stayed if not one.gone),
                left=tuple(left),
                joined=tuple(one for one in groups if one.moved and one.home == key),
                new=tuple(one for one in groups if one.new and one.home == key),
            )
            if key or section.things or section.left:
                yield section

    def _order(self, key: str) -> float:
        element = self.after.framework.get(key) or self.before.framework.get(key)
        return element.order if element else LAST

    def _fate(self, key: str) -> Fate:
        if not key:
            return Fate.SAME
        if key not in self.before.framework:
            return Fate.CAME
        if key not in self.after.framework:
            return Fate.WENT
        mine = [change for entry in self.by_key.get(key, ()) for change in entry.fields]
        if all(is_record(change.field) for change in mine):
            return Fate.NOTED if mine else Fate.SAME
        return Fate.CHANGED

    def _marks(self, councils: Iterable[str]) -> Mapping[str, str]:
        found: dict[str, str] = {}
        for key in councils:
            element = self.after.framework.get(key) or self.before.framework.get(key)
            found[key] = (element.word("mark") if element else "") or "disc"
        return found

    # --- counts ----------------------------------------------------------------------------

    def _elements(self) -> Iterator[Tally]:
        """By type, what has no row of its own: councils, recommendations, seats, ..."""
        sorts = {what: Counter[str]() for what in ("came", "went", "changed")}
        seen: set[str] = set()
        for entry in self.known:
            what = _sort(entry)
            if what and entry.subject not in seen and not self._has_row(entry.subject):
                seen.add(entry.subject)
                sorts[what][type_of(entry.subject)] += 1
        types = {key for counter in sorts.values() for key in counter}
        for key in sorted(types, key=self.names.type_order):
            one, many = self.names.type(key)
            came, went, changed = (sorts[what][key] for what in ("came", "went", "changed"))
            yield Tally(one if came + went + changed == 1 else many, came, went, changed)

    def _has_row(self, key: str) -> bool:
        return any(
            facts.framework.has(key, trait)
            for facts in (self.after, self.before)
            for trait in (Trait.WORKS, Trait.PRIORITY)
        )

    def _links(self) -> Iterator[Tally]:
        numbers = self._counted(lambda link: [link.type])
        for key in sorted(numbers, key=self.names.link_order):
            yield Tally(self.names.link(key)[0], *numbers[key])

    def _areas(self) -> Iterator[Tally]:
        """Of each focus area, the links that end there or start there."""
        steps = {step.key: step for step in axis(self.before.framework)}
        steps |= {step.key: step for step in axis(self.after.framework)}
        numbers = self._counted(
            lambda link: [end for end in {link.source, link.target} if end in steps]
        )
        order = [step.key for step in axis(self.after.framework)]
        for key in (*order, *(key for key in steps if key not in order)):
            yield Tally(steps[key].name, *numbers.get(key, (0, 0, 0)), step=steps[key])

    def _counted(self, ends: _Ends) -> dict[str, tuple[int, int, int]]:
        came, went, changed = Counter[str](), Counter[str](), Counter[str]()
        for entry in self.known:
            if entry.what is Happened.MOVED:  # a link that leads elsewhere now
                changed.update(end for link in entry.links_come for end in ends(link.id))
                continue
            for link in entry.links_come:
                came.update(ends(link.id))
            for link in entry.links_gone:
                went.update(ends(link.id))
            if entry.what is Happened.LINK_CHANGED and entry.link:
                changed.update(ends(entry.link))
        return {key: (came[key], went[key], changed[key]) for key in {*came, *went, *changed}}


def is_record(field: str) -> bool:
    """Whether a field says how a thing is known and called elsewhere, not what it is."""
    return field in _RECORD


def _sort(entry: Entry) -> str:
    match entry.what:
        case Happened.CAME:
            return "came"
        case Happened.WENT:
            return "went"
        case (
            Happened.MOVED
            | Happened.RENAMED
            | Happened.CHANGED
            | Happened.REWORDED
            | Happened.SOURCED
        ):
            return "changed"
        case _:
            return ""
