"""Where each entry of the recorded facts of the sources went: facts-index.csv, row by row.

A row with an entry says where that entry is, in a state: element, `element#attribute`,
`link-type:source>target` (and `#attribute`), `choice:attribute/choice`, `attribute:type#attribute`,
`state:key`; `later` stands for what waits. A row without an entry says how many entries its section
has, so that no row can go unnoticed.
"""

import csv
from collections.abc import Mapping, Sequence
from pathlib import Path

import pytest

from cadre.core.graph import Framework
from cadre.core.keys import LinkId
from cadre.core.states import States

INDEX = Path(__file__).with_name("facts-index.csv")
TOP_SECTIONS = 46

Entry = Mapping[str, str]


@pytest.fixture(scope="module")
def rows() -> list[Entry]:
    """The rows of the index."""
    with INDEX.open(encoding="utf-8", newline="") as file:
        return list(csv.DictReader(file))


def is_there(states: States, framework: Framework, where: str) -> bool:
    """Whether one place that the index names exists."""
    kind, _, name = where.partition(":")
    match kind:
        case "state":
            return name in states
        case "choice":
            attribute, _, choice = name.partition("/")
            metamodel = framework.metamodel
            return any(
                attribute in known and known[attribute].choice(choice) is not None
                for known in map(metamodel.attributes, metamodel.element_types)
            )
        case "attribute":
            type_key, _, attribute = name.partition("#")
            return attribute in framework.metamodel.attributes(type_key)
        case _:
            place, hash_, attribute = where.partition("#")
            if ">" in place:
                link_type, _, between = place.partition(":")
                source, _, target = between.partition(">")
                values = framework.values_by_link().get(LinkId(link_type, source, target))
            else:
                values = framework.values_by_key().get(place)
            return values is not None and (not hash_ or attribute in values)


def lost(states: States, rows: Sequence[Entry]) -> list[str]:
    """The entries of which something is not where the index says."""
    found = []
    for row in rows:
        if not row["entry"] or row["where"] == "later":
            continue
        framework = states.at(row["state"])
        found += [
            f"{row['section']}.{row['entry']}: {where}"
            for where in row["where"].split(";")
            if not is_there(states, framework, where)
        ]
    return found


def miscounted(rows: Sequence[Entry]) -> list[str]:
    """The sections that do not have as many entries as their own row says."""
    paths = {".".join(filter(None, (row["section"], row["entry"]))) for row in rows}
    found = []
    for row in rows:
        if not row["entry"]:
            said = int(row["where"].removeprefix("entries:"))
            counted = sum(path.rpartition(".")[0] == row["section"] for path in paths)
            if said != counted:
                found.append(f"{row['section']}: {counted} instead of {said}")
    return found


def test_every_entry_is_where_the_index_says(councils: States, rows: list[Entry]) -> None:
    assert lost(councils, rows) == []


def test_no_section_lacks_an_entry(rows: list[Entry]) -> None:
    assert miscounted(rows) == []
    tops = {(row["section"] or row["entry"]).partition(".")[0] for row in rows}
    assert len(tops) == TOP_SECTIONS


def test_nothing_waits_but_the_executive_report(rows: list[Entry]) -> None:
    waiting = {row["section"].partition(".")[0] for row in rows if row["where"] == "later"}
    assert waiting <= {"", "executive_report"}
    assert all(row["where"] for row in rows)


def test_a_key_that_goes_is_noticed(councils: States, rows: list[Entry]) -> None:
    framework = councils.at("2016-09")
    kept = [element for element in framework.elements() if element.key != "principle/p3"]
    links = [link for link in framework.links() if "principle/p3" not in link.id]
    poorer = Framework.of(framework.metamodel, kept, links, framework.settings)
    edition = councils.editions["2016-09"]
    copy = States(
        councils.key,
        councils.current,
        {**councils.editions, "2016-09": type(edition)("2016-09", poorer, "", 1)},
    )
    of_2016 = [row for row in rows if row["state"] == "2016-09"]
    assert lost(councils, of_2016) == []
    assert lost(copy, of_2016) == [
        "principles.P3: principle/p3",
        "principles.P3: serves:principle/p3>purpose/call-to-action",
    ]


def test_a_row_that_goes_is_noticed(rows: list[Entry]) -> None:
    kept = [row for row in rows if (row["section"], row["entry"]) != ("principles", "P3")]
    assert miscounted(kept) == ["principles: 4 instead of 5"]


@pytest.mark.parametrize(
    "where",
    [
        "group/nobody",
        "group/im#charm",
        "covers:group/im>focus-area/strategic-partnerships",
        "part-of:group/im>council/pscioc#charm",
        "choice:council-role/jester",
        "attribute:coverage-assessment#charm",
        "state:2525",
    ],
)
def test_what_is_nowhere_is_not_found(councils: States, where: str) -> None:
    assert not is_there(councils, councils.current, where)
