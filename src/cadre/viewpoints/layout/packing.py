"""Places on a line: intervals into few rows, and boxes near where they would like to stand."""

from __future__ import annotations

from collections.abc import Sequence


def first_fit(intervals: Sequence[tuple[float, float]], gap: float = 0.0) -> list[int]:
    """The row of each interval, so that no two in a row come closer than `gap`.

    In order of their starts each takes the first row that is free; that needs no more rows than
    intervals (with their gap) ever lie over one point.
    """
    ends: list[float] = []
    rows = [0] * len(intervals)
    for item in sorted(range(len(intervals)), key=lambda i: (intervals[i], i)):
        start, end = intervals[item]
        row = next((row for row, last in enumerate(ends) if last + gap <= start), len(ends))
        if row == len(ends):
            ends.append(end)
        else:
            ends[row] = end
        rows[item] = row
    return rows


def spread(
    wishes: Sequence[float], sizes: Sequence[float], low: float, high: float, gap: float
) -> list[float]:
    """The near edges of boxes whose centres come as close to `wishes` as room allows.

    The order given is kept, boxes stay `gap` apart and within `low` and `high`; with too little
    room the gap shrinks, and below zero they run on past `high` one after the other. Least sum of
    squared moves, by pooling neighbours that would overlap (isotonic regression).
    """
    if not sizes:
        return []
    room = high - low - sum(sizes)
    if len(sizes) > 1:
        gap = max(0.0, min(gap, room / (len(sizes) - 1)))
    # With all that stands before it taken off, each box wishes for one point; order is all that
    # is left to respect.
    before, taken = [], 0.0
    for size in sizes:
        before.append(taken)
        taken += size + gap
    points = [
        wish - size / 2 - ahead for wish, size, ahead in zip(wishes, sizes, before, strict=True)
    ]
    pools: list[tuple[float, int]] = []
    for point in points:
        mean, count = point, 1
        while pools and pools[-1][0] >= mean:
            earlier, many = pools.pop()
            mean = (mean * count + earlier * many) / (count + many)
            count += many
        pools.append((mean, count))
    last = max(low, high - (taken - gap))
    places = [min(max(mean, low), last) for mean, count in pools for _ in range(count)]
    return [place + ahead for place, ahead in zip(places, before, strict=True)]


def shared(total: float, wants: Sequence[float], most: float = float("inf")) -> list[float]:
    """`wants` enlarged to fill `total`: what is left is shared evenly, up to `most` more each."""
    if not wants:
        return []
    extra = max(0.0, total - sum(wants)) / len(wants)
    return [want + min(extra, most) for want in wants]
