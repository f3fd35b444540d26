"""Columns out of a table: by numpy as in plain Python, and in whatever order the rows come."""

from __future__ import annotations

from array import array

import pytest
from hypothesis import given
from hypothesis import strategies as st

from cadre.analysis.primitives import reading
from cadre.analysis.primitives.by_numpy import reading as np_reading
from cadre.core.columns import Columns, rows
from cadre.core.keys import LinkId

KEYS = [f"group/{letter}" for letter in "abcdefgh"]


@st.composite
def tables(draw: st.DrawFn) -> tuple[list[int], list[str], set[LinkId]]:
    """Elements under numbers of their own, close together or far apart, and links."""
    keys = draw(st.permutations(KEYS))
    most = draw(st.sampled_from([10, 10**9]))
    ids = draw(st.lists(st.integers(1, most), min_size=8, max_size=8, unique=True))
    one = st.builds(
        LinkId, st.sampled_from(["leads", "covers"]), st.sampled_from(KEYS), st.sampled_from(KEYS)
    )
    return ids, keys, draw(st.sets(one, max_size=20))


def joined(ids: list[int], keys: list[str], links: set[LinkId]) -> list[reading.Joined]:
    number = dict(zip(keys, ids, strict=True))
    found = []
    for name in ("leads", "covers"):
        own = [one for one in links if one.type == name]
        pairs = (number[one.source] * reading.SPAN + number[one.target] for one in own)
        found.append((name, array("q", pairs)))
    return found


@given(tables())
def test_columns_are_those_of_the_links(table: tuple[list[int], list[str], set[LinkId]]) -> None:
    ids, keys, links = table
    found, places = reading.columns(array("q", ids), keys, joined(ids, keys, links))
    row = {key: number for number, key in enumerate(KEYS)}
    wanted = Columns.of(KEYS, row, sorted(links))
    assert list(found.ids()) == list(wanted.ids()) == sorted(links)
    assert [keys[place] for place in places] == KEYS == list(found.keys)
    own = [one for one in sorted(joined(ids, keys, links)) if len(one[1])]
    if own:
        by_array = np_reading.ends(array("q", ids), places, own)
        assert by_array == reading.plain_ends(array("q", ids), places, own)
        assert by_array == (found.first, found.sources, found.targets)


@given(st.lists(st.integers(0, 2**62)))
def test_numbers_come_out_of_text(wanted: list[int]) -> None:
    text = ",".join(map(str, wanted))
    assert list(reading.numbers(text)) == wanted
    if wanted:
        assert list(np_reading.numbers(text)) == wanted


@pytest.mark.parametrize("ids", [[1, 2, 4], [1, 10**8, 10**9]])
@pytest.mark.parametrize("stray", [0, 3, 2 * 10**9])
def test_a_link_to_no_element_is_refused(ids: list[int], stray: int) -> None:
    own = [("leads", array("q", [ids[0] * reading.SPAN + stray]))]
    for ends in (reading.plain_ends, np_reading.ends):
        with pytest.raises(KeyError):
            ends(array("q", ids), rows(range(3)), own)


def test_a_link_is_found_by_its_ends() -> None:
    keys = KEYS[:3]
    columns = Columns.of(
        keys, {key: n for n, key in enumerate(keys)}, [LinkId("leads", keys[0], keys[2])]
    )
    assert reading.place_of(columns, "leads", 0, 2) == 0
    for type_, source, target in (("leads", 2, 0), ("covers", 0, 2), ("serves", 0, 2)):
        with pytest.raises(KeyError):
            reading.place_of(columns, type_, source, target)
