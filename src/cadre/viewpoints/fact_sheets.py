"""Sheets: sections of facts in columns side by side, on a phone in one.

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
from cadre.viewpoints.scene import AnyItem, LegendEntry, Rect
from cadre.viewpoints.signs import UNSURE_LABEL, unsure
from cadre.viewpoints.table import Column as TableColumn
from cadre.viewpoints.table import Row, Table, joined
from cadre.viewpoints.words import Words

NOT_RECORDED: Final = Text("not recorded", "non consigné")
_GUTTER: Final = 34.0
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
    label_share: float = 0.3
    """How much of the breadth is for the labels."""


def said(*texts: Text) -> tuple[Said, ...]:
    """Those of some texts that say anything."""
    return tuple(Said(text) for text in texts if text)


def recorded(facts: Iterable[Fact]) -> int:
    """How many of these facts anybody has recorded."""
    return sum(bool(fact.says) for fact in facts)


def draw(columns: Sequence[Sequence[Section]], frame: Frame) -> tuple[list[AnyItem], float]:
    """The sections in columns side by side, and where the longest ends."""
    whole = Rect(frame.left, frame.top, frame.right - frame.left, 0)
    if frame.sheet.narrow:
        every = [section for column in columns for section in column]
        return stacked(list(_blocks(every)), frame, whole)
    gutter = _GUTTER * frame.sheet.scale
    request = frame.request
    least = _least(columns, frame.sheet, request.words, request.measure)
    spare = whole.width - sum(least) - gutter * (len(columns) - 1)
    found: list[AnyItem] = []
    x, bottom = whole.x, frame.top
    for column, width in zip(columns, least, strict=True):
        room = whole._replace(x=x, width=width + spare / len(columns))
        items, end = stacked(list(_blocks(column)), frame, room)
        found += items
        bottom = max(bottom, end)
        x = room.right + gutter
    return found, bottom


def breadth(
    columns: Sequence[Sequence[Section]], paper: Sheet, words: Words, measure: Measure
) -> float:
    """The least breadth in which no word is broken; 0 on a phone."""
    if paper.narrow or not columns:
        return 0.0
    least = _least(columns, paper, words, measure)
    return sum(least) + (len(columns) - 1) * _GUTTER * paper.scale


def _least(
    columns: Sequence[Sequence[Section]], paper: Sheet, words: Words, measure: Measure
) -> list[float]:
    return [least_width(list(_blocks(part)), paper, words, measure) for part in columns]


def _blocks(sections: Iterable[Section]) -> Iterator[Block]:
    for section in sections:
        share = section.label_share
        labelled = (Column(Text(), share), Column(Text(), 1 - share))
        columns = labelled if section.labelled else _WHOLE
        lines = tuple(_line(fact, labelled=section.labelled) for fact in section.facts)
        yield Block(section.heading, columns, lines, empty=section.empty)


def _line(fact: Fact, *, labelled: bool) -> Line:
    says = fact.says or (Said(NOT_RECORDED, "quiet"),)
    if not labelled:
        head = (Said(fact.label, "strong" if fact.says else "plain"),) if fact.label else ()
        return Line(((*head, *fact.says),), key=fact.key, step=fact.step, is_sure=fact.is_sure)
    label = Said(fact.label, "strong" if fact.step else "quiet")
    return Line(((label,), says), key=fact.key, step=fact.step, is_sure=fact.is_sure)


def legend_of(sections: Iterable[Section], words: Words, size: float) -> tuple[LegendEntry, ...]:
    """What the dashed line means, where a fact has one."""
    if all(fact.is_sure for section in sections for fact in section.facts):
        return ()
    sample = unsure(size / 2, 0, 1.3 * size)
    return (LegendEntry("unsure", words.of(UNSURE_LABEL), (sample,), size, 1.3 * size),)


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
