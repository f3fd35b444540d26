"""Sheets on one thing: sections of facts in two columns, on a phone in one.

What nobody has recorded is said to be so, never left out: a sheet shows its holes.
"""

from __future__ import annotations

from collections.abc import Iterable, Iterator, Sequence
from dataclasses import dataclass
from typing import Final

from cadre.core.graph import Framework
from cadre.core.text import Text
from cadre.viewpoints.axis import Step
from cadre.viewpoints.board import Block, Column, Line, Said, least_width, stacked
from cadre.viewpoints.frame import Frame, Sheet
from cadre.viewpoints.measure import Measure
from cadre.viewpoints.scene import AnyItem, Rect
from cadre.viewpoints.table import Column as TableColumn
from cadre.viewpoints.table import Row, Table, joined
from cadre.viewpoints.words import Words

NOT_RECORDED: Final = Text("not recorded", "non consigné")
_GUTTER: Final = 34.0
_LABELLED: Final = (Column(Text(), 0.8), Column(Text(), 2.0))
_WHOLE: Final = (Column(Text()),)
_COLUMNS: Final = (
    TableColumn("sheet", Text("Sheet", "Fiche")),
    TableColumn("section", Text("Section", "Section")),
    TableColumn("what", Text("What", "Quoi")),
    TableColumn("says", Text("Says", "Dit")),
    TableColumn("recorded", Text("Recorded", "Consigné")),
)
YES, NO = Text("yes", "oui"), Text("no", "non")


@dataclass(frozen=True, slots=True)
class Fact:
    """One thing that a sheet says: what it is about, and what is known; nothing where it is not."""

    label: Text
    says: tuple[Said, ...] = ()
    step: Step | None = None
    key: str = ""
    is_sure: bool = True


@dataclass(frozen=True, slots=True)
class Section:
    """A heading with its facts; `empty` is said where there is none."""

    heading: Text
    facts: tuple[Fact, ...]
    empty: Text = NOT_RECORDED
    labelled: bool = True
    """Whether the facts have labels beside them; else each stands alone."""


def said(*texts: Text) -> tuple[Said, ...]:
    """Those of some texts that say anything."""
    return tuple(Said(text) for text in texts if text)


def recorded(facts: Iterable[Fact]) -> int:
    """How many of these facts anybody has recorded."""
    return sum(bool(fact.says) for fact in facts)


def draw(
    left: Sequence[Section], right: Sequence[Section], frame: Frame
) -> tuple[list[AnyItem], float]:
    """The sections in their two columns, and where the longer one ends."""
    whole = Rect(frame.left, frame.top, frame.right - frame.left, 0)
    if frame.sheet.narrow:
        return stacked(list(_blocks((*left, *right))), frame, whole)
    gutter = _GUTTER * frame.sheet.scale
    each = (whole.width - gutter) / 2
    one, first = stacked(list(_blocks(left)), frame, whole._replace(width=each))
    beside = whole._replace(x=whole.x + each + gutter, width=each)
    other, second = stacked(list(_blocks(right)), frame, beside)
    return [*one, *other], max(first, second)


def breadth(
    left: Sequence[Section], right: Sequence[Section], paper: Sheet, words: Words, measure: Measure
) -> float:
    """The least breadth in which no word is broken; 0 on a phone."""
    if paper.narrow:
        return 0.0
    each = (least_width(list(_blocks(part)), paper, words, measure) for part in (left, right))
    return 2 * max(each) + _GUTTER * paper.scale


def _blocks(sections: Iterable[Section]) -> Iterator[Block]:
    for section in sections:
        columns = _LABELLED if section.labelled else _WHOLE
        lines = tuple(_line(fact, labelled=section.labelled) for fact in section.facts)
        yield Block(section.heading, columns, lines, empty=section.empty)


def _line(fact: Fact, *, labelled: bool) -> Line:
    says = fact.says or (Said(NOT_RECORDED, "quiet"),)
    if not labelled:
        head = (Said(fact.label, "strong" if fact.says else "plain"),) if fact.label else ()
        return Line(((*head, *fact.says),), key=fact.key, step=fact.step, is_sure=fact.is_sure)
    label = Said(fact.label, "strong" if fact.step else "quiet")
    return Line(((label,), says), key=fact.key, step=fact.step, is_sure=fact.is_sure)


def table_of(caption: Text, sheets: Iterable[tuple[str, Sequence[Section]]]) -> Table:
    """The facts of sheets as rows: what is not recorded has its row too."""
    rows = [row for key, sections in sheets for row in _rows(key, sections)]
    return Table(caption, _COLUMNS, tuple(rows), parted_by="section")


def _rows(sheet: str, sections: Iterable[Section]) -> Iterator[Row]:
    for place, section in enumerate(sections, 1):
        facts = section.facts or (Fact(section.empty),)
        for number, fact in enumerate(facts, 1):
            yield Row(
                fact.key or f"{sheet} {place}.{number}",
                {
                    "sheet": sheet,
                    "section": section.heading,
                    "what": fact.label or None,
                    "says": joined([one.text for one in fact.says]),
                    "recorded": YES if fact.says or (fact.key and fact.label) else NO,
                },
            )


def choice_of(framework: Framework, key: str, attribute: str) -> Text:
    """What the choice of an element is called; empty where it has none."""
    element = framework[key]
    known = framework.metamodel.attributes(element.type).get(attribute)
    value = element.word(attribute)
    choice = known.choice(value) if known and value else None
    return choice.label if choice else Text(value, value)


def named(framework: Framework, keys: Iterable[str], glyph: str = "") -> tuple[Said, ...]:
    """The elements of these keys by name, each spoken of."""
    return tuple(Said(framework[key].name, glyph=glyph, key=key) for key in keys)
