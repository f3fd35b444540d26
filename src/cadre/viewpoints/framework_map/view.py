"""Names and marks as one reader sees them: what all forms of the map ask for."""

from __future__ import annotations

from collections.abc import Iterable, Mapping, Sequence
from dataclasses import dataclass
from functools import cached_property
from itertools import cycle
from typing import Final

from cadre.core.graph import Framework
from cadre.core.text import Text
from cadre.core.traits import MARKS, LinkRole, Trait
from cadre.viewpoints.axis import Step
from cadre.viewpoints.framework_map import wordings
from cadre.viewpoints.framework_map.model import Priority
from cadre.viewpoints.framework_map.selection import NO_COUNCIL, Selection, councils, uncertain
from cadre.viewpoints.measure import Measure
from cadre.viewpoints.scene import INK, Paint
from cadre.viewpoints.texts import Face
from cadre.viewpoints.words import Words

NO_COUNCIL_MARK: Final = "question"


@dataclass(frozen=True)
class View:
    """Names and marks as this reader sees them."""

    framework: Framework
    words: Words
    measure: Measure
    unit: float

    def name(self, key: str) -> str:
        """The short name of a thing."""
        if key == NO_COUNCIL:
            return self.words.of(wordings.NO_COUNCIL)
        return self.words.of(self.framework[key].short_name)

    def block_name(self, key: str) -> str:
        """The short name of a block, and whether who is part of it is uncertain."""
        name = self.name(key)
        return self.text(wordings.UNSURE, said=name) if self.unsure(key) else name

    def names(self, keys: Iterable[str]) -> list[str]:
        """Short names of several things."""
        return [self.name(key) for key in keys]

    def mark(self, council: str) -> str:
        """The mark of a block: of a council its own, of a group that heads others a free one."""
        if council == NO_COUNCIL:
            return NO_COUNCIL_MARK
        if self.is_council(council):
            return self.framework[council].word("mark") or "square"
        return self._free_marks[council]

    def is_council(self, block: str) -> bool:
        """Whether a block is that of a council."""
        return block != NO_COUNCIL and self.framework.has(block, Trait.STEERS)

    def unsure(self, block: str) -> bool:
        """Whether the groups of a block that is no council's are only read to be part of it."""
        if block == NO_COUNCIL or self.is_council(block):
            return False
        links = self.framework.links_in(block, LinkRole.PART_OF)
        return all(uncertain(link.certainty) for link in links)

    @cached_property
    def _free_marks(self) -> dict[str, str]:
        taken = {self.mark(key) for key in self.framework.keys(Trait.STEERS)}
        free = [choice.key for choice in MARKS if choice.key not in taken] or ["square"]
        blocks = councils(self.framework, Selection())
        heads = [it.key for it in blocks if it.key and not self.is_council(it.key)]
        return dict(zip(heads, cycle(free), strict=False))

    def text(self, template: Text, **slots: str | int | Sequence[str]) -> str:
        """A sentence filled in."""
        return self.words.fill(template, **slots)

    def said(self, text: Text) -> str:
        """A text of the framework that starts a line: no template, whatever its signs."""
        return self.text(wordings.SAID, said=self.words.of(text))

    def note(self, template: Text, **slots: str | int | Sequence[str]) -> str:
        """A few words filled in, that do not start a sentence."""
        text = self.text(template, **slots)
        return text[:1].lower() + text[1:]

    def face(self, size: float, paint: Paint = INK, *, bold: bool = False) -> Face:
        """A face at so many points on tabloid."""
        return Face(size * self.unit, bold, paint)

    def coded(self, key: str, steps: Mapping[str, Step]) -> str:
        """The short name, behind its code where it is a step of the axis."""
        step = steps.get(key)
        return f"{step.code} {self.name(key)}" if step else self.name(key)

    def support(self, card: Priority) -> str:
        """How many groups work for a priority, and how many could; of how many in all."""
        firm, could = len(card.groups), len(card.possible)
        total, possible = card.total, card.total_possible
        if (firm, could) != (total, possible):
            text = wordings.SUPPORT_OF_BOTH if total and possible else wordings.SUPPORT_OF
            text = text if total else wordings.SUPPORT_OF_POSSIBLE
            return self.text(text, n=firm, total=total, m=could, possible=possible)
        if firm and could:
            return self.text(wordings.SUPPORT_BOTH, n=firm, m=could)
        if firm:
            return self.text(wordings.SUPPORT, n=firm)
        if could:
            return self.text(wordings.SUPPORT_POSSIBLE, n=could)
        return self.text(wordings.NO_SUPPORT)

    @property
    def colon(self) -> str:
        """A colon as the language sets it."""
        return ":" if self.words.language == "en" else "\u00a0:"
