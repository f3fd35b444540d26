"""All viewpoints, by id."""

from __future__ import annotations

from collections.abc import Mapping
from types import MappingProxyType
from typing import Final

from cadre.viewpoints.comparison import COMPARISON
from cadre.viewpoints.framework_map import FRAMEWORK_MAP
from cadre.viewpoints.gap_matrix import GAP_MATRIX
from cadre.viewpoints.line_of_sight import LINE_OF_SIGHT
from cadre.viewpoints.logic_model import LOGIC_MODEL
from cadre.viewpoints.neighbourhood import NEIGHBOURHOOD
from cadre.viewpoints.viewpoint import Viewpoint

VIEWPOINTS: Final[Mapping[str, Viewpoint]] = MappingProxyType(
    {
        viewpoint.id: viewpoint
        for viewpoint in (
            FRAMEWORK_MAP,
            GAP_MATRIX,
            LOGIC_MODEL,
            LINE_OF_SIGHT,
            NEIGHBOURHOOD,
            COMPARISON,
        )
    }
)
