"""What stands behind a picture: the findings on what it shows, as words to be said beside it."""

from __future__ import annotations

from collections.abc import Iterable, Sequence
from typing import Final

from cadre.core.finding import Finding
from cadre.core.text import Text
from cadre.viewpoints.scene import Scene
from cadre.viewpoints.words import Words

MOST: Final = 8
"""So many findings are told; the others are counted."""
_HEADING: Final = Text("Findings behind this picture:", "Constats derrière cette image :")
_MORE: Final = Text(
    "And {n:words} more {n:finding|findings}: see the list of findings.",
    "Et {n:words} {n:autre constat|autres constats} : voir la liste des constats.",
)


def findings_behind(findings: Iterable[Finding], scenes: Sequence[Scene]) -> tuple[Finding, ...]:
    """The findings that speak of an element which the pages show, in their order."""
    shown = {key for scene in scenes for item in scene.everything() for key in _keys(item)}
    return tuple(one for one in findings if not shown.isdisjoint(one.subjects))


def _keys(item: object) -> tuple[str, ...]:
    return (getattr(item, "key", ""), *getattr(item, "shows", ()))


def told(findings: Sequence[Finding], words: Words) -> tuple[str, ...]:
    """The findings as paragraphs: the worst with their codes, then how many more there are."""
    if not findings:
        return ()
    lines = [words.of(_HEADING)]
    lines += [f"{one.code} · {words.of(one.message)}" for one in findings[:MOST]]
    rest = len(findings) - MOST
    if rest > 0:
        lines.append(words.fill(_MORE, n=rest))
    return tuple(lines)
