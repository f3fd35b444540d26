"""What a change analysis shows: each body with what becomes of it, before anything is placed."""

from __future__ import annotations

from collections.abc import Iterable, Iterator
from dataclasses import dataclass
from datetime import date
from typing import Final

from cadre.analysis.dispositions import KEYS, Disposed, dispositions
from cadre.analysis.facts import Facts
from cadre.core.graph import Framework
from cadre.core.keys import LinkId
from cadre.core.states import StateInfo
from cadre.core.text import Text
from cadre.core.traits import DISPOSITIONS, LinkRole, Trait
from cadre.viewpoints.axis import Step, axis
from cadre.viewpoints.councils import by_council
from cadre.viewpoints.looks import UNSURE
from cadre.viewpoints.viewpoint import Base

LABELS: Final = {one.key: one.label for one in DISPOSITIONS}
_KINDS: Final = Text("From {was} to {now}", "De {was} à {now}")


@dataclass(frozen=True, slots=True)
class Heir:
    """A body that takes up the work of others, or a new one."""

    key: str
    name: Text
    step: Step | None
    """The one area that it works in, where it is one."""
    role: str
    phase: Text
    is_new: bool
    is_sure: bool


@dataclass(frozen=True, slots=True)
class Row:
    """A body of the earlier state, and what becomes of it."""

    key: str
    name: Text
    found: Disposed
    heirs: tuple[Heir, ...]
    """Those that continue its work; itself where it goes on; none where it ends."""
    phase: Text
    reason: Text
    printed: str
    is_sure: bool
    links: tuple[LinkId, ...]

    @property
    def step(self) -> Step | None:
        """The area that its band is drawn in the hue of."""
        return next((heir.step for heir in self.heirs if heir.step), None)


@dataclass(frozen=True, slots=True)
class Council:
    """A council of the earlier state with its bodies; one without a key for those of none."""

    key: str
    name: Text
    mark: str
    rows: tuple[Row, ...]


@dataclass(frozen=True, slots=True)
class Cluster:
    """The bodies of one disposition, those that become one body beside each other."""

    disposition: str
    label: Text
    rows: tuple[Row, ...]


@dataclass(frozen=True, slots=True)
class Newcomers:
    """New bodies that continue nobody's work, of one phase or kind."""

    kind: str
    """`team`, `open` for places kept open, `head` for bodies that others are part of."""
    phase: Text
    heirs: tuple[Heir, ...]


@dataclass(frozen=True, slots=True)
class Analysis:
    """All that a change analysis shows."""

    of: StateInfo
    rows: tuple[Row, ...]
    councils: tuple[Council, ...]
    clusters: tuple[Cluster, ...]
    newcomers: tuple[Newcomers, ...]
    disposed: tuple[Disposed, ...]
    provenances: tuple[str, ...]

    @property
    def teams(self) -> tuple[Heir, ...]:
        """The new teams that continue nobody's work."""
        return tuple(heir for one in self.newcomers if one.kind == "team" for heir in one.heirs)

    @property
    def is_stated(self) -> bool:
        """Whether any disposition is stated, and not only computed."""
        return any(row.found.stated for row in self.rows)

    def new_heirs(self) -> Iterator[Heir]:
        """Every new body that continues somebody's work, once."""
        seen: set[str] = set()
        for row in self.rows:
            for heir in row.heirs:
                if heir.key != row.key and heir.key not in seen:
                    seen.add(heir.key)
                    yield heir


def analysed(framework: Framework, as_of: date | None, base: Base) -> Analysis:
    """What becomes of the bodies of the base in this state, as things stand on a day."""
    past = base.state.date
    before = Facts(base.framework, past.latest if past else None)
    return _Making(before, Facts(framework, as_of)).made(base.state)


class _Making:
    def __init__(self, before: Facts, after: Facts) -> None:
        self._before, self._after = before, after
        self._steps = {step.key: step for step in axis(after.framework)}
        self._disposed = dispositions(before, after)

    def made(self, of: StateInfo) -> Analysis:
        here = {one.key: one for one in self._disposed}
        rows = [self._row(here[key]) for key in self._before.keys(Trait.WORKS)]
        councils = tuple(self._councils(rows))
        ordered = tuple(row for own in councils for row in own.rows)
        place = {row.key: number for number, row in enumerate(ordered)}
        return Analysis(
            of=of,
            rows=ordered,
            councils=councils,
            clusters=tuple(self._clusters(rows, place)),
            newcomers=tuple(self._newcomers()),
            disposed=self._disposed,
            provenances=tuple(self._provenances(rows)),
        )

    # --- rows ------------------------------------------------------------------------------

    def _row(self, found: Disposed) -> Row:
        before = self._before.elements[found.key]
        own = [self._after.elements[one] for one in found.transitions]
        heirs = [
            self._heir(key, is_new=key not in self._before.elements) for key in found.successors
        ]
        ends = found.disposition in {"sunset"} or not found.is_after
        if not heirs and not ends:
            heirs = [self._heir(found.key, is_new=False)]
        reasons = [element.text("rationale") for element in own]
        links = [
            link.id
            for link in self._after.links_from(found.key, LinkRole.CONTINUES_AS)
            if link.target in found.successors
        ]
        return Row(
            key=found.key,
            name=before.short_name,
            found=found,
            heirs=tuple(heirs),
            phase=self._phase([*found.transitions, *(heir.key for heir in heirs)]),
            reason=next((text for text in reasons if text), self._shown(found)),
            printed=next(
                (word for element in own if (word := element.word("mark-as-printed"))), ""
            ),
            is_sure=all(element.certainty not in UNSURE for element in own),
            links=tuple(links),
        )

    def _heir(self, key: str, *, is_new: bool) -> Heir:
        element = self._after.elements[key]
        areas = self._after.targets(key, LinkRole.COVERS, Trait.AXIS)
        areas += self._after.targets(key, LinkRole.IN_FOCUS_AREA, Trait.AXIS)
        only = set(areas)
        return Heir(
            key=key,
            name=element.short_name,
            step=self._steps.get(only.pop()) if len(only) == 1 else None,
            role=element.word("council-role"),
            phase=self._phase([key]),
            is_new=is_new,
            is_sure=element.certainty not in UNSURE,
        )

    def _shown(self, found: Disposed) -> Text:
        """What the states show of a change that no source explains."""
        if found.computed != "convert" or not found.is_after:
            return Text()
        was, now = (
            self._kind(facts, key)
            for facts, key in (
                (self._before, found.key),
                (self._after, (*found.successors, found.key)[0]),
            )
        )
        if not (was and now):
            return Text()
        return Text(
            _KINDS.en.format(was=was.en.lower(), now=now.en.lower()),
            _KINDS.fr.format(was=was.fr.lower(), now=now.fr.lower()),
        )

    def _kind(self, facts: Facts, key: str) -> Text:
        element = facts.elements[key]
        attribute = facts.framework.metamodel.attributes(element.type).get("kind")
        choice = attribute.choice(element.word("kind")) if attribute else None
        return choice.label if choice else Text()

    def _phase(self, keys: Iterable[str]) -> Text:
        for key in keys:
            if key in self._after.elements:
                for time in self._after.targets(key, LinkRole.SCHEDULED_IN, Trait.TIME):
                    return self._after.elements[time].short_name
        return Text()

    # --- councils, clusters, newcomers -------------------------------------------------------

    def _councils(self, rows: list[Row]) -> Iterator[Council]:
        here = {row.key: row for row in rows}
        for one in by_council(self._before, here):
            yield Council(one.key, one.name, one.mark, tuple(here[key] for key in one.groups))

    def _clusters(self, rows: list[Row], place: dict[str, int]) -> Iterator[Cluster]:
        """By disposition; in each, rows of one heir together and by where they come from."""
        of_heir: dict[str, list[int]] = {}
        for row in rows:
            for heir in row.heirs:
                of_heir.setdefault(heir.key, []).append(place[row.key])

        def wish(row: Row) -> tuple[float, str, int]:
            if not row.heirs:
                return (place[row.key], "", place[row.key])
            others = of_heir[row.heirs[0].key]
            return (sum(others) / len(others), row.heirs[0].key, place[row.key])

        for disposition in KEYS:
            own = [row for row in rows if row.found.disposition == disposition]
            if own:
                yield Cluster(disposition, LABELS[disposition], tuple(sorted(own, key=wish)))

    def _newcomers(self) -> Iterator[Newcomers]:
        new = [one for one in self._disposed if one.is_after and not one.is_before]
        alone = [one for one in new if not one.predecessors]
        teams = [self._heir(one.key, is_new=True) for one in alone if one.comes_from_nowhere]
        phases = dict.fromkeys(heir.phase for heir in teams)
        for phase in sorted(phases, key=lambda text: (not text, text.en)):
            own = sorted((it for it in teams if it.phase == phase), key=self._by_area)
            yield Newcomers("team", phase, tuple(own))
        for kind, those in (
            ("open", [one for one in alone if one.is_open]),
            ("head", [one for one in alone if one.is_head and not one.is_open]),
        ):
            if those:
                heirs = tuple(self._heir(one.key, is_new=True) for one in those)
                yield Newcomers(kind, Text(), heirs)

    def _by_area(self, heir: Heir) -> tuple[int, str]:
        places = list(self._steps)
        return (places.index(heir.step.key) if heir.step else len(places), heir.key)

    def _provenances(self, rows: list[Row]) -> Iterator[str]:
        for row in rows:
            for key in (row.key, *row.found.transitions):
                element = self._after.elements.get(key) or self._before.elements[key]
                if element.provenance:
                    yield element.provenance
