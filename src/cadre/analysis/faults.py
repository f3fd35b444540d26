"""What does not fit the metamodel, as rules of the family REF tell it."""

from __future__ import annotations

from collections.abc import Iterator

from cadre.analysis.facts import Facts
from cadre.analysis.rule import Found
from cadre.core.finding import Finding
from cadre.core.validate import validate


def faults(facts: Facts) -> tuple[Finding, ...]:
    """All that does not fit the metamodel."""
    return validate(facts.framework)


def faults_of(facts: Facts, code: str) -> Iterator[Found]:
    """What validation says under one code."""
    for fault in facts.once(faults):
        if fault.code == code:
            yield Found(fault.subjects, fault.message, fault.evidence, fault.discriminator)
