"""The map as rows: what is joined to what, how strongly, and by which links."""

from __future__ import annotations

from collections.abc import Iterable, Iterator
from datetime import date
from typing import Final

from cadre.core.attributes import CERTAINTIES
from cadre.core.graph import Framework, Link
from cadre.core.keys import LinkId
from cadre.core.text import Text
from cadre.core.traits import COUNCIL_ROLES, HORIZONS, LinkRole
from cadre.viewpoints.framework_map import wordings
from cadre.viewpoints.framework_map.detail import Detail, Entry, detail
from cadre.viewpoints.framework_map.model import Macro, Weight, macro
from cadre.viewpoints.framework_map.selection import NO_COUNCIL, Selection
from cadre.viewpoints.table import Cell, Column, Row, Table

_FAR: Final = (
    Column("relation", Text("Relation", "Relation")),
    Column("source", Text("From (key)", "De (clé)")),
    Column("source-name", Text("From", "De")),
    Column("target", Text("To (key)", "À (clé)")),
    Column("target-name", Text("To", "À")),
    Column(
        "weight",
        Text("Weight", "Poids"),
        Text("The number of groups that join the two.", "Le nombre de groupes qui les relient."),
    ),
    Column("groups", Text("Groups", "Groupes")),
    Column("to-consider", Text("Of them to consider", "Dont à envisager")),
    Column("basis", Text("Basis", "Fondement")),
    Column("certain", Text("Certain", "Certain")),
    Column("links", Text("Links", "Liens")),
)
_NEAR: Final = (
    Column("row", Text("Row", "Rangée")),
    Column("area", Text("Area (key)", "Domaine (clé)")),
    Column("area-name", Text("Area", "Domaine")),
    Column("number", Text("Number", "Numéro")),
    Column("group", Text("Group (key)", "Groupe (clé)")),
    Column("group-name", Text("Group", "Groupe")),
    Column("council", Text("Part of", "Fait partie de")),
    Column("text", Text("What", "Quoi")),
    Column("horizon", Text("Horizon", "Horizon")),
    Column("role", Text("Council role", "Rôle des conseils")),
    Column("bodies", Text("Bodies", "Organes")),
    Column("same-work", Text("Same work", "Même travail")),
    Column("certainty", Text("Certain", "Certain")),
    Column("links", Text("Links", "Liens")),
)
_STATED: Final = Text("stated", "énoncé")
_COMPUTED: Final = Text("computed", "calculé")
_RELATIONS: Final = {
    "work": Text("Council works in area", "Conseil à l’œuvre dans un domaine"),
    "nobody": Text("Area without a group", "Domaine sans groupe"),
    "reach": Text("Priority reaches area", "Priorité qui atteint un domaine"),
    "effort": Text("Council works for priority", "Conseil au service d’une priorité"),
    "tie": Text("Tie to the outside", "Lien avec l’extérieur"),
    "oversight": Text("Oversees", "Supervise"),
    "idle": Text("Group in no area", "Groupe dans aucun domaine"),
    "loose": Text("Outside body without a tie", "Organe externe sans lien"),
    "unreached": Text("Priority without area or council", "Priorité sans domaine ni conseil"),
    "nobody-shown": Text(
        "Area with none of the groups shown", "Domaine sans aucun des groupes montrés"
    ),
    "loose-shown": Text(
        "Outside body tied to nothing shown", "Organe externe sans lien avec ce qui est montré"
    ),
    "unreached-shown": Text(
        "Priority joined to nothing shown", "Priorité sans lien avec ce qui est montré"
    ),
}
_ROWS: Final = {
    "group": Text("Group", "Groupe"),
    "cover": Text("Work of a group", "Travail d’un groupe"),
    "unknown": Text("Work of no known group", "Travaux sans groupe connu"),
    "under-way": Text("Work under way", "Travaux en cours"),
    "proposed": Text("Proposed work", "Travaux proposés"),
    "result": Text("Result", "Résultat"),
    "aim": Text("Aim", "Visée"),
    "priority": Text("Priority", "Priorité"),
    "tie": Text("Tie to the outside", "Lien avec l’extérieur"),
    "outside": Text("Outside body", "Organe externe"),
    "other": Text("Other", "Autre"),
}
_HORIZONS: Final = {choice.key: choice.label for choice in HORIZONS}
_ROLES: Final = {choice.key: choice.label for choice in COUNCIL_ROLES}
_SURE: Final = {choice.key: choice.label for choice in CERTAINTIES}


def far_table(framework: Framework, selection: Selection, as_of: date | None) -> Table:
    """A row for each weight of the far view, and one for each thing that nothing is joined to."""
    model = macro(framework, selection, as_of=as_of)
    caption = Text(
        "Councils, focus areas, priorities and the outside: weights and the links behind them",
        "Conseils, domaines, priorités et extérieur : poids et liens qui les fondent",
    )
    return Table(caption, _FAR, tuple(_far_rows(framework, model)), parted_by="relation")


def _far_rows(framework: Framework, model: Macro) -> Iterator[Row]:
    for weight in model.work:
        yield _weight(framework, "work", weight)
    for area in model.areas:
        if not area.at_work:
            relation = "nobody-shown" if model.at_work(area.key) else "nobody"
            yield _alone(framework, relation, area.key, target=True)
    for relation, weights in (
        ("reach", model.reach),
        ("effort", model.effort),
        ("tie", model.ties),
        ("oversight", model.oversight),
    ):
        for weight in weights:
            yield _weight(framework, relation, weight)
    joined = {weight.target for weight in (*model.reach, *model.effort, *model.ties)}
    for group in model.idle:
        yield _alone(framework, "idle", group)
    for card in model.priorities:
        if card.key not in joined:
            relation = "unreached" if not card.links else "unreached-shown"
            yield _alone(framework, relation, card.key, target=True)
    for body in model.outside:
        if body.key not in joined:
            relation = "loose" if body.loose else "loose-shown"
            yield _alone(framework, relation, body.key, target=True)


def _weight(framework: Framework, relation: str, weight: Weight) -> Row:
    return Row(
        f"{relation}:{weight.source}>{weight.target}",
        {
            "relation": _RELATIONS[relation],
            "source": weight.source,
            "source-name": _name(framework, weight.source),
            "target": weight.target,
            "target-name": _name(framework, weight.target),
            "weight": weight.count,
            "groups": weight.groups,
            "to-consider": weight.possible,
            "basis": _STATED if weight.stated else _COMPUTED,
            "certain": weight.certain,
            "links": _written(weight.links),
        },
    )


def _alone(framework: Framework, relation: str, key: str, *, target: bool = False) -> Row:
    side = "target" if target else "source"
    cells: dict[str, Cell] = {
        "relation": _RELATIONS[relation],
        side: key,
        f"{side}-name": _name(framework, key),
        "weight": 0,
    }
    return Row(f"{relation}:{key}", cells)


def _name(framework: Framework, key: str) -> Text:
    return wordings.NO_COUNCIL if key == NO_COUNCIL else framework[key].name


def _written(links: Iterable[LinkId]) -> tuple[str, ...]:
    return tuple(" ".join(link) for link in dict.fromkeys(links))


# --- the near view ------------------------------------------------------------------------------


def near_table(framework: Framework, selection: Selection, as_of: date | None) -> Table:
    """A row for each group, piece of work, result, aim, priority and tie of the near view."""
    model = detail(framework, selection, as_of)
    caption = Text(
        "Groups, their work by focus area, results and ties",
        "Les groupes, leurs travaux par domaine, les résultats et les liens",
    )
    return Table(caption, _NEAR, tuple(_near_rows(framework, model)), parted_by="row")


def _near_rows(framework: Framework, model: Detail) -> Iterator[Row]:
    for member in model.members.values():
        yield Row(
            member.key,
            {
                "row": _ROWS["group"],
                "number": member.number,
                **_group(framework, model, member.key),
                "role": _role(framework, member.key, member.role),
                "bodies": member.successors,
            },
        )
    for at in model.fields:
        for entry in (*at.today, *at.proposed):
            yield _entry(framework, model, at.key, entry)
    for horizon, steps in model.results:
        for step in steps:
            yield Row(
                step.key,
                {
                    "row": _ROWS["result"],
                    "area": step.areas,
                    "text": framework[step.key].name,
                    "horizon": _HORIZONS.get(horizon, Text(horizon, horizon)) if horizon else None,
                    "certainty": _sure(framework[step.key].certainty),
                    "links": _written(step.links),
                },
            )
    for key in model.aims:
        yield Row(key, {"row": _ROWS["aim"], "text": framework[key].name})
    for card in model.far.priorities:
        yield Row(
            card.key,
            {
                "row": _ROWS["priority"],
                "text": framework[card.key].name,
                "bodies": (*card.leads, *card.groups, *card.possible),
                "links": _written(card.links),
            },
        )
    for body in model.far.outside:
        yield Row(body.key, {"row": _ROWS["outside"], "text": framework[body.key].name})
        for link in body.ties:
            yield _tie(framework, model, link)
    for key in model.other:
        yield Row(key, {"row": _ROWS["other"], "text": framework[key].name})


def _entry(framework: Framework, model: Detail, area: str, entry: Entry) -> Row:
    kind = "proposed"
    if entry.group:
        kind = "cover"
    elif entry.unknown:
        kind = "unknown"
    elif entry.under_way:
        kind = "under-way"
    key = entry.keys[0] if entry.keys else f"{entry.group}>{area}"
    certainty = framework[entry.keys[0]].certainty if entry.keys else ""
    if not entry.keys:
        found = framework.link(*entry.links[0])
        certainty = found.certainty if found else ""
    return Row(
        key,
        {
            "row": _ROWS[kind],
            "area": area,
            "area-name": framework[area].name,
            "number": model.members[entry.group].number if entry.group else None,
            **(_group(framework, model, entry.group) if entry.group else {}),
            "text": entry.text,
            "role": _role(framework, entry.keys[0], entry.role) if entry.keys else None,
            "bodies": entry.bodies,
            "same-work": entry.keys[1:],
            "certainty": _sure(certainty),
            "links": _written(entry.links),
        },
    )


def _group(framework: Framework, model: Detail, key: str) -> dict[str, Cell]:
    return {
        "group": key,
        "group-name": framework[key].name,
        "council": _name(framework, model.members[key].council),
    }


def _tie(framework: Framework, model: Detail, link: Link) -> Row:
    covered = link.source in model.members
    role = framework.role_of(link)
    return Row(
        f"{LinkRole.TIED_TO.value if role is LinkRole.OTHER else role.value}:"
        f"{link.source}>{link.target}",
        {
            "row": _ROWS["tie"],
            **(_group(framework, model, link.source) if covered else {}),
            "text": link.text("what") or framework[link.source].name,
            "bodies": (link.source, link.target),
            "certainty": _sure(link.certainty),
            "links": _written((link.id,)),
        },
    )


def _role(framework: Framework, key: str, role: str) -> Text | None:
    """What a council role is called where it is a choice of the type of an element."""
    if not role:
        return None
    attribute = framework.metamodel.attributes(framework[key].type).get("council-role")
    choice = attribute.choice(role) if attribute else None
    return choice.label if choice else _ROLES.get(role, Text(role, role))


def _sure(certainty: str) -> Text | None:
    return _SURE.get(certainty, Text(certainty, certainty)) if certainty else None
