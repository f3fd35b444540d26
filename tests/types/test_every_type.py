"""One suite for every type: the kernel's, and one that a user made.

What is promised of elements holds for each: every attribute takes a value of its kind, is changed
and undone, lives in a scenario and an edition, and comes back from every format.
"""

from __future__ import annotations

from pathlib import Path

import pytest

from cadre.core.attributes import Attribute
from cadre.core.change import apply, diff, invert, remove_element, set_field
from cadre.core.dates import PartialDate, Period
from cadre.core.graph import Element, Framework, Link
from cadre.core.metamodel import LinkType
from cadre.core.states import Edition, Scenario, States
from cadre.core.text import Text
from cadre.core.validate import validate
from cadre.core.values import Kind, NotedText, Value
from cadre.exchange import FORMATS, digest, digest_of_states, read, write
from cadre.exchange.reports import element_entry
from tests.strategies import WITH_CARAVANS

TYPES = sorted(WITH_CARAVANS.element_types)
LINK_TYPES = sorted(WITH_CARAVANS.link_types)
FILES = {"document": "framework.json", "bundle": "framework", "xlsx": "framework.xlsx"}
ONE_STATE = {"graphml": "framework.graphml"}


def sample(attribute: Attribute, variant: int = 0) -> Value:
    """A value of the attribute's kind; two variants differ."""
    choices = [choice.key for choice in attribute.choices] or ["name", "summary"]
    chosen = choices[variant % len(choices)]
    match attribute.kind:
        case Kind.TEXT:
            return f"=text {variant}"
        case Kind.LOCALISED:
            return Text(f"text {variant}", f"téxte\n{variant}")
        case Kind.TEXTS:
            return (NotedText(Text(f"one {variant}", "un"), "variant", "source:1"),)
        case Kind.NUMBER:
            return 1.5 + variant
        case Kind.DATE:
            return PartialDate(2016 + variant, 9)
        case Kind.PERIOD:
            return Period(PartialDate(2016 + variant), None)
        case Kind.CHOICE:
            return chosen
        case Kind.CHOICES:
            return (chosen,)
        case Kind.YES_NO:
            return variant == 0
        case Kind.WEB_LINK:
            return f"https://example.org/{variant}"


def full(type_key: str, variant: int = 0) -> Element:
    """An element of a type with every attribute it may have."""
    attributes = WITH_CARAVANS.attributes(type_key).values()
    return Element(f"{type_key}/sample", {one.key: sample(one, variant) for one in attributes})


def framework_with(type_key: str, variant: int = 0) -> Framework:
    return Framework.of(WITH_CARAVANS, [full(type_key, variant)])


@pytest.mark.parametrize("type_key", TYPES)
def test_every_attribute_takes_a_value_of_its_kind(type_key: str) -> None:
    framework = framework_with(type_key)
    assert set(framework[f"{type_key}/sample"].values) == set(WITH_CARAVANS.attributes(type_key))
    assert validate(framework) == ()


@pytest.mark.parametrize("type_key", TYPES)
def test_a_value_of_another_kind_is_found(type_key: str) -> None:
    key = f"{type_key}/sample"
    for attribute in WITH_CARAVANS.attributes(type_key).values():
        wrong: Value = 1 if attribute.kind is not Kind.NUMBER else "one"
        framework = Framework.of(WITH_CARAVANS, [Element(key, {attribute.key: wrong})])
        findings = validate(framework)
        assert [finding.subjects for finding in findings] == [(key,)], attribute.key


@pytest.mark.parametrize("type_key", TYPES)
def test_every_attribute_is_changed_and_undone_alone(type_key: str) -> None:
    framework = framework_with(type_key)
    key = f"{type_key}/sample"
    for attribute in WITH_CARAVANS.attributes(type_key).values():
        changes = set_field(framework, key, attribute.key, sample(attribute, 1))
        changed = apply(framework, changes)
        assert changed != framework
        assert changed[key].values[attribute.key] == sample(attribute, 1)
        assert apply(changed, invert(changes)) == framework


@pytest.mark.parametrize("type_key", TYPES)
def test_it_lives_in_a_scenario_and_an_edition_and_in_every_format(
    type_key: str, tmp_path: Path
) -> None:
    framework, other = framework_with(type_key), framework_with(type_key, 1)
    without = apply(framework, remove_element(framework, f"{type_key}/sample"))
    states = States(
        "councils",
        without,
        {"first": Edition("first", framework, digest(framework), 1)},
        {
            "plan": Scenario("plan", "first", diff(framework, other)),
            "again": Scenario("again", "current", diff(without, framework)),
        },
    )
    assert states.at("plan") == other
    assert states.at("again") == framework
    assert {*FILES, *ONE_STATE} == set(FORMATS)
    for form, name in FILES.items():
        assert write(states, form, tmp_path / name) == ()
        back = read(tmp_path / name)
        assert digest_of_states(back) == digest_of_states(states)
        assert back.at("plan") == other
    for form, name in ONE_STATE.items():
        lost = write(States("councils", framework, states.editions), form, tmp_path / name)
        assert [sentence.en for sentence in lost] == ["Left out: the state first."]
        assert digest(read(tmp_path / name).current) == digest(framework)


@pytest.mark.parametrize("type_key", TYPES)
def test_it_is_listed_with_all_that_it_says(type_key: str) -> None:
    entry = element_entry(full(type_key))
    attributes = entry["attributes"]
    assert isinstance(attributes, dict)
    shown = {*attributes, "name", "lifecycle", "certainty", "provenance"}
    assert shown == set(WITH_CARAVANS.attributes(type_key))


# --- links -------------------------------------------------------------------------------------


def legal_ends(link_type: LinkType) -> tuple[str, str]:
    """A type for each end that the link type allows."""
    for source in TYPES:
        for target in TYPES:
            if link_type.allows(WITH_CARAVANS.traits(source), WITH_CARAVANS.traits(target)):
                return source, target
    raise AssertionError(link_type.key)


@pytest.mark.parametrize("type_key", LINK_TYPES)
def test_every_link_type_joins_what_it_allows_and_comes_back(type_key: str, tmp_path: Path) -> None:
    entry = WITH_CARAVANS.link_types[type_key]
    source, target = (f"{end}/{slug}" for end, slug in zip(legal_ends(entry), "ab", strict=True))
    attributes = WITH_CARAVANS.link_attributes(type_key).values()
    link = Link(type_key, source, target, {one.key: sample(one) for one in attributes})
    framework = Framework.of(WITH_CARAVANS, [Element(source), Element(target)], [link])
    assert validate(framework) == ()
    assert framework.links(entry.role) == [framework.links()[0]]
    for form, name in (FILES | ONE_STATE).items():
        _ = write(States("councils", framework), form, tmp_path / name)
        assert read(tmp_path / name).current == framework


@pytest.mark.parametrize("type_key", LINK_TYPES)
def test_a_link_that_its_type_does_not_allow_is_found(type_key: str) -> None:
    entry = WITH_CARAVANS.link_types[type_key]
    for source in TYPES:
        for target in TYPES:
            if not entry.allows(WITH_CARAVANS.traits(source), WITH_CARAVANS.traits(target)):
                ends = [Element(f"{source}/a"), Element(f"{target}/b")]
                link = Link(type_key, f"{source}/a", f"{target}/b")
                assert validate(Framework.of(WITH_CARAVANS, ends, [link]))
                return
    assert not any(ends.sources and ends.targets for ends in entry.ends)
