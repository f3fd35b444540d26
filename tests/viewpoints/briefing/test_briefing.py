"""The briefing says what the framework says: its parts, counts and tables, in both languages."""

from __future__ import annotations

import pytest

from cadre.analysis.check import check
from cadre.core.graph import Framework
from cadre.core.kernel import KERNEL
from cadre.core.states import States
from cadre.core.text import LANGUAGES, Language
from cadre.core.traits import Trait
from cadre.exchange import read
from cadre.frameworks import path_of
from cadre.render.measure import MEASURE
from cadre.viewpoints.briefing import Bars, Briefing, Cards, Drawing, Grid, Slide, briefing
from cadre.viewpoints.scene import Box, Wire, opened
from cadre.wording import wording

STATES = ("2016-09", "proposal-2016", "2018", "recommendations-2018")
PARTS = {
    "en": ("Scope", "Approach", "Findings", "Direction", "Asks"),
    "fr": ("Portée", "Démarche", "Constats", "Orientation", "Demandes"),
}


@pytest.fixture(scope="module")
def councils() -> States:
    return read(path_of("joint-councils"))


def made(states: States, state: str, language: Language = "en") -> Briefing:
    return briefing(states, state, wording(language), MEASURE)


def titled(said: Briefing, words: str) -> Slide:
    return next(one for one in said.slides if words in one.title)


def grid(slide: Slide) -> Grid:
    assert isinstance(slide.block, Grid)
    return slide.block


@pytest.mark.parametrize("state", STATES)
@pytest.mark.parametrize("language", LANGUAGES)
def test_it_has_its_five_parts_and_about_fifteen_slides(
    councils: States, state: str, language: Language
) -> None:
    said = made(councils, state, language)
    sections = tuple(dict.fromkeys(one.section for one in said.slides if one.section))
    assert sections[:5] == PARTS[language]
    assert 13 <= len(said.slides) <= 17
    kinds = [type(one.block) for one in said.slides]
    assert {Cards, Drawing, Bars, Grid} <= set(kinds)
    for one in said.slides:
        assert one.title
        assert one.notes
        if isinstance(one.block, Grid):
            assert sum(one.block.shares) == pytest.approx(1)
            assert all(len(row) == len(one.block.heads) for row in one.block.rows)


def test_the_contents_are_the_titles_that_follow(councils: States) -> None:
    said = made(councils, "2018")
    cards = said.slides[1].block
    assert isinstance(cards, Cards)
    told = [line.text for card in cards.cards for line in card.lines]
    assert told == [one.title for one in said.slides[2:-1]]


def test_it_tells_what_the_rules_found(councils: States) -> None:
    framework = councils.at("2018")
    gaps = [it for it in check(framework, councils.info("2018").date.latest) if "GAP" in it.code]  # type: ignore[union-attr]  # it has a date
    slide = titled(made(councils, "2018"), "gaps")
    assert slide.title.startswith("Sixteen gaps")
    assert len(gaps) == 16
    codes = [row[0].text for row in grid(slide).rows]
    assert codes == sorted(set(codes))
    assert all(row[2].text for row in grid(slide).rows)
    assert len(slide.notes) == 1 + len(gaps)


def test_it_tells_priorities_with_their_leads(councils: States) -> None:
    rows = grid(titled(made(councils, "2018"), "priorities")).rows
    assert len(rows) == len(councils.at("2018").keys(Trait.PRIORITY)) == 4
    assert "British Columbia" in rows[1][2].text


def test_it_asks_what_the_last_meeting_was_asked(councils: States) -> None:
    later = grid(titled(made(councils, "2018"), "put to the councils"))
    assert len(later.rows) == 12
    assert later.rows[0][2].text.startswith("Agree that the work")
    assert later.rows[0][3].text == "Yes · No · With reservation"
    earlier = grid(titled(made(councils, "2016-09"), "put to the councils"))
    assert earlier.rows[0][1].text == "Agree with the new direction"


def test_what_changes_is_told_where_there_is_a_state_before(councils: States) -> None:
    rows = grid(titled(made(councils, "2018"), "Of 17 groups")).rows
    assert [(row[0].text, row[1].text) for row in rows] == [
        ("Continue", "6"),
        ("Rename", "8"),
        ("Convert to another kind", "3"),
        ("New", "1"),
    ]
    assert not [one for one in made(councils, "2016-09").slides if "Of 17 groups" in one.title]


def test_the_chart_counts_each_group_once_an_area(councils: States) -> None:
    chart = titled(made(councils, "2018"), "Most groups").block
    assert isinstance(chart, Bars)
    totals = [sum(one.values[at] for one in chart.series) for at in range(len(chart.categories))]
    assert totals == [2, 2, 14, 8, 2, 1, 3, 0, 1, 2]


def test_the_map_joins_councils_to_the_areas_they_work_in(councils: States) -> None:
    drawing = titled(made(councils, "2018"), "groups work in").block
    assert isinstance(drawing, Drawing)
    items = list(opened(drawing.items))
    keys = {one.key for one in items if isinstance(one, Box) and one.key}
    ends = {end for one in items if isinstance(one, Wire) for end in one.ends}
    assert ends <= keys
    assert len(keys) == 3 + 10 + 4
    boxes = [one for one in items if isinstance(one, Box)]
    assert all(one.rect.right <= drawing.width for one in boxes)
    assert all(one.rect.bottom <= drawing.height for one in boxes)


def test_a_framework_with_nothing_in_it_is_briefed_as_such() -> None:
    states = States("empty", Framework.of(KERNEL, [], []))
    said = briefing(states, "current", wording("en"), MEASURE)
    titles = [one.title for one in said.slides]
    assert "No aim is recorded yet" in titles
    assert "Nothing is put to the councils in this state" in titles
    assert "No next step is recorded" in titles


@pytest.mark.parametrize("language", LANGUAGES)
def test_the_example_is_briefed(language: Language) -> None:
    states = read(path_of("example"))
    for state in states:
        said = briefing(states, state, wording(language), MEASURE)
        assert len(said.slides) > 7
