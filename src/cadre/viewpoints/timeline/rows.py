"""The timeline as rows: one a meeting, with the months since the one in person before it."""

from __future__ import annotations

from collections.abc import Iterator, Mapping
from datetime import date
from typing import Final

from cadre.core.graph import Framework
from cadre.core.phrases import dated
from cadre.core.text import Text
from cadre.viewpoints.table import Column, Row, Table, joined
from cadre.viewpoints.timeline.model import HELD, PLANNED, UNTOLD, Calendar, calendar_of

_COLUMNS: Final = (
    Column("meeting", Text("Meeting", "Réunion")),
    Column("meeting-name", Text("Meeting", "Réunion")),
    Column("date", Text("Date", "Date")),
    Column("place", Text("Place", "Lieu")),
    Column("form", Text("Form", "Forme")),
    Column("held", Text("Held", "Tenue")),
    Column(
        "months", Text("Months since the last in person", "Mois depuis la dernière en personne")
    ),
    Column("decided", Text("Put or decided there", "Soumis ou décidé")),
)
WHEN: Final[Mapping[str, Text]] = {
    HELD: Text("held", "tenue"),
    PLANNED: Text("planned", "prévue"),
    UNTOLD: Text("not recorded whether held", "non consigné si tenue"),
}
NO_DATE: Final = Text("no date recorded", "date non consignée")


def table_of(framework: Framework, as_of: date | None) -> Table:
    """Every meeting in order, with what was put or decided there."""
    return Table(
        Text("Meetings", "Réunions"), _COLUMNS, tuple(_rows(calendar_of(framework, as_of)))
    )


def _rows(calendar: Calendar) -> Iterator[Row]:
    months = {gap.after.key: gap.months for gap in calendar.gaps}
    for one in calendar.meetings:
        yield Row(
            one.key,
            {
                "meeting": one.key,
                "meeting-name": one.name,
                "date": dated(one.date) if one.date else NO_DATE,
                "place": one.place or None,
                "form": calendar.forms.get(one.form),
                "held": WHEN[one.when],
                "months": months.get(one.key),
                "decided": joined([calendar.names[key] for key in one.decided]),
            },
        )
