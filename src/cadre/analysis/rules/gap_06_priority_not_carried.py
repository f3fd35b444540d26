"""GAP-06: a priority without a group, a lead or a work plan."""

from __future__ import annotations

from collections.abc import Iterator
from typing import Final

from cadre.analysis.facts import Facts
from cadre.analysis.priorities import groups_behind, leads_of, work_of
from cadre.analysis.rule import Found, Rule
from cadre.core.finding import Evidence, Severity
from cadre.core.phrases import fill, joined, listed
from cadre.core.text import Text
from cadre.core.traits import Trait


def find(facts: Facts) -> Iterator[Found]:
    """Priorities that lack at least one of the three."""
    for key in facts.keys(Trait.PRIORITY):
        if facts.is_over(key) or facts.elements[key].word("standing") == "retired":
            continue
        groups = facts.in_order(link.source for link in groups_behind(facts, key))
        leads = facts.in_order(link.source for link in leads_of(facts, key))
        work = work_of(facts, key)
        if not (groups and leads and work):
            yield _found(facts, key, groups, leads, work)


def _found(facts: Facts, key: str, groups: list[str], leads: list[str], work: list[str]) -> Found:
    lacking = [
        (Text("group", "groupe"), groups),
        (Text("lead", "responsable"), leads),
        (Text("work plan", "plan de travail"), work),
    ]
    missing = [what for what, there in lacking if not there]
    message = fill(
        Text("The priority {priority} has {missing}.", "La priorité {priority} n’a {missing}."),
        priority=facts.name(key),
        missing=_none_of(missing),
    )
    there = [
        fill(text, names=listed(facts.shorts(keys), most=4))
        for text, keys in (
            (Text("Led by {names}.", "À sa tête\u00a0: {names}."), leads),
            (Text("Groups behind it: {names}.", "Groupes à l’appui\u00a0: {names}."), groups),
        )
        if keys
    ]
    evidence = (
        *(Evidence("lead", facts.elements[one].name, key=one) for one in leads),
        *(Evidence("group", facts.elements[one].name, key=one) for one in groups),
        *(Evidence("work", facts.elements[one].name, key=one) for one in work),
    )
    return Found((key,), joined(message, *there), evidence)


def _none_of(missing: list[Text]) -> Text:
    if len(missing) == 1:
        return Text(f"no {missing[0].en}", f"pas de {missing[0].fr}")
    english = listed([Text(f"no {what.en}") for what in missing]).en
    # Two of them stand without a comma, three with one.
    french = (" " if len(missing) == 2 else ", ").join(f"ni {what.fr}" for what in missing)
    return Text(english, french)


RULE: Final = Rule(
    code="GAP-06",
    severity=Severity.WARNING,
    title=Text(
        "Priority without group, lead or work plan",
        "Priorité sans groupe, responsable ou plan de travail",
    ),
    why=Text(
        "A priority is carried by three things: somebody who answers for it, a group that works on "
        "it and a plan of that work. Where one is lacking it stays a declaration.",
        "Trois choses portent une priorité\u00a0: quelqu’un qui en répond, un groupe qui y "
        "travaille et un plan de ces travaux. Qu’il en manque une, et elle reste une déclaration.",
    ),
    mend=Text(
        "Record the body that leads it, the groups that take part or support it, and the "
        "activities of its plan, on which the priority “depends”.",
        "Consignez l’organe qui la dirige, les groupes qui y participent ou l’appuient, et les "
        "activités de son plan, dont la priorité «\u00a0dépend\u00a0».",
    ),
    find=find,
    many=Text(
        "{things} lack a group, a lead or a work plan.",
        "{things} n’ont pas tout ce qui les porterait\u00a0: groupe, responsable et plan de "
        "travail.",
    ),
)
