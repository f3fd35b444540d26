"""What a framework calls its groups, in sentences that were written for groups."""

import pytest

from cadre.core.graph import Framework
from cadre.core.kernel import KERNEL
from cadre.core.metamodel import ElementType
from cadre.core.text import Text
from cadre.core.traits import Trait
from cadre.viewpoints.nouns import spoken
from cadre.viewpoints.words import Slot
from cadre.wording import wording
from tests.viewpoints.conftest import element

AGENCY = ElementType(
    "agency",
    Text("Agency", "Agence"),
    Text("Agencies", "Agences"),
    traits=frozenset({Trait.BODY, Trait.WORKS}),
)
AGENCIES = Framework.of(KERNEL.extended([AGENCY]), [element("agency/a", "Group A", "Groupe A")], ())


@pytest.mark.parametrize(
    ("template", "english", "french"),
    [
        (
            Text("{n} {n:group|groups} at work", "{n} {n:groupe|groupes} à l’œuvre"),
            "3 agencies at work",
            "3 agences à l’œuvre",
        ),
        (Text("The group of {name}", "Le groupe de {name}"), "The agency of X", "L’agence de X"),
        (Text("So many groups", "Nombre de groupes"), "So many agencies", "Nombre d’agences"),
        (Text("Groups: {groups}", "Groupes : {groups}"), "Agencies: X", "Agences\u00a0: X"),
        (
            Text("{n:words} subgroups", "{n:words} regroupements"),
            "Three subgroups",
            "3 regroupements",
        ),
    ],
)
def test_sentences_take_the_label_of_the_type(template: Text, english: str, french: str) -> None:
    slots: dict[str, Slot] = {"n": 3, "name": "X", "groups": "X"}
    used = {key: slot for key, slot in slots.items() if f"{{{key}" in template.en}
    assert spoken(AGENCIES, wording("en")).fill(template, **used) == english
    assert spoken(AGENCIES, wording("fr")).fill(template, **used) == french


def test_names_stay_as_they_are() -> None:
    name = Text("Group A", "Groupe A")
    assert spoken(AGENCIES, wording("en")).of(name) == "Group A"
    assert spoken(AGENCIES, wording("fr")).fill(Text("{x}", "{x}"), x="Groupe A") == "Groupe A"


def test_groups_are_called_groups_and_a_mixture_too() -> None:
    groups = Framework.of(KERNEL, [element("group/a", "A", "A")], ())
    mixed = Framework.of(
        KERNEL.extended([AGENCY]),
        [element("group/a", "A", "A"), element("agency/a", "A", "A")],
        (),
    )
    words = wording("en")
    assert spoken(groups, words) is words
    assert spoken(mixed, words) is words
