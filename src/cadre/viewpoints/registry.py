"""All viewpoints, by id and by what they are good for."""

from __future__ import annotations

from collections.abc import Mapping
from dataclasses import dataclass
from types import MappingProxyType
from typing import Final

from cadre.core.text import Text
from cadre.viewpoints.change_analysis import CHANGE_ANALYSIS
from cadre.viewpoints.comparison import COMPARISON
from cadre.viewpoints.framework_map import FRAMEWORK_MAP
from cadre.viewpoints.gap_matrix import GAP_MATRIX
from cadre.viewpoints.line_of_sight import LINE_OF_SIGHT
from cadre.viewpoints.logic_model import LOGIC_MODEL
from cadre.viewpoints.neighbourhood import NEIGHBOURHOOD
from cadre.viewpoints.roadmap import ROADMAP
from cadre.viewpoints.swot import SWOT
from cadre.viewpoints.viewpoint import Viewpoint


@dataclass(frozen=True, slots=True)
class Family:
    """Viewpoints that answer questions of one kind, the first one to look at before the others."""

    label: Text
    viewpoints: tuple[Viewpoint, ...]


FAMILIES: Final = (
    Family(Text("The whole", "L’ensemble"), (FRAMEWORK_MAP, LOGIC_MODEL)),
    Family(Text("Where it is thin or doubled", "Lacunes et doubles emplois"), (GAP_MATRIX, SWOT)),
    Family(Text("What comes when", "Ce qui vient quand"), (ROADMAP,)),
    Family(Text("What changes", "Ce qui change"), (CHANGE_ANALYSIS, COMPARISON)),
    Family(Text("One thing at a time", "Une chose à la fois"), (LINE_OF_SIGHT, NEIGHBOURHOOD)),
)

VIEWPOINTS: Final[Mapping[str, Viewpoint]] = MappingProxyType(
    {viewpoint.id: viewpoint for family in FAMILIES for viewpoint in family.viewpoints}
)
