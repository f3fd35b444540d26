"""The check: every rule put to a framework, as its settings want it, in a stable order."""

from __future__ import annotations

from collections.abc import Iterable, Iterator, Sequence
from dataclasses import dataclass
from datetime import date
from typing import Final

from cadre.analysis.facts import Facts
from cadre.analysis.rule import Found, Rule, Threshold
from cadre.analysis.rules import RULES
from cadre.core.dates import PartialDate
from cadre.core.finding import Evidence, Finding, Severity
from cadre.core.graph import Framework
from cadre.core.keys import type_of
from cadre.core.phrases import capital, dated, fill, joined
from cadre.core.settings import Settings
from cadre.core.text import Text

FOLD: Final = Threshold(
    "fold",
    5,
    Text(
        "Elements of one type on which a rule may fire before its findings become one",
        "Éléments d’un type sur lesquels une règle peut se déclencher avant que ses constats n’en "
        "fassent qu’un",
    ),
)
CROWD: Final = Threshold(
    "crowd",
    20,
    Text(
        "Lists on elements of one type that a rule may tell one by one before they become one",
        "Listes sur des éléments d’un type qu’une règle peut dire une à une avant qu’elles n’en "
        "fassent qu’une",
    ),
)


@dataclass(frozen=True, slots=True)
class Accepted:
    """A finding, or the part of a fold, that the councils chose to live with; and why."""

    finding: Finding
    reasons: tuple[tuple[str, Text], ...]


@dataclass(frozen=True, slots=True)
class Report:
    """What a check found, apart from what was accepted."""

    findings: tuple[Finding, ...]
    accepted: tuple[Accepted, ...]


def check(
    framework: Framework, as_of: date | None = None, rules: Sequence[Rule] = RULES
) -> tuple[Finding, ...]:
    """The findings on a framework, worst first, then by code and subjects.

    What was accepted is left out; `examine` has that as well.
    """
    return examine(framework, as_of, rules).findings


def examine(
    framework: Framework, as_of: date | None = None, rules: Sequence[Rule] = RULES
) -> Report:
    """The findings on a framework and, apart, those that were accepted."""
    facts = Facts(framework, as_of)
    settings = framework.settings
    has_accepted = any(path.startswith("accepted/") for path in settings.entries)
    findings: list[Finding] = []
    accepted: list[Accepted] = []
    for rule in rules:
        fired = _fired(rule, facts)
        if has_accepted:
            kept, taken = _parted(fired, settings)
            accepted += taken
        else:
            kept = fired
        findings += [_with_date(rule, finding, facts) for finding in _as_told(rule, kept, facts)]
    return Report(tuple(sorted(findings, key=_place)), tuple(accepted))


def severity_of(rule: Rule, settings: Settings, as_of: date | None = None) -> Severity:
    """The severity of a rule in a framework.

    A rule that the councils have not adopted, or not yet on this date, only advises.
    """
    since = settings.entries.get(f"rule-since/{rule.code}")
    if settings.entries.get(f"rule-status/{rule.code}") == "proposed" or (
        isinstance(since, PartialDate) and as_of is not None and since.earliest > as_of
    ):
        return Severity.ADVICE
    chosen = settings.severity(rule.code)
    return Severity(chosen) if chosen in set(Severity) else rule.severity


def _place(finding: Finding) -> tuple[int, str, tuple[str, ...], str]:
    return (finding.severity.rank, finding.code, finding.subjects, finding.discriminator)


# --- what fires --------------------------------------------------------------------------------


@dataclass(frozen=True, slots=True)
class _Fold:
    """The findings of one rule on the elements of one type, when there are too many of them."""

    type: str
    parts: tuple[Finding, ...]


def _fired(rule: Rule, facts: Facts) -> list[Finding | _Fold]:
    severity = severity_of(rule, facts.framework.settings, facts.as_of)
    findings = [_finding(rule.code, severity, found) for found in rule.find(facts)]
    if not rule.many:
        return [*findings]
    by_type: dict[str, list[Finding]] = {}
    told: list[Finding | _Fold] = []
    for finding in findings:
        name = _fold_type(finding)
        if name:
            by_type.setdefault(name, []).append(finding)
        else:
            told.append(finding)
    for name, parts in by_type.items():
        if _are_too_many(rule, parts, facts):
            told.append(_Fold(name, tuple(parts)))
        else:
            told += parts
    return told


def _are_too_many(rule: Rule, parts: Sequence[Finding], facts: Facts) -> bool:
    if not rule.folds:
        return len(parts) > CROWD.of(facts)
    elements = {key for part in parts for key in part.subjects}
    return len(parts) > 1 and len(elements) > FOLD.of(facts)


def _fold_type(finding: Finding) -> str:
    """The one type of its subjects; empty when they are mixed, none, or folded already."""
    types = {type_of(key) for key in finding.subjects}
    return types.pop() if len(types) == 1 and not finding.folded_type else ""


def _finding(code: str, severity: Severity, found: Found) -> Finding:
    return Finding(
        code,
        severity,
        found.subjects,
        found.message,
        found.evidence,
        found.discriminator,
        found.folded_type,
    )


def _as_told(rule: Rule, fired: Iterable[Finding | _Fold], facts: Facts) -> Iterator[Finding]:
    for one in fired:
        if isinstance(one, Finding):
            yield one
        elif one.parts:
            yield _folded(rule, one, facts)


def _folded(rule: Rule, fold: _Fold, facts: Facts) -> Finding:
    subjects = tuple(facts.in_order(key for part in fold.parts for key in part.subjects))
    place = {key: number for number, key in enumerate(subjects)}
    parts = sorted(fold.parts, key=lambda one: (place[one.subjects[0]], one.discriminator))
    return Finding(
        rule.code,
        parts[0].severity,
        subjects,
        capital(fill(rule.many, things=facts.all_of(subjects))),
        tuple(Evidence("subject", one.message, key=one.subjects[0]) for one in parts),
        folded_type=fold.type,
    )


def _with_date(rule: Rule, finding: Finding, facts: Facts) -> Finding:
    """Say how old the knowledge is, where the framework records it and it is not of today."""
    dates = [facts.framework.settings.assessed(one.value) for one in rule.rests_on]
    known = [date for date in dates if date is not None]
    if not known:
        return finding
    oldest = min(known, key=lambda date: date.latest)
    if facts.as_of is not None and oldest.latest >= facts.as_of:
        return finding
    said = fill(Text("As assessed in {date}.", "Selon l’évaluation de {date}."), date=dated(oldest))
    return Finding(
        finding.code,
        finding.severity,
        finding.subjects,
        joined(finding.message, said),
        (*finding.evidence, Evidence("assessed", said)),
        finding.discriminator,
        finding.folded_type,
    )


# --- what was accepted -------------------------------------------------------------------------


def _parted(
    fired: Iterable[Finding | _Fold], settings: Settings
) -> tuple[list[Finding | _Fold], list[Accepted]]:
    kept: list[Finding | _Fold] = []
    taken: list[Accepted] = []
    for one in fired:
        if isinstance(one, Finding):
            reasons = _reasons(one, settings)
            if reasons:
                taken.append(Accepted(one, reasons))
            else:
                kept.append(one)
            continue
        left: list[Finding] = []
        for part in one.parts:
            reasons = _reasons(part, settings)
            if reasons:
                taken.append(Accepted(part, reasons))
            else:
                left.append(part)
        kept.append(_Fold(one.type, tuple(left)))
    return kept, taken


def _reasons(finding: Finding, settings: Settings) -> tuple[tuple[str, Text], ...]:
    """Why a finding was accepted, by subject; empty unless it was for every one of them.

    It counts whether the finding stood alone or in a fold when it was accepted.
    """
    given = dict(settings.accepted(finding.fingerprint))
    name = _fold_type(finding)
    if name:
        fold = Finding(finding.code, finding.severity, (), finding.message, folded_type=name)
        given = {**dict(settings.accepted(fold.fingerprint)), **given}
    wanted = finding.subjects or tuple(given)
    if not wanted or any(key not in given for key in wanted):
        return ()
    return tuple((key, given[key]) for key in wanted)
