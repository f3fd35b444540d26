"""Pairs of keys that hold things in common, by way of the primitive that counts rows."""

from __future__ import annotations

from array import array
from collections.abc import Iterable, Mapping

from cadre.analysis.primitives.pairs import sharing
from cadre.analysis.primitives.ways import Ways
from cadre.core.columns import rows

Pair = tuple[str, str]


def sharing_keys(held: Mapping[str, Iterable[str]]) -> list[Pair]:
    """The pairs of keys, each in order, that hold at least one thing in common."""
    return list(_pairs({key: dict.fromkeys(things, 1.0) for key, things in held.items()}))


def worth_shared(
    held: Mapping[str, Iterable[str]], worth: Mapping[str, float]
) -> dict[Pair, float]:
    """The pairs of keys that hold something in common, with what those things are worth."""
    return _pairs({key: dict.fromkeys(things, 1.0) for key, things in held.items()}, worth=worth)


def alike_keys(held: Mapping[str, Mapping[str, float]], least: float = 0.0) -> dict[Pair, float]:
    """The pairs of keys, each in order, for which the product of what they hold is at least this.

    Of things both hold, each has a share; the product is the sum of the products of the two.
    """
    return _pairs(held, least)


def _pairs(
    held: Mapping[str, Mapping[str, float]],
    least: float = 0.0,
    worth: Mapping[str, float] | None = None,
) -> dict[Pair, float]:
    keys = sorted(held)
    numbers: dict[str, int] = {}
    holders, things, shares = rows(), rows(), array("d")
    for holder, key in enumerate(keys):
        for thing, share in held[key].items():
            holders.append(holder)
            things.append(numbers.setdefault(thing, len(numbers)))
            shares.append(share)
    holds = Ways(holders, things, max(len(keys), len(numbers)))
    weights = array("d", [1.0]) * holds.size
    if worth is not None:
        for thing, number in numbers.items():
            weights[number] = worth[thing]
    found = sharing(holds, weights, shares, least)
    return {
        (keys[one], keys[other]): weight
        for one, other, weight in zip(found.ones, found.others, found.weights, strict=True)
    }
