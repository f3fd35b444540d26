"""The near view as pure data: groups and what each does, work and results, by focus area."""

from __future__ import annotations

from collections.abc import Iterable, Mapping
from dataclasses import dataclass
from datetime import date
from typing import Final

from cadre.analysis.facts import Facts
from cadre.core.graph import Element, Framework, Link
from cadre.core.keys import LinkId
from cadre.core.text import Text
from cadre.core.traits import HORIZONS, LinkRole, Trait
from cadre.viewpoints.axis import axis
from cadre.viewpoints.framework_map.model import Macro, macro
from cadre.viewpoints.framework_map.selection import Selection, uncertain
from cadre.viewpoints.framework_map.selection import areas as areas_shown
from cadre.viewpoints.layout.ordering import untangled

SIGHT_KINDS: Final = ("vision", "call-to-action")
"""The kinds of aim at which the line of sight ends."""

_UNDER_WAY: Final = frozenset({"under-way", "done", "stopped"})


@dataclass(frozen=True, slots=True)
class Member:
    """A group with its number, which stands at both ends of all that is said of it."""

    key: str
    number: int
    council: str
    gone: bool
    proposed: bool
    role: str
    successors: tuple[str, ...] = ()
    disposition: str = ""
    transition: str = ""


@dataclass(frozen=True, slots=True)
class Entry:
    """A row of work in an area. `keys` are the elements it is: the same work shown once."""

    keys: tuple[str, ...]
    text: Text
    group: str = ""
    """The group whose work it is, by a link that says what it does."""
    bodies: tuple[str, ...] = ()
    """Groups that lead, support or produce it; of unknown work, the candidates."""
    links: tuple[LinkId, ...] = ()
    role: str = ""
    kind: str = ""
    certain: bool = True
    under_way: bool = False
    ended: bool = False
    unknown: bool = False
    """Whether it is work whose group the sources do not tell."""


@dataclass(frozen=True, slots=True)
class Field:
    """A focus area in the near view: what is done today, and what is proposed."""

    key: str
    today: tuple[Entry, ...]
    proposed: tuple[Entry, ...]
    gone: tuple[str, ...]
    """Groups that worked here and give way."""
    gone_links: tuple[LinkId, ...] = ()
    left_out: int = 0
    """How many more groups are at work here that filters leave out."""


@dataclass(frozen=True, slots=True)
class Step:
    """A result, with what leads to it and where it leads."""

    key: str
    areas: tuple[str, ...]
    links: tuple[LinkId, ...]
    sources: tuple[str, ...]
    serves: tuple[str, ...]
    certain: bool


@dataclass(frozen=True, slots=True)
class Detail:
    """All that the near view shows."""

    far: Macro
    blocks: tuple[tuple[str, tuple[Member, ...]], ...]
    fields: tuple[Field, ...]
    kinds: tuple[str, ...]
    """The kinds of proposed work, in the order of their choices."""
    results: tuple[tuple[str, tuple[Step, ...]], ...]
    """Results by horizon, each horizon that has any."""
    aims: tuple[str, ...]
    serving: tuple[Link, ...]
    """Links by which areas and results serve the aims shown."""
    other: tuple[str, ...]
    """What is drawn in no other place."""
    chained: bool
    """Whether the sources say of any result, shown or not, how it leads to another."""

    @property
    def members(self) -> Mapping[str, Member]:
        """The groups by key."""
        return {member.key: member for _, members in self.blocks for member in members}


MOST_ENTRIES: Final = 250
"""More pieces of work and results than this no picture shows at once."""


def in_sight(framework: Framework, selection: Selection) -> int:
    """How many pieces of work and results the near view holds, at most: without drawing it.

    Those in the areas shown, and what the groups do there; with every area, all that there are.
    """
    kinds = (Trait.WORK, Trait.OUTPUT, Trait.OUTCOME)
    order = tuple(step.key for step in axis(framework))
    shown = areas_shown(framework, order, selection)
    count = sum(len(framework.sources(area, LinkRole.COVERS)) for area in shown)
    if not selection.area:
        return count + sum(len(framework.keys(kind)) for kind in kinds)
    inside = {key for area in shown for key in framework.sources(area, LinkRole.IN_FOCUS_AREA)}
    return count + sum(any(framework.has(key, kind) for kind in kinds) for key in inside)


def detail(
    framework: Framework, selection: Selection | None = None, as_of: date | None = None
) -> Detail:
    """The near view of a framework on a day. Pure; linear in what is in sight."""
    far = macro(framework, selection, as_of=as_of, rolled=False)
    facts = Facts(framework, as_of)
    gone = set(far.gone)
    areas = [area.key for area in far.areas]
    members = set(far.groups)
    twins = _twin_sets(framework, facts)
    entries = _entries(framework, facts, twins, members)
    cells = {
        area: [
            link
            for link in framework.links_in(area, LinkRole.COVERS)
            if link.source in members and link.source not in gone
        ]
        for area in areas
    }
    order = _ordered_groups(far, cells)
    place = {key: number for number, key in enumerate(order)}
    placed: set[str] = set()
    fields = []
    for area in areas:
        today = [_cell(framework, link) for link in cells[area]]
        today.sort(key=lambda entry: place[entry.group])
        today += [it for it in _unknown(facts, area, members) if it.bodies or not far.part]
        mine = [entry for entry, at in entries if area in at and not placed & set(entry.keys)]
        placed |= {key for entry in mine for key in entry.keys}
        leaving = [
            link for link in framework.links_in(area, LinkRole.COVERS) if link.source in gone
        ]
        fields.append(
            Field(
                area,
                (*today, *(entry for entry in mine if entry.under_way)),
                tuple(entry for entry in mine if not entry.under_way),
                tuple(sorted({link.source for link in leaving}, key=place.__getitem__)),
                tuple(link.id for link in leaving),
                far.left_out(area),
            )
        )
    results, chained = _results(framework, set(areas), placed)
    if selection is not None and selection.area:
        results = _led_to(results)
    steps = [step.key for _, column in results for step in column]
    aims = _aims(framework, [*areas, *steps])
    return Detail(
        far=far,
        blocks=_blocks(framework, facts, far, order),
        fields=tuple(fields),
        kinds=_kinds(framework, fields),
        results=results,
        aims=aims,
        serving=tuple(
            link
            for key in (*areas, *steps)
            for link in framework.links_out(key, LinkRole.SERVES)
            if link.target in aims
        ),
        other=_other(framework, far, placed, set(steps), selection),
        chained=chained,
    )


# --- groups ---------------------------------------------------------------------------------------


def _ordered_groups(far: Macro, cells: Mapping[str, list[Link]]) -> list[str]:
    """Groups by council, in an order in which few of their lines cross."""
    blocks = [sorted(block.groups, key=lambda key: key in set(far.gone)) for block in far.councils]
    rows = [[(area, link.source) for link in links] for area, links in cells.items()]
    edges = [(row[1], row) for block in rows for row in block]
    left, _ = untangled(blocks, rows, edges)
    gone = set(far.gone)
    return [key for block in left for key in sorted(block, key=lambda key: key in gone)]


def _blocks(
    framework: Framework, facts: Facts, far: Macro, order: list[str]
) -> tuple[tuple[str, tuple[Member, ...]], ...]:
    gone = set(far.gone)
    transitions = _transitions(framework, facts)
    council = {group: block.key for block in far.councils for group in block.groups}
    found: dict[str, list[Member]] = {block.key: [] for block in far.councils}
    for number, key in enumerate(order, 1):
        element = framework[key]
        transition = transitions.get(key)
        found[council[key]].append(
            Member(
                key,
                number,
                council[key],
                gone=key in gone,
                proposed=element.lifecycle == "proposed",
                role=element.word("council-role"),
                successors=tuple(framework.targets(key, LinkRole.CONTINUES_AS)),
                disposition=framework[transition].word("disposition") if transition else "",
                transition=transition or "",
            )
        )
    return tuple((key, tuple(members)) for key, members in found.items())


def _transitions(framework: Framework, facts: Facts) -> dict[str, str]:
    found: dict[str, str] = {}
    for transition in framework.keys(Trait.TRANSITION):
        for body in facts.targets(transition, LinkRole.CONCERNS, Trait.WORKS):
            _ = found.setdefault(body, transition)
    return found


# --- work -----------------------------------------------------------------------------------------


def _cell(framework: Framework, link: Link) -> Entry:
    return Entry(
        keys=(),
        text=link.text("what") or framework[link.source].short_name,
        group=link.source,
        links=(link.id,),
        certain=not uncertain(link.certainty),
    )


def _unknown(facts: Facts, area: str, members: set[str]) -> list[Entry]:
    """Judgements on an area that name the groups it may be: work whose group is not known."""
    found = []
    for key in facts.sources(area, LinkRole.ASSESSES, Trait.JUDGEMENT):
        candidates = [
            link
            for link in facts.links_from(key, LinkRole.CONCERNS)
            if facts.has(link.target, Trait.WORKS)
        ]
        if candidates:
            element = facts.elements[key]
            found.append(
                Entry(
                    keys=(key,),
                    text=element.text("text") or element.name,
                    bodies=tuple(it.target for it in candidates if it.target in members),
                    links=tuple(it.id for it in candidates),
                    certain=False,
                    unknown=True,
                )
            )
    return found


def _twin_sets(framework: Framework, facts: Facts) -> list[tuple[str, ...]]:
    """Work and outputs, with what is the same work together: work first, in its order."""
    seen: set[str] = set()
    found = []
    keys = facts.keys(Trait.WORK, Trait.OUTPUT)
    here = set(keys)
    for key in keys:
        if key not in seen:
            twins = facts.twins(key) & here
            seen |= twins
            found.append(tuple(one for one in keys if one in twins))
    return found


def _entries(
    framework: Framework, facts: Facts, twins: list[tuple[str, ...]], members: set[str]
) -> list[tuple[Entry, set[str]]]:
    """Each piece of work as one row, with the areas it is in."""
    found = []
    for keys in twins:
        elements = [framework[key] for key in keys]
        lead = elements[0]
        carrying = [
            link
            for key in keys
            for role in (LinkRole.LEADS, LinkRole.SUPPORTS, LinkRole.TAKES_PART, LinkRole.PRODUCES)
            for link in facts.links_to(key, role)
            if link.source in members
        ]
        areas = [link for key in keys for link in facts.links_from(key, LinkRole.IN_FOCUS_AREA)]
        entry = Entry(
            keys=keys,
            text=lead.name,
            bodies=tuple(dict.fromkeys(link.source for link in carrying)),
            links=(*(link.id for link in areas), *(link.id for link in carrying)),
            role=next(filter(None, (it.word("council-role") for it in elements)), ""),
            kind=lead.word("kind") if facts.has(lead.key, Trait.WORK) else "",
            certain=not uncertain(lead.certainty),
            under_way=any(_is_under_way(element) for element in elements),
            ended=all(element.lifecycle == "ended" for element in elements),
        )
        found.append((entry, {link.target for link in areas}))
    found.sort(key=lambda it: framework[it[0].keys[0]].number("rank") or 1e9)
    return found


def _is_under_way(element: Element) -> bool:
    return element.lifecycle in {"active", "paused", "ended"} or (
        not element.lifecycle and element.word("progress") in _UNDER_WAY
    )


def _kinds(framework: Framework, fields: Iterable[Field]) -> tuple[str, ...]:
    used = {entry.kind for field in fields for entry in field.proposed}
    order: dict[str, None] = {}
    for entry in framework.metamodel.types_with(Trait.WORK):
        for choice in framework.metamodel.attributes(entry.key)["kind"].choices:
            if choice.key in used:
                _ = order.setdefault(choice.key)
    return (*order, *sorted(kind for kind in used if kind not in order))


# --- results and aims ---------------------------------------------------------------------------


Horizons = tuple[tuple[str, tuple[Step, ...]], ...]


def _results(framework: Framework, areas: set[str], placed: set[str]) -> tuple[Horizons, bool]:
    """All results by horizon, and whether any is said to lead to another."""
    columns: dict[str, list[Step]] = {choice.key: [] for choice in HORIZONS}
    keys = framework.keys(Trait.OUTCOME)
    for key in keys:
        element = framework[key]
        inside = [
            link
            for link in framework.links_out(key, LinkRole.IN_FOCUS_AREA)
            if link.target in areas
        ]
        leading = framework.links_in(key, LinkRole.CONTRIBUTES_TO)
        work = [link for link in leading if link.source in placed]
        through = [
            link.target
            for it in work
            for link in framework.links_out(it.source, LinkRole.IN_FOCUS_AREA)
            if link.target in areas
        ]
        step = Step(
            key,
            areas=tuple(dict.fromkeys([*(link.target for link in inside), *through])),
            links=tuple(link.id for link in (*inside, *leading)),
            sources=tuple(link.source for link in leading if link.source in set(keys)),
            serves=tuple(framework.targets(key, LinkRole.SERVES)),
            certain=not uncertain(element.certainty),
        )
        columns.setdefault(element.word("horizon"), []).append(step)
    found = tuple((key, tuple(steps)) for key, steps in columns.items() if steps)
    return found, any(step.sources for _, column in found for step in column)


def _led_to(results: Horizons) -> Horizons:
    """The results of the areas shown, and all that these lead to."""
    steps = [step for _, column in results for step in column]
    kept = {step.key for step in steps if step.areas}
    while True:
        more = {step.key for step in steps if kept & set(step.sources)} - kept
        if not more:
            break
        kept |= more
    columns = ((key, tuple(it for it in steps if it.key in kept)) for key, steps in results)
    return tuple((key, column) for key, column in columns if column)


def _aims(framework: Framework, sources: Iterable[str]) -> tuple[str, ...]:
    """The aims at which the line of sight ends: vision, call to action, and all that is served."""
    served = {aim for key in sources for aim in framework.targets(key, LinkRole.SERVES)}
    keys = framework.keys(Trait.AIM)
    kinds = {kind: place for place, kind in enumerate(SIGHT_KINDS)}
    chosen = [key for key in keys if framework[key].word("kind") in kinds or key in served]
    chosen.sort(key=lambda key: kinds.get(framework[key].word("kind"), len(kinds)))
    return tuple(chosen)


# --- the rest -----------------------------------------------------------------------------------


def _other(
    framework: Framework,
    far: Macro,
    placed: set[str],
    steps: set[str],
    selection: Selection | None,
) -> tuple[str, ...]:
    if selection is not None and selection.area:
        return far.other
    work = [
        key
        for trait in (Trait.WORK, Trait.OUTPUT)
        for key in framework.keys(trait)
        if key not in placed and key not in steps
    ]
    return tuple(dict.fromkeys([*far.other, *work]))
