"""The reference page of the rules, made from the registry: a pure function of it and a language."""

from __future__ import annotations

from collections.abc import Iterator, Sequence
from typing import Final

from cadre.analysis.check import CROWD, FOLD
from cadre.analysis.coverage import THRESHOLDS as COVERAGE_THRESHOLDS
from cadre.analysis.rule import FAMILIES, Rule, Threshold
from cadre.analysis.rules import RULES
from cadre.core.finding import SEVERITY_LABELS
from cadre.core.text import Language, Text

_MADE: Final = Text(
    "<!-- Written by `make reference` from the code: do not edit. -->",
    "<!-- Écrit par `make reference` à partir du code\u00a0: ne pas modifier. -->",
)
_TITLE: Final = Text("Rules", "Règles")
_OTHER: Final = Text("[Français](rules.fr.md)", "[English](rules.en.md)")
_LEAD: Final = Text(
    "What `cadre check` asks of a framework, and what the page of findings shows. A code never "
    "changes its meaning. In a framework, `severity/<rule>` sets another severity, "
    "`threshold/<name>` another number, and `accepted/<finding>/<key>` says why a finding on an "
    "element is accepted. A rule whose `rule-status` is `proposed` only advises.",
    "Ce que `cadre check` demande à un cadre, et ce que montre la page des constats. Un code ne "
    "change jamais de sens. Dans un cadre, `severity/<règle>` fixe une autre gravité, "
    "`threshold/<nom>` un autre nombre, et `accepted/<constat>/<clé>` dit pourquoi un constat sur "
    "un élément est accepté. Une règle dont le `rule-status` est `proposed` ne donne que des "
    "conseils.",
)
_FOLDING: Final = Text(
    "A rule that fires on more elements of one type than `threshold/{name}` ({default}) gives one "
    "finding, with the count and the list. Rules marked * give a finding for each case: it is a "
    "list already; above `threshold/{crowd}` ({most}) cases most of them give one finding too.",
    "Une règle qui se déclenche sur plus d’éléments d’un type que `threshold/{name}` ({default}) "
    "donne un seul constat, avec le compte et la liste. Les règles marquées d’un * donnent un "
    "constat par cas\u00a0: c’est déjà une liste; au-delà de `threshold/{crowd}` ({most}) cas, la "
    "plupart n’en donnent qu’un aussi.",
)
_WHY: Final = Text("**Why it matters.** {text}", "**Pourquoi c’est important.** {text}")
_MEND: Final = Text("**How to mend it.** {text}", "**Comment y remédier.** {text}")
_USES: Final = Text("It uses {names}.", "Elle utilise {names}.")
_THRESHOLDS: Final = Text("Thresholds", "Seuils")
_TABLE: Final = (
    Text("rule", "règle"),
    Text("severity", "gravité"),
    Text("what it finds", "ce qu’elle trouve"),
)
_THRESHOLD_TABLE: Final = (
    Text("threshold", "seuil"),
    Text("default", "par défaut"),
    Text("what it is", "ce que c’est"),
)


def rules_page(language: Language, rules: Sequence[Rule] = RULES) -> str:
    """The page as Markdown: a table of all rules, each rule in full, and every threshold."""
    blocks = [
        _MADE.get(language),
        f"# {_TITLE.get(language)}",
        _OTHER.get(language),
        _LEAD.get(language),
        _FOLDING.get(language).format(
            name=FOLD.name,
            default=_number(FOLD.default, language),
            crowd=CROWD.name,
            most=_number(CROWD.default, language),
        ),
        _overview(language, rules),
    ]
    for family, label in FAMILIES.items():
        of_family = [rule for rule in rules if rule.family == family]
        if of_family:
            blocks.append(f"## {label.get(language)} ({family})")
            for rule in of_family:
                blocks += _rule(rule, language)
    blocks += [f"## {_THRESHOLDS.get(language)}", _thresholds(language, rules)]
    return "\n\n".join(blocks) + "\n"


def all_thresholds(rules: Sequence[Rule] = RULES) -> tuple[Threshold, ...]:
    """Every threshold that a check uses, once, in the order in which the page has them."""
    own = (threshold for rule in rules for threshold in rule.thresholds)
    return tuple({one.name: one for one in (FOLD, CROWD, *COVERAGE_THRESHOLDS, *own)}.values())


def _overview(language: Language, rules: Sequence[Rule]) -> str:
    rows = (
        (
            f"`{rule.code}`" + ("" if rule.folds else " \\*"),
            SEVERITY_LABELS[rule.severity].get(language).lower(),
            rule.title.get(language),
        )
        for rule in rules
    )
    return _table(tuple(head.get(language) for head in _TABLE), rows)


def _rule(rule: Rule, language: Language) -> Iterator[str]:
    severity = SEVERITY_LABELS[rule.severity].get(language)
    yield f"### {rule.code} – {rule.title.get(language)}"
    yield f"*{severity}.* {_WHY.get(language).format(text=rule.why.get(language))}"
    yield _MEND.get(language).format(text=rule.mend.get(language))
    if rule.thresholds:
        names = ", ".join(f"`threshold/{one.name}`" for one in rule.thresholds)
        yield _USES.get(language).format(names=names)


def _thresholds(language: Language, rules: Sequence[Rule]) -> str:
    rows = (
        (f"`{one.name}`", _number(one.default, language), one.label.get(language))
        for one in all_thresholds(rules)
    )
    return _table(tuple(head.get(language) for head in _THRESHOLD_TABLE), rows)


def _table(heads: Sequence[str], rows: Iterator[tuple[str, ...]]) -> str:
    lines = [tuple(heads), ("---",) * len(heads), *rows]
    return "\n".join(f"| {' | '.join(line)} |" for line in lines)


def _number(value: float, language: Language) -> str:
    written = f"{value:g}"
    return written.replace(".", ",") if language == "fr" else written
