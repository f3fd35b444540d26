"""What of the near view stands on the page of which focus area."""

from __future__ import annotations

from collections.abc import Iterable
from dataclasses import dataclass

from cadre.core.graph import Framework, Link
from cadre.core.keys import LinkId
from cadre.core.traits import Trait
from cadre.viewpoints.framework_map.detail import Detail, Entry, Field, Horizons, Step
from cadre.viewpoints.framework_map.model import Area, Outside, Weight


@dataclass(frozen=True, slots=True)
class Share:
    """One focus area with all that is said of it."""

    at: Field
    area: Area
    results: Horizons
    reach: tuple[Weight, ...]
    """How priorities reach it, through groups that filters leave out too."""
    ties: tuple[tuple[Outside, tuple[Link, ...]], ...]
    """Ties outside of the area itself and of the groups at work in it."""
    serving: tuple[Link, ...]

    @property
    def key(self) -> str:
        """The key of the area."""
        return self.at.key

    @property
    def work(self) -> tuple[Entry, ...]:
        """Work of groups, known or not, and work under way."""
        return self.at.today

    @property
    def steps(self) -> tuple[Step, ...]:
        """Its results over all horizons."""
        return tuple(step for _, steps in self.results for step in steps)

    @property
    def links(self) -> Iterable[LinkId]:
        """The links behind its work and results."""
        for entry in (*self.at.today, *self.at.proposed):
            yield from entry.links
        for step in self.steps:
            yield from step.links

    def outputs(self, framework: Framework) -> int:
        """How many deliverables there are among its work."""
        entries = (*self.at.today, *self.at.proposed)
        return sum(framework.has(key, Trait.OUTPUT) for entry in entries for key in entry.keys)

    def owns(self, step: Step) -> bool:
        """Whether a result stands here; it is only named on the pages of its further areas."""
        return step.areas[0] == self.key


def shares(model: Detail) -> tuple[Share, ...]:
    """The focus areas in their order, each with what is said of it."""
    return tuple(
        Share(
            at,
            area,
            _horizons(model, at.key),
            tuple(weight for weight in model.far.unfiltered.reach if weight.source == area.key),
            tuple(_ties(model, area)),
            tuple(link for link in model.serving if link.source == at.key),
        )
        for at, area in zip(model.fields, model.far.areas, strict=True)
    )


def loose_results(model: Detail) -> Horizons:
    """The results that no focus area leads to."""
    kept = ((key, tuple(it for it in steps if not it.areas)) for key, steps in model.results)
    return tuple((key, steps) for key, steps in kept if steps)


def _horizons(model: Detail, area: str) -> Horizons:
    kept = ((key, tuple(it for it in steps if area in it.areas)) for key, steps in model.results)
    return tuple((key, steps) for key, steps in kept if steps)


def _ties(model: Detail, area: Area) -> Iterable[tuple[Outside, tuple[Link, ...]]]:
    here = {area.key, *(worker.group for worker in area.at_work)}
    for body in model.far.outside:
        links = tuple(link for link in body.ties if body.end(link) in here)
        if links:
            yield body, links
