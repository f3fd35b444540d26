"""Pieces that overview and area pages are set from, each in the width of a column."""

from __future__ import annotations

from collections.abc import Iterable

from cadre.core.text import Text
from cadre.core.traits import HORIZONS, Trait
from cadre.viewpoints.axis import Step as AxisStep
from cadre.viewpoints.axis import axis
from cadre.viewpoints.framework_map import wordings as map_wordings
from cadre.viewpoints.framework_map.badges import Badges
from cadre.viewpoints.framework_map.below import Below, Made
from cadre.viewpoints.framework_map.detail import Detail, Member, Step
from cadre.viewpoints.framework_map.pages.blocks import Block
from cadre.viewpoints.framework_map.view import View
from cadre.viewpoints.measure import wrap
from cadre.viewpoints.roles import role_codes
from cadre.viewpoints.scene import (
    GROUND,
    INK_2,
    INK_3,
    AnyItem,
    Box,
    Group,
    Label,
    Paint,
    Point,
    Rect,
    Track,
    Wire,
    moved,
)
from cadre.viewpoints.signs import pill
from cadre.viewpoints.texts import Face, centred, foreign, height_of, paragraph


class Setting:
    """Measures and makes blocks for columns of one width."""

    def __init__(self, view: View, model: Detail, body: float, width: float) -> None:
        self.view, self.model, self.width = view, model, width
        self.b, self.s = body, max(9.0, body - 1.5)
        self.steps = {step.key: step for step in axis(view.framework)}
        self.roles = role_codes(view.framework)
        self.badges = Badges(view, model.members, body)
        self.below = Below(view, model, self.badges, self.steps, body, 0.0, width, columns=1)

    # --- words ------------------------------------------------------------------------------------

    def text(
        self,
        text: str,
        x: float,
        y: float,
        room: float,
        *,
        bold: bool = False,
        small: bool = False,
        paint: Paint | None = None,
        on: Paint = GROUND,
        of: Text | None = None,
    ) -> tuple[Label, float]:
        """A paragraph, and where it ends."""
        size = self.s if small else self.b
        face = Face(size, bold, paint or Face(size).paint, on)
        language = foreign(of, self.view.words) if of is not None else None
        label = paragraph(text, face, Rect(x, y, room, 0), self.view.measure, language=language)
        return label, y + height_of(label)

    def heading(self, text: str, left: float = 0.0, on: Paint = GROUND) -> Block:
        """A small heading over what follows in the column."""
        room = self.width - 2 * left
        label, end = self.text(
            text, left, 0.7 * self.b, room, bold=True, small=True, paint=INK_2, on=on
        )
        return Block((label,), end + 0.15 * self.b, leads=True)

    def said(self, text: str, left: float = 0.0, on: Paint = GROUND) -> Block:
        """A plain sentence behind the sign for "no link"."""
        b = self.b
        wire = self.stub(Point(left, 0.95 * b), 0.7 * b)
        label, end = self.text(
            text, left + 1.9 * b, 0.3 * b, self.width - 2 * left - 1.9 * b, paint=INK_2, on=on
        )
        return Block((wire, label), end + 0.3 * b, signs=frozenset({"stub"}))

    def stub(self, start: Point, length: float, key: str = "") -> Wire:
        """The one sign for "no link"."""
        return Wire(
            route=Track((start, Point(start.x + length, start.y)), 0),
            paint=INK_3,
            weight=0.12 * self.b,
            end="open",
            shows=(key,) if key else (),
            ends=(key,) if key else (),
        )

    def horizon(self, key: str) -> str:
        """What a horizon is called."""
        labels = {choice.key: choice.label for choice in HORIZONS}
        return self.view.text(labels.get(key, map_wordings.RESULTS_OTHER))

    # --- signs ------------------------------------------------------------------------------------

    def sign_of(self, key: str) -> str:
        """The sign in the legend for the badge of a group."""
        return f"badge-{self.badges.members[key].council}"

    def signs_of(self, keys: Iterable[str]) -> frozenset[str]:
        """The same for several, of those that have a badge."""
        return frozenset(self.sign_of(key) for key in keys if key in self.badges.members)

    def role_width(self, role: str) -> float:
        """The width of the badge of a role."""
        text = self.roles.get(role, role)
        return self.view.measure.width(text, max(9.0, self.b * 0.72), True) + 0.9 * self.b

    def role(self, role: str, right: float, middle: float) -> tuple[AnyItem, ...]:
        """The badge of a role, ending at `right`."""
        size = max(9.0, self.b * 0.72)
        wide = self.role_width(role)
        rect = Rect(right - wide, middle - 0.68 * size, wide, 1.36 * size)
        return pill(self.roles.get(role, role), rect, self.view.measure, size)

    def member(self, key: str) -> Member:
        """A group with its number."""
        return self.badges.members[key]

    # --- results ----------------------------------------------------------------------------------

    def result(self, step: Step, hue: AxisStep | None, *, owned: bool = True) -> Block:
        """A result in its shape; only outlined thinly where it stands on another page."""
        b, view = self.b, self.view
        element = view.framework[step.key]
        name = view.words.of(element.name)
        inset = 1.2 * b
        room = self.width - 2 * inset
        items: list[AnyItem] = []
        y = 0.35 * b + 0.6 * b
        top = 0.35 * b
        lines = wrap(name, b, room, view.measure, bold=True)
        face = Face(b, True)
        spot = Rect(inset, y, room, len(lines) * face.step)
        items.append(
            centred(
                "\n".join(lines),
                face,
                spot,
                view.measure,
                anchor="middle",
                language=foreign(element.name, view.words),
            )
        )
        y = spot.bottom
        for text, language in self._result_more(step, owned=owned):
            more = paragraph(
                text,
                Face(self.s, False, INK_2),
                Rect(inset, y + 0.15 * b, room, 0),
                view.measure,
                anchor="middle",
                language=foreign(language, view.words) if language else None,
            )
            items.append(more)
            y += height_of(more) + 0.15 * b
        rect = Rect(0.1 * b, top, self.width - 0.2 * b, y + 0.6 * b - top)
        box = Box(
            key=step.key if owned else "",
            rect=rect,
            shape="outcome",
            stroke=hue.ink if hue else INK_2,
            weight=0.13 * b,
            outline="plain" if owned else "thin",
            dashed=not step.certain,
            name=name,
        )
        serving = (link.id for link in self.model.serving if link.source == step.key)
        group = Group(
            name=name,
            shows=(*step.areas, *step.sources) if owned else (step.key, *step.areas),
            links=(*step.links, *serving) if owned else (),
            items=(box, *items),
        )
        signs = frozenset({"result-unsure"} if not step.certain else ())
        return Block((group,), rect.bottom + 0.35 * b, (step.key,) if owned else (), signs)

    def _result_more(self, step: Step, *, owned: bool) -> Iterable[tuple[str, Text | None]]:
        view, framework = self.view, self.view.framework
        if not owned:
            return
        last = self.model.results[-1][1]
        summary = framework[step.key].text("summary")
        if len(self.model.results) > 1 and step in last and len(last) < 5 and summary:
            yield view.words.of(summary), summary
        if step.sources:
            yield view.text(map_wordings.FED_BY, names=view.names(step.sources)), None
        aims = [link.target for link in self.model.serving if link.source == step.key]
        if aims:
            names = ", ".join(view.names(aims))
            yield f"{view.text(map_wordings.LEGEND_SERVES)}{view.colon} {names}", None

    # --- cards ------------------------------------------------------------------------------------

    def card(self, made: Made) -> Block:
        """A card of the bands under the near view, as a block that stands for its element."""
        b, view = self.b, self.view
        name = view.words.of(view.framework[made.key].name)
        rect = Rect(0, 0.35 * b, self.width, made.height)
        box = Box(key=made.key, rect=rect, outline="none", name=name)
        inner = tuple(moved(item, Point(0, 0.35 * b)) for item in made.items)
        group = Group(name=name, shows=made.shows, links=made.links, items=(box, *inner))
        keys = (*made.shows, *(link.source for link in made.links))
        signs = set(self.signs_of(keys))
        if view.framework.has(made.key, Trait.OUTSIDE):
            signs.add("tie")
        return Block((group,), rect.bottom + 0.35 * b, (made.key,), frozenset(signs))
