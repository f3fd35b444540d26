"""SEQ-02: things that depend on each other, or are part of each other, in a circle."""

from __future__ import annotations

from collections.abc import Iterator
from itertools import pairwise
from typing import Final

from cadre.analysis.facts import Facts
from cadre.analysis.primitives.order import knots, way_round
from cadre.analysis.rule import Found, Rule
from cadre.core.finding import Evidence, Severity
from cadre.core.keys import LinkId
from cadre.core.phrases import fill
from cadre.core.text import Text
from cadre.core.traits import LinkRole

_SENTENCES: Final = {
    LinkRole.DEPENDS_ON: Text(
        "These depend on each other in a circle, so that none can start: {path}.",
        "Dépendance circulaire, si bien que rien ne peut commencer\u00a0: {path}.",
    ),
    LinkRole.CONTRIBUTES_TO: Text(
        "These contribute to each other in a circle: {path}.",
        "Contribution circulaire\u00a0: {path}.",
    ),
    LinkRole.PART_OF: Text(
        "These are part of each other in a circle: {path}.",
        "Appartenance circulaire\u00a0: {path}.",
    ),
}


def find(facts: Facts) -> Iterator[Found]:
    """Every knot of dependencies, contributions or parts, with one way round it."""
    for role, sentence in _SENTENCES.items():
        ways = facts.ways(role)
        for knot in knots(ways):
            yield _found(
                facts, role, sentence, facts.keys_at(knot), facts.keys_at(way_round(knot, ways))
            )


def _found(
    facts: Facts, role: LinkRole, sentence: Text, members: list[str], round_: list[str]
) -> Found:
    names = [facts.short(key) for key in round_]
    path = Text(" → ".join(name.en for name in names), " → ".join(name.fr for name in names))
    links = [
        link.id
        for source, target in pairwise(round_)
        for link in facts.links_from(source, role)
        if link.target == target
    ]
    return Found(
        tuple(members),
        fill(sentence, path=path),
        tuple(_evidence(facts, link) for link in links),
        discriminator=role.value,
    )


def _evidence(facts: Facts, link: LinkId) -> Evidence:
    text = fill(
        Text("{one} → {other}", "{one} → {other}"),
        one=facts.short(link.source),
        other=facts.short(link.target),
    )
    return Evidence("link", text, key=link.source, link=link)


RULE: Final = Rule(
    code="SEQ-02",
    severity=Severity.ERROR,
    title=Text("Circle", "Cercle"),
    why=Text(
        "In a circle each waits for the other. No order of work respects it, and no total of parts "
        "is right.",
        "Dans un cercle, chacun attend l’autre. Aucun ordre des travaux ne peut le respecter, et "
        "aucun total des parties n’est juste.",
    ),
    mend=Text(
        "Find the link in the circle that is weakest or wrong, and remove it.",
        "Trouvez le lien du cercle qui est le plus faible ou qui est faux, et retirez-le.",
    ),
    find=find,
    folds=False,
)
