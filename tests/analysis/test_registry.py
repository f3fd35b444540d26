"""Every rule is registered, explained in both languages, and silent on an empty framework."""

from __future__ import annotations

import pkgutil
import re

import pytest

from cadre.analysis import rules
from cadre.analysis.check import check
from cadre.analysis.rule import FAMILIES, Rule
from cadre.analysis.rules import BY_CODE, RULES
from cadre.analysis.rules_page import all_thresholds, rules_page
from cadre.core.graph import Framework
from cadre.core.kernel import KERNEL
from cadre.core.text import LANGUAGES, Language, Text
from tests.analysis.small import DAY

CODE = re.compile(r"([A-Z]{3})-(\d\d)")


def test_every_module_of_the_folder_is_registered() -> None:
    modules = {info.name for info in pkgutil.iter_modules(rules.__path__)}
    registered = {rule.find.__module__.rpartition(".")[2] for rule in RULES}
    assert modules == registered


@pytest.mark.parametrize("rule", RULES, ids=lambda rule: rule.code)
def test_a_rule_stands_in_the_module_of_its_code(rule: Rule) -> None:
    match = CODE.fullmatch(rule.code)
    assert match is not None
    assert rule.find.__module__.rpartition(".")[2].startswith(f"{match[1].lower()}_{match[2]}_")
    assert rule.family in FAMILIES


def test_codes_are_unique_and_numbered_without_a_hole() -> None:
    assert len(BY_CODE) == len(RULES)
    for family in FAMILIES:
        numbers = [int(rule.code[4:]) for rule in RULES if rule.family == family]
        assert numbers == list(range(1, len(numbers) + 1))


def texts_of(rule: Rule) -> list[Text]:
    labels = [threshold.label for threshold in rule.thresholds]
    return [rule.title, rule.why, rule.mend, *([rule.many] if rule.folds else []), *labels]


@pytest.mark.parametrize("rule", RULES, ids=lambda rule: rule.code)
def test_a_rule_says_what_why_and_how_in_both_languages(rule: Rule) -> None:
    for text in texts_of(rule):
        assert not text.missing
        assert_typeset(text)
        assert text.en
        assert text.en != text.fr
    assert not rule.title.en.endswith(".")
    for text in (rule.why, rule.mend):
        assert text.en.endswith(".")
        assert text.fr.endswith(".")
    if rule.folds:
        assert "{things}" in rule.many.en
        assert "{things}" in rule.many.fr
        # `things` may begin with “les”, which would have to join with these.
        assert not re.search(r"\b(à|de) \{things\}", rule.many.fr)


def assert_typeset(text: Text) -> None:
    """No-break spaces where French wants them, none before ; ? !, curly apostrophes."""
    assert not re.search(r"(?<!\u00a0)[:»%](?!//)|«(?!\u00a0)| [:;?!»]", text.fr)
    assert "'" not in text.en + text.fr
    assert '"' not in text.en + text.fr


def test_a_threshold_has_one_meaning() -> None:
    for rule in RULES:
        for threshold in rule.thresholds:
            assert threshold in all_thresholds()


def test_an_empty_framework_has_no_findings() -> None:
    assert check(Framework.of(KERNEL), DAY) == ()


@pytest.mark.parametrize("language", LANGUAGES)
def test_the_page_has_every_rule_and_threshold(language: Language) -> None:
    page = rules_page(language)
    for rule in RULES:
        assert f"### {rule.code} – {rule.title.get(language)}\n" in page
        assert rule.why.get(language) in page
        assert rule.mend.get(language) in page
    for threshold in all_thresholds():
        assert f"| `{threshold.name}` |" in page
    assert page == rules_page(language)
