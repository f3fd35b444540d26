"""The role mix: which roles the councils have in work and groups, by focus area and in all."""

from __future__ import annotations

from collections.abc import Iterator, Mapping
from datetime import date
from typing import Final

from cadre.core.graph import Framework
from cadre.core.text import Text
from cadre.viewpoints.board import Block, Column, Line, Said, draw, least_width
from cadre.viewpoints.frame import Frame, furniture, knowledge, sheet
from cadre.viewpoints.role_mix import finding
from cadre.viewpoints.role_mix.model import Mix, Part, Row, mix_of
from cadre.viewpoints.role_mix.rows import ALL, NO_AREA, PARTS, roles_of, table_of
from cadre.viewpoints.scene import Scene
from cadre.viewpoints.table import Table
from cadre.viewpoints.viewpoint import Request, Viewpoint

ID: Final = "role-mix"
_LABEL: Final = Text("Role mix", "Répartition des rôles")
_AREAS: Final = Text("Focus area", "Domaine d’intérêt")
_COUNTED: Final = Text("{name} ({n})", "{name} ({n})")


def _draw(framework: Framework, request: Request) -> tuple[Scene, ...]:
    words = request.words
    mix = mix_of(framework)
    title = finding.title_of(mix, words)
    provenances = sorted({framework[key].provenance for key in mix.names} - {""})
    blocks = list(_blocks(mix))
    paper = sheet(request.paper)
    frame = Frame.of(
        ID,
        request,
        title=title,
        lead=finding.lead_of(mix, words),
        furniture=furniture(
            framework, request, uses=knowledge(framework, mix.names), provenances=provenances
        ),
        content=least_width(blocks, paper, words, request.measure),
        label=_LABEL,
    )
    items, bottom = draw(blocks, frame)
    return (
        frame.scene(
            items,
            bottom=bottom,
            summary=finding.summary_of(mix, title, words),
            subjects=[row.step.key for row in mix.parts[0].rows if row.step] if mix.parts else [],
        ),
    )


def _blocks(mix: Mix) -> Iterator[Block]:
    columns = [Column(_AREAS, 2.0)]
    columns += [Column(_heading(name, badge)) for _, name, badge in roles_of(mix)]
    for place, part in enumerate(mix.parts):
        most = max(
            (len(row.of(role)) for row in part.rows for role, _, _ in roles_of(mix)), default=0
        )
        lines = [_line(mix, row, most, is_first=place == 0) for row in part.rows]
        name = PARTS[part.trait]
        heading = Text(f"{name.en} ({part.total})", f"{name.fr} ({part.total})")
        yield Block(heading, tuple(columns), (*lines, _total(mix, part)))


def _heading(name: Text, badge: str) -> Text:
    return Text(f"{badge} · {name.en}", f"{badge} · {name.fr}") if badge else name


def _line(mix: Mix, row: Row, most: int, *, is_first: bool) -> Line:
    step = row.step
    cells = [(Said(step.name if step else NO_AREA, "strong" if step else "quiet"),)]
    for role, _, _ in roles_of(mix):
        keys = row.of(role)
        number = Text(str(len(keys)), str(len(keys)))
        said = Said(number, "plain" if keys else "quiet", bar=len(keys) / max(most, 1), shows=keys)
        cells.append((said,))
    return Line(tuple(cells), key=step.key if step and is_first else "", step=step)


def _total(mix: Mix, part: Part) -> Line:
    cells = [(Said(ALL, "strong"),)]
    for role, _, _ in roles_of(mix):
        number = str(part.count(role))
        cells.append((Said(Text(number, number), "strong"),))
    return Line(tuple(cells))


def _tabulate(framework: Framework, options: Mapping[str, str], as_of: date | None) -> Table:
    del options, as_of
    return table_of(framework)


ROLE_MIX: Final = Viewpoint(
    id=ID,
    label=_LABEL,
    help=Text(
        "Which roles the councils have in their work and groups, by focus area and in all.",
        "Les rôles que les conseils jouent dans leurs travaux et leurs groupes, par domaine "
        "d’intérêt et en tout.",
    ),
    drawing=_draw,
    tabling=_tabulate,
)
