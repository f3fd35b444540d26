"""States: `current`, editions, scenarios."""

import pytest

from cadre.core.change import diff, set_field
from cadre.core.dates import PartialDate
from cadre.core.graph import Element, Framework
from cadre.core.kernel import KERNEL
from cadre.core.states import CURRENT, Edition, Scenario, StateKind, States
from cadre.core.text import Text

OLD = Framework.of(KERNEL, [Element("group/a", {"order": 1})])
NEW = Framework.of(KERNEL, [Element("group/a", {"order": 2})])
STATES = States(
    "councils",
    NEW,
    {
        "2018": Edition("2018", NEW, "-", 2, date=PartialDate(2018, 2)),
        "2016": Edition("2016", OLD, "-", 1, date=PartialDate(2016, 9)),
    },
    {
        "plan": Scenario("plan", "2016", set_field(OLD, "group/a", "order", 5)),
        "next": Scenario("next", CURRENT, ()),
    },
)


def test_states_come_in_the_order_of_time_with_scenarios_after_their_base() -> None:
    assert STATES.keys() == (CURRENT, "next", "2016", "plan", "2018")
    assert list(STATES) == list(STATES.keys())


def test_a_scenario_is_its_base_with_its_changes() -> None:
    assert STATES.at("plan")["group/a"].number("order") == 5
    assert diff(STATES.at("next"), NEW) == ()
    assert STATES.at("plan") is STATES.at("plan")


def test_what_can_be_said_of_a_state() -> None:
    assert STATES.info("plan").date == PartialDate(2016, 9)
    assert STATES.info("plan").kind is StateKind.SCENARIO
    assert STATES.info(CURRENT).date is None
    assert STATES.name == Text("councils", "councils")


def test_each_state_has_one_to_compare_with() -> None:
    assert STATES.base_of("plan") == "2016"
    assert STATES.base_of("2018") == "2016"
    assert STATES.base_of("2016") is None
    assert STATES.base_of(CURRENT) == "2018"


def test_a_scenario_needs_a_base_and_states_need_keys_of_their_own() -> None:
    with pytest.raises(ValueError, match="no base"):
        _ = States("x", NEW, {}, {"plan": Scenario("plan", "2016", ())})
    with pytest.raises(ValueError, match="one key"):
        _ = States("x", NEW, {CURRENT: Edition(CURRENT, NEW, "-", 1)})
    with pytest.raises(KeyError):
        _ = STATES.at("2020")
