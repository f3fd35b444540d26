"""What does not fit the metamodel is found, named and explained."""

from __future__ import annotations

from dataclasses import replace

import pytest
from hypothesis import given

from cadre.core.attributes import Attribute, Choice
from cadre.core.dates import PartialDate
from cadre.core.graph import Element, Framework, Link
from cadre.core.kernel import KERNEL
from cadre.core.metamodel import Metamodel
from cadre.core.text import Text
from cadre.core.validate import validate
from cadre.core.values import Kind, Value
from tests.strategies import lawful_frameworks

GROUP = Element("group/g", {"name": Text("Group G", "Groupe G")})
AREA = Element("focus-area/x", {"name": Text("Area X", "Domaine X")})


def faults(
    elements: list[Element], links: list[Link] | None = None, metamodel: Metamodel = KERNEL
) -> list[tuple[str, tuple[str, ...]]]:
    found = validate(Framework.of(metamodel, elements, links or []))
    return [(finding.code, finding.subjects) for finding in found]


def test_what_fits_is_not_found() -> None:
    good = GROUP.replace(
        kind="working-group",
        order=1,
        starts=PartialDate(2016),
        inferred=("kind", "order"),
    )
    assert faults([good, AREA], [Link("covers", "group/g", "focus-area/x")]) == []


@given(lawful_frameworks())
def test_whatever_is_made_of_the_metamodel_fits_it(framework: Framework) -> None:
    assert validate(framework) == ()


def test_an_element_of_a_type_that_is_gone_is_named_once() -> None:
    stray = Element("gone/a", {"whatever": "x"})
    assert faults([stray]) == [("REF-01", ("gone/a",))]
    # Its links are not held against it a second time.
    assert faults([stray, AREA], [Link("covers", "gone/a", "focus-area/x")]) == [
        ("REF-01", ("gone/a",))
    ]


@pytest.mark.parametrize(
    ("attribute", "value", "code"),
    [
        ("colour", "red", "REF-02"),
        ("order", "first", "REF-03"),
        ("order", True, "REF-03"),
        ("name", "plain", "REF-03"),
        ("starts", "2016", "REF-03"),
        ("kind", "orchestra", "REF-04"),
        ("lifecycle", "forgotten", "REF-04"),
        ("inferred", ("name", "colour"), "REF-04"),
    ],
)
def test_a_value_that_does_not_fit_is_found(attribute: str, value: Value, code: str) -> None:
    assert faults([Element("group/g", {attribute: value})]) == [(code, ("group/g",))]


def test_the_message_names_element_attribute_and_choices_in_both_languages() -> None:
    [finding] = validate(Framework.of(KERNEL, [GROUP.replace(lifecycle="forgotten")]))
    assert finding.message == Text(
        "“Group G”: “Lifecycle” is “forgotten”, which is not among its choices "
        "(proposed, active, paused and ended).",
        "«\u00a0Groupe G\u00a0»\u00a0: «\u00a0Cycle de vie\u00a0» vaut «\u00a0forgotten\u00a0», "
        "qui n’est pas parmi ses choix (proposed, active, paused et ended).",
    )
    assert finding.discriminator == "lifecycle"
    assert finding.evidence[0].text == Text("Lifecycle: forgotten", "Cycle de vie\u00a0: forgotten")


def test_every_stranger_among_several_choices_is_named() -> None:
    own = Attribute(
        "goods",
        Kind.CHOICES,
        Text("Goods", "Biens"),
        choices=(Choice("salt", Text("Salt", "Sel")),),
    )
    metamodel = KERNEL.extended([replace(KERNEL.element_types["group"], attributes=(own,))])
    element = Element("group/g", {"goods": ("salt", "silk", "spice")})
    assert faults([element], metamodel=metamodel) == [("REF-04", ("group/g",))] * 2


def test_a_link_of_a_type_that_is_gone_and_one_that_is_not_allowed() -> None:
    gone = Link("sings-with", "group/g", "focus-area/x")
    wrong = Link("covers", "focus-area/x", "group/g")
    assert faults([GROUP, AREA], [gone]) == [("REF-05", ("group/g",))]
    assert faults([GROUP, AREA], [wrong]) == [("REF-06", ("focus-area/x",))]
    [finding] = validate(Framework.of(KERNEL, [GROUP, AREA], [gone]))
    assert finding.evidence[0].link == gone.id
    assert finding.message.en == (
        "The link from “Group G” to “Area X” is of the type “sings-with”, which the framework does "
        "not have."
    )


def test_the_values_of_links_are_looked_at_too() -> None:
    bad = Link("covers", "group/g", "focus-area/x", {"what": "plain", "mood": "good"})
    assert faults([GROUP, AREA], [bad]) == [("REF-02", ("group/g",)), ("REF-03", ("group/g",))]
    [first, _] = validate(Framework.of(KERNEL, [GROUP, AREA], [bad]))
    assert first.message.fr.startswith(
        "Le lien de «\u00a0Groupe G\u00a0» à «\u00a0Domaine X\u00a0»"
    )


@pytest.mark.parametrize(
    ("address", "good"),
    [
        ("https://example.ca/a?b=c", True),
        ("HTTP://EXAMPLE.CA", True),
        ("javascript:alert(1)", False),
        ("data:text/html,x", False),
        ("ftp://example.ca", False),
        ("//example.ca", False),
        ("example.ca", False),
        ("https://", False),
        ("https://exa mple.ca", False),
        (" https://example.ca", False),
    ],
)
def test_only_http_and_https_are_web_links(address: str, good: bool) -> None:
    document = Element("document/d", {"address": address})
    assert faults([document]) == ([] if good else [("REF-07", ("document/d",))])


def test_a_type_may_not_give_an_attribute_of_its_trait_another_kind() -> None:
    group = KERNEL.element_types["group"]
    other = replace(group, attributes=(Attribute("kind", Kind.NUMBER, Text("Kind", "Genre")),))
    [finding] = validate(Framework.of(KERNEL.extended([other])))
    assert (finding.code, finding.subjects, finding.discriminator) == ("REF-08", (), "group kind")
    same = replace(group, attributes=(Attribute("kind", Kind.CHOICE, Text("Kind", "Genre")),))
    assert validate(Framework.of(KERNEL.extended([same]))) == ()
