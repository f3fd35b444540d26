"""SEQ-02: things that depend on each other, or are part of each other, in a circle."""

from __future__ import annotations

from collections.abc import Iterator
from typing import Final

from cadre.analysis.facts import Facts
from cadre.analysis.rule import Found, Rule
from cadre.core.finding import Evidence, Severity
from cadre.core.keys import LinkId
from cadre.core.phrases import fill
from cadre.core.text import Text
from cadre.core.traits import LinkRole
from cadre.core.walks import Cycle, cycles

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
        if facts.links(role):
            for cycle in cycles(facts.framework, role):
                yield _found(facts, role, sentence, cycle)


def _found(facts: Facts, role: LinkRole, sentence: Text, cycle: Cycle) -> Found:
    names = [facts.short(key) for key in cycle.path]
    path = Text(" → ".join(name.en for name in names), " → ".join(name.fr for name in names))
    links = [
        link.id
        for source, target in zip(cycle.path, cycle.path[1:], strict=False)
        for link in facts.links_from(source, role)[:]
        if link.target == target
    ]
    return Found(
        cycle.members,
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
