"""The framework map: who works on what, seen from afar (macro) and from near (micro)."""

from __future__ import annotations

from collections.abc import Mapping
from datetime import date
from typing import Final

from cadre.core.attributes import LIFECYCLES, Choice
from cadre.core.graph import Framework
from cadre.core.text import Text
from cadre.core.traits import COUNCIL_ROLES, LinkRole, Trait
from cadre.viewpoints.framework_map import wordings
from cadre.viewpoints.framework_map.detail import MOST_ENTRIES, in_sight
from cadre.viewpoints.framework_map.far.drawing import draw_macro
from cadre.viewpoints.framework_map.near.drawing import draw_micro
from cadre.viewpoints.framework_map.outline import near_outline
from cadre.viewpoints.framework_map.pages.drawing import PAPERS, draw_pages
from cadre.viewpoints.framework_map.rows import far_table, near_table
from cadre.viewpoints.framework_map.selection import Selection
from cadre.viewpoints.outline import Outline
from cadre.viewpoints.scene import Scene
from cadre.viewpoints.table import Table
from cadre.viewpoints.viewpoint import DEFAULT_PAPER, Option, Request, Viewpoint

MACRO: Final = "macro"
MICRO: Final = "micro"
_ALL: Final = Choice("", Text("All", "Tous"))


def _draw(framework: Framework, request: Request) -> tuple[Scene, ...]:
    if request.options.get("level") != MICRO:
        return (draw_macro(framework, request),)
    if request.paper in PAPERS:
        return draw_pages(framework, request)
    count = in_sight(framework, Selection.of(request.options))
    if count > MOST_ENTRIES:
        return (draw_macro(framework, request, instead_of=count),)
    return (draw_micro(framework, request),)


def _whole(options: Mapping[str, str]) -> str:
    return "a2" if options.get("level") == MICRO else DEFAULT_PAPER


def _tabulate(framework: Framework, options: Mapping[str, str], as_of: date | None) -> Table:
    table = near_table if options.get("level") == MICRO else far_table
    return table(framework, Selection.of(options), as_of)


def _outline(framework: Framework, options: Mapping[str, str], as_of: date | None) -> Outline:
    if options.get("level") != MICRO:
        return ()
    return near_outline(framework, Selection.of(options), as_of)


def _closer(
    options: Mapping[str, str], framework: Framework, source: str, target: str
) -> Mapping[str, str]:
    """The near view of what a weight of the far view joins: its council, its area, or both.

    An area that has parts opens into them first, seen from afar.
    """
    if options.get("level", MACRO) == MICRO and (
        in_sight(framework, Selection.of(options)) <= MOST_ENTRIES
    ):
        return {}
    near = dict(options) | {"level": MICRO}
    if target in framework and any(
        framework.has(part, Trait.AXIS) for part in framework.sources(target, LinkRole.PART_OF)
    ):
        near["level"] = MACRO
    for key in (source, target):
        if key in framework and framework.has(key, Trait.STEERS):
            near["council"] = key
        elif key in framework and framework.has(key, Trait.AXIS):
            near["area"] = key
    return near


FRAMEWORK_MAP: Final = Viewpoint(
    id="framework-map",
    label=wordings.LABEL,
    help=wordings.HELP,
    drawing=_draw,
    tabling=_tabulate,
    whole=_whole,
    outlining=_outline,
    closer=_closer,
    options=(
        Option(
            "level",
            Text("Level", "Niveau"),
            choices=(
                Choice(
                    MACRO,
                    Text("From afar (macro)", "De loin (macro)"),
                    Text("What: weights at a glance.", "Quoi : les poids d’un coup d’œil."),
                ),
                Choice(
                    MICRO,
                    Text("From near (micro)", "De près (micro)"),
                    Text("How: every piece of work.", "Comment : chaque travail."),
                ),
            ),
            default=MACRO,
        ),
        Option("council", Text("Council", "Conseil"), element=Trait.STEERS),
        Option("area", Text("Focus area", "Domaine d’intérêt"), element=Trait.AXIS),
        Option(
            "role",
            Text("Council role", "Rôle des conseils"),
            choices=(_ALL, *COUNCIL_ROLES),
        ),
        Option(
            "lifecycle",
            Text("Lifecycle of groups", "Cycle de vie des groupes"),
            choices=(_ALL, *LIFECYCLES),
        ),
        Option(
            "outside",
            Text("Outside bodies", "Organes externes"),
            choices=(
                Choice("yes", Text("Shown", "Montrés")),
                Choice("no", Text("Left out", "Laissés de côté")),
            ),
            default="yes",
        ),
    ),
)
