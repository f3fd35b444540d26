"""The engine: tables of a source and a mapping in, all states of a framework out, with a report."""

from __future__ import annotations

from collections.abc import Callable, Iterable, Mapping
from dataclasses import dataclass
from functools import lru_cache
from pathlib import Path
from typing import Final

from cadre.core.attributes import Attribute
from cadre.core.faults import BadInput, Faults, Place
from cadre.core.finding import Finding
from cadre.core.graph import Framework
from cadre.core.keys import LinkId, slugify
from cadre.core.states import Edition, States
from cadre.core.text import Language, Text
from cadre.core.values import Kind, NotedText, Value, Values, frozen_values
from cadre.exchange.cell_values import value_of
from cadre.exchange.door import refuse_faulty
from cadre.exchange.framework_json import digest
from cadre.exchange.mappings.mapping import (
    EditionEntry,
    ElementRule,
    End,
    LinkRule,
    Repeated,
    Rows,
    Rule,
    SourceMapping,
    Taken,
    TextRule,
    Unknown,
)
from cadre.exchange.mappings.report import Report, Told, no_end, no_row, none_named
from cadre.exchange.mappings.source import Source, SourceRow, given_twice, read_source
from cadre.exchange.mappings.templates import Template, code_of
from cadre.exchange.workbook_words import plain, words_of_choices

ALWAYS: Final = ""
"""Stands for every edition: what has no year is the same in each."""
_NAMES: Final = ("name", "short-name", "acronym")
_NO_ROW: Final = SourceRow({}, Place(), {})


@dataclass(frozen=True, slots=True)
class Converted:
    """A framework made of other people's tables, and what became of their rows."""

    states: States
    report: Report


def convert(folder: Path, mapping: SourceMapping, most_faults: int = 1) -> Converted:
    """All states of the framework that a mapping makes of the tables in a folder.

    BadInput, with file, row and column, for the first row that cannot be what the mapping says; or
    ManyFaults, with as many as `most_faults` of the rule that has the first.
    """
    faults = Faults(most_faults)
    conversion = _Conversion(mapping, read_source(folder, mapping, faults), faults)
    return Converted(conversion.states(Place(file=str(folder))), conversion.report)


class _Conversion:
    """Elements and links by edition, as the rules of a mapping make them."""

    def __init__(self, mapping: SourceMapping, source: Source, faults: Faults) -> None:
        self._mapping = mapping
        self._faults = faults
        self._tables = source.tables
        self._known = {one.key for one in mapping.editions}
        self._elements: dict[str, dict[str, dict[str, Value]]] = {ALWAYS: {}}
        self._links: dict[str, dict[LinkId, Values]] = {ALWAYS: {}}
        self._editions_of: dict[str, list[str]] = {}
        self._places: dict[tuple[str, str | LinkId], Place] = {}
        self._known_links: set[LinkId] = set()
        self._codes: dict[str, str] = {}
        self.report = Report(unread=source.unread)
        for table in source.tables.values():
            self.report.note_columns(table)
        for rule in mapping.elements:
            self._make_elements(rule)
        for text_rule in mapping.texts:
            self._add_texts(text_rule)
        for link_rule in mapping.links:
            self._make_links(link_rule)

    # --- rows ------------------------------------------------------------------------------

    def _told(self, what: Text, rows: Rows | None) -> Told:
        file = self._tables[rows.table].entry.file if rows else ""
        told = Told(what, file)
        self.report.rules.append(told)
        return told

    def _each(
        self,
        rule: Rule,
        rows: Rows,
        told: Told,
        make: Callable[[SourceRow, str], None],
    ) -> None:
        """Do something with each row that a rule is about, and its edition."""
        looked = dict.fromkeys(column for one in _naming(rule) for column in one.columns)
        unknown = Unknown.REFUSE if isinstance(rule, ElementRule) else rule.unknown
        for row in self._tables[rows.table].rows:
            if not all(
                test.fullmatch(code_of(row.cells.get(column, "")))
                for column, test in rows.where.items()
            ):
                if rows.why:
                    told.rows += 1
                    told.skip(rows.why, row)
                continue
            told.rows += 1
            with self._faults.gathered():
                lost = self._unmet(row, looked)
                if lost is not None:
                    self._leave(row, lost, told, unknown)
                else:
                    make(row, self._edition(row, rows.edition))
        self._faults.settle()

    def _unmet(self, row: SourceRow, columns: Iterable[str]) -> tuple[Text, str] | None:
        """Why a row of another table is not there, and the column that names it."""
        if row.unmet:
            for column in columns:
                other = column.rpartition(".")[0]
                if other in row.unmet:
                    return no_row(self._tables[other].entry.file), row.unmet[other]
        return None

    def _leave(self, row: SourceRow, lost: tuple[Text, str], told: Told, unknown: Unknown) -> None:
        """Skip a row that names what is not there, or refuse it."""
        why, column = lost
        named = code_of(row.cells.get(column, ""))
        if unknown is Unknown.SKIP:
            told.skip(why, row, named)
            return
        raise BadInput(
            Text(f"“{named}”: {why.en}", f"« {named} » : {why.fr}"),
            row.place.at(column=column),
            Text(
                "Add it, correct the row, or let the mapping skip such rows.",
                "L’ajouter, corriger la ligne, ou laisser la correspondance omettre ces lignes.",
            ),
        )

    def _edition(self, row: SourceRow, template: Template | None) -> str:
        if template is None:
            return ALWAYS
        key = template.code(row.cells)
        if key in self._known:
            return key
        raise BadInput(
            Text(
                f"“{key}” is no edition of the mapping.",
                f"« {key} » n’est pas une édition de la correspondance.",
            ),
            row.place.at(column=template.column),
            Text(
                "Describe it under [[editions]], or correct the row.",
                "La décrire sous [[editions]], ou corriger la ligne.",
            ),
        )

    # --- elements --------------------------------------------------------------------------

    def _make_elements(self, rule: ElementRule) -> None:
        told = self._told(
            self._mapping.metamodel.element_types[rule.element.type].plural, rule.rows
        )
        if rule.rows is None:
            self._make_element(rule, _NO_ROW, ALWAYS, told)
            return
        self._each(
            rule, rule.rows, told, lambda row, edition: self._make_element(rule, row, edition, told)
        )

    def _make_element(self, rule: ElementRule, row: SourceRow, edition: str, told: Told) -> None:
        template = rule.element.key
        key = _key(rule.element, row)
        if key is None:
            empty = next(
                (one for one in template.columns if not row.cells.get(one, "").strip()),
                template.column,
            )
            raise BadInput(
                Text("the key is missing.", "la clé manque."),
                row.place.at(column=empty),
                Text("Fill in the cell.", "Remplir la cellule."),
            )
        code = template.code(row.cells)
        editions = self._editions_of.setdefault(key, [])
        if self._codes.setdefault(key, code) != code:
            raise BadInput(
                Text(
                    f"“{code}” and “{self._codes[key]}” would both have the key {key}.",
                    f"« {code} » et « {self._codes[key]} » auraient tous deux la clé {key}.",
                ),
                row.place.at(column=template.column),
                Text("Write one of them otherwise.", "Écrire l’un des deux autrement."),
            )
        if edition in editions or ALWAYS in editions or (edition == ALWAYS and editions):
            if rule.repeated is Repeated.MATCH:
                told.matched += 1
                return
            first = self._places[editions[0] if edition not in editions else edition, key]
            raise given_twice(code, row.place.at(column=template.column), first)
        if editions:
            told.matched += 1
        else:
            told.created += 1
        editions.append(edition)
        self._places[edition, key] = row.place
        self._elements.setdefault(edition, {})[key] = _values(rule.values, row)

    # --- texts -----------------------------------------------------------------------------

    def _add_texts(self, rule: TextRule) -> None:
        label = self._mapping.metamodel.attributes(rule.element.type)[rule.field].label
        told = self._told(label, rule.rows)
        self._each(
            rule, rule.rows, told, lambda row, edition: self._add_text(rule, row, edition, told)
        )

    def _add_text(self, rule: TextRule, row: SourceRow, edition: str, told: Told) -> None:
        text = _text(rule.text, row)
        if not text:
            return
        key = _key(rule.element, row)
        editions = self._editions_of.get(key, []) if key else []
        if edition != ALWAYS:
            editions = [one for one in editions if one in (edition, ALWAYS)]
        if key is None or not editions:
            lost = (no_end(rule.element.type, self._mapping.metamodel), rule.element.key.column)
            self._leave(row, lost, told, rule.unknown)
            return
        added = [_add_text(self._elements[one][key], rule, text) for one in editions]
        if any(added):
            told.created += 1
        else:
            told.matched += 1

    # --- links -----------------------------------------------------------------------------

    def _make_links(self, rule: LinkRule) -> None:
        told = self._told(self._mapping.metamodel.link_types[rule.type].label, rule.rows)
        self._each(
            rule, rule.rows, told, lambda row, edition: self._make_link(rule, row, edition, told)
        )

    def _make_link(self, rule: LinkRule, row: SourceRow, edition: str, told: Told) -> None:
        source, target = (_key(end, row) for end in (rule.source, rule.target))
        if source is None or target is None:
            nothing = rule.source if source is None else rule.target
            told.skip(none_named(nothing.type, self._mapping.metamodel), row)
            return
        there = self._together(source, target, edition)
        if not there:
            lost = rule.target if self._is(source, edition) else rule.source
            why = no_end(lost.type, self._mapping.metamodel)
            self._leave(row, (why, lost.key.column), told, rule.unknown)
            return
        link = LinkId(rule.type, source, target)
        known = link in self._known_links
        new = self._put(link, there, _values(rule.values, row), row, rule)
        self._known_links.add(link)
        if new and not known:
            told.created += 1
        else:
            told.matched += 1

    def _is(self, key: str, edition: str) -> bool:
        editions = self._editions_of.get(key, [])
        return bool(editions) if edition == ALWAYS else bool({edition, ALWAYS} & set(editions))

    def _together(self, source: str, target: str, edition: str) -> list[str]:
        """The editions that have both ends, of the one asked for or of all."""
        one, other = self._editions_of.get(source, []), self._editions_of.get(target, [])
        if edition == ALWAYS:
            if ALWAYS in one:
                return other
            return one if ALWAYS in other else [it for it in one if it in other]
        both = all(edition in it or ALWAYS in it for it in (one, other))
        return [edition] if both else []

    def _put(
        self,
        link: LinkId,
        editions: list[str],
        values: dict[str, Value],
        row: SourceRow,
        rule: LinkRule,
    ) -> bool:
        """Whether the link was new in some edition. BadInput when it may not come again."""
        new = False
        for edition in editions:
            first = self._places.get((edition, link)) or self._places.get((ALWAYS, link))
            if first is None:
                self._links.setdefault(edition, {})[link] = frozen_values(values)
                self._places[edition, link] = row.place
                new = True
            elif rule.repeated is Repeated.REFUSE:
                code = f"{rule.source.key.code(row.cells)} – {rule.target.key.code(row.cells)}"
                raise given_twice(code, row.place.at(column=rule.source.key.column), first)
        return new

    # --- states ----------------------------------------------------------------------------

    def states(self, place: Place) -> States:
        """Current and all editions, each tried against the metamodel.

        BadInput, at its row, for the first element or link that its type does not allow; or when
        no row is of the edition that is to be current.
        """
        common = {key: frozen_values(one) for key, one in self._elements[ALWAYS].items()}
        mapping = self._mapping
        if not mapping.editions:
            return States(mapping.key, self._framework(ALWAYS, common))
        there = [
            one for one in mapping.editions if one.key in self._elements or one.key in self._links
        ]
        self.report.empty += [one.key for one in mapping.editions if one not in there]
        if mapping.current not in {one.key for one in there}:
            raise BadInput(
                Text(
                    f"no row is of the edition “{mapping.current}”, which is to be current.",
                    f"aucune ligne n’est de l’édition « {mapping.current} », qui doit être "
                    "l’état actuel.",
                ),
                place,
                Text(
                    "Add its rows, or name another edition as current in the mapping.",
                    "Ajouter ses lignes, ou nommer une autre édition dans la correspondance.",
                ),
            )
        editions = {
            entry.key: _frozen(entry, number, self._framework(entry.key, common))
            for number, entry in enumerate(there, 1)
        }
        return States(mapping.key, editions[mapping.current].framework, editions)

    def _framework(self, edition: str, common: Mapping[str, Values]) -> Framework:
        own = {} if edition == ALWAYS else self._elements.get(edition, {})
        links = {} if edition == ALWAYS else self._links.get(edition, {})
        framework = Framework.of_values(
            self._mapping.metamodel,
            self._mapping.settings,
            {**common, **{key: frozen_values(one) for key, one in own.items()}},
            {**self._links[ALWAYS], **links},
        )
        refuse_faulty(framework, lambda finding: self._place_of(finding, edition), self._faults)
        self._faults.settle()
        return framework

    def _place_of(self, finding: Finding, edition: str) -> Place:
        subject = finding.subjects[0] if finding.subjects else ""
        link = finding.evidence[0].link if finding.evidence else None
        for what in (link, subject):
            for of in (edition, ALWAYS):
                if what is not None and (of, what) in self._places:
                    return self._places[of, what]
        return Place()


def _naming(rule: Rule) -> list[Template]:
    """The templates of a rule without which a row is lost: they name elements and the edition."""
    edition = [rule.rows.edition] if rule.rows and rule.rows.edition else []
    ends = (rule.source, rule.target) if isinstance(rule, LinkRule) else (rule.element,)
    return [*(end.key for end in ends), *edition]


def _frozen(entry: EditionEntry, number: int, framework: Framework) -> Edition:
    return Edition(
        entry.key,
        framework,
        digest(framework),
        number,
        entry.name,
        entry.date,
        summary=entry.summary,
    )


@lru_cache(maxsize=100_000)
def _slug(code: str) -> str:
    return slugify(code)


def _key(end: End, row: SourceRow) -> str | None:
    """The key of an element that a row names; None when it names none."""
    code = end.key.code(row.cells)
    return f"{end.type}/{_slug(code)}" if code else None


def _add_text(element: dict[str, Value], rule: TextRule, text: Text) -> bool:
    """Whether a text was added to a list; not when the element is already called so."""
    held = element.get(rule.field, ())
    noted = (
        tuple(one for one in held if isinstance(one, NotedText)) if isinstance(held, tuple) else ()
    )
    known: set[str] = set()
    for one in (*(element.get(name) for name in _NAMES), *(entry.text for entry in noted)):
        if isinstance(one, Text):
            known |= {one.en, one.fr}
        elif isinstance(one, str):
            known.add(one)
    if {text.en, text.fr} - {""} <= known:
        return False
    element[rule.field] = (*noted, NotedText(text, rule.kind))
    return True


# --- values ------------------------------------------------------------------------------------


def _values(rules: Iterable[Taken], row: SourceRow) -> dict[str, Value]:
    found: dict[str, Value] = {}
    for taken in rules:
        value = _localised(taken, row) if taken.by_language else _plain_value(taken, row)
        if value is not None:
            found[taken.attribute.key] = value
    return found


def _localised(taken: Taken, row: SourceRow) -> Text | None:
    return _text(taken.by_language, row) or None


def _text(templates: Mapping[Language, Template], row: SourceRow) -> Text:
    texts = {language: one.filled(row.cells) for language, one in templates.items()}
    return Text(texts.get("en", ""), texts.get("fr", ""))


def _plain_value(taken: Taken, row: SourceRow) -> Value | None:
    template, attribute = taken.plain, taken.attribute
    if template is None:
        return None
    if attribute.kind is Kind.TEXT and taken.words is None:
        return template.filled(row.cells) or None
    code = template.code(row.cells)
    try:
        if code and taken.words is not None:
            code = _meaning(code, taken.words)
        return value_of(_chosen(code, attribute), attribute, Place()) if code else None
    except BadInput as fault:
        raise BadInput(fault.what, row.place.at(column=template.column), fault.mend) from None


def _meaning(code: str, words: Mapping[str, str]) -> str:
    if code in words:
        return words[code]
    near = {plain(word): meaning for word, meaning in words.items()}
    if plain(code) in near:
        return near[plain(code)]
    known = ", ".join(words)
    raise BadInput(
        Text(
            f"“{code}” is a word that the mapping does not know.",
            f"« {code} » est un mot que la correspondance ne connaît pas.",
        ),
        mend=Text(f"It knows: {known}.", f"Elle connaît : {known}."),
    )


def _chosen(code: str, attribute: Attribute) -> str:
    """The key of a choice named by its key, its label in either language or an alias."""
    if attribute.kind is Kind.CHOICE and attribute.choices:
        return words_of_choices(attribute.choices).key_of(code) or code
    return code
