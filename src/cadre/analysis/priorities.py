"""What carries a priority: who answers for it, the groups at work on it, the work of its plan."""

from __future__ import annotations

from typing import Final

from cadre.analysis.facts import Facts
from cadre.core.graph import Link
from cadre.core.traits import LinkRole, Trait

_CARRIES: Final = (LinkRole.LEADS, LinkRole.TAKES_PART, LinkRole.SUPPORTS)


def groups_behind(facts: Facts, key: str) -> list[Link]:
    """The links by which groups work on it. One that could support it does not do so yet."""
    return [
        link
        for role in _CARRIES
        for link in facts.links_to(key, role)
        if facts.has(link.source, Trait.WORKS) and link.word("extent") != "could"
    ]


def leads_of(facts: Facts, key: str) -> list[Link]:
    """Who answers for it. A council whose priority it is has yet to say who that is."""
    return [
        link
        for link in facts.links_to(key, LinkRole.LEADS)
        if facts.has(link.source, Trait.BODY) and not facts.has(link.source, Trait.STEERS)
    ]


def work_of(facts: Facts, key: str) -> list[str]:
    """The work of its plan: whatever work a link joins to the priority, either way round."""
    return facts.in_order(
        other
        for link in (*facts.framework.links_out(key), *facts.framework.links_in(key))
        for other in (link.source, link.target)
        if facts.has(other, Trait.WORK)
    )
