"""The registry: one small module per rule, and here the list of them.

Adding a rule is adding a module and its line here; a test fails when one is forgotten.
"""

from __future__ import annotations

from collections.abc import Mapping
from types import MappingProxyType
from typing import Final

from cadre.analysis.rule import Rule
from cadre.analysis.rules import (
    gap_01_no_coverage,
    gap_02_little_coverage,
    gap_03_stated_coverage_differs,
    gap_04_stated_areas_differ,
    gap_05_result_not_reached,
    gap_06_priority_not_carried,
    gap_07_work_nobody_carries,
    gap_08_result_without_indicator,
    gap_09_group_not_known,
)

RULES: Final[tuple[Rule, ...]] = tuple(
    module.RULE
    for module in (
        gap_01_no_coverage,
        gap_02_little_coverage,
        gap_03_stated_coverage_differs,
        gap_04_stated_areas_differ,
        gap_05_result_not_reached,
        gap_06_priority_not_carried,
        gap_07_work_nobody_carries,
        gap_08_result_without_indicator,
        gap_09_group_not_known,
    )
)
BY_CODE: Final[Mapping[str, Rule]] = MappingProxyType({rule.code: rule for rule in RULES})
