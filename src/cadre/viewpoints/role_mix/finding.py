"""What the role mix finds: its title, lead and summary."""

from __future__ import annotations

from typing import Final

from cadre.core.text import Text
from cadre.viewpoints.role_mix.model import NO_ROLE, Mix
from cadre.viewpoints.roles import role_name
from cadre.viewpoints.words import Words

_NONE: Final = Text(
    "No work and no group is recorded in this state",
    "Ni travaux ni groupe ne sont consignés dans cet état",
)
_NONE_LEAD: Final = Text(
    "Record the work and the groups, and for each the role that the councils have in it.",
    "Consignez les travaux et les groupes, et pour chacun le rôle que les conseils y jouent.",
)
_NO_ROLES: Final = Text(
    "Nothing says which role the councils have in any of their work",
    "Rien ne dit quel rôle les conseils jouent dans leurs travaux",
)
_MOST: Final = Text(
    "{role} is the commonest role, in {n} of {told} that have one; {untold} have none stated",
    "Le rôle le plus courant, {role}, est celui de {n} des {told} qui en ont un; "
    "{untold} n’en ont aucun d’énoncé",
)
_ALL: Final = Text(
    "{role} is the commonest role, in {n} of {told}",
    "Le rôle le plus courant, {role}, est celui de {n} sur {told}",
)
_LEAD: Final = Text(
    "The roles that the councils may have, counted over work and groups. What is in several areas "
    "is counted in each of them, and once in the total.",
    "Les rôles que les conseils peuvent jouer, comptés sur les travaux et les groupes. Ce qui "
    "touche plusieurs domaines compte dans chacun, et une fois dans le total.",
)
_SUMMARY: Final = Text("{title}. {counts}.", "{title}. {counts}.")
_COUNTED: Final = Text("{role}: {n}", "{role} : {n}")
WITHOUT: Final = Text("No role stated", "Aucun rôle énoncé")


def title_of(mix: Mix, words: Words) -> str:
    """The commonest role, and how much has none."""
    if not mix.total:
        return words.of(_NONE)
    untold = mix.count(NO_ROLE)
    told = mix.total - untold
    if not told:
        return words.of(_NO_ROLES)
    first = max(mix.roles, key=lambda choice: mix.count(choice.key))
    role = words.of(role_name(first))
    if words.language == "fr":
        role = role[:1].lower() + role[1:]
    template = _MOST if untold else _ALL
    return words.fill(template, role=role, n=mix.count(first.key), told=told, untold=untold)


def lead_of(mix: Mix, words: Words) -> str:
    """How the counting goes."""
    return words.of(_LEAD if mix.total else _NONE_LEAD)


def summary_of(mix: Mix, title: str, words: Words) -> str:
    """What the picture says, for those who do not see it."""
    if not mix.total:
        return title
    counts = [
        words.fill(_COUNTED, role=role_name(choice), n=mix.count(choice.key))
        for choice in mix.roles
    ]
    counts.append(words.fill(_COUNTED, role=WITHOUT, n=mix.count(NO_ROLE)))
    return words.fill(_SUMMARY, title=title, counts="; ".join(counts))
