"""What the logic model shows, before anybody thinks of where it goes."""

from __future__ import annotations

from collections.abc import Callable, Iterable, Iterator
from dataclasses import dataclass, replace
from datetime import date
from functools import cached_property
from itertools import chain, pairwise
from typing import Final

from cadre.analysis.facts import Facts
from cadre.core.graph import Framework, Link
from cadre.core.keys import LinkId
from cadre.core.text import LANGUAGES, Text, folded
from cadre.core.traits import HORIZONS, LinkRole, Trait
from cadre.core.walks import DERIVED
from cadre.viewpoints.axis import Step, axis

GENERIC: Final = "generic"
COUNCILS: Final = "councils"
LABEL: Final = Text("Logic model", "Modèle logique")
MOST_DERIVED: Final = 60
"""Above so many derived ties none is drawn: the table has them."""

MOST_RESULTS: Final = 60
MOST_PLACED: Final = 12
"""Of more results in a horizon, or in a column of it, the first are named and the rest counted."""

MOST_HELD: Final = 240
"""Above so many entries in all columns together, each column names a few of its own."""

_PROPOSED: Final = "proposed-initiative"
_ROWS_OF_WORK: Final = 2
_KINDS: Final = ("vision", "call-to-action", "objective", "principle", "band")
_APART: Final = frozenset({"framework-objective", "guiding-question", "goal", "scope"})


@dataclass(frozen=True, slots=True)
class Own:
    """A body in a column of its organisation's row: what it does there and what it hands over."""

    key: str
    links: tuple[LinkId, ...]
    certainty: str
    what: Text = Text()
    works: tuple[str, ...] = ()
    outputs: tuple[str, ...] = ()


@dataclass(frozen=True, slots=True)
class Column:
    """One area, or (without a step) what has none."""

    step: Step | None
    works: tuple[str, ...]
    own: tuple[Own, ...]
    loose: tuple[str, ...]
    """Outputs in the area that no body is known to hand over."""

    @property
    def key(self) -> str:
        """The key of the area, empty where there is none."""
        return self.step.key if self.step else ""


@dataclass(frozen=True, slots=True)
class Horizon:
    """The results of one horizon; `placed` when they stand in the columns of their areas."""

    key: str
    label: Text
    results: tuple[str, ...]
    placed: bool

    def named(self, column_of: Callable[[str], str]) -> Horizon:
        """The horizon with the results that a picture names: the first, or of each column."""
        most = MOST_PLACED if self.placed else MOST_RESULTS
        counts: dict[str, int] = {}
        kept: list[str] = []
        for key in self.results:
            column = column_of(key) if self.placed else ""
            counts[column] = counts.get(column, 0) + 1
            if counts[column] <= most:
                kept.append(key)
        return self if len(kept) + 1 >= len(self.results) else replace(self, results=tuple(kept))


@dataclass(frozen=True, slots=True)
class Tie:
    """One thing that leads to a result: as a link states, or derived from the area they share."""

    source: str
    target: str
    certainty: str
    links: tuple[LinkId, ...]
    via: str = ""

    @property
    def derived(self) -> bool:
        """Whether no link states it."""
        return self.certainty == DERIVED


@dataclass(frozen=True)
class Model:
    """All bands, from the vision down."""

    framework: Framework
    perspective: str
    visions: tuple[str, ...]
    calls: tuple[str, ...]
    objectives: tuple[str, ...]
    principles: tuple[str, ...]
    layers: tuple[str, ...]
    titles: tuple[str, ...]
    """The bands that do nothing but name the two rows of work, in their order."""
    others: tuple[str, ...]
    columns: tuple[Column, ...]
    horizons: tuple[Horizon, ...]
    ties: tuple[Tie, ...]
    missing: tuple[str, ...]
    """Versions that are known to exist, of which no content is recorded."""
    apart: int
    """How many aims and pieces of work are recorded that no logic model holds."""

    @cached_property
    def steps(self) -> tuple[Step, ...]:
        """The axis."""
        return tuple(column.step for column in self.columns if column.step)

    @property
    def crowded(self) -> bool:
        """Whether its columns hold more than a page, so that each names only the first."""
        held = ((column.works, column.own, column.loose) for column in self.columns)
        return sum(map(len, chain.from_iterable(held))) > MOST_HELD

    @cached_property
    def _areas(self) -> dict[str, list[str]]:
        """By element, its areas, once they were asked for."""
        return {}

    @cached_property
    def horizon_of(self) -> dict[str, Horizon]:
        """By result, the horizon that it stands in."""
        return {key: horizon for horizon in self.horizons for key in horizon.results}

    @cached_property
    def ties_to(self) -> dict[str, list[Tie]]:
        """By result, what leads to it."""
        found: dict[str, list[Tie]] = {}
        for tie in self.ties:
            found.setdefault(tie.target, []).append(tie)
        return found

    @property
    def empty(self) -> bool:
        """Whether nothing at all is there to draw."""
        aims = (self.visions, self.calls, self.objectives, self.principles, self.layers)
        return not any(aims) and not self.columns and not self.horizons and not self.others

    def results(self) -> Iterator[str]:
        """All results, horizon by horizon."""
        for horizon in self.horizons:
            yield from horizon.results

    def areas(self, key: str) -> list[str]:
        """The areas that something is in, in the order of the axis."""
        if key not in self._areas:
            self._areas[key] = areas_of(self.framework, key, self.steps)
        return self._areas[key]

    def column_of(self, key: str) -> str:
        """The area in whose column something stands; empty where it has none."""
        return next(iter(self.areas(key)), "")

    def area_certainty(self, key: str) -> str:
        """How sure it is that something is in the area it stands in."""
        area = self.column_of(key)
        links = self.framework.links_out(key, LinkRole.IN_FOCUS_AREA)
        return next((link.certainty for link in links if link.target == area), "stated")

    def step(self, area: str) -> Step | None:
        """The step of an area."""
        return next((step for step in self.steps if step.key == area), None)

    def without_result(self, horizon: Horizon) -> list[Step]:
        """The areas that no result of a horizon stands in."""
        there = {area for key in horizon.results for area in self.areas(key)}
        return [step for step in self.steps if step.key not in there]


def model_of(framework: Framework, perspective: str, as_of: date | None = None) -> Model:
    """The logic model of a framework, with the row of its own as a perspective fills it."""
    facts = Facts(framework, as_of)
    steps = axis(framework)
    aims = _aims(framework)
    titles = tuple(key for key in aims["band"] if not _tied(framework, key))
    if len(titles) != _ROWS_OF_WORK:
        titles = ()
    proposed, aside = _works(framework)
    horizons = tuple(_horizons(framework, steps))
    own = dict(_own(facts, perspective))
    columns = tuple(_columns(facts, steps, horizons, proposed, own, perspective))
    return Model(
        framework=framework,
        perspective=perspective,
        visions=tuple(aims["vision"]),
        calls=tuple(aims["call-to-action"]),
        objectives=tuple(aims["objective"]),
        principles=tuple(aims["principle"]),
        layers=tuple(_parts_after_wholes(framework, set(aims["band"]) - set(titles))),
        titles=titles,
        others=tuple(aims[""]),
        columns=columns,
        horizons=horizons,
        ties=tuple(_ties(framework, steps, horizons)),
        missing=tuple(_missing(framework)),
        apart=len(aims["apart"]) + len(aside),
    )


def areas_of(framework: Framework, key: str, steps: Iterable[Step]) -> list[str]:
    """The areas that an element is in, in the order of the axis."""
    found = set(framework.targets(key, LinkRole.IN_FOCUS_AREA))
    return [step.key for step in steps if step.key in found]


# --- aims --------------------------------------------------------------------------------------


def _aims(framework: Framework) -> dict[str, list[str]]:
    found: dict[str, list[str]] = {kind: [] for kind in (*_KINDS, "apart", "")}
    for key in framework.keys(Trait.AIM):
        kind = framework[key].word("kind")
        found[kind if kind in _KINDS else "apart" if kind in _APART else ""].append(key)
    return found


def _tied(framework: Framework, key: str) -> bool:
    return bool(framework.links_out(key) or framework.links_in(key))


def _parts_after_wholes(framework: Framework, keys: set[str]) -> Iterator[str]:
    order = [key for key in framework.keys(Trait.AIM) if key in keys]
    seen: set[str] = set()

    def below(key: str) -> Iterator[str]:
        if key not in seen:
            seen.add(key)
            yield key
            for part in order:
                if key in framework.targets(part, LinkRole.PART_OF):
                    yield from below(part)

    for key in order:
        if not keys & set(framework.targets(key, LinkRole.PART_OF)):
            yield from below(key)
    for key in order:  # what is only part of itself, in a circle
        yield from below(key)


# --- work --------------------------------------------------------------------------------------


def _works(framework: Framework) -> tuple[list[str], list[str]]:
    """The work that the model proposes, and the rest: where none is proposed, all of it."""
    keys = framework.keys(Trait.WORK)
    kinds = {key: framework[key].word("kind") for key in keys}
    if _PROPOSED not in kinds.values():
        return keys, []
    proposed = [key for key in keys if kinds[key] in (_PROPOSED, "")]
    return proposed, [key for key in keys if key not in set(proposed)]


def _columns(
    facts: Facts,
    steps: tuple[Step, ...],
    horizons: tuple[Horizon, ...],
    proposed: list[str],
    own: dict[str, list[Own]],
    perspective: str,
) -> Iterator[Column]:
    framework = facts.framework
    works: dict[str, list[str]] = {}
    for key in proposed:
        works.setdefault(next(iter(areas_of(framework, key, steps)), ""), []).append(key)
    for keys in works.values():
        keys.sort(key=lambda key: framework[key].number("rank") or 0)
    loose: dict[str, list[str]] = {}
    if perspective == COUNCILS:
        for key in framework.keys(Trait.OUTPUT):
            if not framework.links_in(key, LinkRole.PRODUCES):
                loose.setdefault(next(iter(areas_of(framework, key, steps)), ""), []).append(key)
    homeless = any(
        horizon.placed and not areas_of(framework, key, steps)
        for horizon in horizons
        for key in horizon.results
    )
    for step in (*steps, None):
        area = step.key if step else ""
        column = Column(
            step,
            tuple(works.get(area, ())),
            tuple(own.get(area, ())),
            tuple(loose.get(area, ())),
        )
        if step or homeless or column.works or column.own or column.loose:
            yield column


def _own(facts: Facts, perspective: str) -> Iterator[tuple[str, list[Own]]]:
    """By area, the bodies at work there with what they hand over: those of the perspective."""
    if perspective == GENERIC:
        return
    framework = facts.framework
    steps = axis(framework)
    bodies = _bodies(facts, perspective)
    found: dict[str, list[Own]] = {step.key: [] for step in steps}
    for body in bodies:
        covers = {
            link.target: link
            for link in facts.links_from(body, LinkRole.COVERS)
            if link.target in found
        }
        hands = [
            link
            for link in facts.links_from(body, LinkRole.PRODUCES)
            if facts.has(link.target, Trait.OUTPUT)
        ]
        leads = [
            link
            for link in facts.links_from(body, LinkRole.LEADS)
            if facts.has(link.target, Trait.WORK) and perspective != COUNCILS
        ]
        first = next((step.key for step in steps if step.key in covers), "")
        placed: dict[str, tuple[list[Link], list[Link]]] = {}
        for place, links in ((0, leads), (1, hands)):
            for link in links:
                area = next(iter(areas_of(framework, link.target, steps)), first)
                placed.setdefault(area, ([], []))[place].append(link)
        if body == perspective and not (covers or hands or leads):
            continue
        spots = [step.key for step in steps if step.key in covers or step.key in placed]
        if "" in placed or not spots:
            spots.append("")
        for area in spots:
            led, made = placed.get(area, ([], []))
            cover = covers.get(area)
            behind = tuple(link.id for link in (*filter(None, (cover,)), *led, *made))
            own = Own(
                key=body,
                links=behind,
                certainty=cover.certainty if cover else "stated",
                what=cover.text("what") if cover and perspective != COUNCILS else Text(),
                works=tuple(link.target for link in led),
                outputs=tuple(link.target for link in made),
            )
            found.setdefault(area, []).append(own)
    yield from found.items()


def _bodies(facts: Facts, perspective: str) -> list[str]:
    """The bodies that work: all that last, or one body with its parts."""
    if perspective == COUNCILS:
        return list(facts.lasting)
    found, waiting = [perspective], [perspective]
    while waiting:
        for part in facts.sources(waiting.pop(0), LinkRole.PART_OF, Trait.WORKS):
            if part not in found:
                found.append(part)
                waiting.append(part)
    lasting = set(facts.lasting)
    return [key for key in found if key in lasting or key == perspective]


# --- results -----------------------------------------------------------------------------------


def _horizons(framework: Framework, steps: tuple[Step, ...]) -> Iterator[Horizon]:
    labels = {choice.key: choice.label for choice in HORIZONS}
    found: dict[str, list[str]] = {key: [] for key in labels}
    for key in framework.keys(Trait.OUTCOME):
        element = framework[key]
        horizon = element.word("horizon")
        attribute = framework.metamodel.attributes(element.type).get("horizon")
        choice = attribute.choice(horizon) if attribute else None
        if choice:
            labels[horizon] = choice.label
        found.setdefault(horizon if choice else "", []).append(key)
    first = True
    for horizon, keys in found.items():
        if keys:
            inside = sum(1 for key in keys if areas_of(framework, key, steps))
            placed = bool(steps) and first and 2 * inside >= len(keys)
            first = False
            yield Horizon(horizon, labels.get(horizon, Text()), tuple(keys), placed)


def _ties(
    framework: Framework, steps: tuple[Step, ...], horizons: tuple[Horizon, ...]
) -> Iterator[Tie]:
    here = {key for horizon in horizons for key in horizon.results}
    stated: set[tuple[str, str]] = set()
    for link in framework.links(LinkRole.CONTRIBUTES_TO):
        if link.target in here and link.source != link.target:
            stated.add((link.source, link.target))
            yield Tie(link.source, link.target, link.certainty, (link.id,))
    for near, far in pairwise(horizons):
        if not near.key or not far.key:
            continue
        by_area: dict[str, list[str]] = {}
        for key in far.results:
            for area in areas_of(framework, key, steps):
                by_area.setdefault(area, []).append(key)
        for key in near.results:
            for area in areas_of(framework, key, steps):
                for other in by_area.get(area, ()):
                    if (key, other) not in stated:
                        stated.add((key, other))
                        yield Tie(key, other, DERIVED, _shared(framework, key, other, area), area)


def _shared(framework: Framework, one: str, other: str, area: str) -> tuple[LinkId, ...]:
    return tuple(
        link.id
        for key in (one, other)
        for link in framework.links_out(key, LinkRole.IN_FOCUS_AREA)
        if link.target == area
    )


def _missing(framework: Framework) -> Iterator[str]:
    """References named after the logic model that are part of a document and borne out by none."""
    words = [folded(LABEL.get(language)) for language in LANGUAGES]
    for key in framework.keys(Trait.REFERENCE):
        element = framework[key]
        named = any(
            word in folded(element.name.get(language))
            for word, language in zip(words, LANGUAGES, strict=True)
        )
        if (
            named
            and not element.text("definition")
            and framework.targets(key, LinkRole.PART_OF)
            and not framework.links_out(key, LinkRole.EVIDENCED_BY)
            and not framework.links_in(key, LinkRole.EVIDENCED_BY)
        ):
            yield key
