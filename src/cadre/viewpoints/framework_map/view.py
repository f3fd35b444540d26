"""Names and marks as one reader sees them: what all forms of the map ask for."""

from __future__ import annotations

from collections.abc import Iterable, Mapping, Sequence
from dataclasses import dataclass, field
from functools import cached_property
from itertools import cycle
from typing import Final

from cadre.core.graph import Framework
from cadre.core.text import Language, Text
from cadre.core.traits import MARKS, LinkRole, Trait
from cadre.viewpoints.axis import Step, axis
from cadre.viewpoints.framework_map import wordings
from cadre.viewpoints.framework_map.levels import OTHER_AREAS, OTHERS
from cadre.viewpoints.framework_map.model import Area, Macro, Priority
from cadre.viewpoints.framework_map.selection import NO_COUNCIL, Selection, councils, uncertain
from cadre.viewpoints.measure import Measure
from cadre.viewpoints.nouns import noun
from cadre.viewpoints.scene import INK, Paint
from cadre.viewpoints.texts import Face, foreign
from cadre.viewpoints.tokens import NEUTRAL_HUE
from cadre.viewpoints.words import Words

NO_COUNCIL_MARK: Final = "question"
MOST_NAMES: Final = 8
"""More names than this on one card are counted."""
OTHERS_MARK: Final = "blocks"


@dataclass(frozen=True)
class View:
    """Names and marks as this reader sees them."""

    framework: Framework
    words: Words
    measure: Measure
    unit: float
    blocks: tuple[str, ...] = ()
    """The councils that are drawn, where they are not all of them."""
    others: Mapping[str, tuple[str, ...]] = field(default_factory=dict)
    """By the key of each block of others, the elements that it stands for."""

    def name(self, key: str) -> str:
        """The short name of a thing."""
        if key == NO_COUNCIL:
            return self.words.of(wordings.NO_COUNCIL)
        if key in OTHERS:
            _, many = noun(self.framework, self.others[key])
            count = len(self.others[key])
            return self.text(wordings.OTHERS, n=count, things=self.words.of(many))
        return self.words.of(self.framework[key].short_name)

    def area_name(self, area: Area) -> str:
        """The name of a row: of the area that was opened, that it is for what is in no part."""
        name = self.name(area.key)
        return self.text(wordings.IN_NO_PART, said=name) if area.itself else name

    def foreign(self, key: str) -> Language | None:
        """The language of a name that is not in that of the reader, where it has to be said."""
        if key in OTHERS or key == NO_COUNCIL:
            return None
        return foreign(self.framework[key].short_name, self.words)

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
        if council in OTHERS:
            return OTHERS_MARK
        given = self.framework[council].word("mark") if self.is_council(council) else ""
        return given or self._free_marks.get(council, "square")

    def is_council(self, block: str) -> bool:
        """Whether a block is that of a council."""
        return block not in (NO_COUNCIL, *OTHERS) and self.framework.has(block, Trait.STEERS)

    def unsure(self, block: str) -> bool:
        """Whether the groups of a block that is no council's are only read to be part of it."""
        if block in (NO_COUNCIL, *OTHERS) or self.is_council(block):
            return False
        links = self.framework.links_in(block, LinkRole.PART_OF)
        return all(uncertain(link.certainty) for link in links)

    @cached_property
    def _free_marks(self) -> dict[str, str]:
        given = {key: self.framework[key].word("mark") for key in self.framework.keys(Trait.STEERS)}
        taken = set(given.values())
        free = [choice.key for choice in MARKS if choice.key not in taken] or ["square"]
        blocks = self.blocks or [it.key for it in councils(self.framework, Selection())]
        heads = [key for key in blocks if key not in (NO_COUNCIL, *OTHERS) and not given.get(key)]
        return dict(zip(heads, cycle(free), strict=False))

    def councils_heading(self) -> str:
        """What the councils are called: the label of their type, where they have one."""
        types = self.framework.metamodel.types_with(Trait.STEERS)
        used = [entry for entry in types if self.framework.keys(type=entry.key)]
        if len(used) != 1 or not used[0].plural:
            return self.text(wordings.COUNCILS)
        return self.text(wordings.SAID, said=self.words.of(used[0].plural))

    def few(self, names: Sequence[str]) -> list[str]:
        """Names, or the first of them and how many more where a card would not hold them."""
        if len(names) <= MOST_NAMES + 1:
            return list(names)
        rest = self.words.fill(wordings.MORE, n=len(names) - MOST_NAMES)
        return [*names[:MOST_NAMES], rest]

    def led_by(self, card: Priority) -> str:
        """Who leads a priority."""
        if not card.leads:
            return self.text(wordings.NO_LEAD)
        return self.text(wordings.LED_BY, names=self.few(self.names(card.leads)))

    def gone(self, groups: Sequence[str]) -> str:
        """How many groups have ended, or give way to others in this state."""
        ended = all(self.framework[key].lifecycle == "ended" for key in groups)
        return self.text(wordings.ENDED if ended else wordings.GONE, n=len(groups))

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

    def steps(self) -> dict[str, Step]:
        """The axis by key; the areas that stand together are a step without a hue."""
        found = {step.key: step for step in axis(self.framework)}
        if OTHER_AREAS in self.others:
            found[OTHER_AREAS] = Step(OTHER_AREAS, Text(), "+", NEUTRAL_HUE, "dot")
        return found

    @property
    def colon(self) -> str:
        """A colon as the language sets it."""
        return ":" if self.words.language == "en" else "\u00a0:"


def view_of(
    framework: Framework, words: Words, measure: Measure, unit: float, model: Macro
) -> View:
    """Names and marks of a far view: of what is drawn, and of what stands together in it."""
    blocks = tuple(block.key for block in model.councils)
    return View(framework, words, measure, unit, blocks, model.others)
