"""The axis takes order, code, hue and glyph from data, and fills in what data lacks."""

from cadre.core.graph import Element, Framework, Link
from cadre.core.kernel import KERNEL
from cadre.core.states import States
from cadre.viewpoints.axis import axis
from cadre.viewpoints.tokens import DEFAULT_HUES


def areas(*elements: Element, links: tuple[Link, ...] = ()) -> Framework:
    return Framework.of(KERNEL, elements, links)


def area(slug: str, **values: str | int) -> Element:
    return Element(f"focus-area/{slug}", values)


def test_the_reference_axis_is_as_its_data_says(reference: States) -> None:
    steps = axis(reference.at("2016-09"))
    assert "".join(step.code for step in steps) == "ABCDEFGHJK"
    assert tuple(step.hue for step in steps) == DEFAULT_HUES


def test_an_axis_without_codes_gets_letters_that_nobody_has() -> None:
    steps = axis(areas(area("x", order=1), area("y", order=2, code="A"), area("z", order=3)))
    assert [step.code for step in steps] == ["B", "A", "C"]
    assert len({step.hue for step in steps}) == 3
    assert all(step.glyph for step in steps)


def test_many_steps_have_codes_of_their_own_and_parts_the_hue_of_their_whole() -> None:
    wholes = [area(f"w{place:02}", order=place) for place in range(9)]
    parts = [area(f"p{place:02}", order=100 + place) for place in range(40)]
    links = tuple(
        Link("part-of", part.key, wholes[place % 9].key) for place, part in enumerate(parts)
    )
    steps = {step.key: step for step in axis(areas(*wholes, *parts, links=links))}
    assert len({step.code for step in steps.values()}) == 49
    assert steps["focus-area/p03"].hue == steps["focus-area/w03"].hue
    order = list(steps)
    assert order.index("focus-area/p00") == order.index("focus-area/w00") + 1


def test_a_circle_of_parts_is_shown_all_the_same() -> None:
    circle = (
        Link("part-of", "focus-area/x", "focus-area/y"),
        Link("part-of", "focus-area/y", "focus-area/x"),
    )
    assert len(axis(areas(area("x"), area("y"), links=circle))) == 2


def test_nonsense_in_data_is_passed_over() -> None:
    [step] = axis(areas(area("x", hue="red", glyph="dragon")))
    assert step.hue == DEFAULT_HUES[0]
    assert step.glyph == "nodes"
