"""The logic model as rows: one for each thing in it, with its wordings, then the ties."""

from __future__ import annotations

from collections.abc import Iterator
from typing import Final

from cadre.core.attributes import CERTAINTIES
from cadre.core.text import Text
from cadre.core.traits import LinkRole
from cadre.core.values import NotedText
from cadre.core.walks import DERIVED
from cadre.viewpoints.logic_model import texts
from cadre.viewpoints.logic_model.model import Column, Model, Own, Tie
from cadre.viewpoints.table import Column as TableColumn
from cadre.viewpoints.table import Row, Table

_COLUMNS: Final = (
    TableColumn("band", Text("Band", "Bande")),
    TableColumn("name", Text("Name", "Nom")),
    TableColumn("variant", Text("Other wording", "Autre libellé")),
    TableColumn("code", Text("Code", "Code")),
    TableColumn("area", Text("Area", "Domaine")),
    TableColumn("group", Text("Group", "Groupe")),
    TableColumn("says", Text("Text", "Texte")),
    TableColumn("leads-to", Text("Leads to", "Mène à")),
    TableColumn("certainty", Text("Certainty", "Certitude")),
    TableColumn("source", Text("Source", "Source")),
    TableColumn("links", Text("Links", "Liens")),
)
_SURE: Final = {
    **{choice.key: choice.label for choice in CERTAINTIES},
    DERIVED: Text("Derived", "Déduit"),
}
_TIE: Final = Text("Tie between results", "Lien entre résultats")
_ONWARD: Final = (LinkRole.SERVES, LinkRole.CONTRIBUTES_TO, LinkRole.PART_OF)


def table_of(model: Model) -> Table:
    """All that the picture shows, with the wordings and sources it has no room for."""
    rows = [*_aims(model), *_areas(model), *_results(model), *_ties(model), *_missing(model)]
    return Table(
        Text("The logic model, band by band", "Le modèle logique, bande par bande"),
        _COLUMNS,
        tuple(rows),
        parted_by="band",
    )


def _aims(model: Model) -> Iterator[Row]:
    bands = (
        (texts.VISION, model.visions),
        (texts.CALL, model.calls),
        (texts.OBJECTIVE, model.objectives),
        (texts.PRINCIPLES, model.principles),
        (texts.LAYERS, model.layers),
        (texts.OTHERS, model.others),
    )
    for band, keys in bands:
        for key in keys:
            yield _row(model, key, band)
            for place, other in enumerate(model.framework[key].also_known_as):
                yield _wording(model, key, band, place, other)


def _wording(model: Model, key: str, band: Text, place: int, other: NotedText) -> Row:
    return Row(
        f"{key}#{place + 1}",
        {
            "band": band,
            "name": model.framework[key].name,
            "variant": other.text,
            "source": other.provenance or None,
        },
    )


def _areas(model: Model) -> Iterator[Row]:
    for column in model.columns:
        if column.step:
            yield _row(model, column.step.key, texts.AREAS, column)
    for column in model.columns:
        for key in column.works:
            yield _row(model, key, texts.work_title(model), column)
    for column in model.columns:
        for own in column.own:
            yield _own(model, own, column)
        for key in column.loose:
            yield _row(model, key, texts.own_title(model), column, group=texts.LOOSE)


def _own(model: Model, own: Own, column: Column) -> Row:
    names = [*own.works, *own.outputs]
    return Row(
        f"{own.key}@{column.key or 'any'}",
        {
            "band": texts.own_title(model),
            "name": model.framework[own.key].name,
            "code": column.step.code if column.step else None,
            "area": column.step.name if column.step else texts.ANY_AREA,
            "group": model.framework[own.key].short_name,
            "says": own.what or None,
            "leads-to": tuple(names),
            "certainty": _SURE.get(own.certainty, Text()),
            "source": model.framework[own.key].provenance or None,
            "links": tuple(" ".join(link) for link in own.links),
        },
    )


def _results(model: Model) -> Iterator[Row]:
    for horizon in model.horizons:
        for key in horizon.results:
            step = model.step(model.column_of(key))
            band = horizon.label or texts.NO_HORIZON
            yield _row(model, key, band, Column(step, (), (), ()))


def _ties(model: Model) -> Iterator[Row]:
    for tie in model.ties:
        yield _tie(model, tie)


def _tie(model: Model, tie: Tie) -> Row:
    step = model.step(tie.via) if tie.via else None
    return Row(
        f"{tie.source}>{tie.target}",
        {
            "band": _TIE,
            "name": model.framework[tie.source].name,
            "leads-to": (tie.target,),
            "code": step.code if step else None,
            "area": step.name if step else None,
            "certainty": _SURE.get(tie.certainty, Text()),
            "links": tuple(" ".join(link) for link in tie.links),
        },
    )


def _missing(model: Model) -> Iterator[Row]:
    for key in model.missing:
        yield _row(model, key, texts.MISSING)


def _row(
    model: Model, key: str, band: Text, column: Column | None = None, group: Text | None = None
) -> Row:
    element = model.framework[key]
    step = column.step if column else None
    onward = [link for role in _ONWARD for link in model.framework.links_out(key, role)]
    return Row(
        key,
        {
            "band": band,
            "name": element.name,
            "code": step.code if step else None,
            "area": step.name if step else texts.ANY_AREA if column else None,
            "group": group,
            "says": element.text("summary") or element.text("note") or None,
            "leads-to": tuple(link.target for link in onward),
            "certainty": _SURE.get(element.certainty, Text()),
            "source": element.provenance or None,
            "links": tuple(" ".join(link.id) for link in onward),
        },
    )
