"""TXT-03: elements of one type with the same name."""

from __future__ import annotations

from collections.abc import Iterator
from typing import Final

from cadre.analysis.facts import Facts
from cadre.analysis.rule import Found, Rule
from cadre.core.finding import Evidence, Severity
from cadre.core.phrases import capital, fill
from cadre.core.text import LANGUAGES, Text
from cadre.core.traits import LinkRole


def find(facts: Facts) -> Iterator[Found]:
    """Elements not over that share a name in either language, capitals and spaces apart.

    What is said to be the same work, and a group with its successor, may well share one.
    """
    done: set[frozenset[str]] = set()
    for keys in _alike(facts).values():
        together = frozenset(keys)
        if len(keys) > 1 and together not in done and not _are_one(facts, keys):
            done.add(together)
            yield _found(facts, facts.in_order(keys))


def _alike(facts: Facts) -> dict[tuple[str, str, str], list[str]]:
    found: dict[tuple[str, str, str], list[str]] = {}
    for key, element in facts.elements.items():
        name = element.values.get("name")
        if not isinstance(name, Text) or facts.is_over(key):
            continue
        type_ = element.type
        for language in LANGUAGES:
            own = " ".join(name.get(language).casefold().split())
            if own:
                found.setdefault((type_, language, own), []).append(key)
    return found


def _are_one(facts: Facts, keys: list[str]) -> bool:
    """Whether one of them is tied to all the others as the same work or as a successor."""
    first, *others = keys
    known = facts.twins(first).union(
        facts.targets(first, LinkRole.CONTINUES_AS), facts.sources(first, LinkRole.CONTINUES_AS)
    )
    return known.issuperset(others)


def _found(facts: Facts, keys: list[str]) -> Found:
    message = fill(
        Text("{things} have the name {name}.", "{things} ont le nom {name}."),
        things=capital(facts.counted(keys)),
        name=facts.name(keys[0]),
    )
    evidence = tuple(Evidence("name", facts.elements[key].name, key=key) for key in keys)
    return Found(tuple(keys), message, evidence)


RULE: Final = Rule(
    code="TXT-03",
    severity=Severity.WARNING,
    title=Text("Several elements of one name", "Plusieurs éléments d’un même nom"),
    why=Text(
        "In a list, a picture or a decision nobody can tell which of them is meant.",
        "Dans une liste, une image ou une décision, personne ne sait lequel est visé.",
    ),
    mend=Text(
        "Give each a name of its own; or, if they are one thing, keep one and link it to all that "
        "the others were linked to.",
        "Donnez à chacun un nom à lui; ou, si c’est une seule chose, n’en gardez qu’un et "
        "reliez-le à tout ce qui était lié aux autres.",
    ),
    find=find,
    many=Text(
        "{things} share their name with another one.",
        "{things} partagent leur nom avec un autre élément.",
    ),
)
