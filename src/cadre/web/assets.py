"""Style sheets with the digest of what they hold in their address, so that browsers keep them."""

from __future__ import annotations

import hashlib
from dataclasses import dataclass
from functools import cache, lru_cache
from pathlib import Path
from typing import Final

from django.templatetags.static import static
from django.urls import reverse

from cadre.render.glyphs import GRID, PATHS, STROKE, Stroke
from cadre.services.frameworks import Opened
from cadre.services.marks import Mark, marks
from cadre.services.memory import remembered
from cadre.services.pictures import picture_styles
from cadre.viewpoints.tokens import Theme

STATIC: Final = Path(__file__).parent / "static" / "cadre"
OWN_SIGNS: Final = (
    '<symbol id="s-error" viewBox="0 0 16 16">'
    '<path fill="currentColor" d="M8 1.5 15.3 14.5H.7z"/></symbol>'
    '<symbol id="s-warning" viewBox="0 0 16 16">'
    '<path fill="currentColor" d="M8 1 15 8l-7 7-7-7z"/></symbol>'
    '<symbol id="s-advice" viewBox="0 0 16 16">'
    '<circle fill="currentColor" cx="8" cy="8" r="5.5"/></symbol>'
    '<symbol id="unequal" viewBox="0 0 20 20"><path fill="none" stroke="currentColor" '
    'stroke-width="2.5" d="M4 8h12M4 13h12M13 4 7 17"/></symbol>'
    '<symbol id="clock" viewBox="0 0 20 20"><path fill="none" stroke="currentColor" '
    'stroke-width="1.75" d="M10 2.5a7.5 7.5 0 1 0 0 15 7.5 7.5 0 0 0 0-15ZM10 5.5V10l3 2"/>'
    "</symbol>"
    '<symbol id="branch" viewBox="0 0 20 20"><path fill="none" stroke="currentColor" '
    'stroke-width="1.75" d="M5 3v14M5 12c0-4 9-2 9-7M14 2.5 11.5 5.5M14 2.5 16.5 5.5"/></symbol>'
    '<symbol id="brand" viewBox="0 0 28 28"><path fill="none" stroke="currentColor" '
    'stroke-width="3" d="M2 9V2h7M19 2h7v7M26 19v7h-7M9 26H2v-7"/>'
    '<path fill="currentColor" d="M9 9h10v10H9z"/></symbol>'
)


@cache
def stamped(name: str) -> str:
    """The address of a file of ours, with the digest of its content."""
    content = STATIC.joinpath(*str(name).split("/")).read_bytes()
    return f"{static(f'cadre/{name}')}?v={hashlib.sha256(content).hexdigest()[:12]}"


@cache
def signs() -> tuple[str, str]:
    """The small signs of the pages as one SVG, and the digest of it."""
    symbols = [_symbol(f"g-{name}", strokes) for name, strokes in PATHS.items()]
    text = f'<svg xmlns="http://www.w3.org/2000/svg">{"".join(symbols)}{OWN_SIGNS}</svg>'
    return text, hashlib.sha256(text.encode()).hexdigest()[:12]


@cache
def signs_address() -> str:
    """Where the signs are."""
    return reverse("signs", kwargs={"digest": signs()[1]})


def _symbol(name: str, strokes: tuple[Stroke, ...]) -> str:
    paths = "".join(
        f'<path d="{one.path}" fill="currentColor"/>'
        if one.filled
        else f'<path d="{one.path}" fill="none" stroke="currentColor" stroke-width="{STROKE}" '
        'stroke-linecap="round" stroke-linejoin="round"/>'
        for one in strokes
    )
    return f'<symbol id="{name}" viewBox="0 0 {GRID} {GRID}">{paths}</symbol>'


@dataclass(frozen=True, slots=True)
class Styles:
    """A style sheet made for one framework, with where it is."""

    text: str
    digest: str
    address: str


@remembered(32)
def hues_of(opened: Opened) -> Styles:
    """The colours of this framework's axis, for every page."""
    return _styles(opened, "hues", _hues(tuple(marks(opened.framework).values())))


@remembered(32)
def dark_of(opened: Opened) -> Styles:
    """What turns its pictures dark, for pages with pictures."""
    hues = tuple(mark.hue for mark in marks(opened.framework).values())
    return _styles(opened, "dark", _dark(hues))


def _styles(opened: Opened, name: str, text: str) -> Styles:
    digest = hashlib.sha256(text.encode()).hexdigest()[:12]
    kwargs = {"framework": opened.key, "state": opened.state, "digest": digest}
    return Styles(text, digest, reverse(name, kwargs=kwargs))


@lru_cache(maxsize=32)
def _hues(found: tuple[Mark, ...]) -> str:
    light = "".join(_rule(mark, "light") for mark in found)
    dark = "".join(_rule(mark, "dark") for mark in found)
    return f"{light}\n@media screen and (prefers-color-scheme:dark){{{dark}}}\n"


@lru_cache(maxsize=32)
def _dark(hues: tuple[str, ...]) -> str:
    return picture_styles(hues)


def _rule(mark: Mark, theme: Theme) -> str:
    values = f"--hue:{mark.fill(theme)};--hue-ink:{mark.ink(theme)};--on-hue:{mark.on(theme)}"
    return f".ax-{mark.place}{{{values}}}"
