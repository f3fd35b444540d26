"""A scene as SVG: a file that stands alone, or a part of a page under a strict content policy.

The same scene gives the same bytes. Colours are presentation attributes in both; in a page each
shape also has a class per paint (`f-ink`, `s-hue-86990f`), by which `stylesheet` makes it dark.
Nothing uses a `style` attribute, a script or an outside address.
"""

from __future__ import annotations

from collections.abc import Callable, Iterable
from dataclasses import dataclass
from functools import lru_cache
from typing import Final, Literal

from cadre.core.text import clean
from cadre.render.glyphs import GRID, PATHS, STROKE
from cadre.render.outlines import (
    BODY_BAR,
    Close,
    Cubic,
    Line,
    Move,
    Path,
    arrow_head,
    dashes,
    end_of,
    fold_of,
    rounded,
    shape_of,
    way_of,
)
from cadre.viewpoints.scene import (
    GROUND,
    HATCH,
    INK_3,
    NONE,
    AnyItem,
    Band,
    Box,
    Glyph,
    Group,
    Item,
    Label,
    Paint,
    Rect,
    Region,
    Scene,
    Wire,
    opened,
)
from cadre.viewpoints.tokens import Theme, colour

FAMILIES: Final = "'Noto Sans', 'DejaVu Sans', 'Segoe UI', 'Helvetica Neue', Arial, sans-serif"
_HATCH_GAP: Final = 5.0
LinkTo = Callable[[Item], str | None]
"""Where an item leads on a page, or None. Asked for groups and items that have a key or links."""


def svg_file(scene: Scene, theme: Theme = "light") -> bytes:
    """The whole page of a scene as a file of its own, in points."""
    pen = _Pen(theme=theme)
    width, height = _number(scene.width), _number(scene.height)
    parts = [
        '<?xml version="1.0" encoding="UTF-8"?>',
        _opening(scene),
        f'<title id="title">{_text(scene.title)}</title>',
        f'<desc id="desc">{_text(scene.summary)}</desc>',
        f'<rect width="{width}" height="{height}" fill="{colour(GROUND, theme)}"/>',
        *pen.items((*scene.head, *scene.items, *scene.foot)),
        "</svg>\n",
    ]
    return "\n".join(parts).encode()


def svg_part(scene: Scene, items: Iterable[AnyItem]) -> str:
    """Some items of a page at their places, on no ground: for a rendering that sets the rest."""
    return "\n".join([_opening(scene), *_Pen(theme="light").items(items), "</svg>\n"])


def _opening(scene: Scene) -> str:
    width, height = _number(scene.width), _number(scene.height)
    return (
        f'<svg xmlns="http://www.w3.org/2000/svg" width="{width}pt" height="{height}pt" '
        f'viewBox="0 0 {width} {height}" xml:lang="{scene.language}" lang="{scene.language}" '
        f'role="img" aria-labelledby="title desc" font-family="{FAMILIES}" '
        'font-kerning="normal">'
    )


def svg_page(
    scene: Scene,
    *,
    prefix: str,
    link: LinkTo | None = None,
    part: Literal["body", "all"] = "body",
) -> str:
    """The scene for a page: the drawing with its legend, or all with title and furniture.

    With `link`, what leads somewhere is a link and the picture a group of them; without, it is
    one image. `prefix` keeps ids apart where a page has several pictures.
    """
    pen = _Pen(theme="light", classes=True, link=link)
    items = scene.items if part == "body" else (*scene.head, *scene.items, *scene.foot)
    box = scene.body if part == "body" else Rect(0, 0, scene.width, scene.height)
    role = "group" if link else "img"
    view = " ".join(_number(value) for value in box)
    head = (
        f'<svg xmlns="http://www.w3.org/2000/svg" class="picture" viewBox="{view}" '
        f'width="{_number(box.width)}" height="{_number(box.height)}" role="{role}" '
        f'lang="{scene.language}" aria-labelledby="{prefix}-title {prefix}-desc">'
    )
    parts = [
        head,
        f'<title id="{prefix}-title">{_text(scene.title)}</title>',
        f'<desc id="{prefix}-desc">{_text(scene.summary)}</desc>',
        *pen.items(items),
        "</svg>",
    ]
    return "\n".join(parts)


def stylesheet(hues: Iterable[str]) -> str:
    """The rules that turn pictures on pages dark, for these hues of an axis.

    They hold where the system asks for dark and the page did not choose, and where it chose.
    """
    tokens = [
        *("ground", "pale", "ink", "ink-2", "ink-3", "rule", "rule-2", "accent", "hatch"),
        *(f"step-{step}" for step in range(5)),
        *(f"on-step-{step}" for step in range(5)),
    ]
    paints = [Paint(token) for token in tokens]  # type: ignore[arg-type]  # all are tokens
    for hue in sorted({hue.upper() for hue in hues}):
        paints += [
            Paint("hue", hue),
            Paint("on-hue", hue),
            Paint("hue-tint", hue),
            Paint("hue-band", hue),
            Paint("hue-ink", hue),
        ]
    fonts = f".picture{{font-family:{FAMILIES};font-kerning:normal}}"

    def rules(root: str) -> str:
        return "".join(
            f"{root} .f-{_class(paint)}{{fill:{colour(paint, 'dark')}}}"
            f"{root} .s-{_class(paint)}{{stroke:{colour(paint, 'dark')}}}"
            for paint in paints
        )

    system = rules(":root:not([data-theme=light]) .picture")
    chosen = rules(":root[data-theme=dark] .picture")
    screen = "@media screen and (prefers-color-scheme:dark)"
    return f"{fonts}\n{screen}{{{system}}}\n@media screen{{{chosen}}}\n"


@dataclass(frozen=True, slots=True)
class _Pen:
    theme: Theme
    classes: bool = False
    link: LinkTo | None = None

    def items(self, items: Iterable[AnyItem], *, linked: bool = False) -> list[str]:
        return [text for item in items for text in self._item(item, linked)]

    def _item(self, item: AnyItem, linked: bool) -> list[str]:
        speaks = bool(item.key or item.links or item.shows or item.name or _joins(item))
        if not speaks:
            return self._drawn(item, linked)
        target = None
        if self.link and not linked and (item.key or item.links or isinstance(item, Group)):
            target = self.link(item)
        start, end = ("<a", "</a>") if target else ("<g", "</g>")
        if target:
            start += f" href={_attribute(target)}"
        title = f"<title>{_text(item.name)}</title>" if item.name else ""
        inner = self._drawn(item, linked or target is not None)
        if not self.classes:
            return [f"<g>{title}", *inner, "</g>"] if title else inner
        return [f"{start}{_data(item)}>{title}", *inner, end]

    def _drawn(self, item: AnyItem, linked: bool) -> list[str]:
        match item:
            case Group():
                return self.items(item.items, linked=linked)
            case Region():
                return self._region(item)
            case Box():
                return self._box(item)
            case Label():
                return self._label(item)
            case Glyph():
                return self._glyph(item)
            case Wire():
                return self._wire(item)

    # --- paint -----------------------------------------------------------------------------

    def _paint(self, fill: Paint = NONE, stroke: Paint = NONE, weight: float = 0.0) -> str:
        text = ""
        if self.classes:
            names = [f"f-{_class(fill)}"] if fill != NONE else []
            names += [f"s-{_class(stroke)}"] if stroke != NONE else []
            text = f' class="{" ".join(names)}"' if names else ""
        text += f' fill="{colour(fill, self.theme)}"'
        if stroke != NONE:
            text += f' stroke="{colour(stroke, self.theme)}" stroke-width="{_number(weight)}"'
        return text

    def _path(
        self,
        path: Path,
        fill: Paint = NONE,
        stroke: Paint = NONE,
        weight: float = 0.0,
        dash: str = "solid",
        more: str = "",
    ) -> str:
        painted = self._paint(fill, stroke, weight)
        return f'<path d="{_d(path)}"{painted}{_dash(dash, weight)}{more}/>'

    # --- items -----------------------------------------------------------------------------

    def _region(self, item: Region) -> list[str]:
        rect = item.rect
        corners = f' rx="{_number(item.radius)}"' if item.radius else ""
        place = (
            f'x="{_number(rect.x)}" y="{_number(rect.y)}" '
            f'width="{_number(rect.width)}" height="{_number(rect.height)}"{corners}'
        )
        if item.hatched:
            hatch = self._hatch(rect, item.fill)
            paint = self._paint(NONE, item.stroke, item.weight)
        else:
            hatch = []
            paint = self._paint(item.fill, item.stroke, item.weight)
        if item.hatched and item.stroke == NONE:
            return hatch
        return [*hatch, f"<rect {place}{paint}{_dash(item.dash, item.weight)}/>"]

    def _hatch(self, rect: Rect, paint: Paint) -> list[str]:
        lines = _hatch_lines(rect)
        return [f'<path d="{lines}"{self._paint(NONE, paint, 0.9)}/>'] if lines else []

    def _box(self, item: Box) -> list[str]:
        weight = 0.6 if item.outline == "thin" else item.weight
        dash = "dashed" if item.dashed else "solid"
        stroke = NONE if item.outline == "none" else item.stroke
        found: list[str] = []
        if item.hatched:
            found.append(self._path(shape_of(item), item.fill))
            found += self._hatch(item.rect, HATCH)
            found.append(self._path(shape_of(item), NONE, stroke, weight, dash))
        else:
            found.append(self._path(shape_of(item), item.fill, stroke, weight, dash))
        rect = item.rect
        if item.shape == "body":
            bar = Rect(rect.x, rect.y, min(BODY_BAR, rect.width), rect.height)
            found.append(self._path(rounded(bar, 0), item.bar))
        if item.shape == "output":
            found.append(self._path(fold_of(item), NONE, stroke, weight))
        if item.outline == "double":
            # The inner line stays solid when the outer is dashed: two dashed ones shimmer.
            found.append(self._path(shape_of(item, 2.6), NONE, stroke, 0.7, more=' opacity="0.6"'))
        if item.outline == "struck":
            found.append(
                f'<path d="M{_number(rect.x)} {_number(rect.bottom)}'
                f'L{_number(rect.right)} {_number(rect.y)}"'
                f"{self._paint(NONE, INK_3 if stroke == NONE else stroke, weight)}/>"
            )
        return found

    def _label(self, item: Label) -> list[str]:
        bold = ' font-weight="700"' if item.bold else ""
        anchor = f' text-anchor="{item.anchor}"' if item.anchor != "start" else ""
        language = ""
        if item.language:
            language = f' lang="{item.language}"'
            if not self.classes:
                language += f' xml:lang="{item.language}"'
        style = (
            f' font-size="{_number(item.size)}"{bold}{anchor}{language}{self._paint(item.paint)}'
        )
        x = _number(item.x)
        if item.anchor == "start" and len(item.lines) > 1:
            rest = "".join(
                f' <tspan x="{x}" dy="{_number(item.step)}">{_text(line)}</tspan>'
                for line in item.lines[1:]
            )
            first = _text(item.lines[0])
            return [f'<text x="{x}" y="{_number(item.y)}"{style}>{first}{rest}</text>']
        return [
            f'<text x="{x}" y="{_number(item.y + place * item.step)}"{style}>{_text(line)}</text>'
            for place, line in enumerate(item.lines)
        ]

    def _glyph(self, item: Glyph) -> list[str]:
        scale = item.size / GRID
        place = f"translate({_number(item.x)} {_number(item.y)}) scale({scale:.4f})"
        strokes = PATHS.get(item.glyph, PATHS["disc"])
        filled = "".join(f'<path d="{one.path}"/>' for one in strokes if one.filled)
        drawn = "".join(f'<path d="{one.path}"/>' for one in strokes if not one.filled)
        inner = f"<g{self._paint(item.paint)}>{filled}</g>" if filled else ""
        if drawn:
            inner += (
                f"<g{self._paint(NONE, item.paint, STROKE)} "
                f'stroke-linecap="round" stroke-linejoin="round">{drawn}</g>'
            )
        return [f'<g transform="{place}">{inner}</g>']

    def _wire(self, item: Wire) -> list[str]:
        way = way_of(item.route)
        faint = f' opacity="{_number(item.opacity)}"' if item.opacity < 1 else ""
        if isinstance(item.route, Band):
            return [self._path(way, item.paint, more=faint)]
        found: list[str] = []
        joins = ' stroke-linejoin="round"'
        if item.dash == "solid":
            joins += ' stroke-linecap="round"'
        if item.casing:
            found.append(self._path(way, NONE, GROUND, item.weight + item.casing, more=joins))
        found.append(self._path(way, NONE, item.paint, item.weight, item.dash, joins + faint))
        if item.end == "arrow":
            found.append(self._path(arrow_head(item), item.paint))
        if item.end == "open":
            end = end_of(item.route)
            found.append(
                f'<circle cx="{_number(end.x)}" cy="{_number(end.y)}" r="3.2"'
                f"{self._paint(GROUND, item.paint, 1.3)}/>"
            )
        return found


def _data(item: Item) -> str:
    keys = dict.fromkeys([*item.shows, *(end for link in item.links for end in link[1:])])
    keys |= dict.fromkeys(_joins(item))
    found = f" data-key={_attribute(item.key)}" if item.key else ""
    shows = " ".join(keys)
    return found + (f" data-shows={_attribute(shows)}" if shows else "")


def _joins(item: Item) -> tuple[str, ...]:
    return item.ends if isinstance(item, Wire) else ()


def _class(paint: Paint) -> str:
    return f"{paint.token}-{paint.hue[1:].lower()}" if paint.hue else paint.token


def _dash(kind: str, weight: float) -> str:
    lengths = dashes(kind, weight)
    return f' stroke-dasharray="{" ".join(map(_number, lengths))}"' if lengths else ""


@lru_cache(maxsize=8192)
def _hatch_lines(rect: Rect) -> str:
    """Lines at 45 degrees, the same distance apart everywhere, cut to a rectangle."""
    gap = _HATCH_GAP * 2**0.5
    first = int((rect.x + rect.y) // gap) + 1
    last = int((rect.right + rect.bottom) // gap)
    found = []
    for place in range(first, last + 1):
        total = place * gap  # the line x + y = total
        left = max(rect.x, total - rect.bottom)
        right = min(rect.right, total - rect.y)
        if right > left:
            start, end = (left, total - left), (right, total - right)
            found.append(f"M{_point(start)}L{_point(end)}")
    return "".join(found)


def _d(path: Path) -> str:
    found: list[str] = []
    for piece in path:
        match piece:
            case Move(to):
                found.append(f"M{_point(to)}")
            case Line(to):
                found.append(f"L{_point(to)}")
            case Cubic(first, second, to):
                found.append(f"C{_point(first)} {_point(second)} {_point(to)}")
            case Close():
                found.append("Z")
    return "".join(found)


def _point(point: tuple[float, float]) -> str:
    return f"{_number(point[0])} {_number(point[1])}"


def _number(value: float) -> str:
    """Two decimals at most, without what does not count."""
    text = f"{value:.2f}".rstrip("0").rstrip(".")
    return "0" if text in ("-0", "") else text


def _text(value: str) -> str:
    """Text safe in XML: the characters that it cannot hold are left out."""
    return clean(value).replace("&", "&amp;").replace("<", "&lt;").replace(">", "&gt;")


def _attribute(value: str) -> str:
    """A quoted attribute value safe in XML."""
    text = _text(value).replace("\n", "&#10;").replace("\t", "&#9;")
    return f'"{text.replace(chr(34), "&quot;")}"'


def hues_of(scene: Scene) -> set[str]:
    """The hues that a scene is painted with, for `stylesheet`."""
    found: set[str] = set()
    for item in opened((*scene.head, *scene.items, *scene.foot)):
        for name in ("fill", "stroke", "paint", "on", "bar"):
            paint = getattr(item, name, None)
            if isinstance(paint, Paint) and paint.hue:
                found.add(paint.hue)
    return found
