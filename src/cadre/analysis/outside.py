"""What ties a body outside the councils to their work: one answer for rules and pictures."""

from __future__ import annotations

from typing import Final

from cadre.core.graph import Framework, Link
from cadre.core.keys import LinkId
from cadre.core.traits import LinkRole, Trait

_SAID: Final = frozenset({LinkRole.TIED_TO, LinkRole.OVERSEES})
"""Roles that state a tie themselves, whoever is at the other end."""
_NONE: Final = frozenset({LinkRole.EVIDENCED_BY, LinkRole.SAME_WORK_AS, LinkRole.OTHER})
"""Roles that tie nothing to anybody's work."""
_STRANGERS: Final = frozenset({Trait.OUTSIDE, Trait.GOVERNMENT})


def ties_of(framework: Framework, body: str) -> tuple[Link, ...]:
    """The links that tie an outside body to the councils' work, in the order of roles.

    A stated tie and oversight always do. Any other link does where its other end is of the
    councils: that a government takes part in the body says nothing of what the councils do.
    """
    found: dict[LinkId, Link] = {}
    for role in LinkRole:
        if role in _NONE:
            continue
        for link in (*framework.links_out(body, role), *framework.links_in(body, role)):
            end = other_end(link, body)
            if role in _SAID or not _STRANGERS & framework.traits(end):
                found[link.id] = link
    return tuple(found.values())


def other_end(link: Link, body: str) -> str:
    """Whom a link joins a body to."""
    return link.source if link.target == body else link.target
