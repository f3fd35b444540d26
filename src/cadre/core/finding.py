"""A finding: what a rule says of a framework, with its evidence and a stable fingerprint."""

from __future__ import annotations

import hashlib
from dataclasses import dataclass
from enum import StrEnum

from cadre.core.keys import LinkId
from cadre.core.text import Text


class Severity(StrEnum):
    """How much a finding matters."""

    ERROR = "error"
    WARNING = "warning"
    ADVICE = "advice"

    @property
    def rank(self) -> int:
        """0 for the worst."""
        return (Severity.ERROR, Severity.WARNING, Severity.ADVICE).index(self)


SEVERITY_LABELS = {
    Severity.ERROR: Text("Error", "Erreur"),
    Severity.WARNING: Text("Warning", "Avertissement"),
    Severity.ADVICE: Text("Advice", "Conseil"),
}


@dataclass(frozen=True, slots=True)
class Evidence:
    """One thing a finding rests on: an element or a link, what it says, its share of the score."""

    kind: str
    text: Text
    key: str = ""
    link: LinkId | None = None
    share: float | None = None


@dataclass(frozen=True, slots=True)
class Finding:
    """What a rule found. `folded_type` is set when many findings of one rule were made one."""

    code: str
    severity: Severity
    subjects: tuple[str, ...]
    message: Text
    evidence: tuple[Evidence, ...] = ()
    discriminator: str = ""
    folded_type: str = ""

    @property
    def fingerprint(self) -> str:
        """Sixteen hex digits, stable across runs, wording and evidence.

        Made from code, sorted subjects and discriminator; of a folded finding from code and type.
        """
        if self.folded_type:
            parts = [self.code, "folded", self.folded_type, self.discriminator]
        else:
            parts = [self.code, *sorted(self.subjects), self.discriminator]
        return hashlib.sha256("\n".join(parts).encode()).hexdigest()[:16]
