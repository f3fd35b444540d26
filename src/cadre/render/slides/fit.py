"""Items of a scene smaller or larger, at another place: as a slide has room for them."""

from __future__ import annotations

from dataclasses import replace

from cadre.viewpoints.scene import (
    AnyItem,
    Band,
    Box,
    Curve,
    Glyph,
    Group,
    Label,
    Point,
    Rect,
    Region,
    Route,
    Track,
    Wire,
)

_HERE = Point(0, 0)


def scaled(item: AnyItem, by: float, to: Point = _HERE) -> AnyItem:
    """The item so many times as large, measured from the top left, and moved by `to`."""
    match item:
        case Region():
            rect = _rect(item.rect, by, to)
            return replace(item, rect=rect, weight=item.weight * by, radius=item.radius * by)
        case Box():
            rect = _rect(item.rect, by, to)
            return replace(item, rect=rect, weight=item.weight * by, radius=item.radius * by)
        case Label():
            x, y = _point(Point(item.x, item.y), by, to)
            size, leading = item.size * by, item.leading * by
            within = _rect(item.within, by, to) if item.within else None
            return replace(item, x=x, y=y, size=size, leading=leading, within=within)
        case Glyph():
            x, y = _point(Point(item.x, item.y), by, to)
            return replace(item, x=x, y=y, size=item.size * by)
        case Wire():
            return replace(item, route=_route(item.route, by, to), weight=item.weight * by)
        case Group():
            return replace(item, items=tuple(scaled(one, by, to) for one in item.items))


def _route(route: Route, by: float, to: Point) -> Route:
    match route:
        case Track():
            points = tuple(_point(point, by, to) for point in route.points)
            return Track(points, route.radius * by)
        case Curve():
            return route._replace(start=_point(route.start, by, to), end=_point(route.end, by, to))
        case Band():
            return route._replace(
                start=_point(route.start, by, to),
                end=_point(route.end, by, to),
                start_breadth=route.start_breadth * by,
                end_breadth=route.end_breadth * by,
            )


def _rect(rect: Rect, by: float, to: Point) -> Rect:
    return Rect(rect.x * by + to.x, rect.y * by + to.y, rect.width * by, rect.height * by)


def _point(point: Point, by: float, to: Point) -> Point:
    return Point(point.x * by + to.x, point.y * by + to.y)
