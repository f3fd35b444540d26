"""The framework map: who works on what, seen from afar (macro) and from near (micro)."""

from __future__ import annotations

from collections.abc import Mapping
from datetime import date
from typing import Final

from cadre.core.attributes import LIFECYCLES, Choice
from cadre.core.graph import Framework
from cadre.core.text import Text
from cadre.core.traits import COUNCIL_ROLES, Trait
from cadre.viewpoints.framework_map import wordings
from cadre.viewpoints.framework_map.far.drawing import draw_macro
from cadre.viewpoints.framework_map.near.drawing import draw_micro
from cadre.viewpoints.framework_map.rows import far_table, near_table
from cadre.viewpoints.framework_map.selection import Selection
from cadre.viewpoints.scene import Scene
from cadre.viewpoints.table import Table
from cadre.viewpoints.viewpoint import Option, Request, Viewpoint

MACRO: Final = "macro"
MICRO: Final = "micro"
_ALL: Final = Choice("", Text("All", "Tous"))


def _draw(framework: Framework, request: Request) -> tuple[Scene, ...]:
    draw = draw_micro if request.options.get("level") == MICRO else draw_macro
    return (draw(framework, request),)


def _tabulate(framework: Framework, options: Mapping[str, str], as_of: date | None) -> Table:
    table = near_table if options.get("level") == MICRO else far_table
    return table(framework, Selection.of(options), as_of)


FRAMEWORK_MAP: Final = Viewpoint(
    id="framework-map",
    label=wordings.LABEL,
    help=wordings.HELP,
    drawing=_draw,
    tabling=_tabulate,
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
