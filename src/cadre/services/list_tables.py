"""The lists of the pages as tables, to be taken away: every row that a page shows, with its key."""

from __future__ import annotations

from collections.abc import Iterable, Iterator, Mapping
from typing import Final

from cadre.core.finding import SEVERITY_LABELS
from cadre.core.text import LANGUAGES, Language, Text
from cadre.services import findings, lists, reading, search, timeline, uncertain
from cadre.services.frameworks import Opened
from cadre.viewpoints.table import Cell, Column, Row, Table, joined

_NAME: Final = Column("name", Text("Name", "Nom"))
_ACRONYM: Final = Column("acronym", Text("Acronym", "Sigle"))
_FINDINGS: Final = Column("findings", Text("Findings", "Constats"))
_GROUND: Final = Column("ground", Text("What it rests on", "Sur quoi il repose"))
_KEYS: Final = Text("{label} (keys)", "{label} (clés)")

_OF_FINDINGS: Final = (
    Column("code", Text("Rule", "Règle")),
    Column("rule", Text("What it asks", "Ce qu’elle demande")),
    Column("severity", Text("Severity", "Gravité")),
    Column("message", Text("Finding", "Constat")),
    Column("subjects", Text("On", "Au sujet de")),
    Column("subject-keys", Text("On (keys)", "Au sujet de (clés)")),
)
_OF_RULES: Final = (
    Column("rule", Text("What it asks", "Ce qu’elle demande")),
    Column("severity", Text("Severity", "Gravité")),
    Column("proposed", Text("Proposed", "Proposée")),
    _FINDINGS,
)
_OF_DOUBTS: Final = (
    Column("of", Text("Of", "Genre")),
    Column("name", Text("What", "Quoi")),
    Column("relation", Text("Link", "Lien")),
    Column("other", Text("To", "À")),
    Column("other-key", Text("To (key)", "À (clé)")),
    Column("certainty", Text("Certainty", "Certitude")),
    Column("inferred", Text("Inferred", "Déduit")),
    Column("note", Text("Note", "Note")),
    Column("source", Text("Source", "Source")),
)
_OF_HITS: Final = (
    _NAME,
    Column("type", Text("Type", "Type")),
    Column("said", Text("Where the words are", "Où sont les mots")),
)
_EFFECTS: Final = {
    "came": Text("Elements added", "Éléments ajoutés"),
    "went": Text("Elements removed", "Éléments retirés"),
    "changed": Text("Elements changed", "Éléments modifiés"),
    "links_came": Text("Links added", "Liens ajoutés"),
    "links_went": Text("Links removed", "Liens retirés"),
    "links_changed": Text("Links changed", "Liens modifiés"),
}
_OF_STATES: Final = (
    _NAME,
    Column("date", Text("Date", "Date")),
    Column("elements", Text("Elements", "Éléments")),
    Column("links", Text("Links", "Liens")),
    Column("base", Text("Against", "Par rapport à")),
    *(Column(name, label) for name, label in _EFFECTS.items()),
    Column("digest", Text("Digest", "Empreinte")),
)
_SECTION: Final = Column("section", Text("Part", "Partie"))
_OF_ENTRIES: Final = (
    _NAME,
    Column("at", Text("When", "Quand")),
    Column("tag", Text("Status", "Statut")),
    Column("body", Text("Text", "Texte")),
    Column("more", Text("Details", "Détails")),
    Column("aliases", Text("Also known as", "Aussi appelé")),
    Column("note", Text("Note", "Note")),
)
_ALL_HITS: Final = Text("What was found", "Ce qui a été trouvé")
_ALL_STATES: Final = Text("States", "États")
_COLONS: Final[dict[Language, str]] = {"en": ":", "fr": "\u00a0:"}
_OF_TYPES: Final = (
    Column("name", Text("Type", "Type")),
    Column("count", Text("Elements", "Éléments")),
    Column("help", Text("What it is", "Ce que c’est")),
)
_ALL_FINDINGS: Final = Text("Findings", "Constats")
_ALL_RULES: Final = Text("Rules", "Règles")
_ALL_DOUBTS: Final = Text("What is uncertain", "Ce qui est incertain")
_ALL_TYPES: Final = Text("Types of elements", "Types d’éléments")
_FOUND: Final = Text("Elements found", "Éléments trouvés")


def of_elements(listing: lists.Listing, counts: Mapping[str, int]) -> Table:
    """A list of elements: `counts` are the findings on each."""
    rest = listing.columns[1:]
    keyed = {
        column.id
        for place, column in enumerate(rest)
        if any(line.cells[place].elements for line in listing.lines)
    }
    has_acronyms = any(line.detail for line in listing.lines)
    columns = [_NAME, *([_ACRONYM] if has_acronyms else [])]
    for column in rest:
        columns.append(Column(column.id, column.label))
        if column.id in keyed:
            columns.append(Column(f"{column.id}-keys", _filled(_KEYS, column.label)))
    rows = []
    for line in listing.lines:
        cells: dict[str, Cell] = {"name": line.name, "acronym": line.detail or None}
        for column, cell in zip(rest, line.cells, strict=True):
            names = (*cell.texts, *(one.name for one in cell.elements))
            cells[column.id] = joined(names)
            cells[f"{column.id}-keys"] = tuple(one.key for one in cell.elements)
        cells["findings"] = counts.get(line.key, 0)
        rows.append(Row(line.key, cells))
    caption = listing.type.plural if listing.type else _FOUND
    return Table(caption, (*columns, _FINDINGS), tuple(rows))


def of_findings(listing: findings.Listing) -> Table:
    """The findings of a list, by rule as the page has them."""
    rows = [
        Row(
            finding.fingerprint,
            {
                "code": rule.rule.code,
                "rule": rule.rule.title,
                "severity": SEVERITY_LABELS[rule.severity],
                "message": finding.message,
                "subjects": joined(one.name for one in finding.subjects),
                "subject-keys": tuple(one.key for one in finding.subjects),
            },
        )
        for _, _, _, rules in listing.by_severity
        for rule in rules
        for finding in rule.findings
    ]
    return Table(_ALL_FINDINGS, _OF_FINDINGS, tuple(rows))


def of_subjects(finding: findings.Shown) -> Table:
    """What a finding is on, each with what the finding rests on there."""
    grounds: dict[str, list[Text]] = {}
    for proof in finding.proofs:
        if proof.element:
            grounds.setdefault(proof.element.key, []).append(proof.text)
    rows = [
        Row(
            one.key,
            {"name": one.name, "ground": joined(_new(grounds.get(one.key, ()), one.name))},
        )
        for one in finding.subjects
    ]
    return Table(finding.title, (_NAME, _GROUND), tuple(rows))


def _new(texts: Iterable[Text], known: Text) -> Iterator[Text]:
    return (text for text in texts if text != known)


def of_rules(rules: Iterable[findings.RuleShown]) -> Table:
    """Every rule with how much it finds."""
    rows = [
        Row(
            one.rule.code,
            {
                "rule": one.rule.title,
                "severity": SEVERITY_LABELS[one.severity],
                "proposed": one.proposed,
                "findings": one.count,
            },
        )
        for one in rules
    ]
    return Table(_ALL_RULES, _OF_RULES, tuple(rows))


def of_doubts(found: uncertain.Uncertain) -> Table:
    """What is uncertain, of every type that the page shows."""
    return Table(_ALL_DOUBTS, _OF_DOUBTS, tuple(_doubts(found)))


def _doubts(found: uncertain.Uncertain) -> Iterator[Row]:
    for part in found.parts:
        for one in part.doubts:
            cells: dict[str, Cell] = {
                "of": part.label,
                "name": one.element.name,
                "certainty": one.certainty_label,
                "inferred": joined(one.inferred),
                "note": one.note or None,
                "source": one.provenance or None,
            }
            if one.other:
                relation, other = one.other
                cells |= {"relation": relation, "other": other.name, "other-key": other.key}
            yield Row(one.element.key, cells)


def of_hits(found: search.Found) -> Table:
    """Everything that answers to words, the best first."""
    rows = [
        Row(
            hit.key,
            {
                "name": _lit(hit.name),
                "type": hit.kind,
                "said": joined(_labelled(line.label, line.text) for line in hit.lines),
            },
        )
        for hit in found.hits
    ]
    return Table(_ALL_HITS, _OF_HITS, tuple(rows))


def _lit(of: search.Lit) -> Text:
    return Text(of.text, "") if of.language == "en" else Text("", of.text)


def _labelled(label: Text, of: search.Lit) -> Text:
    said = f"{label.in_(of.language)}{_COLONS[of.language]} {of.text}"
    return Text(said, said)


def of_states(lines: Iterable[timeline.Line]) -> Table:
    """Every state in the order of time, with how it differs from the one it follows."""
    rows = []
    for one in lines:
        cells: dict[str, Cell] = {
            "name": one.info.name,
            "date": str(one.info.date) if one.info.date else None,
            "elements": one.elements,
            "links": one.links,
            "base": one.base.name if one.base else None,
            "digest": one.digest,
        }
        if one.effect:
            cells |= {name: getattr(one.effect, name) for name in _EFFECTS}
        rows.append(Row(one.info.key, cells))
    return Table(_ALL_STATES, _OF_STATES, tuple(rows))


def of_reading(caption: Text, content: reading.Content) -> Table:
    """A page to read: every entry and every row, by the section that it stands in."""
    labels = list(dict.fromkeys(label for one in content.sections for label in one.columns[1:]))
    columns = [_SECTION, *_OF_ENTRIES]
    columns += [Column(f"column-{place}", label) for place, label in enumerate(labels)]
    rows: list[Row] = []
    for section in content.sections:
        head: dict[str, Cell] = {"section": section.heading or None}
        rows += [Row(one.key, head | _entry(one)) for one in section.entries]
        for row in section.rows:
            cells: dict[str, Cell] = {"name": row.name.name}
            for label, cell in zip(section.columns[1:], row.cells, strict=True):
                names = (*cell.texts, *(one.name for one in cell.elements))
                cells[f"column-{labels.index(label)}"] = joined(names)
            rows.append(Row(row.name.key, head | cells))
    used = {name for row in rows for name, cell in row.cells.items() if cell is not None}
    return Table(caption, tuple(one for one in columns if one.id in used), tuple(rows))


def _entry(one: reading.Entry) -> dict[str, Cell]:
    return {
        "name": one.name,
        "at": one.at or None,
        "tag": one.tag or None,
        "body": joined(one.body),
        "more": joined(_part(part) for part in one.parts),
        "aliases": joined(alias.text for alias in one.aliases),
        "note": one.note or None,
    }


def _part(part: reading.Part) -> Text:
    said = joined((*part.texts, *(one.name for one in part.elements))) or Text()
    en, fr = (
        f"{part.label.in_(language)}{_COLONS[language]} {said.in_(language)}"
        for language in LANGUAGES
    )
    return Text(en, fr)


def of_types(opened: Opened) -> Table:
    """Every type that has elements here."""
    rows = [
        Row(
            one.type.key,
            {"name": one.type.plural, "count": one.count, "help": one.type.help or None},
        )
        for one in lists.types(opened)
    ]
    return Table(_ALL_TYPES, _OF_TYPES, tuple(rows))


def _filled(template: Text, label: Text) -> Text:
    return Text(
        template.en.format(label=label.in_("en")), template.fr.format(label=label.in_("fr"))
    )
