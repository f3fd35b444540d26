"""What the rules find in a state: counted, filtered, explained."""

from __future__ import annotations

import re
from collections import Counter
from collections.abc import Callable, Iterable, Iterator, Mapping, Sequence
from dataclasses import dataclass
from itertools import groupby
from typing import Final

from cadre.analysis.check import Accepted, Report, examine, severity_of
from cadre.analysis.rule import FAMILIES, Rule
from cadre.analysis.rules import BY_CODE, RULES
from cadre.core.finding import SEVERITY_LABELS, Finding, Severity
from cadre.core.text import Text
from cadre.services.faults import Near, NotFound
from cadre.services.frameworks import Opened
from cadre.services.lists import Named
from cadre.services.marks import marks
from cadre.services.memory import remembered
from cadre.services.paging import Page, page_of, whole

FIRST: Final = 10
"""How many findings of each rule stand on a page of all rules."""
MOST_SUBJECTS: Final = 40
"""So many subjects of a finding are named beside it; of more, the first."""
SPARED: Final = 5
"""So many more or fewer stand there too: they would not be worth another page."""
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
    rule: str = ""
    page: int = 1


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
    """A rule with its severity here, how much it found, and the first or a page of that."""

    rule: Rule
    severity: Severity
    proposed: bool
    count: int
    findings: tuple[Shown, ...]
    page: Page

    @property
    def has_more(self) -> bool:
        """Whether it found more than stands here."""
        return len(self.findings) < self.count


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
    """The findings as asked for, by rule, worst first; `errors` are those of the worst severity.

    Without a subject the errors are counted among all, with one among those on it.
    """

    rules: tuple[RuleShown, ...]
    shown: int
    total: int
    errors: int
    accepted: int
    severities: tuple[Choice, ...]
    families: tuple[Choice, ...]
    types: tuple[Choice, ...]
    by_rule: tuple[Choice, ...]
    subject: Named | None

    @property
    def is_of_one_rule(self) -> bool:
        """Whether it is of one rule that was asked for, page by page."""
        return any(one.chosen for one in self.by_rule)

    @property
    def by_severity(self) -> tuple[tuple[Severity, Text, int, tuple[RuleShown, ...]], ...]:
        """The rules under the severity they have here."""
        found = []
        for severity in Severity:
            rules = tuple(one for one in self.rules if one.severity is severity)
            if rules:
                count = sum(one.count for one in rules)
                found.append((severity, SEVERITY_LABELS[severity], count, rules))
        return tuple(found)


@dataclass(frozen=True, slots=True)
class ProofGroup:
    """What a finding rests on, for one element or for none."""

    element: Named | None
    proofs: tuple[Proof, ...]


@dataclass(frozen=True, slots=True)
class Explained:
    """One finding with its rule, why it was accepted where it was, a page of what it rests on."""

    finding: Shown
    first: Text
    rest: Text
    rule: Rule
    reasons: tuple[tuple[Named | None, Text], ...]
    proposed: bool
    grounds: tuple[ProofGroup, ...]
    page: Page

    @property
    def subjects(self) -> tuple[Named, ...]:
        """What it is on; of very much, the first."""
        all_of_them = self.finding.subjects
        return all_of_them if len(all_of_them) <= MOST_SUBJECTS else all_of_them[:FIRST]

    @property
    def more_subjects(self) -> int:
        """How much more it is on."""
        return len(self.finding.subjects) - len(self.subjects)


@remembered(32)
def report(opened: Opened) -> Report:
    """All findings in this state, with those that were accepted apart."""
    return examine(opened.framework, opened.as_of)


# --- lists ----------------------------------------------------------------------------------------


def listed(opened: Opened, query: Query) -> Listing:
    """The findings that a reader asked for: the first of each rule, or a page of one rule."""
    return _listed(opened, query, _first if query.rule not in BY_CODE else _paged(query.page))


def listed_whole(opened: Opened, query: Query) -> Listing:
    """The same with every finding, for a file."""
    return _listed(opened, query, whole)


Cut = Callable[[int], Page]
"""Which part of so many findings of a rule is shown."""


def _first(count: int) -> Page:
    return Page(1, count, FIRST, SPARED)


def _paged(asked: int) -> Cut:
    return lambda count: page_of(count, asked)


def _listed(opened: Opened, query: Query, cut: Cut) -> Listing:
    found = report(opened).findings
    kept = [one for one in found if _answers(one, query)]
    shower = _Shower(opened)
    subject = query.subject if query.subject in opened.framework else ""
    counted = [one for one in found if query.subject in one.subjects] if subject else found
    return Listing(
        tuple(shower.by_rule(kept, cut)),
        len(kept),
        len(found),
        sum(one.severity is Severity.ERROR for one in counted),
        len(report(opened).accepted),
        tuple(_severity_choices(found, query)),
        tuple(_family_choices(found, query)),
        tuple(_type_choices(opened, found, query)),
        tuple(_rule_choices(found, query)),
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
        and (but == "rule" or not query.rule or finding.code == query.rule)
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


def _rule_choices(findings: Sequence[Finding], query: Query) -> Iterator[Choice]:
    counted = Counter(one.code for one in findings if _answers(one, query, but="rule"))
    for one in RULES:
        if counted[one.code] or one.code == query.rule:
            yield Choice(one.code, one.title, counted[one.code], one.code == query.rule)


# --- one finding, one rule ------------------------------------------------------------------------


def explained(opened: Opened, fingerprint: str, page: int = 1) -> Explained:
    """One finding with a page of its grounds. NotFound when no rule finds it in this state."""
    found = report(opened)
    shower = _Shower(opened, page)
    for finding in found.findings:
        if finding.fingerprint == fingerprint:
            return shower.explained(finding, ())
    for accepted in found.accepted:
        if accepted.finding.fingerprint == fingerprint:
            return shower.explained(accepted.finding, accepted.reasons)
    raise NotFound("finding", fingerprint)


def subjects(opened: Opened, fingerprint: str) -> tuple[str, ...]:
    """The elements that a finding is on; none where no rule finds it in this state."""
    return _subjects(opened).get(fingerprint, ())


@remembered(32)
def _subjects(opened: Opened) -> Mapping[str, tuple[str, ...]]:
    return {one.fingerprint: tuple(one.subjects) for one in report(opened).findings}


def rules(opened: Opened) -> tuple[RuleShown, ...]:
    """Every rule there is, with how much it finds here."""
    shower = _Shower(opened)
    found: dict[str, list[Finding]] = {}
    for finding in report(opened).findings:
        found.setdefault(finding.code, []).append(finding)
    return tuple(shower.rule(one, found.get(one.code, []), _first) for one in RULES)


def rule(opened: Opened, code: str, page: int = 1) -> tuple[RuleShown, tuple[Accepted, ...]]:
    """One rule, with a page of what it finds here, and what of that was accepted.

    NotFound when there is no such rule.
    """
    entry = BY_CODE.get(code)
    if entry is None:
        near = [Near(one.code, one.title) for one in RULES if one.family == code.partition("-")[0]]
        raise NotFound("rule", code, near[:5])
    found = report(opened)
    own = [one for one in found.findings if one.code == code]
    accepted = tuple(one for one in found.accepted if one.finding.code == code)
    return _Shower(opened).rule(entry, own, _paged(page)), accepted


class _Shower:
    """Makes findings fit to be shown: names instead of keys."""

    def __init__(self, opened: Opened, page: int = 1) -> None:
        self.opened = opened
        self.page = page
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

    def by_rule(self, findings: Iterable[Finding], cut: Cut) -> Iterator[RuleShown]:
        found: dict[str, list[Finding]] = {}
        for finding in findings:
            found.setdefault(finding.code, []).append(finding)
        for code, own in found.items():
            yield self.rule(BY_CODE[code], own, cut)

    def rule(self, rule: Rule, findings: Sequence[Finding], cut: Cut) -> RuleShown:
        settings = self.framework.settings
        severity = severity_of(rule, settings, self.opened.as_of)
        page = cut(len(findings))
        return RuleShown(
            rule,
            severity,
            self._is_proposed(rule),
            len(findings),
            tuple(self.shown(finding) for finding in page.of(findings)),
            page,
        )

    def _is_proposed(self, rule: Rule) -> bool:
        return self.framework.settings.entries.get(f"rule-status/{rule.code}") == "proposed"

    def explained(self, finding: Finding, reasons: Sequence[tuple[str, Text]]) -> Explained:
        rule = BY_CODE[finding.code]
        why = tuple((self.named(key) if key else None, text) for key, text in reasons)
        shown = self.shown(finding)
        first, rest = _sentences(finding.message)
        grounds = tuple(_by_element(shown.proofs))
        page = page_of(len(grounds), self.page)
        proposed = self._is_proposed(rule)
        return Explained(shown, first, rest, rule, why, proposed, tuple(page.of(grounds)), page)


def _sentences(message: Text) -> tuple[Text, Text]:
    """The first sentence of a message, and what follows it."""
    english = _SENTENCE_END.split(message.en, maxsplit=1)
    french = _SENTENCE_END.split(message.fr, maxsplit=1)
    return Text(english[0], french[0]), Text("".join(english[1:]), "".join(french[1:]))


def _by_element(proofs: Iterable[Proof]) -> Iterator[ProofGroup]:
    """Proofs that follow each other on one element, together."""
    for element, found in groupby(proofs, key=lambda one: one.element):
        yield ProofGroup(element, tuple(found))
