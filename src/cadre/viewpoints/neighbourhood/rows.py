"""A neighbourhood as rows: one for each link, named in the picture or only counted there."""

from __future__ import annotations

from collections.abc import Iterator
from typing import Final

from cadre.core.attributes import CERTAINTIES
from cadre.core.keys import LinkId
from cadre.core.text import Text
from cadre.viewpoints.neighbourhood import texts
from cadre.viewpoints.neighbourhood.model import Around, Block
from cadre.viewpoints.table import Column, Row, Table, key_of

_COLUMNS: Final = (
    Column("direction", Text("Direction", "Sens")),
    Column("link", Text("Link", "Lien")),
    Column("type", Text("Type", "Type")),
    Column("name", Text("Name", "Nom")),
    Column("what", Text("What", "Quoi")),
    Column("certainty", Text("Certainty", "Certitude")),
    Column("source", Text("Source", "Source")),
    Column("beyond", Text("Second ring", "Second cercle")),
    Column("links", Text("Links", "Liens")),
)
_SURE: Final = {choice.key: choice.label for choice in CERTAINTIES}
_CAPTION: Final = Text("Links in both directions", "Liens dans les deux sens")


def table_of(around: Around | None) -> Table:
    """All links, with those that the picture only counts."""
    rows = [] if around is None else [row for one in around.blocks for row in _block(around, one)]
    return Table(_CAPTION, _COLUMNS, tuple(rows), parted_by="direction")


def _block(around: Around, block: Block) -> Iterator[Row]:
    for one in block.neighbours:
        yield _row(around, block, one.key, one.link, one.beyond)
    for rest in block.rest:
        for key, link in zip(rest.keys, rest.links, strict=True):
            yield _row(around, block, key, link, ())


def _row(around: Around, block: Block, key: str, link: LinkId, beyond: tuple[str, ...]) -> Row:
    framework = around.framework
    stored = framework.link(*link)
    entry = framework.type_of(key)
    certainty = stored.certainty if stored else ""
    return Row(
        key_of(link),
        {
            "direction": texts.OUTGOING if block.out else texts.INCOMING,
            "link": block.label,
            "type": entry.label if entry else None,
            "name": framework[key].name,
            "what": (stored.text("what") or None) if stored else None,
            "certainty": _SURE.get(certainty, Text(certainty, certainty)),
            "source": (stored.provenance or None) if stored else None,
            "beyond": beyond or None,
            "links": (" ".join(link),),
        },
    )
