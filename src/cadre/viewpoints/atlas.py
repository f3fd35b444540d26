"""The atlas of a state: every picture of the whole, in the order of the registry."""

from __future__ import annotations

from collections.abc import Mapping
from dataclasses import dataclass, replace
from typing import Final

from cadre.core.graph import Framework
from cadre.core.states import StateInfo, States
from cadre.core.text import Text
from cadre.viewpoints.measure import Measure
from cadre.viewpoints.registry import FAMILIES, Family
from cadre.viewpoints.scene import Scene
from cadre.viewpoints.table import Table
from cadre.viewpoints.viewpoint import DEFAULT_PAPER, PAPERS, Stage, Viewpoint
from cadre.viewpoints.words import Words

ATLAS_PAPERS: Final = tuple(paper for paper in PAPERS if paper != "phone")
_OF_ONE_ELEMENT: Final = "of"


@dataclass(frozen=True, slots=True)
class Plate:
    """One picture of an atlas with its table."""

    viewpoint: Viewpoint
    scenes: tuple[Scene, ...]
    table: Table


@dataclass(frozen=True, slots=True)
class Chapter:
    """The pictures that answer questions of one kind."""

    label: Text
    plates: tuple[Plate, ...]


def atlas(
    states: States,
    state: str,
    info: StateInfo,
    *,
    words: Words,
    measure: Measure,
    paper: str = DEFAULT_PAPER,
) -> tuple[Chapter, ...]:
    """The chapters of the atlas of a state; one that has no picture is left out.

    Sheets, which are of one element each, are there for every element; other pictures of a single
    element have no place in it. `info` is what the pictures say of the state.
    """
    framework, stage = states.at(state), Stage(states.name, info)

    def pages(viewpoint: Viewpoint, options: Mapping[str, str]) -> tuple[Scene, ...]:
        return viewpoint.pages(
            framework,
            words=words,
            measure=measure,
            stage=stage,
            paper=paper if paper in viewpoint.papers else viewpoint.on_screen({}),
            options=options,
            base=viewpoint.base(states, state, {}),
        )

    def plate(viewpoint: Viewpoint) -> Plate:
        base = viewpoint.base(states, state, {})
        each = [{_OF_ONE_ELEMENT: key} for key in _elements(framework, viewpoint)] or [{}]
        tables = [
            viewpoint.table(framework, options, as_of=stage.as_of, base=base) for options in each
        ]
        rows = tuple(row for table in tables for row in table.rows)
        scenes = tuple(scene for options in each for scene in pages(viewpoint, options))
        return Plate(viewpoint, scenes, replace(tables[0], rows=rows))

    chapters = (Chapter(one.label, tuple(map(plate, _of_the_whole(one)))) for one in FAMILIES)
    return tuple(chapter for chapter in chapters if chapter.plates)


def _of_the_whole(family: Family) -> list[Viewpoint]:
    return [
        viewpoint
        for viewpoint in family.viewpoints
        if all(option.key != _OF_ONE_ELEMENT or option.one for option in viewpoint.options)
    ]


def _elements(framework: Framework, viewpoint: Viewpoint) -> list[str]:
    """The elements that a sheet is of; none for a picture of the whole."""
    return [
        key
        for option in viewpoint.options
        if option.key == _OF_ONE_ELEMENT and option.element
        for key in framework.keys(option.element)
    ]
