"""Pairs of keys that hold things in common, by way of the primitive that counts rows."""

from __future__ import annotations

from array import array
from collections.abc import Iterable, Mapping

from cadre.analysis.primitives.pairs import sharing
from cadre.analysis.primitives.ways import Ways
from cadre.core.columns import rows


def sharing_keys(held: Mapping[str, Iterable[str]]) -> list[tuple[str, str]]:
    """The pairs of keys, each in order, that hold at least one thing in common."""
    return _pairs({key: dict.fromkeys(things, 1.0) for key, things in held.items()}, 0.0)


def alike_keys(held: Mapping[str, Mapping[str, float]], least: float) -> list[tuple[str, str]]:
    """The pairs of keys, each in order, for which the product of what they hold is at least this.

    Of things both hold, each has a share; the product is the sum of the products of the two.
    """
    return _pairs(held, least)


def _pairs(held: Mapping[str, Mapping[str, float]], least: float) -> list[tuple[str, str]]:
    keys = sorted(held)
    numbers: dict[str, int] = {}
    holders, things, shares = rows(), rows(), array("d")
    for holder, key in enumerate(keys):
        for thing, share in held[key].items():
            holders.append(holder)
            things.append(numbers.setdefault(thing, len(numbers)))
            shares.append(share)
    holds = Ways(holders, things, max(len(keys), len(numbers)))
    found = sharing(holds, array("d", [1.0]) * holds.size, shares, least)
    return [(keys[one], keys[other]) for one, other in zip(found.ones, found.others, strict=True)]
