"""A mapping as a value: which tables there are, and which rows become elements, texts and links."""

from __future__ import annotations

import re
from collections.abc import Mapping
from dataclasses import dataclass, field
from enum import StrEnum

from cadre.core.attributes import Attribute
from cadre.core.dates import PartialDate
from cadre.core.metamodel import Metamodel
from cadre.core.settings import Settings
from cadre.core.text import Language, Text
from cadre.exchange.mappings.templates import Template


@dataclass(frozen=True, slots=True)
class Join:
    """How a row leads to one of another table: there `theirs` says what `ours` says here."""

    theirs: Template
    ours: Template


@dataclass(frozen=True, slots=True)
class TableEntry:
    """A table of the source.

    `headers` are other headers that are taken for a column; `ignored` columns are known and left
    out on purpose; `joins` go by the name of the other table, each may use columns of those before.
    """

    name: str
    file: str
    headers: Mapping[str, tuple[str, ...]] = field(default_factory=dict)
    ignored: tuple[str, ...] = ()
    joins: Mapping[str, Join] = field(default_factory=dict)


@dataclass(frozen=True, slots=True)
class EditionEntry:
    """What is known of an edition beside the rows that are of it. They stand in their order."""

    key: str
    name: Text
    date: PartialDate | None = None
    summary: Text = Text()


class Repeated(StrEnum):
    """What to do with a row whose key is there already."""

    REFUSE = "refuse"
    MATCH = "match"


class Unknown(StrEnum):
    """What to do with a row that names an element or a row that is not there."""

    REFUSE = "refuse"
    SKIP = "skip"


@dataclass(frozen=True, slots=True)
class Rows:
    """The rows that a rule is about: of a table, all or those of which each `where` holds.

    `edition` says of which edition a row is; without it, a row is of all. `why` tells why other
    rows are left out, where a reader should know.
    """

    table: str
    where: Mapping[str, re.Pattern[str]] = field(default_factory=dict)
    edition: Template | None = None
    why: Text = Text()


@dataclass(frozen=True, slots=True)
class Taken:
    """How an attribute gets its value: a template, or one for each language.

    `words` are what the words of the source stand for; an empty one stands for nothing.
    """

    attribute: Attribute
    by_language: Mapping[Language, Template] = field(default_factory=dict)
    plain: Template | None = None
    words: Mapping[str, str] | None = None

    @property
    def templates(self) -> tuple[Template, ...]:
        """All its templates."""
        return (*self.by_language.values(), *([self.plain] if self.plain else []))


@dataclass(frozen=True, slots=True)
class End:
    """An element that a row names: its type, and its key as the source has it."""

    type: str
    key: Template


@dataclass(frozen=True, slots=True)
class ElementRule:
    """Each row becomes an element; one with no rows to be about makes a single element."""

    element: End
    values: tuple[Taken, ...]
    rows: Rows | None = None
    repeated: Repeated = Repeated.REFUSE


@dataclass(frozen=True, slots=True)
class TextRule:
    """Each row adds a text to a list of texts of an element."""

    element: End
    field: str
    text: Mapping[Language, Template]
    rows: Rows
    kind: str = ""
    unknown: Unknown = Unknown.REFUSE


@dataclass(frozen=True, slots=True)
class LinkRule:
    """Each row becomes a link; one that leaves an end empty makes none."""

    type: str
    source: End
    target: End
    values: tuple[Taken, ...]
    rows: Rows
    repeated: Repeated = Repeated.REFUSE
    unknown: Unknown = Unknown.REFUSE


Rule = ElementRule | TextRule | LinkRule


@dataclass(frozen=True, slots=True)
class SourceMapping:
    """All that a mapping says. `current` is the edition that is also the living state, if any."""

    key: str
    metamodel: Metamodel
    settings: Settings
    tables: Mapping[str, TableEntry]
    editions: tuple[EditionEntry, ...] = ()
    current: str = ""
    elements: tuple[ElementRule, ...] = ()
    texts: tuple[TextRule, ...] = ()
    links: tuple[LinkRule, ...] = ()

    def columns_of(self, table: str) -> frozenset[str]:
        """The columns of a table that the mapping uses, in its own rules or through a join."""
        found: set[str] = set()
        for used_by, template in self._templates():
            for column in template.columns:
                of, dot, name = column.rpartition(".")
                if dot and of in self.tables[used_by].joins:
                    if of == table:
                        found.add(name)
                elif used_by == table:
                    found.add(column)
        return frozenset(found)

    def _templates(self) -> list[tuple[str, Template]]:
        """Every template, with the table whose rows it is filled from."""
        found: list[tuple[str, Template]] = []
        for entry in self.tables.values():
            for other, join in entry.joins.items():
                found += [(entry.name, join.ours), (other, join.theirs)]
        rules: tuple[Rule, ...] = (*self.elements, *self.texts, *self.links)
        for rule in rules:
            if rule.rows is not None:
                found += [(rule.rows.table, one) for one in _templates_of(rule)]
                found += [
                    (rule.rows.table, Template(("", ""), (column,))) for column in rule.rows.where
                ]
        return found


def _templates_of(rule: Rule) -> list[Template]:
    found = [rule.rows.edition] if rule.rows and rule.rows.edition else []
    match rule:
        case ElementRule():
            found.append(rule.element.key)
        case TextRule():
            found += [rule.element.key, *rule.text.values()]
        case LinkRule():
            found += [rule.source.key, rule.target.key]
    if not isinstance(rule, TextRule):
        found += [one for taken in rule.values for one in taken.templates]
    return found
