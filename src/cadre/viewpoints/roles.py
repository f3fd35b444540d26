"""The councils' roles as pictures show them: a short code in a badge."""

from __future__ import annotations

from collections.abc import Mapping
from typing import Final

from cadre.core.attributes import Choice
from cadre.core.graph import Framework
from cadre.core.text import Text
from cadre.core.traits import Trait

_HOLDERS: Final = (Trait.WORK, Trait.WORKS)


def role_choices(framework: Framework) -> Mapping[str, Choice]:
    """The roles that work and groups of this framework may have, by key."""
    found: dict[str, Choice] = {}
    for trait in _HOLDERS:
        for entry in framework.metamodel.types_with(trait):
            attribute = framework.metamodel.attributes(entry.key).get("council-role")
            for choice in attribute.choices if attribute else ():
                _ = found.setdefault(choice.key, choice)
    return found


def role_codes(framework: Framework) -> dict[str, str]:
    """The badge of each role, by key."""
    return {key: short_role(choice) for key, choice in role_choices(framework).items()}


def role_name(choice: Choice) -> Text:
    """What a role is called, without its code."""
    label = choice.label
    return Text(label.en.partition(" (")[0], label.fr.partition(" (")[0])


def short_role(choice: Choice) -> str:
    """The code of a role: what its English label has in brackets, else its key."""
    return choice.label.en.partition("(")[2].rstrip(")") or choice.key
