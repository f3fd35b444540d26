"""Tables on paper: a part for each kind of row, names for keys, columns that hold their words."""

from collections.abc import Sequence

from hypothesis import given
from hypothesis import strategies as st

from cadre.core.text import Text
from cadre.render.measure import MEASURE
from cadre.render.table_pages import Asked, Part, Reader, Type, parts_of, shares
from cadre.viewpoints.table import Column, Row, Table

TYPE = Type(size=9.5, gutter=16.0, measure=MEASURE)
ROOM = 700.0
NAMES = {"group/a": Text("Ants", "Fourmis"), "group/b": Text("Bees", "")}
TABLE = Table(
    Text("Groups", "Groupes"),
    (
        Column("row", Text("Row", "Rangée")),
        Column("group", Text("Group (key)", "Groupe (clé)")),
        Column("group-name", Text("Group", "Groupe")),
        Column("count", Text("Count", "Nombre")),
        Column("with", Text("With", "Avec")),
        Column("sure", Text("Sure", "Sûr")),
        Column("links", Text("Links", "Liens")),
    ),
    (
        Row("1", {"row": Text("Work", "Travail"), "group": "group/a", "count": 1234}),
        Row("2", {"row": Text("Tie", "Lien"), "group-name": Text("C"), "with": ("group/a", "x")}),
        Row("3", {"row": Text("Work", "Travail"), "group": "group/b", "links": ("a b c",)}),
    ),
    parted_by="row",
)


def parts(table: Table = TABLE, room: float = ROOM) -> tuple[Part, ...]:
    return parts_of(table, Reader("fr", NAMES.get), room, TYPE)


def texts(rows: Sequence[Sequence[tuple[str, str]]]) -> list[list[str]]:
    return [[cell[0] for cell in row] for row in rows]


def test_each_kind_of_row_is_a_table_with_the_columns_it_uses() -> None:
    work, tie = parts()
    assert work.heading is not None
    assert work.heading.text == "Travail"
    assert [column.label.text for column in work.columns] == ["Groupe", "Nombre"]
    assert [column.number for column in work.columns] == [False, True]
    assert [column.label.text for column in tie.columns] == ["Groupe", "Avec"]


def test_keys_are_called_by_name_in_the_language_they_have() -> None:
    work, tie = parts()
    assert texts(work.rows) == [["Fourmis", "1\u00a0234"], ["Bees", ""]]
    assert work.rows[1][0].language == "en"
    assert texts(tie.rows) == [["C", "Fourmis; x"]]


def test_a_table_without_kinds_is_one_part_and_without_rows_none() -> None:
    plain = Table(TABLE.caption, TABLE.columns[1:], TABLE.rows)
    [part] = parts(plain)
    assert part.heading is None
    assert len(part.rows) == 3
    assert parts(Table(TABLE.caption, TABLE.columns, ())) == ()


def test_a_word_wider_than_its_column_is_broken_and_loses_nothing() -> None:
    word = "Donaudampfschifffahrtsgesellschaftskapitän" * 3
    columns = (Column("a", Text("A")), Column("b", Text("B")))
    [part] = parts(Table(Text("T"), columns, (Row("1", {"a": word, "b": "short"}),)), 300)
    assert part.width <= 300.01
    found = part.rows[0][0].text
    assert "\n" in found
    assert found.replace("\n", "") == word


def test_columns_that_cannot_fit_make_the_page_wider() -> None:
    columns = tuple(Column(f"c{place}", Text("Unbreakable")) for place in range(20))
    [part] = parts(Table(Text("T"), columns, (Row("1", dict.fromkeys(["c0", "c1"], "x")),)), 50)
    assert part.width > 50


WIDTHS = st.floats(10, 400)


@given(st.lists(st.tuples(WIDTHS, WIDTHS, WIDTHS), min_size=1, max_size=12), st.floats(50, 3000))
def test_shares_keep_between_least_and_most_and_fill_the_room(
    columns: list[tuple[float, float, float]], room: float
) -> None:
    asked = [Asked(*sorted(column)) for column in columns]
    widths = shares(asked, room)
    for column, width in zip(asked, widths, strict=True):
        assert column.least <= width <= column.most + 1e-6
    least, most = (sum(column[place] for column in asked) for place in (0, 2))
    assert sum(widths) <= max(room, least) + 1e-3
    assert sum(widths) >= min(max(room, least), most) - 0.01 * most
