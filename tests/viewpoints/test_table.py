"""Tables as a reader has them: a part for each kind of rows, with what it fills, nothing lost."""

from hypothesis import given
from hypothesis import strategies as st

from cadre.core.text import Text
from cadre.viewpoints.table import Cell, Column, Row, Table, parts

COLUMNS = tuple(
    Column(one, Text(one, one)) for one in ("kind", "area", "area-name", "count", "note", "links")
)
CELLS: st.SearchStrategy[dict[str, Cell]] = st.fixed_dictionaries(
    {"kind": st.sampled_from(["work", "tie"])},
    optional={
        "area": st.sampled_from(["focus-area/a", "focus-area/b"]),
        "area-name": st.sampled_from(["A", "B"]),
        "count": st.integers(0, 9),
        "note": st.sampled_from(["", "said", ()]),
        "links": st.just(("x y z",)),
    },
)
TABLES = st.lists(CELLS).map(
    lambda rows: Table(
        Text("T"),
        COLUMNS,
        tuple(Row(str(place), cells) for place, cells in enumerate(rows)),
        parted_by="kind",
    )
)


@given(TABLES)
def test_every_row_is_in_the_part_of_its_kind_with_all_that_it_says(table: Table) -> None:
    found = parts(table)
    assert len({part.heading for part in found}) == len(found)
    assert sorted(
        (row for part in found for row in part.rows), key=lambda row: int(row.key)
    ) == list(table.rows)
    for part in found:
        for row in part.rows:
            assert row.cells["kind"] == part.heading
            said = {column.key_first(row) for column in part.columns}
            said |= {column.name_first(row) for column in part.columns}
            told = {row.cells.get(one) for one in ("area", "area-name", "count", "note")}
            assert told - {None, "", ()} == said - {None}


@given(TABLES)
def test_a_part_has_no_column_that_none_of_its_rows_fills(table: Table) -> None:
    for part in parts(table):
        for column in part.columns:
            assert any(column.key_first(row) is not None for row in part.rows)


def test_a_key_and_its_name_are_one_column_called_as_the_name() -> None:
    rows = (Row("1", {"kind": "work", "area": "focus-area/a", "area-name": "A"}),)
    [part] = parts(Table(Text("T"), COLUMNS, rows, parted_by="kind"))
    [column] = part.columns
    assert column.label == Text("area-name", "area-name")
    assert (column.key_first(rows[0]), column.name_first(rows[0])) == ("focus-area/a", "A")


def test_without_kinds_all_rows_are_one_part_and_no_rows_none() -> None:
    rows = (Row("1", {"kind": "work"}), Row("2", {"kind": "tie"}))
    [part] = parts(Table(Text("T"), COLUMNS, rows))
    assert part.heading is None
    assert part.rows == rows
    assert parts(Table(Text("T"), COLUMNS, ())) == ()
