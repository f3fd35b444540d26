"""Viewpoints drawn for a page: the picture, its table twin, and what a reader may choose."""

from __future__ import annotations

from collections.abc import Callable, Iterable, Mapping
from dataclasses import dataclass
from types import MappingProxyType
from typing import Final

from cadre.core.text import Language, Text
from cadre.render import svg
from cadre.render.measure import MEASURE
from cadre.render.table import table_csv
from cadre.services.frameworks import Opened
from cadre.services.memory import remembered
from cadre.viewpoints.registry import VIEWPOINTS
from cadre.viewpoints.scene import Item, Scene
from cadre.viewpoints.table import Table
from cadre.viewpoints.viewpoint import BadOption, Option, Stage, Viewpoint
from cadre.wording import wording

NARROW: Final = "phone"


@dataclass(frozen=True, slots=True)
class Value:
    """One value that an option may take."""

    key: str
    label: Text
    chosen: bool


@dataclass(frozen=True, slots=True)
class Choice:
    """One thing that a reader may choose of a picture."""

    option: Option
    values: tuple[Value, ...]


@dataclass(frozen=True)
class Picture:
    """A picture with all that its page says of it."""

    viewpoint: Viewpoint
    scene: Scene
    svgs: tuple[str, ...]
    narrow: str
    table: Table
    choices: tuple[Choice, ...]
    options: Mapping[str, str]
    """What the reader chose, without what is the default anyway."""


def all_viewpoints() -> tuple[Viewpoint, ...]:
    """Every viewpoint there is, in the order of the registry."""
    return tuple(VIEWPOINTS.values())


def offered(opened: Opened) -> tuple[Viewpoint, ...]:
    """The viewpoints that have a page for this framework."""
    return all_viewpoints()


def picture_styles(hues: Iterable[str]) -> str:
    """The style sheet that turns pictures dark, for an axis of these hues."""
    return svg.stylesheet(hues)


def draw(
    opened: Opened,
    viewpoint: str,
    options: Mapping[str, str],
    language: Language,
    to_element: Callable[[str], str],
) -> Picture:
    """A picture of a framework in a state. BadOption for what the viewpoint does not take."""
    entry = VIEWPOINTS[viewpoint]
    scenes = _scenes(opened, entry, options, language, _paper(entry))
    narrow = _scenes(opened, entry, options, language, NARROW) if NARROW in entry.papers else ()

    def link(item: Item) -> str | None:
        return to_element(item.key) if item.key and item.key in opened.framework else None

    drawn = [
        svg.svg_page(scene, prefix=f"picture-{place}", link=link)
        for place, scene in enumerate(scenes, 1)
    ]
    narrow_drawn = [
        svg.svg_page(scene, prefix=f"narrow-{place}", link=link)
        for place, scene in enumerate(narrow, 1)
    ]
    return Picture(
        entry,
        scenes[0],
        tuple(drawn),
        "".join(narrow_drawn),
        entry.table(opened.framework, options),
        tuple(_choices(opened, entry, options)),
        MappingProxyType(dict(options)),
    )


def file_svg(
    opened: Opened, viewpoint: str, options: Mapping[str, str], language: Language
) -> bytes:
    """The first page of a picture as a file. BadOption as for `draw`."""
    entry = VIEWPOINTS[viewpoint]
    return svg.svg_file(_scenes(opened, entry, options, language, _paper(entry))[0])


def file_csv(
    opened: Opened, viewpoint: str, options: Mapping[str, str], language: Language
) -> bytes:
    """The table of a picture for a spreadsheet. BadOption as for `draw`."""
    table = VIEWPOINTS[viewpoint].table(opened.framework, options)
    return table_csv(table, language, for_spreadsheet=True).encode()


def taken(viewpoint: str, given: Mapping[str, str]) -> dict[str, str]:
    """What of a query are options of this viewpoint, without empty values."""
    known = {option.key for option in VIEWPOINTS[viewpoint].options}
    return {key: value for key, value in given.items() if key in known and value}


def shows(opened: Opened, viewpoint: str, keys: Iterable[str], language: Language) -> bool:
    """Whether a picture, with nothing chosen, shows any of these elements."""
    entry = VIEWPOINTS[viewpoint]
    try:
        scenes = _scenes(opened, entry, {}, language, _paper(entry))
    except BadOption:
        return False
    wanted = set(keys)
    return any(not wanted.isdisjoint(scene.subjects) for scene in scenes)


def _paper(entry: Viewpoint) -> str:
    return "tabloid" if "tabloid" in entry.papers else entry.papers[0]


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
    return VIEWPOINTS[viewpoint].pages(
        opened.framework,
        words=wording(language),
        measure=MEASURE,
        stage=Stage(opened.states.name, opened.info),
        paper=paper,
        options=dict(options),
    )


def _choices(opened: Opened, entry: Viewpoint, options: Mapping[str, str]) -> Iterable[Choice]:
    framework = opened.framework
    for option in entry.options:
        chosen = options.get(option.key, option.default)
        if option.element is not None:
            keys = framework.keys(option.element)
            values = tuple(Value(key, framework[key].short_name, key == chosen) for key in keys)
        else:
            values = tuple(Value(one.key, one.label, one.key == chosen) for one in option.choices)
        if values:
            yield Choice(option, values)
