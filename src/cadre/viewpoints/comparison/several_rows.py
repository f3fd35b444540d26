"""Several states beside each other as rows: one for each group of the base."""

from __future__ import annotations

from collections.abc import Iterator, Mapping
from typing import Final

from cadre.core.text import Text
from cadre.core.traits import DISPOSITIONS
from cadre.viewpoints.comparison.several import Fate, SeveralStates
from cadre.viewpoints.table import NAME, Cell, Column, Row, Table, joined

LABELS: Final = {one.key: one.label for one in DISPOSITIONS}
_STATED: Final = Text("{name}: stated", "{name} : énoncé")
_COMPUTED: Final = Text("{name}: shown by the states", "{name} : montré par les états")
_FUTURE: Final = Text("{name}: goes on as", "{name} : se poursuit en")


def table_of_several(shown: SeveralStates) -> Table:
    """The disposition of each group in each state (its key, and what it is called), and `agree`."""
    columns = [
        Column("group", Text("Group", "Groupe")),
        Column("group-name", Text("Group", "Groupe")),
        Column("council-name", Text("Council", "Conseil")),
    ]
    for state in shown.states:
        columns += [
            Column(state.key, state.name),
            Column(f"{state.key}{NAME}", state.name),
            Column(f"{state.key}-stated", _of(_STATED, state.name)),
            Column(f"{state.key}-computed", _of(_COMPUTED, state.name)),
            Column(f"{state.key}-future", _of(_FUTURE, state.name)),
        ]
    columns.append(Column("agree", Text("The sources agree", "Les sources concordent")))
    return Table(
        Text("What becomes of each group, state by state", "Le sort de chaque groupe, par état"),
        tuple(columns),
        tuple(_rows(shown)),
    )


def _rows(shown: SeveralStates) -> Iterator[Row]:
    for council in shown.councils:
        for group in council.groups:
            cells: dict[str, Cell] = {
                "group": group.key,
                "group-name": group.name,
                "council-name": council.name if council.key else None,
                "agree": group.agrees,
            }
            for state, fate in zip(shown.states, group.fates, strict=True):
                cells |= {f"{state.key}{end}": cell for end, cell in _cells(fate).items()}
            yield Row(group.key, cells)


def _cells(fate: Fate) -> Mapping[str, Cell]:
    found = fate.found
    return {
        "": found.disposition,
        NAME: LABELS[found.disposition],
        "-stated": joined([LABELS[key] for key in found.stated]),
        "-computed": LABELS[found.computed],
        "-future": joined(list(fate.names)),
    }


def _of(template: Text, name: Text) -> Text:
    return Text(template.en.format(name=name.in_("en")), template.fr.format(name=name.in_("fr")))
