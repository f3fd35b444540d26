"""Dates as given: a year, a month or a day, and periods between two of them."""

from __future__ import annotations

import calendar
import re
from dataclasses import dataclass
from datetime import date
from typing import Final

_DATE: Final = re.compile(r"(\d{4})(?:-(\d{2})(?:-(\d{2}))?)?", re.ASCII)


@dataclass(frozen=True, slots=True)
class PartialDate:
    """A date with the precision it was stated in; nothing finer is invented."""

    year: int
    month: int | None = None
    day: int | None = None

    def __post_init__(self) -> None:
        if self.day is not None and self.month is None:
            raise ValueError("a day needs a month")
        _ = date(self.year, self.month or 1, self.day or 1)

    @classmethod
    def parse(cls, text: str) -> PartialDate:
        """Read `2016`, `2016-09` or `2016-09-14`; ValueError for anything else."""
        match = _DATE.fullmatch(text.strip())
        if match is None:
            raise ValueError(f"not a date: {text!r}")
        year, month, day = match.groups()
        return cls(int(year), int(month) if month else None, int(day) if day else None)

    def __str__(self) -> str:
        parts = [f"{self.year:04d}"]
        parts += [f"{part:02d}" for part in (self.month, self.day) if part is not None]
        return "-".join(parts)

    @property
    def earliest(self) -> date:
        """The first day this date may mean."""
        return date(self.year, self.month or 1, self.day or 1)

    @property
    def latest(self) -> date:
        """The last day this date may mean."""
        month = self.month or 12
        return date(self.year, month, self.day or calendar.monthrange(self.year, month)[1])


@dataclass(frozen=True, slots=True)
class Period:
    """A span between two dates, either of which may be open."""

    start: PartialDate | None = None
    end: PartialDate | None = None

    def __post_init__(self) -> None:
        if self.start and self.end and self.start.earliest > self.end.latest:
            raise ValueError("a period cannot end before it starts")

    @classmethod
    def parse(cls, text: str) -> Period:
        """Read `2016-10/2017-03`, with either side empty when open; ValueError otherwise."""
        start, slash, end = text.strip().partition("/")
        if not slash or not (start or end):
            raise ValueError(f"not a period: {text!r}")
        return cls(
            PartialDate.parse(start) if start.strip() else None,
            PartialDate.parse(end) if end.strip() else None,
        )

    def __str__(self) -> str:
        return f"{self.start or ''}/{self.end or ''}"
