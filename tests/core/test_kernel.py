"""The types that ship are whole, in both languages, and fit together."""

import pytest

from cadre.core.attributes import Attribute
from cadre.core.kernel import KERNEL
from cadre.core.keys import is_slug
from cadre.core.text import Text
from cadre.core.traits import TRAIT_ATTRIBUTES, TRAIT_LABELS, LinkRole, Trait
from cadre.core.values import Kind

ALIKE_IN_BOTH = [
    "Vision",
    "Phase",
    "Phases",
    "Note",
    "Provenance",
    "Transition",
    "Transitions",
    "Initiative",
    "Association",
    "Orchestration",
    "Leadership",
    "Type",
    "Code",
    "Prototype",
    "Version",
    "Date",
    "Horizon",
    "Quadrant",
    "Disposition",
    "Engagement",
    "Document",
    "Documents",
    "Triangle",
    "Page",
    "Action",
]


def labels() -> list[tuple[str, Text]]:
    found = [(f"trait {trait}", label) for trait, label in TRAIT_LABELS.items()]
    for entry in KERNEL.element_types.values():
        found += [(entry.key, entry.label), (entry.key, entry.plural), (entry.key, entry.help)]
        for one in KERNEL.attributes(entry.key).values():
            found += attribute_labels(entry.key, one)
    for link in KERNEL.link_types.values():
        found += [(link.key, link.label), (link.key, link.inverse), (link.key, link.help)]
        for one in KERNEL.link_attributes(link.key).values():
            found += attribute_labels(link.key, one)
    return found


def attribute_labels(owner: str, attribute: Attribute) -> list[tuple[str, Text]]:
    name = f"{owner}.{attribute.key}"
    return [(name, attribute.label), *((name, choice.label) for choice in attribute.choices)]


@pytest.mark.parametrize(("where", "label"), labels())
def test_every_label_and_help_is_in_both_languages(where: str, label: Text) -> None:
    assert label.en, where
    assert label.fr, where
    assert label.en != label.fr or label.en in ALIKE_IN_BOTH, where


def test_every_trait_is_taken_and_every_role_has_its_link_type() -> None:
    taken = {trait for entry in KERNEL.element_types.values() for trait in entry.traits}
    assert taken == set(Trait) == set(TRAIT_ATTRIBUTES) == set(TRAIT_LABELS)
    assert set(KERNEL.roles) == set(LinkRole) - {LinkRole.OTHER}


def test_traits_bring_their_attributes() -> None:
    group = KERNEL.attributes("group")
    assert {"name", "acronym", "kind", "layer", "standing", "council-role"} <= set(group)
    assert group["council-role"].choice("int") is not None


def test_a_type_may_give_other_choices_but_not_another_kind() -> None:
    for entry in KERNEL.element_types.values():
        brought = {one.key: one for trait in entry.traits for one in TRAIT_ATTRIBUTES[trait]}
        for own in entry.attributes:
            assert own.key not in brought or brought[own.key].kind is own.kind


def test_keys_are_slugs_and_choices_belong_to_choices() -> None:
    for entry in KERNEL.element_types.values():
        assert is_slug(entry.key)
        for one in KERNEL.attributes(entry.key).values():
            assert is_slug(one.key)
            assert not one.choices or one.kind in (Kind.CHOICE, Kind.CHOICES)
            assert len({choice.key for choice in one.choices}) == len(one.choices)


def test_which_elements_a_link_may_join_is_data() -> None:
    covers = KERNEL.link_types["covers"]
    group, area = KERNEL.traits("group"), KERNEL.traits("focus-area")
    assert covers.allows(group, area)
    assert not covers.allows(area, group)
