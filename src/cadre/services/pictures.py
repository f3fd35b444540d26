"""Viewpoints drawn for a page: the picture, its table twin, and what a reader may choose."""

from __future__ import annotations

import re
from collections.abc import Callable, Iterable, Mapping, Sequence
from dataclasses import dataclass
from types import MappingProxyType
from typing import Final

from cadre.core.states import StateKind
from cadre.core.text import Language, Text
from cadre.render import svg
from cadre.render.measure import MEASURE
from cadre.services.frameworks import Opened
from cadre.services.memory import remembered
from cadre.viewpoints.focus import focused, shown, trace
from cadre.viewpoints.outline import Outline
from cadre.viewpoints.registry import FAMILIES, VIEWPOINTS, Family
from cadre.viewpoints.scene import (
    AnyItem,
    Box,
    Glyph,
    Group,
    Item,
    Label,
    Rect,
    Region,
    Scene,
    Wire,
    subject_of,
)
from cadre.viewpoints.scene import opened as opened_items
from cadre.viewpoints.table import Table
from cadre.viewpoints.viewpoint import BadOption, Option, Stage, Viewpoint
from cadre.wording import wording

ABOUT: Final = "of"
ALL: Final = Text("All", "Tout")
WHICHEVER: Final = Text("As it comes", "Au choix de l’image")
NARROW: Final = "phone"
NARROW_TO: Final = 480
FEW: Final = 2
CHOOSE: Final = Text("Choose a state", "Choisir un état")
ALONE: Final = Text("This state alone", "Cet état seul")
MOST_TO_DRAW: Final = 2000
"""A framework of more elements is not drawn only to know whether something has a place in it."""
_KEY_PARTS: Final = re.compile("[:>#]")
LEGIBLE_TO: Final = 1400
"""Up to this many points a picture stays legible when it is fitted to a page."""


@dataclass(frozen=True, slots=True)
class Value:
    """One value that an option may take."""

    key: str
    label: Text
    chosen: bool


ValueGroups = tuple[tuple[Text, tuple[Value, ...]], ...]
MOST_TO_CHOOSE: Final = 500
"""Nobody finds an element among more; it is searched for instead."""


@dataclass(frozen=True, slots=True)
class Choice:
    """One thing that a reader may choose of a picture."""

    option: Option
    values: tuple[Value, ...]
    groups: ValueGroups
    is_cut: bool = False
    """Whether there is too much to choose from: only what is chosen stands in it."""


@dataclass(frozen=True, slots=True)
class Drawn:
    """One page of a picture as SVG; `large` when it would not be legible at a page's width."""

    svg: str
    large: bool


@dataclass(frozen=True)
class Picture:
    """A picture with all that its page says of it."""

    viewpoint: Viewpoint
    scene: Scene
    wide: tuple[Drawn, ...]
    narrow: tuple[Drawn, ...]
    table: Table
    choices: tuple[Choice, ...]
    options: Mapping[str, str]
    """What the reader chose, without what is the default anyway."""
    closer: Mapping[str, str]
    """By row of the table, where what stands behind it is shown."""
    outline: Outline
    """What stands in for the picture on a phone, where it has no narrow form."""
    has_focus: bool
    """Whether the element in focus has a place in the picture."""
    lit: tuple[str, ...]
    """The elements asked to be lit that have a place in the picture, in the order asked."""


def all_viewpoints() -> tuple[Viewpoint, ...]:
    """Every viewpoint there is, in the order of the registry."""
    return tuple(VIEWPOINTS.values())


def offered(opened: Opened) -> tuple[Viewpoint, ...]:
    """The viewpoints that have a page for this framework."""
    return all_viewpoints()


def families() -> tuple[Family, ...]:
    """The same viewpoints by what they are good for."""
    return FAMILIES


def is_small(opened: Opened) -> bool:
    """Whether a framework is small enough to be drawn for a look in passing."""
    return len(opened.framework) <= MOST_TO_DRAW


def thumbnail(opened: Opened, viewpoint: str, language: Language) -> bytes:
    """The first page of a picture with nothing chosen, as an SVG file of its own."""
    return svg.svg_file(pages(opened, viewpoint, {}, language)[0])


def picture_styles(hues: Iterable[str]) -> str:
    """The style sheet that turns pictures dark, for an axis of these hues."""
    return svg.stylesheet(hues)


def draw(
    opened: Opened,
    viewpoint: str,
    options: Mapping[str, str],
    language: Language,
    to_element: Callable[[str], str],
    lit: Sequence[str] = (),
    focus: str = "",
    to_closer: ToCloser | None = None,
) -> Picture:
    """A picture of a framework in a state, with the elements `lit` framed.

    With `focus`, an element and its path stay as they are and the rest is pale. `to_closer` gives
    the address of what stands behind a weight. BadOption for what the viewpoint does not take.
    """
    entry = VIEWPOINTS[viewpoint]
    scenes = _scenes(opened, entry, options, language, entry.on_screen(options))
    narrow = _scenes(opened, entry, options, language, NARROW) if NARROW in entry.papers else ()
    if any(scene.width > NARROW_TO for scene in narrow):
        narrow = ()  # there is no narrow form of this one
    has_focus = any(shown(scene, focus) for scene in scenes)
    placed = _placed((*scenes, *narrow)) if lit else frozenset()
    framed = tuple(key for key in dict.fromkeys(lit) if key in placed)
    if focus:
        scenes, narrow = _focused(opened, scenes, focus), _focused(opened, narrow, focus)
        lit = (*lit, focus)
    rows = _table(opened, entry, options)
    closer = tuple(_closer(opened, entry, options, rows))
    from_rows = {one.row: to_closer(one, f"row-{one.number}") for one in closer if to_closer}
    from_wires: dict[tuple[str, ...], str] = {
        one.ends: to_closer(one, "picture") for one in closer if to_closer
    }

    def link(item: Item) -> str | None:
        if isinstance(item, Wire) and item.links:
            return from_wires.get(item.ends)
        key = _leads_to(item)
        return to_element(key) if key and key in opened.framework else None

    def drawn(scene: Scene, prefix: str) -> Drawn:
        text = svg.svg_page(scene, prefix=prefix, link=link)
        return Drawn(with_frames(text, scene, lit), scene.body.width > LEGIBLE_TO)

    return Picture(
        entry,
        scenes[0],
        tuple(drawn(scene, f"wide-{place}") for place, scene in enumerate(scenes, 1)),
        tuple(drawn(scene, f"narrow-{place}") for place, scene in enumerate(narrow, 1)),
        rows,
        tuple(_choices(opened, entry, options)),
        MappingProxyType(dict(options)),
        MappingProxyType(from_rows),
        () if narrow else _outline(opened, viewpoint, tuple(sorted(options.items()))),
        has_focus,
        framed,
    )


@dataclass(frozen=True, slots=True)
class Closer:
    """A weight that can be looked into: its row, what it joins, the options that show it."""

    row: str
    number: int
    ends: tuple[str, str]
    options: Mapping[str, str]


ToCloser = Callable[[Closer, str], str]
"""The address of what stands behind a weight, and where on this page the way back ends."""


def _closer(
    opened: Opened, entry: Viewpoint, options: Mapping[str, str], rows: Table
) -> Iterable[Closer]:
    if entry.closer is None:
        return
    for number, row in enumerate(rows.rows, 1):
        source, target = row.cells.get("source"), row.cells.get("target")
        if row.cells.get("links") and isinstance(source, str) and isinstance(target, str):
            near = entry.closer(options, opened.framework, source, target)
            if near:
                yield Closer(row.key, number, (source, target), near)


@remembered(32)
def _outline(opened: Opened, viewpoint: str, options: tuple[tuple[str, str], ...]) -> Outline:
    entry = VIEWPOINTS[viewpoint]
    if entry.outlining is None:
        return ()
    as_of = Stage(opened.states.name, opened.info).as_of
    return entry.outlining(opened.framework, dict(options), as_of)


def _leads_to(item: Item) -> str:
    """The element that an item leads to: all of a group does that is about one element alone.

    Else what lies over its box would catch the pointer.
    """
    subject = subject_of(item)
    if item.key or not isinstance(item, Group):
        return item.key
    others = (one.key for one in opened_items(item.items) if one.key not in ("", subject))
    return "" if any(others) else subject


def _focused(opened: Opened, scenes: tuple[Scene, ...], focus: str) -> tuple[Scene, ...]:
    found = trace(opened.framework, focus)
    return tuple(focused(scene, found.keys, found.links) for scene in scenes)


# --- what is lit ----------------------------------------------------------------------------------


def with_frames(text: str, scene: Scene, keys: Iterable[str]) -> str:
    """The picture with a frame around each place where one of these elements is shown."""
    frames = "".join(_frame(rect.inset(-1.5)) for rect in places_of(scene, keys))
    if not frames:
        return text
    head, end, _ = text.rpartition("</svg>")
    return f'{head}<g class="frames">{frames}</g>{end}'


def _frame(rect: Rect) -> str:
    place = f'x="{rect.x:.1f}" y="{rect.y:.1f}" width="{rect.width:.1f}" height="{rect.height:.1f}"'
    return f'<rect class="casing" {place}/><rect class="frame" {place}/>'


def places_of(scene: Scene, keys: Iterable[str]) -> tuple[Rect, ...]:
    """Where a picture shows these elements: the smallest places, none that holds another."""
    wanted = set(keys)
    found: list[Rect] = []
    for item in opened_items(scene.items):
        place = None if wanted.isdisjoint(_about(item)) else _bounds(item)
        if place is not None:
            found.append(place)
    return tuple(
        one
        for first, one in enumerate(found)
        if not any(
            one.holds(other, slack=0.5) and (not other.holds(one, slack=0.5) or first < second)
            for second, other in enumerate(found)
            if second != first
        )
    )


def _about(item: AnyItem) -> tuple[str, ...]:
    """The elements that an item is about: what shows many things is about none of them."""
    return (item.key, *item.shows) if len(item.shows) <= FEW else (item.key,)


def _bounds(item: AnyItem) -> Rect | None:
    match item:
        case Region(rect=rect) | Box(rect=rect):
            return rect
        case Label():
            width = max(
                (MEASURE.width(line, item.size, item.bold) for line in item.lines), default=0
            )
            left = item.x - {"start": 0.0, "middle": width / 2, "end": width}[item.anchor]
            height = item.step * (len(item.lines) - 1) + 1.25 * item.size
            return Rect(left, item.y - item.size, width, height)
        case Glyph():
            return Rect(item.x, item.y, item.size, item.size)
        case Group():
            return _union([it for one in item.items if (it := _bounds(one)) is not None])
        case Wire():
            return None


def _union(rects: Sequence[Rect]) -> Rect | None:
    if not rects:
        return None
    left, top = min(one.x for one in rects), min(one.y for one in rects)
    right, bottom = max(one.right for one in rects), max(one.bottom for one in rects)
    return Rect(left, top, right - left, bottom - top)


def papers(viewpoint: str) -> tuple[str, ...]:
    """The papers that a picture may be printed on, the largest first."""
    return tuple(one for one in VIEWPOINTS[viewpoint].papers if one != NARROW)


def pages(
    opened: Opened,
    viewpoint: str,
    options: Mapping[str, str],
    language: Language,
    paper: str = "",
    focus: str = "",
) -> tuple[Scene, ...]:
    """The pages of a picture, on the paper of its page unless another is named.

    `focus` and BadOption as for `draw`.
    """
    entry = VIEWPOINTS[viewpoint]
    found = _scenes(opened, entry, options, language, paper or entry.on_screen(options))
    return _focused(opened, found, focus) if focus else found


def table(opened: Opened, viewpoint: str, options: Mapping[str, str]) -> Table:
    """The rows of a picture. BadOption as for `draw`."""
    return _table(opened, VIEWPOINTS[viewpoint], options)


def taken(viewpoint: str, given: Mapping[str, str]) -> dict[str, str]:
    """What of a query are options of this viewpoint, without empty values."""
    known = {option.key for option in VIEWPOINTS[viewpoint].options}
    return {key: value for key, value in given.items() if key in known and value}


def shows(opened: Opened, viewpoint: str, keys: Iterable[str], language: Language) -> bool:
    """Whether a picture, with nothing chosen, shows any of these elements.

    Of a large framework, whether the picture's table tells of any of them.
    """
    if not is_small(opened):
        return not _keys_told(opened, viewpoint).isdisjoint(keys)
    return not _keys_shown(opened, viewpoint, language).isdisjoint(keys)


@remembered(512)
def _keys_shown(opened: Opened, viewpoint: str, language: Language) -> frozenset[str]:
    """The elements that have a place in a picture with nothing chosen; none where it needs more."""
    entry = VIEWPOINTS[viewpoint]
    try:
        scenes = _scenes(opened, entry, {}, language, entry.on_screen({}))
    except BadOption:
        return frozenset()
    return _placed(scenes)


@remembered(512)
def _keys_told(opened: Opened, viewpoint: str) -> frozenset[str]:
    """The elements that the table of a picture with nothing chosen tells of, as rows or links."""
    try:
        rows = _table(opened, VIEWPOINTS[viewpoint], {}).rows
    except BadOption:
        return frozenset()
    return frozenset(part for row in rows for part in _KEY_PARTS.split(row.key))


def _placed(scenes: Iterable[Scene]) -> frozenset[str]:
    """The elements that have a place in any of these scenes, where a frame may stand."""
    items = [item for scene in scenes for item in opened_items(scene.items)]
    return frozenset(key for item in items if _bounds(item) for key in _about(item))


def _scenes(
    opened: Opened,
    entry: Viewpoint,
    options: Mapping[str, str],
    language: Language,
    paper: str,
) -> tuple[Scene, ...]:
    return _drawn(opened, entry.id, tuple(sorted(options.items())), language, paper)


@remembered(96)
def _drawn(
    opened: Opened,
    viewpoint: str,
    options: tuple[tuple[str, str], ...],
    language: Language,
    paper: str,
) -> tuple[Scene, ...]:
    entry, given = VIEWPOINTS[viewpoint], dict(options)
    return entry.pages(
        opened.framework,
        words=wording(language),
        measure=MEASURE,
        stage=Stage(opened.states.name, opened.info),
        paper=paper,
        options=given,
        base=entry.base(opened.states, opened.state, given),
    )


def _table(opened: Opened, entry: Viewpoint, options: Mapping[str, str]) -> Table:
    base = entry.base(opened.states, opened.state, options)
    as_of = Stage(opened.states.name, opened.info).as_of
    return entry.table(opened.framework, options, as_of=as_of, base=base)


def _choices(opened: Opened, entry: Viewpoint, options: Mapping[str, str]) -> Iterable[Choice]:
    for option in entry.options:
        chosen = options.get(option.key, option.default)
        values = [Value(one.key, one.label, one.key == chosen) for one in option.choices]
        if option.state:
            values = list(_other_states(opened, chosen))
        if option.states:
            values = list(_states_beside(opened, chosen))
        groups = tuple(_elements_for(opened, option, chosen))
        is_cut = sum(len(named) for _, named in groups) > MOST_TO_CHOOSE
        if is_cut:
            groups = tuple(_chosen_of(groups))
        if (groups or is_cut) and not option.default and all(value.key for value in values):
            label = WHICHEVER if option.any_element or option.one else ALL
            values.insert(0, Value("", label, not chosen))
        if values or groups:
            yield Choice(option, tuple(values), groups, is_cut)


def _other_states(opened: Opened, chosen: str) -> Iterable[Value]:
    """The states to compare with; where none is chosen and none comes before, that one must be."""
    states = opened.states
    chosen = chosen or states.base_of(opened.state) or ""
    if not chosen:
        yield Value("", CHOOSE, True)
    for key in states:
        if key != opened.state or key == chosen:
            yield Value(key, states.info(key).name, key == chosen)


def _states_beside(opened: Opened, chosen: str) -> Iterable[Value]:
    """One state, or all scenarios beside each other; whatever else the address names."""
    states = opened.states
    wanted = {key: states.info(key).name for key in states}
    scenarios = [key for key in wanted if states.info(key).kind is StateKind.SCENARIO]
    if len(scenarios) > 1:
        wanted[",".join(scenarios)] = _together([wanted[key] for key in scenarios])
    keys = chosen.split(",")
    if chosen and all(key in wanted for key in keys):
        _ = wanted.setdefault(chosen, _together([wanted[key] for key in keys]))
    yield Value("", ALONE, not chosen)
    for key, name in wanted.items():
        yield Value(key, name, key == chosen)


def _together(names: Sequence[Text]) -> Text:
    return Text(" | ".join(it.in_("en") for it in names), " | ".join(it.in_("fr") for it in names))


def _chosen_of(groups: ValueGroups) -> Iterable[tuple[Text, tuple[Value, ...]]]:
    for label, values in groups:
        if chosen := tuple(value for value in values if value.chosen):
            yield label, chosen


def _elements_for(
    opened: Opened, option: Option, chosen: str
) -> Iterable[tuple[Text, tuple[Value, ...]]]:
    """The elements that an option may name, under the plural of their type."""
    framework = opened.framework
    for entry in framework.metamodel.element_types.values():
        if option.any_element or (option.element and option.element in entry.traits):
            keys = framework.keys(type=entry.key)
            values = tuple(Value(key, framework[key].short_name, key == chosen) for key in keys)
            if values:
                yield entry.plural, values


def about(opened: Opened, viewpoint: Viewpoint, key: str) -> str:
    """The option by which a viewpoint draws this very element, or an empty string."""
    traits = opened.framework.traits(key)
    for option in viewpoint.options:
        if option.key == ABOUT and (option.any_element or option.element in traits):
            return option.key
    return ""
