"""Pieces of DrawingML as text: lengths, paints, lines, words. What repeats is made once."""

from __future__ import annotations

from functools import lru_cache
from typing import Final
from xml.sax.saxutils import escape, quoteattr

from cadre.core.text import Language, clean
from cadre.render.measure import FIRST_FAMILY, font_runs
from cadre.viewpoints.scene import Dash, Paint, Rect
from cadre.viewpoints.tokens import colour

EMU: Final = 12700
"""English metric units in a point."""
ANGLE: Final = 60000
"""Units of an angle in a degree."""
TONGUES: Final[dict[Language, str]] = {"en": "en-CA", "fr": "fr-CA"}
ASCENT: Final = 1.03
"""From the top of a line down to its baseline in Noto Sans, as a share of the size.

The font says 1.07, LibreOffice takes 1.0: a text stands between, less than half a point off.
"""
DESCENT: Final = 0.23
"""From the baseline down to the foot of a line of given height, found in the same way."""
LINE: Final = 1.362
"""The height of a line of Noto Sans, as a share of the size."""
_DASHES: Final[dict[Dash, str]] = {
    "solid": "",
    "dashed": '<a:prstDash val="dash"/>',
    "dotted": '<a:prstDash val="sysDot"/>',
}
NO_FILL: Final = "<a:noFill/>"
NO_LINE: Final = "<a:ln><a:noFill/></a:ln>"
_DECORATIVE: Final = (
    '<a:extLst><a:ext uri="{C183D7F6-B498-43B3-948B-1728B52AA6E4}"><adec:decorative '
    'xmlns:adec="http://schemas.microsoft.com/office/drawing/2017/decorative" val="1"/>'
    "</a:ext></a:extLst>"
)


def emu(points: float) -> int:
    """A length in points as English metric units."""
    return round(points * EMU)


def words(value: str) -> str:
    """A text as XML holds it."""
    return escape(clean(value))


def attribute(value: str) -> str:
    """A text as an attribute of XML, in quotes and on one line."""
    return quoteattr(" ".join(clean(value).split("\n")))


def fill(paint: Paint, opacity: float = 1.0) -> str:
    """The inside of a shape."""
    return _fill(colour(paint), round(opacity * 100_000))


def fill_of(value: str) -> str:
    """The inside of a shape, of a colour `#RRGGBB`."""
    return _fill(value, 100_000)


@lru_cache(maxsize=1024)
def _fill(value: str, alpha: int) -> str:
    if value == "none":
        return NO_FILL
    sheer = f'<a:alpha val="{alpha}"/>' if alpha < 100_000 else ""
    return f'<a:solidFill><a:srgbClr val="{value[1:]}">{sheer}</a:srgbClr></a:solidFill>'


def hatch(paint: Paint, ground: Paint) -> str:
    """The one sign for "nothing there": strokes at 45 degrees."""
    front, back = colour(paint)[1:], colour(ground)[1:]
    return (
        f'<a:pattFill prst="wdUpDiag"><a:fgClr><a:srgbClr val="{front}"/></a:fgClr>'
        f'<a:bgClr><a:srgbClr val="{back}"/></a:bgClr></a:pattFill>'
    )


def line(
    paint: Paint,
    weight: float,
    dash: Dash = "solid",
    *,
    head: str = "",
    opacity: float = 1.0,
    round_ends: bool = False,
) -> str:
    """An edge or a way; `head` is the size of an arrow head at its end: `sm`, `med` or `lg`."""
    value = colour(paint)
    if value == "none" or not weight:
        return NO_LINE
    return _line(value, emu(weight), dash, head, round(opacity * 100_000), round_ends)


@lru_cache(maxsize=2048)
def _line(value: str, weight: int, dash: Dash, head: str, alpha: int, round_ends: bool) -> str:
    cap = ' cap="rnd"' if round_ends else ' cap="flat"'
    end = f'<a:tailEnd type="triangle" w="{head}" len="{head}"/>' if head else ""
    inside = f"{_fill(value, alpha)}{_DASHES[dash]}<a:round/>{end}"
    return f'<a:ln w="{weight}"{cap}>{inside}</a:ln>'


def about(number: int, name: str, spoken: str = "", *, decorative: bool = False) -> str:
    """What a shape is called: for the list of shapes, and (`spoken`) for who cannot see it."""
    start = f'<p:cNvPr id="{number}" name={attribute(name)}'
    if spoken:
        return f"{start} descr={attribute(spoken)}/>"
    return f"{start}>{_DECORATIVE}</p:cNvPr>" if decorative else f"{start}/>"


def either(powerpoint: str, others: str) -> str:
    """A shape for PowerPoint, and another for offices that do not know its namespace.

    LibreOffice goes by the prefix, and knows `p14` but not this one.
    """
    return (
        '<mc:AlternateContent xmlns:mc="http://schemas.openxmlformats.org/markup-compatibility/2006">'
        '<mc:Choice xmlns:ppt="http://schemas.microsoft.com/office/powerpoint/2010/main" '
        f'Requires="ppt">{powerpoint}</mc:Choice><mc:Fallback>{others}</mc:Fallback>'
        "</mc:AlternateContent>"
    )


def place(rect: Rect, turn: str = "") -> str:
    """Where a shape stands and how large it is."""
    return (
        f'<a:xfrm{turn}><a:off x="{emu(rect.x)}" y="{emu(rect.y)}"/>'
        f'<a:ext cx="{max(0, emu(rect.width))}" cy="{max(0, emu(rect.height))}"/></a:xfrm>'
    )


def preset(name: str, **adjusted: int) -> str:
    """A shape that PowerPoint knows by name, with its adjustments."""
    guides = "".join(f'<a:gd name="{key}" fmla="val {it}"/>' for key, it in adjusted.items())
    return f'<a:prstGeom prst="{name}"><a:avLst>{guides}</a:avLst></a:prstGeom>'


RECTANGLE: Final = preset("rect")


def run(text: str, size: float, bold: bool, paint: Paint, language: Language) -> str:
    """A run of words in one face and language; letters that Noto Sans lacks name their font."""
    head = _face(round(size * 100), bold, colour(paint), TONGUES[language])
    found = []
    for family, part in font_runs(clean(text), bold):
        font = "" if family == FIRST_FAMILY else _OTHER_FONT
        found.append(f"<a:r>{head}{font}</a:rPr><a:t>{escape(part)}</a:t></a:r>")
    return "".join(found)


_OTHER_FONT: Final = '<a:latin typeface="DejaVu Sans"/><a:ea typeface="DejaVu Sans"/>'


@lru_cache(maxsize=2048)
def _face(size: int, bold: bool, value: str, tongue: str) -> str:
    weight = ' b="1"' if bold else ' b="0"'
    return f'<a:rPr lang="{tongue}" sz="{size}"{weight} dirty="0">{_fill(value, 100_000)}'


def line_break(size: float, bold: bool, paint: Paint, language: Language) -> str:
    """A break within a paragraph, as high as the words around it."""
    return (
        f"<a:br>{_face(round(size * 100), bold, colour(paint), TONGUES[language])}</a:rPr></a:br>"
    )


def spacing(step: float) -> str:
    """The distance from baseline to baseline."""
    return f'<a:lnSpc><a:spcPts val="{round(100 * step)}"/></a:lnSpc>'


def first_baseline(size: float, step: float) -> float:
    """How far under the top of a text its first baseline stands; `step` is 0 for one line."""
    return step - DESCENT * size if step else ASCENT * size
