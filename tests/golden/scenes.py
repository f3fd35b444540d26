"""Scenes and texts held to what is stored: `make golden` writes them anew, then read the diff."""

from __future__ import annotations

import os
from pathlib import Path
from typing import Final

from cadre.viewpoints.scene import AnyItem, Box, Glyph, Group, Label, Region, Scene, Track, Wire

STORED: Final = Path(__file__).parent / "stored"
UPDATE: Final = os.environ.get("CADRE_GOLDEN") == "update"


def hold(name: str, text: str) -> None:
    """Compare a text with the stored one of this name; `make golden` stores it instead."""
    path = STORED / name
    if UPDATE:
        path.parent.mkdir(parents=True, exist_ok=True)
        _ = path.write_text(text, encoding="utf-8")
        return
    assert path.exists(), f"{name} is not stored: run `make golden` and read what it wrote"
    assert text == path.read_text(encoding="utf-8")


def told(scene: Scene) -> str:
    """A scene as lines that a person can compare: one for each item, places to half a point."""
    furniture = scene.furniture
    said = (
        *(furniture.framework, furniture.state, furniture.date),
        *(furniture.maturity, furniture.remark, furniture.source),
    )
    lines = [
        f"{scene.viewpoint} on {scene.paper}: {scene.width:g} by {scene.height:g}",
        f"language: {scene.language}",
        f"title: {scene.title}",
        f"lead: {scene.lead}",
        f"summary: {scene.summary}",
        f"furniture: {' | '.join(said)}",
        f"legend: {' | '.join(entry.text for entry in scene.legend)}",
        f"subjects: {' '.join(scene.subjects)}",
    ]
    for item in (*scene.head, *scene.items, *scene.foot):
        lines += _lines(item, "")
    return "\n".join(lines) + "\n"


def _lines(item: AnyItem, indent: str) -> list[str]:
    about = " ".join(
        [
            *([f"={item.key}"] if item.key else []),
            *(f"~{key}" for key in item.shows),
            *(f"+{'>'.join(link)}" for link in item.links),
        ]
    )
    if isinstance(item, Group):
        inner = [line for one in item.items for line in _lines(one, indent + "  ")]
        return [f"{indent}group {about} {item.name}".rstrip(), *inner]
    kind = type(item).__name__.lower()
    return [" ".join(part for part in (f"{indent}{kind}", about, _looks(item)) if part)]


def _looks(item: Region | Box | Label | Glyph | Wire) -> str:
    match item:
        case Region():
            hatched = " hatched" if item.hatched else ""
            paints = f"{item.fill.token}/{item.stroke.token}"
            return f"{_at(*item.rect)} {paints} {item.dash}{hatched}"
        case Box():
            dashed = " dashed" if item.dashed else ""
            return f"{_at(*item.rect)} {item.shape} {item.outline} {item.fill.token}{dashed}"
        case Label():
            bold = " bold" if item.bold else ""
            lines = " / ".join(item.lines)
            return f"{_at(item.x, item.y)} {item.anchor} {item.size:g}{bold} {lines}"
        case Glyph():
            return f"{_at(item.x, item.y, item.size)} {item.glyph} {item.paint.token}"
        case Wire():
            places = [value for point in _points(item) for value in point]
            ends = " ".join(item.ends)
            return f"{_at(*places)} {item.dash} {item.weight:g} {item.end} {ends}"


def _points(wire: Wire) -> list[tuple[float, float]]:
    route = wire.route
    return list(route.points) if isinstance(route, Track) else [route.start, route.end]


def _at(*values: float) -> str:
    return ",".join(f"{round(value * 2) / 2:g}" for value in values)
