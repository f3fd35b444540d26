"""The laws of change lists."""

import pytest
from hypothesis import given

from cadre.core.change import (
    AddElement,
    ChangeConflict,
    RemoveElement,
    SetField,
    apply,
    diff,
    invert,
    remove_element,
    set_field,
)
from cadre.core.graph import Element, Framework, Link
from cadre.core.kernel import KERNEL
from cadre.core.text import Text
from tests.strategies import frameworks

ONE = Element("group/one", {"name": Text("One", "Un"), "order": 1})
AREA = Element("focus-area/a")
COVERS = Link("covers", "group/one", "focus-area/a", {"what": Text("work", "travaux")})
SMALL = Framework.of(KERNEL, [ONE, AREA], [COVERS])


@given(frameworks(), frameworks())
def test_applying_a_difference_gives_the_other_framework(a: Framework, b: Framework) -> None:
    assert apply(a, diff(a, b)) == b


@given(frameworks(), frameworks())
def test_undoing_gives_back_what_was(a: Framework, b: Framework) -> None:
    changes = diff(a, b)
    assert apply(apply(a, changes), invert(changes)) == a


@given(frameworks())
def test_nothing_differs_from_itself(a: Framework) -> None:
    assert diff(a, a) == ()


@given(frameworks(), frameworks())
def test_undoing_twice_is_doing(a: Framework, b: Framework) -> None:
    changes = diff(a, b)
    assert invert(invert(changes)) == changes


def test_a_difference_is_told_field_by_field_and_language_by_language() -> None:
    after = Framework.of(KERNEL, [ONE.replace(name=Text("One", "Une"), order=2), AREA], [COVERS])
    assert diff(SMALL, after) == (
        SetField("group/one", "name", "fr", "Un", "Une"),
        SetField("group/one", "order", None, 1, 2),
    )


def test_what_did_not_change_is_shared() -> None:
    after = apply(SMALL, set_field(SMALL, "group/one", "order", 7))
    assert after["focus-area/a"].values is SMALL["focus-area/a"].values
    assert SMALL["group/one"].number("order") == 1


def test_yes_and_one_are_not_the_same() -> None:
    yes = Framework.of(KERNEL, [Element("activity/a", {"prototype": True})])
    one = Framework.of(KERNEL, [Element("activity/a", {"prototype": 1})])
    assert yes != one
    assert apply(yes, diff(yes, one)) == one


@pytest.mark.parametrize(
    "change",
    [
        AddElement(ONE),
        RemoveElement(Element("group/one", {"order": 9})),
        RemoveElement(AREA),
        SetField("group/none", "order", None, None, 1),
        SetField("group/one", "order", None, 5, 6),
        SetField("group/one", "name", "fr", "Deux", "Trois"),
    ],
)
def test_a_change_that_does_not_fit_is_refused(change: AddElement) -> None:
    before = SMALL.values_by_key()
    with pytest.raises(ChangeConflict):
        _ = apply(SMALL, [change])
    assert SMALL.values_by_key() == before


def test_an_element_goes_with_its_links() -> None:
    after = apply(SMALL, remove_element(SMALL, "focus-area/a"))
    assert after.keys() == ["group/one"]
    assert after.links() == []


def test_setting_a_text_changes_only_the_language_that_differs() -> None:
    changes = set_field(SMALL, "group/one", "name", Text("One", "Une"))
    assert changes == (SetField("group/one", "name", "fr", "Un", "Une"),)
    cleared = apply(SMALL, set_field(SMALL, "group/one", "name", None))
    assert "name" not in cleared["group/one"].values
