"""From meanings to colours: a light set, a dark set for pages, and hues from data made safe.

Contrast is that of WCAG 2.2 (relative luminance). A hue from data is darkened (or, in the dark,
lightened) until it shows on the ground at 3 to 1 and carries a text at 4.5 to 1; so a framework
may bring any hue.
"""

from __future__ import annotations

import re
from collections.abc import Callable, Mapping
from functools import lru_cache
from types import MappingProxyType
from typing import Final, Literal

from cadre.viewpoints.scene import Paint

Theme = Literal["light", "dark"]

LIGHT: Final[Mapping[str, str]] = MappingProxyType(
    {
        "ground": "#FFFFFF",
        "pale": "#F3F5F7",
        "ink": "#1B1F24",
        "ink-2": "#4A5159",
        "ink-3": "#626A73",
        "rule": "#D5D9DE",
        "rule-2": "#B4BAC1",
        "accent": "#A8261C",
        "hatch": "#C3C9D0",
        "step-0": "#FFFFFF",
        "step-1": "#D6E6EE",
        "step-2": "#9CC6D8",
        "step-3": "#4C94B3",
        "step-4": "#0F5578",
    }
)
DARK: Final[Mapping[str, str]] = MappingProxyType(
    {
        "ground": "#15191E",
        "pale": "#1E242B",
        "ink": "#F1F3F5",
        "ink-2": "#C6CCD3",
        "ink-3": "#A0A8B1",
        "rule": "#343C45",
        "rule-2": "#57616C",
        "accent": "#FF9385",
        "hatch": "#4A535D",
        "step-0": "#15191E",
        "step-1": "#1D3542",
        "step-2": "#27566D",
        "step-3": "#58A3C4",
        "step-4": "#B5E0F2",
    }
)
THEMES: Final[Mapping[Theme, Mapping[str, str]]] = MappingProxyType({"light": LIGHT, "dark": DARK})

DEFAULT_HUES: Final = (
    "#86990F",
    "#22307F",
    "#1A7F69",
    "#4B1F3F",
    "#7A62C4",
    "#7D3B12",
    "#C66FA8",
    "#1D5560",
    "#4F92E3",
    "#9C6B00",
)
"""Searched for so that neighbours stay apart under four kinds of colour vision."""

NEUTRAL_HUE: Final = "#5B6570"
WHITE: Final = "#FFFFFF"
BLACK: Final = "#000000"

_HEX: Final = re.compile(r"#[0-9A-Fa-f]{6}")


def is_hue(value: str) -> bool:
    """Whether a text is a colour in the form `#1A7F69`."""
    return _HEX.fullmatch(value) is not None


def mix(first: str, second: str, share: float) -> str:
    """The first colour with so much of the second mixed in, channel by channel."""
    pairs = zip(_channels(first), _channels(second), strict=True)
    return "#" + "".join(f"{round(a + (b - a) * share):02X}" for a, b in pairs)


@lru_cache(maxsize=4096)
def contrast(first: str, second: str) -> float:
    """The contrast ratio of two colours, 1 to 21."""
    darker, lighter = sorted((_luminance(first), _luminance(second)))
    return (lighter + 0.05) / (darker + 0.05)


def colour(paint: Paint, theme: Theme = "light") -> str:
    """The colour of a paint as `#RRGGBB`, or `none`."""
    return _colour(paint.token, paint.hue.upper(), theme)


@lru_cache(maxsize=4096)
def _colour(token: str, hue: str, theme: Theme) -> str:
    known = {**THEMES[theme], "none": "none"}
    if token in known:
        return known[token]
    if token.startswith("on-step-"):
        return _text_on(known[token.removeprefix("on-")], theme)
    safe = _safe_hue(hue if is_hue(hue) else NEUTRAL_HUE, theme)
    ground = known["ground"]
    tint = mix(safe, ground, 0.88 if theme == "light" else 0.80)
    match token:
        case "hue":
            return safe
        case "on-hue":
            return _text_on(safe, theme)
        case "hue-tint":
            return tint
        case "hue-band":
            return mix(safe, ground, 0.45)
        case "hue-ink":
            return _until(safe, theme, lambda it: contrast(it, tint) >= 4.6)
        case _:
            raise ValueError(f"no such paint: {token}")


def _text_on(ground: str, theme: Theme) -> str:
    inks = (THEMES["light"]["ink"], WHITE)
    white_first = contrast(WHITE, ground) >= 4.5 and theme == "light"
    return WHITE if white_first else max(inks, key=lambda ink: contrast(ink, ground))


def _safe_hue(hue: str, theme: Theme) -> str:
    ground = THEMES[theme]["ground"]
    return _until(
        hue,
        theme,
        lambda it: (
            contrast(it, ground) >= 3.0
            and max(contrast(it, WHITE), contrast(it, THEMES["light"]["ink"])) >= 4.5
        ),
    )


def _until(hue: str, theme: Theme, good: Callable[[str], bool]) -> str:
    """The hue, moved away from the ground in small steps until it is good."""
    goal = BLACK if theme == "light" else WHITE
    for step in range(26):
        moved = mix(hue, goal, step * 0.04)
        if good(moved):
            return moved
    return goal


def _channels(colour: str) -> tuple[int, int, int]:
    return int(colour[1:3], 16), int(colour[3:5], 16), int(colour[5:7], 16)


@lru_cache(maxsize=4096)
def _luminance(colour: str) -> float:
    linear = [
        value / 12.92 if value <= 0.04045 else ((value + 0.055) / 1.055) ** 2.4
        for value in (channel / 255 for channel in _channels(colour))
    ]
    return 0.2126 * linear[0] + 0.7152 * linear[1] + 0.0722 * linear[2]
