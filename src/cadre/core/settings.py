"""What changes the meaning of a state: thresholds, severities, words, rules, what was accepted.

Settings are entries by path, so that each one can be changed, compared and undone alone:

    name                        the name of the framework, a text
    maturity                    how finished this state is, a text
    threshold/<name>            a number that rules and pictures use
    severity/<rule>             error, warning or advice instead of the rule's own
    rule-status/<rule>          proposed or adopted; rule-since/<rule> says since when
    word/<word>                 a renamed word, a text
    kind-adopted/<kind>         yes when the councils have adopted this kind of group
    assessed/<trait or role>    the date that knowledge of this kind was last assessed
    proper-name/<key>           yes when the element is rightly named alike in both languages
    accepted/<finding>/<key>    why a finding on this element was accepted, a text
"""

from __future__ import annotations

from collections.abc import Iterator, Mapping
from dataclasses import dataclass, field
from types import MappingProxyType
from typing import Final

from cadre.core.dates import PartialDate
from cadre.core.text import Text
from cadre.core.values import is_empty, same_values

Setting = str | bool | int | float | Text | PartialDate

SECTIONS: Final = (
    "name",
    "maturity",
    "threshold",
    "severity",
    "rule-status",
    "rule-since",
    "word",
    "kind-adopted",
    "assessed",
    "proper-name",
    "accepted",
)


@dataclass(frozen=True, slots=True, eq=False)
class Settings:
    """The settings of one state, by path. Equal where they say the same: 0 is not "no"."""

    entries: Mapping[str, Setting] = field(default_factory=lambda: MappingProxyType({}))

    def __eq__(self, other: object) -> bool:
        if not isinstance(other, Settings):
            return NotImplemented
        return same_values(self.entries, other.entries)

    def __hash__(self) -> int:
        return hash(frozenset(self.entries))

    @classmethod
    def of(cls, entries: Mapping[str, Setting]) -> Settings:
        """Settings without empty entries, in order of their paths.

        ValueError for a path of no known section.
        """
        for path in entries:
            if path.partition("/")[0] not in SECTIONS:
                raise ValueError(f"no such setting: {path}")
        kept = {path: entries[path] for path in sorted(entries) if not is_empty(entries[path])}
        return cls(MappingProxyType(kept))

    def text(self, path: str) -> Text:
        """A text setting, empty when not set."""
        value = self.entries.get(path)
        return value if isinstance(value, Text) else Text()

    def threshold(self, name: str, default: float) -> float:
        """A number that a rule or a picture uses, with the default it states itself."""
        value = self.entries.get(f"threshold/{name}")
        if isinstance(value, int | float) and not isinstance(value, bool):
            return value
        return default

    def severity(self, rule: str) -> str | None:
        """The severity set for a rule here, if any."""
        value = self.entries.get(f"severity/{rule}")
        return value if isinstance(value, str) else None

    def word(self, word: str, default: Text) -> Text:
        """A word of the interface as this framework calls it."""
        return self.text(f"word/{word}") or default

    def assessed(self, what: str) -> PartialDate | None:
        """When knowledge of a trait or a link role was last assessed, where that is recorded."""
        value = self.entries.get(f"assessed/{what}")
        return value if isinstance(value, PartialDate) else None

    def is_proper_name(self, key: str) -> bool:
        """Whether an element is rightly named alike in both languages."""
        return self.entries.get(f"proper-name/{key}") is True

    def accepted(self, fingerprint: str) -> Iterator[tuple[str, Text]]:
        """The subjects for which a finding was accepted, with the reason given."""
        prefix = f"accepted/{fingerprint}/"
        for path, value in self.entries.items():
            if path.startswith(prefix) and isinstance(value, Text):
                yield path.removeprefix(prefix), value

    def with_entry(self, path: str, value: Setting | None) -> Settings:
        """These settings with one entry set, or removed when `value` is None."""
        entries = dict(self.entries)
        if value is None:
            _ = entries.pop(path, None)
        else:
            entries[path] = value
        return Settings.of(entries)
