"""How the width of the logic model is shared: labels on the left, then equal columns."""

from __future__ import annotations

from dataclasses import dataclass
from typing import Final

from cadre.viewpoints.frame import Sheet
from cadre.viewpoints.logic_model.model import Column, Model
from cadre.viewpoints.measure import Measure, longest_word
from cadre.viewpoints.words import Words

PAD: Final = 5.5


@dataclass(frozen=True, slots=True)
class Plan:
    """The widths of a drawing: labels on the left, then equal columns."""

    labels: float
    column: float
    gap: float
    columns: int

    @property
    def width(self) -> float:
        """All of it."""
        return self.labels + self.content

    @property
    def content(self) -> float:
        """What stands right of the labels."""
        return self.columns * self.column + (self.columns - 1) * self.gap


def plan_for(model: Model, paper: Sheet, words: Words, measure: Measure) -> Plan:
    """Columns as wide as the paper gives, and never narrower than their longest word."""
    u = paper.scale
    framework = model.framework
    labels = 96 * u
    columns = max(1, len(model.columns))
    gap = 6 * u
    room = paper.width - 2 * paper.margin - labels
    heads = [words.of(step.name) for step in model.steps]
    bodies = [words.of(framework[key].name) for one in model.columns for key in one.works]
    bodies += [words.of(framework[key].name) for one in model.horizons for key in one.results]
    outputs = [
        words.of(framework[key].short_name)
        for column in model.columns
        for key in (*column.loose, *_outputs(column))
    ]
    bodies += [words.of(own.what) for column in model.columns for own in column.own]
    named = [words.of(framework[own.key].short_name) for one in model.columns for own in one.own]
    longest = max(
        longest_word(heads, paper.small, measure, bold=True),
        longest_word(named, paper.small, measure, bold=True) + 6 * u,
        min(longest_word(bodies, paper.small, measure), 120 * u),
        min(longest_word(outputs, paper.small, measure) + 12 * u, 120 * u),
    )
    least = max(72 * u, longest + 2 * PAD * u)
    column = max(least, (room - (columns - 1) * gap) / columns)
    return Plan(labels, column, gap, columns)


def _outputs(column: Column) -> list[str]:
    return [key for own in column.own for key in (*own.outputs, *own.works)]
