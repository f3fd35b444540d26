"""Keys brought together by what joins them two by two (union-find: Galler and Fischer, 1964)."""

from __future__ import annotations


class Families:
    """What is joined to one of a family is of the family."""

    def __init__(self) -> None:
        self._whole: dict[str, str] = {}

    def join(self, one: str, other: str) -> None:
        """Make one family of the families of two keys."""
        first, second = self._first(one), self._first(other)
        self._whole[max(first, second)] = min(first, second)

    def all(self) -> list[tuple[str, ...]]:
        """The families, each in order; whoever was joined to nobody is in none."""
        found: dict[str, list[str]] = {}
        for key in sorted(self._whole):
            found.setdefault(self._first(key), []).append(key)
        return [tuple(keys) for keys in found.values() if len(keys) > 1]

    def _first(self, key: str) -> str:
        _ = self._whole.setdefault(key, key)
        while self._whole[key] != key:
            self._whole[key] = self._whole[self._whole[key]]
            key = self._whole[key]
        return key
