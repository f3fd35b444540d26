"""What a service answers instead of a result."""

from __future__ import annotations

from collections.abc import Sequence
from dataclasses import dataclass

from cadre.core.text import Text


@dataclass(frozen=True, slots=True)
class Near:
    """Something of a like name: its key and what it is called."""

    key: str
    name: Text
    kind: Text = Text()


class NotFound(Exception):
    """What was asked for is not there; `near` is what may have been meant."""

    def __init__(self, what: str, key: str, near: Sequence[Near] = ()) -> None:
        super().__init__(f"no {what} {key}")
        self.what = what
        self.key = key
        self.near = tuple(near)


class Conflict(Exception):
    """Somebody else changed it first; nothing was saved."""


class Refused(Exception):
    """A change that would break the framework; `messages` say why. Nothing was saved."""

    def __init__(self, messages: Sequence[Text]) -> None:
        super().__init__("; ".join(message.en for message in messages))
        self.messages = tuple(messages)


class Busy(Exception):
    """Too many large files are being made at this moment; `again` is when to ask, in seconds."""

    def __init__(self, again: int) -> None:
        super().__init__(f"busy, ask again in {again} s")
        self.again = again
