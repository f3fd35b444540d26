"""Lines of sight as rows: one for each hop of each group, and one for each break."""

from __future__ import annotations

from collections.abc import Iterator
from typing import Final

from cadre.core.text import Text
from cadre.core.walks import Hop, LineOfSight
from cadre.viewpoints.line_of_sight import texts
from cadre.viewpoints.line_of_sight.model import Sights
from cadre.viewpoints.table import Column, Row, Table

_COLUMNS: Final = (
    Column("group", Text("Group", "Groupe")),
    Column("step", Text("Step", "Pas")),
    Column("from", Text("From", "De")),
    Column("link", Text("Link", "Lien")),
    Column("to", Text("To", "À")),
    Column("certainty", Text("Certainty", "Certitude")),
    Column("via", Text("Derived from", "Déduit de")),
    Column("reaches", Text("Reaches the vision", "Atteint la vision")),
    Column("break", Text("Break", "Rupture")),
    Column("links", Text("Links", "Liens")),
)


def table_of(sights: Sights) -> Table:
    """All that the picture shows, hop by hop."""
    rows = [row for line in sights.lines for row in _line(sights, line)]
    caption = Text("Lines of sight, hop by hop", "Les lignes de visée, pas à pas")
    return Table(caption, _COLUMNS, tuple(rows))


def _line(sights: Sights, line: LineOfSight) -> Iterator[Row]:
    for place, hop in enumerate(line.hops, 1):
        yield _hop(sights, line, place, hop)
    if not line.reaches:
        name = sights.framework[line.broken_at].short_name
        yield Row(
            f"{line.start}#break",
            {
                "group": sights.framework[line.start].short_name,
                "step": len(line.hops) + 1,
                "from": name,
                "reaches": False,
                "break": texts.break_text(sights, line),
            },
        )


def _hop(sights: Sights, line: LineOfSight, place: int, hop: Hop) -> Row:
    framework = sights.framework
    entry = framework.type_of_link(hop.links[0])
    forward = hop.links[0].source == hop.source
    label = None if entry is None or hop.derived else entry.label if forward else entry.inverse
    return Row(
        f"{line.start}#{place}",
        {
            "group": framework[line.start].short_name,
            "step": place,
            "from": framework[hop.source].short_name,
            "link": label,
            "to": framework[hop.target].short_name,
            "certainty": texts.CERTAINTY_WORDS.get(hop.certainty),
            "via": framework[hop.via].short_name if hop.via else None,
            "reaches": line.reaches,
            "links": tuple(" ".join(link) for link in hop.links),
        },
    )
