"""A reader with a keyboard and nothing else, who looks at every stop of the focus."""

from __future__ import annotations

from dataclasses import dataclass
from pathlib import Path
from typing import Any, Final, TypedDict

from playwright.sync_api import Page

PROBES: Final = Path(__file__).with_name("probes.js").read_text("utf-8")
MOST: Final = 600
"""More stops than any page has: who is not there by then is in a trap."""
PATIENCE: Final = 20_000
"""Milliseconds for a page to answer, on a machine that does other things too."""


class Lost(AssertionError):
    """A stop that does not show, a stop that cannot be left, or one that is never reached."""


def probe(page: Page, name: str, *about: object) -> Any:
    """Ask a page one of the questions of probes.js; the page must have been opened with them."""
    return page.evaluate("([name, about]) => probe[name](...about)", [name, about])


class Stop(TypedDict):
    """A place where the focus rests."""

    stop: str
    name: str
    fault: str
    wanted: bool


@dataclass
class Hands:
    """Ten fingers on a page."""

    page: Page

    def __post_init__(self) -> None:
        self.page.add_init_script(PROBES)

    def press(self, *keys: str) -> None:
        """Press keys, one after the other."""
        for key in keys:
            self.page.keyboard.press(key)

    def write(self, text: str) -> None:
        """Type a text where the focus is."""
        self.page.keyboard.type(text)

    def stop(self, selector: str = "*") -> Stop | None:
        """Where the focus is, None if nowhere; what does not show is refused."""
        found: Stop | None = probe(self.page, "focus", selector)
        if found and found["fault"]:
            raise Lost(f"{found['fault']}: {found['name']} on {self.page.url}")
        return found

    def tab_to(self, selector: str, key: str = "Tab") -> None:
        """Press Tab until something that answers to a selector has the focus."""
        seen: set[str] = set()
        for _ in range(MOST):
            self.press(key)
            here = self.stop(selector)
            if here is None:
                raise Lost(f"past the end of {self.page.url} without {selector}")
            if here["wanted"]:
                return
            if here["stop"] in seen:
                raise Lost(f"{here['name']} holds the focus on {self.page.url}")
            seen.add(here["stop"])
        raise Lost(f"no way to {selector} on {self.page.url}")

    def follow(self, selector: str) -> None:
        """Go to a link or the button of a form, press Enter and see where it leads."""
        self.tab_to(selector)
        self.enter()

    def enter(self) -> None:
        """Press Enter and wait for the page, or the place on it, that it leads to."""
        with self.page.expect_navigation(timeout=PATIENCE):
            self.press("Enter")

    def walk(self, key: str = "Tab") -> list[str]:
        """Go over the whole page by one key and out of it; the stops in order, each once."""
        reached: list[str] = []
        for _ in range(MOST):
            self.press(key)
            here = self.stop()
            # Backwards Chromium goes round, from the first stop to the last.
            if here is None or (len(reached) > 1 and here["stop"] == reached[0]):
                return reached
            if here["stop"] in reached:
                raise Lost(f"{here['name']} holds the focus on {self.page.url}")
            reached.append(here["stop"])
        raise Lost(f"no end to {self.page.url}")
