"""What becomes of each body between two states: computed, stated, and where the two differ."""

from __future__ import annotations

from collections import Counter
from collections.abc import Sequence

from hypothesis import given

from cadre.analysis.dispositions import (
    KEYS,
    NEW,
    SUNSET,
    Disposed,
    counted,
    dispositions,
    unstated,
)
from cadre.analysis.facts import Facts
from cadre.core.graph import Element, Framework, Link
from cadre.core.kernel import KERNEL
from cadre.core.states import States
from cadre.core.text import Text
from cadre.core.traits import Trait
from cadre.core.values import Value
from cadre.exchange import read
from cadre.frameworks import path_of
from tests.strategies import frameworks


def group(key: str, name: str = "", **values: Value) -> Element:
    return Element(f"group/{key}", {"name": Text(name or key, name or key), **values})


AREAS = [Element("focus-area/sea"), Element("focus-area/sky")]


def becomes(
    before: Sequence[Element | Link], after: Sequence[Element | Link]
) -> dict[str, tuple[tuple[str, ...], str]]:
    """Stated and computed by slug."""
    return {one.key.partition("/")[2]: (one.stated, one.computed) for one in found(before, after)}


def found(
    before: Sequence[Element | Link], after: Sequence[Element | Link]
) -> tuple[Disposed, ...]:
    def made(things: Sequence[Element | Link]) -> Facts:
        elements = [one for one in things if isinstance(one, Element)]
        links = [one for one in things if isinstance(one, Link)]
        return Facts(Framework.of(KERNEL, [*AREAS, *elements], links))

    return dispositions(made(before), made(after))


def test_what_nobody_touched_goes_on() -> None:
    assert becomes([group("a")], [group("a")]) == {"a": ((), "continue")}


def test_each_change_has_its_word() -> None:
    was = [group(key, kind="committee") for key in "abcd"]
    now: list[Element | Link] = [
        group("a", "Another", kind="committee"),
        group("b", kind="working-group"),
        group("c", kind="committee"),
        Link("covers", "group/c", "focus-area/sea"),
        group("e"),
    ]
    assert becomes([*was], now) == {
        "a": ((), "rename"),
        "b": ((), "convert"),
        "c": ((), "refocus"),
        "d": ((), SUNSET),
        "e": ((), NEW),
    }


def test_who_continues_as_whom_says_merge_absorb_and_split() -> None:
    was = [group(key) for key in ("a", "b", "c", "d", "e")]
    now: list[Element | Link] = [
        *was,
        group("x"),
        group("y"),
        group("z"),
        Link("continues-as", "group/a", "group/x"),
        Link("continues-as", "group/b", "group/x"),
        Link("continues-as", "group/c", "group/e"),
        Link("continues-as", "group/d", "group/y"),
        Link("continues-as", "group/d", "group/z"),
    ]
    computed = {key: word for key, (_, word) in becomes([*was], now).items()}
    assert computed == {
        **dict.fromkeys("ab", "merge"),
        "c": "absorb",
        "d": "split",
        "e": "continue",
        **dict.fromkeys("xyz", NEW),
    }


def test_an_heir_that_was_there_before_is_no_news() -> None:
    tied: list[Element | Link] = [
        group("a"),
        group("b"),
        Link("continues-as", "group/a", "group/b"),
    ]
    assert becomes([*tied], [*tied]) == {"a": ((), "continue"), "b": ((), "continue")}


def test_what_a_source_states_comes_first_and_both_are_kept() -> None:
    transition = Element("transition/t", {"disposition": "defer"})
    now: list[Element | Link] = [
        group("a"),
        transition,
        Link("concerns", "transition/t", "group/a"),
    ]
    [one] = found([group("a")], [*now])
    assert (one.disposition, one.computed, one.differs) == ("defer", "continue", True)
    again = Element("transition/u", {"disposition": "merge"})
    [two] = found([group("a")], [*now, again, Link("concerns", "transition/u", "group/a")])
    assert two.is_contradicted
    # What the earlier state states already is not said of what comes after it.
    [old] = found([*now], [*now])
    assert old.stated == ()


def test_an_end_without_an_heir_is_homeless() -> None:
    [one] = found([group("a")], [group("a", lifecycle="ended")])
    assert (one.computed, one.is_homeless) == (SUNSET, True)


def test_new_teams_are_told_from_heads_and_open_places() -> None:
    now: list[Element | Link] = [
        group("head"),
        group("team"),
        group("open", placeholder=True),
        Link("part-of", "group/team", "group/head"),
    ]
    assert [one.key for one in found([], now) if one.comes_from_nowhere] == ["group/team"]


def test_those_of_whom_nothing_is_stated_are_named_where_something_is_of_others() -> None:
    transition = Element("transition/t", {"disposition": "continue"})
    both = [group("a"), group("b")]
    silent = found([*both], [*both])
    assert unstated(silent) == ()
    said = found([*both], [*both, transition, Link("concerns", "transition/t", "group/a")])
    assert [one.key for one in unstated(said)] == ["group/b"]


def test_the_proposal_of_2016_and_the_recommendations_of_2018() -> None:
    states: States = read(path_of("joint-councils"))

    def between(one: str, other: str) -> tuple[Disposed, ...]:
        return dispositions(Facts(states.at(one)), Facts(states.at(other)))

    proposal = between("2016-09", "proposal-2016")
    assert sum(one.comes_from_nowhere for one in proposal) == 17
    assert sum(one.is_open for one in proposal) == 3
    assert counted(proposal) == {
        "continue": 2,
        "refocus": 6,
        "merge": 4,
        "absorb": 1,
        "defer": 2,
        "sunset": 2,
    }
    later = between("2018", "recommendations-2018")
    assert counted(later) == {"continue": 11, "convert": 2, "sunset": 2, "undecided": 3}
    assert [one.key for one in unstated(later)] == ["group/licensing"]


# --- laws ---------------------------------------------------------------------------------------


@given(frameworks(), frameworks())
def test_every_body_of_either_state_has_one_disposition(one: Framework, other: Framework) -> None:
    before, after = Facts(one), Facts(other)
    told = dispositions(before, after)
    bodies = {*before.keys(Trait.WORKS), *after.keys(Trait.WORKS)}
    assert Counter(it.key for it in told) == Counter(bodies)
    assert {it.disposition for it in told} <= {*KEYS}
    assert sum(counted(told).values()) == len(before.keys(Trait.WORKS))


@given(frameworks())
def test_from_a_state_to_itself_everything_goes_on(framework: Framework) -> None:
    facts = Facts(framework)
    assert {one.computed for one in dispositions(facts, facts)} <= {"continue"}
