"""A rule: a small question put to a framework, with its words, its severity and its numbers."""

from __future__ import annotations

from collections.abc import Callable, Iterable, Mapping
from dataclasses import dataclass
from types import MappingProxyType
from typing import Final

from cadre.analysis.facts import Facts
from cadre.core.finding import Evidence, Severity
from cadre.core.text import Text
from cadre.core.traits import LinkRole, Trait

FAMILIES: Final[Mapping[str, Text]] = MappingProxyType(
    {
        "GAP": Text("Gaps", "Lacunes"),
        "RED": Text("Redundancies", "Redondances"),
        "DIS": Text("Disconnections", "Déconnexions"),
        "SEQ": Text("Sequence", "Séquence"),
        "TXT": Text("Texts", "Textes"),
        "REF": Text("References", "Références"),
    }
)


@dataclass(frozen=True, slots=True)
class Threshold:
    """A number that a rule uses. A framework may set it: `threshold/<name>`."""

    name: str
    default: float
    label: Text

    def of(self, facts: Facts) -> float:
        """Its value in a framework."""
        return facts.framework.settings.threshold(self.name, self.default)


@dataclass(frozen=True, slots=True)
class Found:
    """What a rule found, before the check gives it code, severity and place in a fold.

    `folded_type` is set by a rule that says one thing of all elements of a type at once.
    """

    subjects: tuple[str, ...]
    message: Text
    evidence: tuple[Evidence, ...] = ()
    discriminator: str = ""
    folded_type: str = ""


@dataclass(frozen=True, slots=True)
class Rule:
    """A rule with everything that is said of it.

    `many` is the sentence of a fold, with `{things}` for the count and noun (“7 groups”). A rule
    that `folds` not is one whose findings are each a list already: with a `many` they become one
    when there is a crowd of them, without it never. `rests_on` names the knowledge
    it uses: where the framework says when that was last assessed, its findings say so too.
    """

    code: str
    severity: Severity
    title: Text
    why: Text
    mend: Text
    find: Callable[[Facts], Iterable[Found]]
    many: Text = Text()
    thresholds: tuple[Threshold, ...] = ()
    rests_on: tuple[Trait | LinkRole, ...] = ()
    folds: bool = True

    @property
    def family(self) -> str:
        """The family of its code: GAP, RED, DIS, SEQ, TXT or REF."""
        return self.code.partition("-")[0]
