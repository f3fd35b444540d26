"""The change analysis on paper: groups by council, through their gates, into what they become."""

from __future__ import annotations

from dataclasses import dataclass
from typing import Final

from cadre.core.text import Text
from cadre.viewpoints.change_analysis.model import LABELS, Analysis, Cluster, Council, Heir, Row
from cadre.viewpoints.change_analysis.newcomers import draw_newcomers
from cadre.viewpoints.change_analysis.signs import Signs, heir_box, hue_of, way
from cadre.viewpoints.frame import Frame, Sheet
from cadre.viewpoints.measure import Measure, longest_word
from cadre.viewpoints.scene import (
    ACCENT,
    INK,
    INK_2,
    INK_3,
    RULE,
    AnyItem,
    Group,
    Point,
    Rect,
    Region,
    Wire,
)
from cadre.viewpoints.signs import mark
from cadre.viewpoints.texts import Face, centred, foreign, height_for, paragraph
from cadre.viewpoints.words import Words

BEFORE: Final = Text("Group before", "Groupe avant")
AFTER: Final = Text("Becomes", "Devient")
PHASE: Final = Text("Phase", "Phase")
SHOWN: Final = Text("Shown by the states", "Montré par les états")
REASON: Final = Text("Reason", "Motif")
NO_HEIR: Final = Text("nobody is named to continue", "personne n’est désigné pour poursuivre")
_GATE: Final = 5.0


@dataclass(frozen=True, slots=True)
class Plan:
    """The columns, in points from the left of the drawing; a width of 0 leaves one out."""

    council: float
    name: float
    bands: float
    heir: float
    phase: float
    shown: float
    reason: float

    @property
    def width(self) -> float:
        """All of them with the gaps between."""
        return sum(
            (self.council, self.name, self.bands, self.heir, self.phase, self.shown, self.reason)
        )


def plan_for(shown: Analysis, signs: Signs, sheet: Sheet, words: Words, measure: Measure) -> Plan:
    """Widths by what there is to say, never narrower than the longest word."""
    room = sheet.width - 2 * sheet.margin
    u = sheet.scale
    heirs = [heir for row in shown.rows for heir in row.heirs]

    def least(texts: list[Text], size: float, *, bold: bool = False) -> float:
        return longest_word([words.of(text) for text in texts], size, measure, bold=bold)

    councils = [council.name for council in shown.councils]
    council = max(0.085 * room, least(councils, sheet.name, bold=True) + 18 * u)
    name = max(0.125 * room, least([row.name for row in shown.rows], sheet.body) + 14 * u)
    before = signs.room(heirs)
    own = before + least([heir.name for heir in heirs], sheet.body, bold=True) + 40 * u
    heir = max(0.235 * room, own)
    phases = [row.phase for row in shown.rows if row.phase]
    phase = max(0.075 * room, least(phases, sheet.small) + 10 * u) if phases else 0.0
    computed = [LABELS[row.found.computed] for row in shown.rows if row.found.differs]
    differs = (
        max(0.075 * room, least([*computed, SHOWN], sheet.small) + 10 * u) if computed else 0.0
    )
    bands = max(0.115 * room, 84 * u)
    rest = room - council - name - bands - heir - phase - differs
    reasons = [row.reason for row in shown.rows if row.reason]
    reason = max(rest, (180 * u if reasons else 40 * u))
    return Plan(council, name, bands, heir, phase, differs, reason)


def draw(shown: Analysis, plan: Plan, signs: Signs, frame: Frame) -> tuple[list[AnyItem], float]:
    """The drawing, and where it ends."""
    return _Drawing(shown, plan, signs, frame).drawn()


@dataclass(frozen=True, slots=True)
class _Placed:
    row: Row
    top: float
    height: float

    @property
    def middle(self) -> float:
        return self.top + self.height / 2


class _Drawing:
    def __init__(self, shown: Analysis, plan: Plan, signs: Signs, frame: Frame) -> None:
        self._shown, self._plan, self._signs, self._frame = shown, plan, signs, frame
        self._sheet, self._words = frame.sheet, frame.request.words
        self._measure = frame.request.measure
        self._u = frame.sheet.scale
        self._left = frame.left
        self._port = self._left + plan.council + plan.name
        self._gate = self._port + plan.bands
        self._heir = self._gate + (_GATE + 9) * self._u
        self._phase = self._gate + plan.heir
        self._said = self._phase + plan.phase
        self._reason = self._said + plan.shown
        self._right = frame.right
        self._drawn: set[str] = set()

    def drawn(self) -> tuple[list[AnyItem], float]:
        head, top = self._headings()
        right, placed, low = self._clusters(top)
        left, ports, high = self._councils(top, low)
        wires = self._wires(ports, placed)
        y = max(low, high)
        more, y = draw_newcomers(self._shown, self._signs, self._frame, y + 8 * self._u)
        return [*head, *wires, *left, *right, *more], y

    # --- heads -----------------------------------------------------------------------------

    def _headings(self) -> tuple[list[AnyItem], float]:
        face = Face(self._sheet.small, True, INK_3)
        top = self._frame.top
        spots = [
            (BEFORE, self._left, self._plan.council + self._plan.name),
            (AFTER, self._heir, self._plan.heir - 20 * self._u),
        ]
        if self._plan.phase:
            spots.append((PHASE, self._phase, self._plan.phase - 6))
        if self._plan.shown:
            spots.append((SHOWN, self._said, self._plan.shown - 6))
        if any(row.reason for row in self._shown.rows):
            spots.append((REASON, self._reason, self._right - self._reason))
        found: list[AnyItem] = []
        deepest = 0.0
        for text, x, wide in spots:
            said = self._words.of(text)
            found.append(paragraph(said, face, Rect(x, top, wide, 0), self._measure))
            deepest = max(deepest, height_for(said, face, wide, self._measure))
        return found, top + deepest + 6 * self._u

    # --- what they become ------------------------------------------------------------------

    def _clusters(self, top: float) -> tuple[list[AnyItem], list[_Placed], float]:
        found: list[AnyItem] = []
        placed: list[_Placed] = []
        y = top
        for cluster in self._shown.clusters:
            items, rows, y = self._cluster(cluster, y)
            found += items
            placed += rows
            y += 9 * self._u
        return found, placed, y - (9 * self._u if placed else 0)

    def _cluster(self, cluster: Cluster, top: float) -> tuple[list[AnyItem], list[_Placed], float]:
        u, words = self._u, self._words
        wide = self._right - self._gate
        found: list[AnyItem] = [Region(rect=Rect(self._gate, top, wide, 1.1 * u), fill=INK)]
        face = Face(self._sheet.body, True)
        title = words.of(cluster.label)
        line = Rect(self._heir, top + 4 * u, self._plan.heir, face.step)
        found.append(centred(title, face, line, self._measure))
        x = line.x + self._measure.width(title, face.size, True) + 7 * u
        count = str(len(cluster.rows))
        found.append(
            centred(count, Face(face.size, False, INK_3), line._replace(x=x), self._measure)
        )
        y = line.bottom + 3 * u
        placed: list[_Placed] = []
        for rows in _by_heir(cluster.rows):
            items, some, y = self._rows(rows, y)
            found += items
            placed += some
        found.insert(0, Region(rect=Rect(self._gate, top, _GATE * u, y - top), fill=INK))
        return found, placed, y

    def _rows(self, rows: list[Row], top: float) -> tuple[list[AnyItem], list[_Placed], float]:
        """The rows of one heir, or of one group that has none or several."""
        u = self._u
        heirs = rows[0].heirs
        inner = self._plan.heir - 22 * u
        boxes = [self._box_height(heir, inner) for heir in heirs]
        need = sum(boxes) + 4 * u * max(0, len(boxes) - 1)
        if not heirs:
            need = self._height_of(NO_HEIR, inner)
        heights = [self._text_height(row) for row in rows]
        lack = max(0.0, need + 5 * u - sum(heights)) / len(rows)
        heights = [height + lack for height in heights]
        found: list[AnyItem] = []
        placed: list[_Placed] = []
        y = top
        for place, (row, height) in enumerate(zip(rows, heights, strict=True)):
            spot = _Placed(row, y, height)
            placed.append(spot)
            start = self._phase if place else self._heir
            hair = Rect(start, y, self._right - start, 0.6)
            found.append(Region(rect=hair, fill=RULE))
            found += self._texts(spot)
            y += height
        free = y - top - need
        at = top + free / 2
        if len(rows) > 1:
            found += self._bracket(placed)
        for heir, high in zip(heirs, boxes, strict=True):
            found.append(self._body(heir, Rect(self._heir, at, inner, high)))
            at += high + 4 * u
        if not heirs:
            text = self._words.of(NO_HEIR)
            face = Face(self._sheet.small, False, ACCENT, leading=1.22)
            room = Rect(self._heir, top, inner, y - top)
            found.append(centred(text, face, room, self._measure))
        return found, placed, y

    def _height_of(self, text: Text, wide: float) -> float:
        face = Face(self._sheet.small, leading=1.22)
        return height_for(self._words.of(text), face, wide, self._measure)

    def _box_height(self, heir: Heir, wide: float) -> float:
        face = Face(self._sheet.body, True, leading=1.2)
        room = wide - 16 * self._u - self._signs.room([heir])
        text = height_for(self._words.of(heir.name), face, room, self._measure)
        return max(text, self._signs.high) + 5 * self._u

    def _body(self, heir: Heir, rect: Rect) -> AnyItem:
        is_own = heir.is_new and heir.key not in self._drawn
        self._drawn.add(heir.key)
        box = heir_box(heir, rect, is_own=False)
        x = rect.x + 9 * self._u
        name = self._words.of(heir.name)
        room = self._signs.room([heir])
        text = Rect(x + room, rect.y, rect.width - 16 * self._u - room, rect.height)
        label = centred(
            name,
            Face(self._sheet.body, True, leading=1.2),
            text,
            self._measure,
            language=foreign(heir.name, self._words),
        )
        items = (box, *self._signs.before_name(heir, x, rect.centre.y), label)
        return Group(
            key=heir.key if is_own else "",
            shows=() if is_own else (heir.key,),
            name=name,
            items=items,
        )

    def _text_height(self, row: Row) -> float:
        said = [
            (row.phase, self._plan.phase - 8 * self._u),
            (row.reason, self._right - self._reason),
            (
                LABELS[row.found.computed] if row.found.differs else Text(),
                self._plan.shown - 8 * self._u,
            ),
        ]
        heights = [self._height_of(text, wide) for text, wide in said if text]
        return max([*heights, self._sheet.body * 1.25]) + 6 * self._u

    def _texts(self, spot: _Placed) -> list[AnyItem]:
        row = spot.row
        found: list[AnyItem] = []

        def put(text: Text, x: float, wide: float, face: Face) -> None:
            if text:
                room = Rect(x, spot.top, wide, spot.height)
                language = foreign(text, self._words)
                label = centred(self._words.of(text), face, room, self._measure, language=language)
                found.append(label)

        quiet = Face(self._sheet.small, False, INK_2, leading=1.22)
        put(row.phase, self._phase, self._plan.phase - 8 * self._u, quiet)
        if row.found.differs:
            text = LABELS[row.found.computed]
            put(text, self._said, self._plan.shown - 8 * self._u, quiet)
        strong = Face(self._sheet.small, False, INK, leading=1.22)
        put(row.reason, self._reason, self._right - self._reason, strong)
        return found

    def _bracket(self, placed: list[_Placed]) -> list[AnyItem]:
        """What gathers the groups that become one."""
        x = self._gate + (_GATE + 3.5) * self._u
        top, bottom = placed[0].middle, placed[-1].middle
        return [Region(rect=Rect(x, top, 1.6, bottom - top), fill=INK_2)]

    # --- where they come from --------------------------------------------------------------

    def _councils(self, top: float, low: float) -> tuple[list[AnyItem], dict[str, Point], float]:
        u = self._u
        heads = [self._council_height(council) for council in self._shown.councils]
        needs = [self._name_height(row) for own in self._shown.councils for row in own.rows]
        gaps = 10 * u * max(0, len(heads) - 1)
        free = max(0.0, low - top - sum(needs) - gaps - 6 * u * len(heads))
        more = min(free / max(1, len(needs)), 26 * u)
        found: list[AnyItem] = []
        ports: dict[str, Point] = {}
        y = top
        for council, head in zip(self._shown.councils, heads, strict=True):
            wide = self._port - self._left
            found.append(Region(rect=Rect(self._left, y, wide, 1.1 * u), fill=INK))
            found.append(self._council(council, y + 6 * u))
            start = y
            y += 3 * u
            for row in council.rows:
                height = self._name_height(row) + more
                found.append(self._name(row, Rect(self._left, y, wide, height)))
                ports[row.key] = Point(self._port + 6 * u, y + height / 2)
                y += height
            y = max(y, start + head) + 10 * u
        return found, ports, y - 10 * u if heads else y

    def _council_height(self, council: Council) -> float:
        face = Face(self._sheet.name, True, leading=1.2)
        name = self._words.of(council.name)
        return (
            height_for(name, face, self._plan.council - 18 * self._u, self._measure) + 10 * self._u
        )

    def _council(self, council: Council, top: float) -> AnyItem:
        u = self._u
        indent = 15 * u if council.mark else 0.0
        face = Face(self._sheet.name, True, leading=1.2)
        name = self._words.of(council.name)
        room = Rect(self._left + indent, top, self._plan.council - indent - 3 * u, 0)
        label = paragraph(name, face, room, self._measure)
        items: list[AnyItem] = [label]
        if council.mark:
            middle = top + self._sheet.name * 0.63
            items.insert(0, mark(council.mark, self._left, middle, self._sheet.name * 0.85))
        return Group(key=council.key, name=name, items=tuple(items))

    def _name_room(self) -> float:
        return self._plan.name - 8 * self._u

    def _name_height(self, row: Row) -> float:
        face = Face(self._sheet.body, leading=1.2)
        return (
            height_for(self._words.of(row.name), face, self._name_room(), self._measure)
            + 7 * self._u
        )

    def _name(self, row: Row, rect: Rect) -> AnyItem:
        u = self._u
        name = self._words.of(row.name)
        room = Rect(self._port - self._plan.name, rect.y, self._name_room(), rect.height)
        label = centred(
            name,
            Face(self._sheet.body, leading=1.2),
            room,
            self._measure,
            anchor="end",
            language=foreign(row.name, self._words),
        )
        breadth = self._breadth(rect.height)
        port = Rect(self._port, rect.centre.y - breadth / 2, 4 * u, breadth)
        bar = Region(rect=port, fill=hue_of(row.step))
        return Group(key=row.key, name=self._aloud(row, name), items=(label, bar))

    def _aloud(self, row: Row, name: str) -> str:
        said = [self._words.of(LABELS[row.found.disposition])]
        said += [self._words.of(heir.name) for heir in row.heirs if heir.key != row.key]
        return f"{name}: {', '.join(said)}"

    def _breadth(self, height: float) -> float:
        return min(12 * self._u, height * 0.6)

    # --- bands -----------------------------------------------------------------------------

    def _wires(self, ports: dict[str, Point], placed: list[_Placed]) -> list[Wire]:
        least = min((spot.height for spot in placed), default=0.0)
        breadth = self._breadth(least)
        found = [
            way(
                spot.row,
                ports[spot.row.key],
                Point(self._gate, spot.middle),
                breadth,
                links=spot.row.links,
            )
            for spot in placed
        ]
        # Lines over bands, so that what waits or ends can be followed.
        return sorted(found, key=lambda wire: wire.opacity == 1.0)


def _by_heir(rows: tuple[Row, ...]) -> list[list[Row]]:
    """Rows of one cluster, those that become the same single body together."""
    found: list[list[Row]] = []
    for row in rows:
        same = (
            found
            and len(row.heirs) == 1
            and len(found[-1][0].heirs) == 1
            and found[-1][0].heirs[0].key == row.heirs[0].key
        )
        if same:
            found[-1].append(row)
        else:
            found.append([row])
    return found
