"""REF-09: a setting on something that is no longer there."""

from __future__ import annotations

from collections.abc import Iterator
from typing import Final

from cadre.analysis.facts import Facts
from cadre.analysis.rule import Found, Rule
from cadre.core.finding import Evidence, Severity
from cadre.core.phrases import fill, listed, quoted
from cadre.core.text import Text
from cadre.core.traits import LinkRole, Trait

_MOST: Final = 4


def find(facts: Facts) -> Iterator[Found]:
    """All such settings at once: on elements that are gone, or knowledge that no trait names."""
    paths = [path for path in facts.framework.settings.entries if _is_idle(facts, path)]
    if paths:
        named = [Text(path, path) for path in paths]
        message = fill(
            Text(
                "Settings name what is not in the framework: {paths}.",
                "Des réglages nomment ce qui n’est pas dans le cadre\u00a0: {paths}.",
            ),
            paths=listed([quoted(path) for path in named], most=_MOST),
        )
        yield Found((), message, tuple(Evidence("setting", path) for path in named))


def _is_idle(facts: Facts, path: str) -> bool:
    section, _, rest = path.partition("/")
    match section:
        case "proper-name":
            return rest not in facts.elements
        case "accepted":
            key = rest.partition("/")[2]
            return bool(key) and key not in facts.elements
        case "assessed":
            return rest not in {*Trait, *LinkRole}
        case _:
            return False


RULE: Final = Rule(
    code="REF-09",
    severity=Severity.ADVICE,
    title=Text("Setting without a subject", "Réglage sans objet"),
    why=Text(
        "A setting on something that is gone does nothing, and misleads whoever reads the "
        "settings.",
        "Un réglage sur une chose disparue n’a pas d’effet, et trompe qui lit les réglages.",
    ),
    mend=Text(
        "Remove the setting, or correct the key it names.",
        "Retirez le réglage, ou corrigez la clé qu’il nomme.",
    ),
    find=find,
    folds=False,
)
