"""Pieces of DrawingML (ECMA-376, part 1, chapter 20): lengths, colours, fills, lines and text."""

from __future__ import annotations

from collections.abc import Mapping, Sequence
from typing import Final
from xml.sax.saxutils import escape, quoteattr

from cadre.core.text import Language, clean
from cadre.render.measure import MEASURE
from cadre.viewpoints.scene import GROUND, HATCH, NONE, Anchor, Paint, Rect
from cadre.viewpoints.tokens import colour

NAMESPACES: Final = (
    'xmlns:a="http://schemas.openxmlformats.org/drawingml/2006/main" '
    'xmlns:p="http://schemas.openxmlformats.org/presentationml/2006/main" '
    'xmlns:r="http://schemas.openxmlformats.org/officeDocument/2006/relationships"'
)
LOCALES: Final[Mapping[Language, str]] = {"en": "en-CA", "fr": "fr-CA"}
DESCENT: Final = 0.293
"""How far Noto Sans reaches below its baseline, in ems."""
_EMU: Final = 12_700
_ALIGNED: Final[Mapping[Anchor, str]] = {"start": "l", "middle": "ctr", "end": "r"}
_DASHES: Final = {"solid": "", "dashed": "dash", "dotted": "sysDot"}


def emu(points: float) -> int:
    """A length in English Metric Units, of which a point has 12,700."""
    return round(points * _EMU)


def attribute(text: str) -> str:
    """A text as a quoted attribute."""
    return quoteattr(clean(text).replace("\n", " "))


def words(text: str) -> str:
    """A text as the content of an element."""
    return escape(clean(text))


def place(rect: Rect, tag: str = "a:xfrm", more: str = "", inner: str = "") -> str:
    """Where a shape is, and how large."""
    return (
        f'<{tag}{more}><a:off x="{emu(rect.x)}" y="{emu(rect.y)}"/>'
        f'<a:ext cx="{max(0, emu(rect.width))}" cy="{max(0, emu(rect.height))}"/>{inner}</{tag}>'
    )


def solid(paint: Paint, opacity: float = 1.0) -> str:
    """A colour that fills, or no fill."""
    if paint == NONE:
        return "<a:noFill/>"
    alpha = f'<a:alpha val="{round(opacity * 100_000)}"/>' if opacity < 1 else ""
    value = colour(paint)[1:]
    if not alpha:
        return f'<a:solidFill><a:srgbClr val="{value}"/></a:solidFill>'
    return f'<a:solidFill><a:srgbClr val="{value}">{alpha}</a:srgbClr></a:solidFill>'


def hatched(lines: Paint = HATCH, ground: Paint = GROUND) -> str:
    """The one sign for "nothing there"."""
    under = GROUND if ground == NONE else ground
    return (
        f'<a:pattFill prst="ltUpDiag"><a:fgClr><a:srgbClr val="{colour(lines)[1:]}"/></a:fgClr>'
        f'<a:bgClr><a:srgbClr val="{colour(under)[1:]}"/></a:bgClr></a:pattFill>'
    )


def line(
    paint: Paint, weight: float, dash: str = "solid", *, more: str = "", opacity: float = 1.0
) -> str:
    """The line of a shape or a connector; `more` stands after the dash, as arrow heads do."""
    if paint == NONE:
        return "<a:ln><a:noFill/></a:ln>"
    kind = _DASHES.get(dash, "")
    dashed = f'<a:prstDash val="{kind}"/>' if kind else ""
    return f'<a:ln w="{emu(weight)}">{solid(paint, opacity)}{dashed}{more}</a:ln>'


def run(
    text: str, size: float, language: Language, *, bold: bool = False, paint: Paint | None = None
) -> str:
    """Some words of one kind, in one language."""
    weight = ' b="1"' if bold else ' b="0"'
    fill = solid(paint) if paint else ""
    return (
        f'<a:r><a:rPr lang="{LOCALES[language]}" sz="{round(size * 100)}"{weight} dirty="0">'
        f"{fill}</a:rPr><a:t>{words(text)}</a:t></a:r>"
    )


def lines_of(
    lines: Sequence[str],
    size: float,
    step: float,
    language: Language,
    *,
    bold: bool = False,
    paint: Paint,
    anchor: Anchor = "start",
) -> str:
    """A paragraph whose lines break where they were measured to break."""
    spacing = f'<a:lnSpc><a:spcPts val="{round(step * 100)}"/></a:lnSpc>'
    runs = "<a:br/>".join(run(one, size, language, bold=bold, paint=paint) for one in lines)
    return f'<a:p><a:pPr algn="{_ALIGNED[anchor]}">{spacing}</a:pPr>{runs}</a:p>'


def room_of(
    lines: Sequence[str],
    x: float,
    baseline: float,
    size: float,
    step: float,
    *,
    bold: bool = False,
    anchor: Anchor = "start",
) -> Rect:
    """The room that lines take: the last reaches as far below its baseline as its font does."""
    width = max((MEASURE.width(one, size, bold) for one in lines), default=0.0) + 1.0
    left = x - {"start": 0.0, "middle": width / 2, "end": width}[anchor]
    return Rect(left, baseline - step + DESCENT * size, width, step * len(lines))
