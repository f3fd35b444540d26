"""DIS-03: something alive that still hangs on what has ended."""

from __future__ import annotations

from collections.abc import Iterator
from typing import Final

from cadre.analysis.facts import Facts
from cadre.analysis.rule import Found, Rule
from cadre.core.finding import Evidence, Severity
from cadre.core.graph import Link
from cadre.core.phrases import fill, joined, listed
from cadre.core.text import Text
from cadre.core.traits import LinkRole, Trait

# Work, outputs and periods are meant to end; what hangs on these is let down by their end.
_LASTING: Final = (Trait.BODY, Trait.AXIS, Trait.AIM, Trait.PRIORITY, Trait.OUTCOME)
# By which links the source hangs on its target, and by which the target on its source. A council
# does not hang on a group that was part of it, nor an area on one that worked in it.
_ON_TARGET: Final = (
    LinkRole.PART_OF,
    LinkRole.TIED_TO,
    LinkRole.COVERS,
    LinkRole.IN_FOCUS_AREA,
    LinkRole.SERVES,
    LinkRole.CONTRIBUTES_TO,
    LinkRole.SUPPORTS,
    LinkRole.LEADS,
    LinkRole.TAKES_PART,
    LinkRole.SITS_ON,
    LinkRole.REPRESENTS,
    LinkRole.DEPENDS_ON,
    LinkRole.MEASURES,
)
_ON_SOURCE: Final = (
    LinkRole.OVERSEES,
    LinkRole.SUPPORTS,
    LinkRole.LEADS,
    LinkRole.PRODUCES,
)
_DONE: Final = frozenset({"done", "stopped"})


def find(facts: Facts) -> Iterator[Found]:
    """Living elements that hang on ended ones; one finding for each of them."""
    held: dict[str, list[tuple[str, Link]]] = {}
    for alive, ended, link in _ties(facts):
        if facts.is_over(ended) and facts.has(ended, *_LASTING) and _is_alive(facts, alive):
            held.setdefault(alive, []).append((ended, link))
    for alive in facts.in_order(held):
        yield _found(facts, alive, held[alive])


def _ties(facts: Facts) -> Iterator[tuple[str, str, Link]]:
    """What hangs, what it hangs on, and the link."""
    for role in _ON_TARGET:
        for link in facts.links(role):
            yield link.source, link.target, link
    for role in _ON_SOURCE:
        for link in facts.links(role):
            yield link.target, link.source, link


def _is_alive(facts: Facts, key: str) -> bool:
    return not facts.is_over(key) and facts.elements[key].word("progress") not in _DONE


def _found(facts: Facts, alive: str, held: list[tuple[str, Link]]) -> Found:
    ended = facts.in_order(key for key, _ in held)
    message = fill(
        Text(
            "{name} is still tied to what has ended: {ended}.",
            "{name} tient encore à ce qui a pris fin\u00a0: {ended}.",
        ),
        name=facts.name(alive),
        ended=listed([facts.short(key) for key in ended], most=4),
    )
    successors = [
        fill(
            Text("{one} continues as {other}.", "{one} se poursuit comme {other}."),
            one=facts.short(key),
            other=listed(facts.shorts(after)),
        )
        for key in ended
        if (after := facts.targets(key, LinkRole.CONTINUES_AS))
    ]
    evidence = tuple(
        Evidence(
            "ended",
            fill(
                Text("{link}: {name}", "{link}\u00a0: {name}"),
                link=_label(facts, link),
                name=facts.elements[key].name,
            ),
            key=key,
            link=link.id,
        )
        for key, link in sorted(held, key=lambda one: one[1].id)
    )
    return Found((alive,), joined(message, *successors), evidence)


def _label(facts: Facts, link: Link) -> Text:
    entry = facts.framework.type_of_link(link)
    return entry.label if entry else Text(link.type, link.type)


RULE: Final = Rule(
    code="DIS-03",
    severity=Severity.WARNING,
    title=Text("Still tied to what has ended", "Encore lié à ce qui a pris fin"),
    why=Text(
        "A link to something ended makes a plan look carried, led or covered when it no longer is.",
        "Un lien avec une chose qui a pris fin fait croire qu’un plan est porté, dirigé ou couvert "
        "alors qu’il ne l’est plus.",
    ),
    mend=Text(
        "Link it to what has taken over, or end it as well.",
        "Reliez-le à ce qui a pris la relève, ou mettez-y fin aussi.",
    ),
    find=find,
    many=Text(
        "{things} are still tied to something that has ended.",
        "{things} tiennent encore à quelque chose qui a pris fin.",
    ),
)
