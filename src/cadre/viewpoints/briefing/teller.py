"""What the parts of a briefing share: the framework, its findings, how cells are said."""

from __future__ import annotations

from collections.abc import Sequence
from datetime import date
from functools import cached_property
from typing import Final

from cadre.analysis.check import check
from cadre.analysis.coverage import lasting_coverage
from cadre.analysis.facts import Facts
from cadre.core.states import StateInfo, States
from cadre.core.text import Rendition, Text
from cadre.core.traits import Trait
from cadre.viewpoints.briefing.model import Cell
from cadre.viewpoints.frame import furniture
from cadre.viewpoints.measure import Measure
from cadre.viewpoints.scene import Furniture
from cadre.viewpoints.viewpoint import Base, Request, Stage
from cadre.viewpoints.words import Words

DASH: Final = "–"


class Teller:
    """One state of a framework, as one language tells it."""

    def __init__(
        self, states: States, state: str, words: Words, measure: Measure, as_of: date | None
    ) -> None:
        self.states, self.words, self.measure = states, words, measure
        self.info: StateInfo = states.info(state)
        self.day = as_of or (self.info.date.latest if self.info.date else None)
        self.framework = states.at(state)
        self.facts = Facts(self.framework, self.day)
        self.findings = check(self.framework, self.day)
        self.covered = self.facts.once(lasting_coverage).areas
        key = states.base_of(state)
        self.base = Base(states.at(key), states.info(key)) if key else None

    @cached_property
    def furniture(self) -> Furniture:
        """What must stand on every slide, and the sources of all that is told."""
        request = Request(self.words, self.measure, Stage(self.states.name, self.info))
        provenances = [element.provenance for element in self.facts.elements.values()]
        return furniture(self.framework, request, provenances=provenances)

    def of(self, text: Text) -> str:
        """The text in the language of the briefing."""
        return self.words.of(text)

    def said(self, text: Text) -> Cell:
        """A cell with a text, or a dash where there is none."""
        found = self.words.rendition(text)
        return found if found.text else Rendition(DASH, self.words.language)

    def plain(self, text: str) -> Cell:
        """A cell with words of the briefing itself."""
        return Rendition(text, self.words.language)

    def number(self, number: float) -> Cell:
        """A cell with a number."""
        return self.plain(self.words.number(number))

    def heads(self, texts: Sequence[Text]) -> tuple[str, ...]:
        """The heads of a table."""
        return tuple(map(self.of, texts))

    def names(self, keys: Sequence[str]) -> Cell:
        """A cell with the names of elements."""
        names = [self.of(self.facts.elements[key].short_name) for key in keys]
        return self.plain(self.words.listed(names) if names else DASH)

    def behind(self, *families: str, traits: Sequence[Trait] = ()) -> tuple[str, ...]:
        """The findings of these families, or on elements of these traits, as notes."""
        return tuple(
            f"{one.code} · {self.of(one.message)}"
            for one in self.findings
            if one.code.partition("-")[0] in families
            or any(
                key in self.facts.elements and self.facts.has(key, *traits) for key in one.subjects
            )
        )
