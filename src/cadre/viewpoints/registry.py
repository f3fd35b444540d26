"""All viewpoints, by id and by what they are good for; each is imported when it is asked for."""

from __future__ import annotations

from collections.abc import Iterator, Mapping
from dataclasses import dataclass
from importlib import import_module
from typing import Final

from cadre.core.text import Text
from cadre.viewpoints.viewpoint import Viewpoint


@dataclass(frozen=True, slots=True)
class Family:
    """Viewpoints that answer questions of one kind, the first one to look at before the others."""

    label: Text
    ids: tuple[str, ...]

    @property
    def viewpoints(self) -> tuple[Viewpoint, ...]:
        """The viewpoints themselves, in the same order."""
        return tuple(VIEWPOINTS[one] for one in self.ids)


FAMILIES: Final = (
    Family(
        Text("The whole", "L’ensemble"),
        ("framework-map", "logic-model", "structure", "plan-on-a-page", "objectives"),
    ),
    Family(
        Text("Where it is thin or doubled", "Lacunes et doubles emplois"),
        ("gap-matrix", "swot", "role-mix", "effort"),
    ),
    Family(Text("What comes when", "Ce qui vient quand"), ("roadmap", "timeline")),
    Family(Text("What changes", "Ce qui change"), ("change-analysis", "comparison")),
    Family(
        Text("One thing at a time", "Une chose à la fois"),
        ("line-of-sight", "neighbourhood", "group-sheet", "priority-sheet"),
    ),
)


class _Viewpoints(Mapping[str, Viewpoint]):
    """`swot` is `SWOT` of the package `cadre.viewpoints.swot`, imported when it is first used.

    A command that draws one picture does not wait for the code of the others.
    """

    def __init__(self, ids: tuple[str, ...]) -> None:
        self._ids = dict.fromkeys(ids)

    def __getitem__(self, key: str) -> Viewpoint:
        if key not in self._ids:
            raise KeyError(key)
        name = key.replace("-", "_")
        found: Viewpoint = getattr(import_module(f"cadre.viewpoints.{name}"), name.upper())
        return found

    def __iter__(self) -> Iterator[str]:
        return iter(self._ids)

    def __len__(self) -> int:
        return len(self._ids)


VIEWPOINTS: Final[Mapping[str, Viewpoint]] = _Viewpoints(
    tuple(one for family in FAMILIES for one in family.ids)
)
