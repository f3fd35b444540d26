"""What services answer of a framework whose lists have to be cut."""

from __future__ import annotations

from collections.abc import Iterator
from dataclasses import replace

import pytest
from pytest_django.plugin import DjangoDbBlocker

from cadre.services import (
    elements,
    findings,
    frameworks,
    list_tables,
    lists,
    pictures,
    search,
    uncertain,
)
from cadre.services.frameworks import Opened
from cadre.services.overview import overview
from cadre.services.paging import SIZE
from cadre.services.reading import read
from cadre.services.reading_pages import PAGES
from cadre.services.timeline import lines
from tests import large
from tests.storing import filled

pytestmark = pytest.mark.django_db


@pytest.fixture(scope="module")
def django_db_setup(django_db_setup: None, django_db_blocker: DjangoDbBlocker) -> Iterator[None]:
    """The large framework, stored once for all tests here."""
    yield from filled(large.fill, django_db_blocker)


@pytest.fixture
def opened() -> Opened:
    return frameworks.opened(large.LARGE)


# --- lists --------------------------------------------------------------------------------------


def test_a_list_has_the_lines_of_its_page(opened: Opened) -> None:
    first = lists.listed(opened, "result", "en", lists.Query())
    last = lists.listed(opened, "result", "en", lists.Query(page=99))
    assert len(first.lines) == SIZE
    assert first.page.count == first.total == large.RESULTS
    assert last.page.number == first.page.pages == 6
    assert last.lines[-1].key == f"result/n{large.RESULTS - 1:03}"


def test_pages_follow_the_order_asked_for(opened: Opened) -> None:
    asked = [
        lists.Query(sort="name", descending=True, page=page, words="result") for page in (1, 2)
    ]
    pages = [lists.listed(opened, "result", "fr", one).lines for one in asked]
    names = [line.name.fr for page in pages for line in page]
    whole = lists.listed_whole(opened, "result", "fr", asked[0]).lines
    assert names == [line.name.fr for line in whole][: len(names)]
    assert len(whole) == large.RESULTS


def test_a_filter_counts_all_pages(opened: Opened) -> None:
    listing = lists.listed(opened, "result", "en", lists.Query())
    [certainty] = [one for one in listing.filters if one.id == "certainty"]
    assert {option.key: option.count for option in certainty.options} == {
        "stated": large.RESULTS / 2,
        "low": large.RESULTS / 2,
    }
    low = lists.listed(opened, "result", "en", lists.Query(chosen={"certainty": "low"}))
    assert low.page.count == large.RESULTS / 2
    # What another choice of this filter keeps is counted as if it were not asked for.
    [again] = [one for one in low.filters if one.id == "certainty"]
    assert again.options == certainty.options


def test_a_choice_may_be_typed_by_its_name(opened: Opened) -> None:
    by_key = lists.Query(chosen={"area": "focus-area/n007"})
    by_name = lists.Query(chosen={"area": "  domaine 7"})
    assert lists.listed(opened, "result", "en", by_name).lines
    assert (
        lists.listed(opened, "result", "en", by_name).lines
        == lists.listed(opened, "result", "en", by_key).lines
    )
    nothing = lists.Query(chosen={"area": "Domaine 777"})
    assert not lists.listed(opened, "result", "en", nothing).lines


# --- findings and doubts ------------------------------------------------------------------------


def test_a_finding_on_very_much_names_the_first_and_takes_all_away(opened: Opened) -> None:
    found = max(findings.report(opened).findings, key=lambda one: len(one.subjects))
    told = findings.explained(opened, found.fingerprint)
    assert len(found.subjects) > findings.MOST_SUBJECTS
    assert len(told.subjects) == findings.FIRST
    assert len(told.subjects) + told.more_subjects == len(found.subjects)
    assert len(list_tables.of_subjects(told.finding).rows) == len(found.subjects)
    assert findings.subjects(opened, found.fingerprint) == tuple(found.subjects)
    assert findings.subjects(opened, "0" * 16) == ()


def test_findings_of_one_rule_are_those_of_the_whole(opened: Opened) -> None:
    everything = findings.listed_whole(opened, findings.Query())
    assert sum(len(one.findings) for one in everything.rules) == everything.total
    for rule in everything.rules:
        only = findings.listed(opened, findings.Query(rule=rule.rule.code))
        assert only.is_of_one_rule
        assert [one.rule.code for one in only.rules] == [rule.rule.code]
        assert only.shown == rule.count


def test_what_is_uncertain_is_cut_by_type(opened: Opened) -> None:
    found = uncertain.uncertain(opened)
    [results] = [part for part in found.parts if part.key == "result"]
    assert (len(results.doubts), results.page.count) == (SIZE, large.RESULTS / 2)
    [second] = uncertain.uncertain(opened, "result", page=2).parts
    assert not {one.element for one in second.doubts} & {one.element for one in results.doubts}
    whole = uncertain.uncertain_whole(opened)
    rows = list_tables.of_doubts(whole).rows
    assert len(rows) == sum(part.page.count for part in found.parts)


# --- what is read and found ---------------------------------------------------------------------


def test_a_long_glossary_is_cut_and_its_file_is_not(opened: Opened) -> None:
    page = PAGES["glossary"]
    content = read(opened, page, "en", "en").content
    assert content is not None
    cuts = [content.cut(content.page(number)) for number in range(1, 6)]
    told = [entry.key for cut in cuts for part in cut.sections for entry in part.entries]
    assert told == [entry.key for part in content.sections for entry in part.entries]
    assert {part.count for cut in cuts for part in cut.sections} == {large.TERMS}
    rows = list_tables.of_reading(page.label, content).rows
    assert [row.key for row in rows] == told


def test_a_search_is_cut_and_its_file_is_not(opened: Opened) -> None:
    first, last = (search.find(opened, "result", "en", page=page) for page in (1, 99))
    assert len(first.hits) == SIZE
    assert first.page.count == last.page.count == large.RESULTS
    assert last.page.number == last.page.pages
    whole = search.find_whole(opened, "result", "en")
    assert len(list_tables.of_hits(whole).rows) == large.RESULTS


def test_states_are_a_table(opened: Opened) -> None:
    [row] = list_tables.of_states(lines(opened)).rows
    assert row.cells["elements"] == len(opened.framework)


def test_very_many_links_are_folded(opened: Opened) -> None:
    group = elements.element(opened, "focus-area/n001", "en").ties[0]
    many, few = (replace(group, ties=group.ties[:1] * count) for count in (41, 40))
    assert (len(many.first), len(many.rest)) == (20, 21)
    assert (len(few.first), len(few.rest)) == (40, 0)


# --- at a glance --------------------------------------------------------------------------------


def test_many_areas_stand_under_what_they_are_part_of(opened: Opened) -> None:
    found = overview(opened, "en")
    assert len(found.wholes) == large.WHOLES
    assert all(len(one.parts) == large.AREAS / large.WHOLES - 1 for one in found.wholes)
    assert found.has_council_bars
    assert found.total_councils == len(found.councils) == large.COUNCILS


def test_a_large_picture_is_not_drawn_to_know_what_it_shows(
    opened: Opened, monkeypatch: pytest.MonkeyPatch
) -> None:
    monkeypatch.setattr(pictures, "MOST_TO_DRAW", 0)
    assert pictures.shows(opened, "gap-matrix", ["focus-area/n001"], "en")
    assert not pictures.shows(opened, "gap-matrix", ["term/n001"], "en")
