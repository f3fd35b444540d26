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
_PLACES: Final = {role: place for place, role in enumerate(LinkRole)}
_STRANGERS: Final = frozenset({Trait.OUTSIDE, Trait.GOVERNMENT})


def ties_of(framework: Framework, body: str) -> tuple[Link, ...]:
    """The links that tie an outside body to the councils' work, in the order of roles.

    A stated tie and oversight always do. Any other link does where its other end is of the
    councils: that a government takes part in the body says nothing of what the councils do.
    """
    found: dict[LinkId, Link] = {}
    links = [*framework.links_out(body), *framework.links_in(body)]
    for link in sorted(links, key=lambda one: _PLACES[framework.role_of(one)]):
        role = framework.role_of(link)
        end = other_end(link, body)
        if role in _SAID or (role not in _NONE and not _STRANGERS & framework.traits(end)):
            found[link.id] = link
    return tuple(found.values())


def other_end(link: Link, body: str) -> str:
    """Whom a link joins a body to."""
    return link.source if link.target == body else link.target
