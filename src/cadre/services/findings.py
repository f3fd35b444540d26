"""What the rules find in a state: counted, filtered, explained; and what is uncertain there."""

from __future__ import annotations

import re
from collections import Counter
from collections.abc import Iterable, Iterator, Mapping, Sequence
from dataclasses import dataclass
from itertools import groupby
from typing import Final

from cadre.analysis.check import Accepted, Report, examine, severity_of
from cadre.analysis.rule import FAMILIES, Rule
from cadre.analysis.rules import BY_CODE, RULES
from cadre.core.attributes import CERTAINTIES, Attribute
from cadre.core.finding import SEVERITY_LABELS, Finding, Severity
from cadre.core.text import Text
from cadre.services.faults import Near, NotFound
from cadre.services.frameworks import Opened
from cadre.services.lists import Named
from cadre.services.marks import marks
from cadre.services.memory import remembered

UNSURE: Final = ("low", "medium", "high")
STATED: Final = "stated"
WHOLE: Final = "computed"
"""The kind of evidence whose share is the whole score, not a part of it."""
_SENTENCE_END: Final = re.compile(r"(?<=[.!?])\s+(?=[A-ZÀÉÈÊÎÔ«“])")


@dataclass(frozen=True, slots=True)
class Query:
    """What a reader asked of the findings. Empty is all."""

    severities: tuple[str, ...] = ()
    family: str = ""
    subject: str = ""
    type: str = ""


@dataclass(frozen=True, slots=True)
class Proof:
    """One thing that a finding rests on."""

    kind: str
    text: Text
    element: Named | None
    link: tuple[Named, Text, Named] | None
    share: float | None


@dataclass(frozen=True, slots=True)
class Shown:
    """A finding as a reader sees it."""

    code: str
    severity: Severity
    fingerprint: str
    message: Text
    subjects: tuple[Named, ...]
    proofs: tuple[Proof, ...]
    is_fold: bool

    @property
    def title(self) -> Text:
        """The title of the rule that found it."""
        return BY_CODE[self.code].title


@dataclass(frozen=True, slots=True)
class RuleShown:
    """A rule with its severity here, and what it found."""

    rule: Rule
    severity: Severity
    proposed: bool
    findings: tuple[Shown, ...]


@dataclass(frozen=True, slots=True)
class Tally:
    """How many findings there are of one family, by severity in the order of severities."""

    family: str
    label: Text
    counts: tuple[tuple[Severity, int], ...]

    @property
    def total(self) -> int:
        """Of all severities."""
        return sum(count for _, count in self.counts)


@dataclass(frozen=True, slots=True)
class Choice:
    """One value of a filter, with how many findings it keeps."""

    key: str
    label: Text
    count: int
    chosen: bool


@dataclass(frozen=True)
class Listing:
    """The findings as asked for, by rule, worst first."""

    rules: tuple[RuleShown, ...]
    shown: int
    total: int
    accepted: int
    severities: tuple[Choice, ...]
    families: tuple[Choice, ...]
    types: tuple[Choice, ...]
    subject: Named | None

    @property
    def errors(self) -> int:
        """How many of all are of the worst severity."""
        return next((one.count for one in self.severities if one.key == Severity.ERROR), 0)

    @property
    def by_severity(self) -> tuple[tuple[Severity, Text, int, tuple[RuleShown, ...]], ...]:
        """The rules under the severity they have here."""
        found = []
        for severity in Severity:
            rules = tuple(one for one in self.rules if one.severity is severity)
            if rules:
                count = sum(len(one.findings) for one in rules)
                found.append((severity, SEVERITY_LABELS[severity], count, rules))
        return tuple(found)


@dataclass(frozen=True, slots=True)
class ProofGroup:
    """What a finding rests on, for one element or for none."""

    element: Named | None
    proofs: tuple[Proof, ...]


@dataclass(frozen=True, slots=True)
class Explained:
    """One finding with its rule, and why it was accepted where it was."""

    finding: Shown
    first: Text
    rest: Text
    rule: Rule
    reasons: tuple[tuple[Named | None, Text], ...]
    proposed: bool
    grounds: tuple[ProofGroup, ...]


@remembered(32)
def report(opened: Opened) -> Report:
    """All findings in this state, with those that were accepted apart."""
    return examine(opened.framework, opened.as_of)


# --- lists ----------------------------------------------------------------------------------------


def listed(opened: Opened, query: Query) -> Listing:
    """The findings that a reader asked for."""
    found = report(opened)
    kept = [one for one in found.findings if _answers(one, query)]
    shower = _Shower(opened)
    subject = query.subject if query.subject in opened.framework else ""
    return Listing(
        tuple(shower.by_rule(kept)),
        len(kept),
        len(found.findings),
        len(found.accepted),
        tuple(_severity_choices(found.findings, query)),
        tuple(_family_choices(found.findings, query)),
        tuple(_type_choices(opened, found.findings, query)),
        shower.named(subject) if subject else None,
    )


def tallies(opened: Opened) -> tuple[Tally, ...]:
    """The findings counted by family and severity; families with none are left out."""
    counts = Counter((_family(one), one.severity) for one in report(opened).findings)
    found = (
        Tally(family, label, tuple((severity, counts[family, severity]) for severity in Severity))
        for family, label in FAMILIES.items()
    )
    return tuple(one for one in found if one.total)


@remembered(512)
def on(opened: Opened, key: str) -> tuple[Shown, ...]:
    """The findings on one element."""
    shower = _Shower(opened)
    return tuple(shower.shown(one) for one in report(opened).findings if key in one.subjects)


@remembered(32)
def counts(opened: Opened) -> Mapping[str, int]:
    """How many findings there are on each element."""
    return Counter(key for one in report(opened).findings for key in one.subjects)


def contested(opened: Opened) -> frozenset[str]:
    """The judgements that findings hold against what the links show."""
    return frozenset(
        one.key
        for finding in report(opened).findings
        for one in finding.evidence
        if one.kind == STATED and one.key
    )


def foremost(opened: Opened, most: int) -> tuple[tuple[Shown, Rule], ...]:
    """What needs attention first: the worst, and among these each family in its turn.

    Of a rule that finds much, only its first finding comes before what other rules find.
    """
    families = list(FAMILIES)
    of_rule: Counter[str] = Counter()
    of_family: Counter[str] = Counter()
    placed = []
    for number, finding in enumerate(report(opened).findings):
        again = of_rule[finding.code]
        turn = of_family[_family(finding)] if not again else 0
        of_rule[finding.code] += 1
        of_family[_family(finding)] += not again
        family = families.index(_family(finding)) if _family(finding) in families else 99
        placed.append(((finding.severity.rank, again, turn, family, number), finding))
    placed.sort(key=lambda pair: pair[0])
    shower = _Shower(opened)
    return tuple((shower.shown(one), BY_CODE[one.code]) for _, one in placed[:most])


def _answers(finding: Finding, query: Query, *, but: str = "") -> bool:
    return (
        (but == "severity" or not query.severities or finding.severity in query.severities)
        and (but == "family" or not query.family or _family(finding) == query.family)
        and (not query.subject or query.subject in finding.subjects)
        and (
            but == "type"
            or not query.type
            or any(key.startswith(f"{query.type}/") for key in finding.subjects)
        )
    )


def _family(finding: Finding) -> str:
    return finding.code.partition("-")[0]


def _severity_choices(findings: Sequence[Finding], query: Query) -> Iterator[Choice]:
    counted = Counter(one.severity for one in findings if _answers(one, query, but="severity"))
    for severity in Severity:
        chosen = not query.severities or severity in query.severities
        yield Choice(severity, SEVERITY_LABELS[severity], counted[severity], chosen)


def _family_choices(findings: Sequence[Finding], query: Query) -> Iterator[Choice]:
    present = {_family(one) for one in findings}
    counted = Counter(_family(one) for one in findings if _answers(one, query, but="family"))
    for family, label in FAMILIES.items():
        if family in present:
            yield Choice(family, label, counted[family], family == query.family)


def _type_choices(opened: Opened, findings: Sequence[Finding], query: Query) -> Iterator[Choice]:
    present = {key.partition("/")[0] for one in findings for key in one.subjects}
    counted = Counter(
        type_
        for one in findings
        if _answers(one, query, but="type")
        for type_ in {key.partition("/")[0] for key in one.subjects}
    )
    for key, entry in opened.framework.metamodel.element_types.items():
        if key in present:
            yield Choice(key, entry.plural, counted[key], key == query.type)


# --- one finding, one rule ------------------------------------------------------------------------


def explained(opened: Opened, fingerprint: str) -> Explained:
    """One finding in full. NotFound when no rule finds it in this state."""
    found = report(opened)
    shower = _Shower(opened)
    for finding in found.findings:
        if finding.fingerprint == fingerprint:
            return shower.explained(finding, ())
    for accepted in found.accepted:
        if accepted.finding.fingerprint == fingerprint:
            return shower.explained(accepted.finding, accepted.reasons)
    raise NotFound("finding", fingerprint)


def rules(opened: Opened) -> tuple[RuleShown, ...]:
    """Every rule there is, with what it finds here."""
    shower = _Shower(opened)
    found: dict[str, list[Finding]] = {}
    for finding in report(opened).findings:
        found.setdefault(finding.code, []).append(finding)
    return tuple(shower.rule(one, found.get(one.code, [])) for one in RULES)


def rule(opened: Opened, code: str) -> tuple[RuleShown, tuple[Accepted, ...]]:
    """One rule, with what it finds here and what of that was accepted. NotFound when none."""
    entry = BY_CODE.get(code)
    if entry is None:
        near = [Near(one.code, one.title) for one in RULES if one.family == code.partition("-")[0]]
        raise NotFound("rule", code, near[:5])
    found = report(opened)
    own = [one for one in found.findings if one.code == code]
    accepted = tuple(one for one in found.accepted if one.finding.code == code)
    return _Shower(opened).rule(entry, own), accepted


class _Shower:
    """Makes findings fit to be shown: names instead of keys."""

    def __init__(self, opened: Opened) -> None:
        self.opened = opened
        self.framework = opened.framework
        self.marks = marks(opened.framework)

    def named(self, key: str) -> Named:
        element = self.framework.get(key)
        return Named(key, element.name if element else Text(key, key), self.marks.get(key))

    def shown(self, finding: Finding) -> Shown:
        return Shown(
            finding.code,
            finding.severity,
            finding.fingerprint,
            finding.message,
            tuple(self.named(key) for key in finding.subjects),
            tuple(self._proofs(finding)),
            bool(finding.folded_type),
        )

    def _proofs(self, finding: Finding) -> Iterator[Proof]:
        for one in finding.evidence:
            link = None
            if one.link is not None:
                type_ = self.framework.type_of_link(one.link)
                label = type_.label if type_ else Text(one.link.type, one.link.type)
                link = (self.named(one.link.source), label, self.named(one.link.target))
            element = self.named(one.key) if one.key else None
            share = None if one.kind == WHOLE else one.share
            yield Proof(one.kind, one.text, element, link, share)

    def by_rule(self, findings: Iterable[Finding]) -> Iterator[RuleShown]:
        found: dict[str, list[Finding]] = {}
        for finding in findings:
            found.setdefault(finding.code, []).append(finding)
        for code, own in found.items():
            yield self.rule(BY_CODE[code], own)

    def rule(self, rule: Rule, findings: Sequence[Finding]) -> RuleShown:
        settings = self.framework.settings
        severity = severity_of(rule, settings, self.opened.as_of)
        return RuleShown(
            rule,
            severity,
            self._is_proposed(rule),
            tuple(self.shown(finding) for finding in findings),
        )

    def _is_proposed(self, rule: Rule) -> bool:
        return self.framework.settings.entries.get(f"rule-status/{rule.code}") == "proposed"

    def explained(self, finding: Finding, reasons: Sequence[tuple[str, Text]]) -> Explained:
        rule = BY_CODE[finding.code]
        why = tuple((self.named(key) if key else None, text) for key, text in reasons)
        shown = self.shown(finding)
        first, rest = _sentences(finding.message)
        return Explained(
            shown, first, rest, rule, why, self._is_proposed(rule), tuple(_by_element(shown.proofs))
        )


def _sentences(message: Text) -> tuple[Text, Text]:
    """The first sentence of a message, and what follows it."""
    english = _SENTENCE_END.split(message.en, maxsplit=1)
    french = _SENTENCE_END.split(message.fr, maxsplit=1)
    return Text(english[0], french[0]), Text("".join(english[1:]), "".join(french[1:]))


def _by_element(proofs: Iterable[Proof]) -> Iterator[ProofGroup]:
    """Proofs that follow each other on one element, together."""
    for element, found in groupby(proofs, key=lambda one: one.element):
        yield ProofGroup(element, tuple(found))


# --- what is uncertain ----------------------------------------------------------------------------


@dataclass(frozen=True, slots=True)
class Doubt:
    """Something that is not stated in so many words: an element or a link, with source and note."""

    element: Named
    other: tuple[Text, Named] | None
    certainty: str
    certainty_label: Text
    inferred: tuple[Text, ...]
    provenance: str
    note: Text


@dataclass(frozen=True, slots=True)
class Doubts:
    """What is uncertain among the elements of one type, or the links of one type."""

    key: str
    label: Text
    doubts: tuple[Doubt, ...]


@dataclass(frozen=True, slots=True)
class Uncertain:
    """What is uncertain in a state, as asked for."""

    parts: tuple[Doubts, ...]
    total: int
    choices: tuple[Choice, ...]
    certainties: tuple[Choice, ...]


READ: Final = "read"
"""Asks for what is stated but has fields that are a reading."""


def uncertain(opened: Opened, of: str = "", certainty: str = "") -> Uncertain:
    """What is uncertain, of one type or all, of one certainty: the least certain unless asked."""
    everything = _doubts(opened)
    counts = Counter(_kind_of(one) for part in everything for one in part.doubts)
    present = [key for key in (*UNSURE, READ) if counts[key]]
    chosen = certainty if certainty in present else next(iter(present), "")
    parts = []
    for part in everything:
        kept = tuple(one for one in part.doubts if _kind_of(one) == chosen)
        if kept and of in ("", part.key):
            parts.append(Doubts(part.key, part.label, kept))
    return Uncertain(
        tuple(parts),
        sum(counts.values()),
        tuple(
            Choice(part.key, part.label, number, part.key == of)
            for part in everything
            if (number := sum(_kind_of(one) == chosen for one in part.doubts))
        ),
        tuple(Choice(key, _doubt_label(key), counts[key], key == chosen) for key in present),
    )


def _kind_of(doubt: Doubt) -> str:
    return doubt.certainty if doubt.certainty in UNSURE else READ


def _doubt_label(key: str) -> Text:
    if key == READ:
        return Text("Stated, with fields inferred", "Énoncé, avec des champs déduits")
    return _certainty_label(key)


@remembered(16)
def _doubts(opened: Opened) -> tuple[Doubts, ...]:
    """All that is uncertain in a state, by type."""
    framework = opened.framework
    shower = _Shower(opened)
    found: list[Doubts] = []
    for key, entry in framework.metamodel.element_types.items():
        attributes = framework.metamodel.attributes(key)
        doubts = [
            Doubt(
                shower.named(one.key),
                None,
                one.certainty,
                _certainty_label(one.certainty),
                _inferred_labels(one.values.get("inferred"), attributes),
                one.provenance,
                one.text("note"),
            )
            for one in framework.elements(type=key)
            if one.certainty in UNSURE or one.values.get("inferred")
        ]
        if doubts:
            found.append(Doubts(key, entry.plural, tuple(doubts)))
    for key, link_type in framework.metamodel.link_types.items():
        attributes = framework.metamodel.link_attributes(key)
        doubts = [
            Doubt(
                shower.named(link.source),
                (link_type.label, shower.named(link.target)),
                link.certainty,
                _certainty_label(link.certainty),
                _inferred_labels(link.values.get("inferred"), attributes),
                link.provenance,
                link.text("note"),
            )
            for link in framework.links(type=key)
            if link.certainty in UNSURE or link.values.get("inferred")
        ]
        if doubts:
            label = Text(f"Links: {link_type.label.en}", f"Liens\u00a0: {link_type.label.fr}")
            found.append(Doubts(f"link-{key}", label, tuple(doubts)))
    return tuple(found)


def _certainty_label(key: str) -> Text:
    return next((one.label for one in CERTAINTIES if one.key == key), Text(key, key))


def _inferred_labels(value: object, attributes: Mapping[str, Attribute]) -> tuple[Text, ...]:
    names = value if isinstance(value, tuple) else ()
    return tuple(attributes[name].label for name in names if name in attributes)
