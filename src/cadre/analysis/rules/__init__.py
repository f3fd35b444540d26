"""The registry: one small module per rule, and here the list of them.

Adding a rule is adding a module and its line here; a test fails when one is forgotten.
"""

from __future__ import annotations

from collections.abc import Mapping
from types import MappingProxyType
from typing import Final

from cadre.analysis.rule import Rule
from cadre.analysis.rules import (
    dis_01_tied_to_nothing,
    dis_02_broken_line_of_sight,
    dis_03_link_to_something_ended,
    dis_04_collaboration_area,
    dis_05_group_of_no_council,
    dis_06_outside_body_without_tie,
    gap_01_no_coverage,
    gap_02_little_coverage,
    gap_03_stated_coverage_differs,
    gap_04_stated_areas_differ,
    gap_05_result_not_reached,
    gap_06_priority_not_carried,
    gap_07_work_nobody_carries,
    gap_08_result_without_indicator,
    gap_09_group_not_known,
    red_01_overlapping_work,
    red_02_stated_overlap,
    red_03_near_duplicate_work,
    red_04_merger,
    ref_01_no_such_type,
    ref_02_no_such_attribute,
    ref_03_wrong_kind,
    ref_04_no_such_choice,
    ref_05_no_such_link_type,
    ref_06_link_not_allowed,
    ref_07_not_a_web_address,
    ref_08_changed_trait_attribute,
    ref_09_setting_without_subject,
    seq_01_before_what_it_needs,
    seq_02_cycle,
    seq_03_no_period,
    seq_04_period_over_capacity,
    seq_05_ends_before_it_starts,
    txt_01_missing_language,
    txt_02_stale_language,
    txt_03_duplicate_name,
    txt_04_same_in_both_languages,
    txt_05_no_name,
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
        red_01_overlapping_work,
        red_02_stated_overlap,
        red_03_near_duplicate_work,
        red_04_merger,
        dis_01_tied_to_nothing,
        dis_02_broken_line_of_sight,
        dis_03_link_to_something_ended,
        dis_04_collaboration_area,
        dis_05_group_of_no_council,
        dis_06_outside_body_without_tie,
        seq_01_before_what_it_needs,
        seq_02_cycle,
        seq_03_no_period,
        seq_04_period_over_capacity,
        seq_05_ends_before_it_starts,
        txt_01_missing_language,
        txt_02_stale_language,
        txt_03_duplicate_name,
        txt_04_same_in_both_languages,
        txt_05_no_name,
        ref_01_no_such_type,
        ref_02_no_such_attribute,
        ref_03_wrong_kind,
        ref_04_no_such_choice,
        ref_05_no_such_link_type,
        ref_06_link_not_allowed,
        ref_07_not_a_web_address,
        ref_08_changed_trait_attribute,
        ref_09_setting_without_subject,
    )
)
BY_CODE: Final[Mapping[str, Rule]] = MappingProxyType({rule.code: rule for rule in RULES})
