"""Several states beside each other as a picture: groups in rows, states in columns."""

from __future__ import annotations

from typing import Final

from cadre.core.graph import Framework
from cadre.core.text import Text
from cadre.viewpoints.comparison.finding import state_name
from cadre.viewpoints.comparison.several import Council, Fate, Several, SeveralStates, several
from cadre.viewpoints.comparison.several_rows import LABELS
from cadre.viewpoints.frame import Frame, furniture, sheet
from cadre.viewpoints.measure import longest_word
from cadre.viewpoints.scene import (
    ACCENT,
    GROUND,
    INK,
    INK_2,
    INK_3,
    PALE,
    RULE,
    AnyItem,
    Group,
    Paint,
    Rect,
    Region,
    Scene,
)
from cadre.viewpoints.signs import mark
from cadre.viewpoints.texts import Face, centred, foreign, height_for, height_of, paragraph
from cadre.viewpoints.viewpoint import Base, Request
from cadre.viewpoints.words import Words, clause

_TITLE: Final = Text(
    "{states} agree on {n:words} of {total:words} {total:group|groups}",
    "{states} concordent sur {n:words} {total:groupe|groupes} sur {total}",
)
_ALL_AGREE: Final = Text(
    "{states} agree on all {total:words} {total:group|groups}",
    "{states} concordent sur les {total:words} {total:groupe|groupes}",
)
_ONE: Final = Text(
    "What becomes of {total:words} {total:group|groups} in {states}",
    "Ce qu’il advient de {total:words} {total:groupe|groupes} dans {states}",
)
_LEAD: Final = Text(
    "What becomes of each group of {base}: as a source states it, else as the states show it. Only "
    "what is stated counts as agreement; a new name alone is none.",
    "Ce qu’il advient de chaque groupe ({base}) : tel qu’une source l’énonce, sinon tel que les "
    "états le montrent. Seul ce qui est énoncé compte; un nouveau nom seul ne change rien.",
)
_SUMMARY: Final = Text(
    "{title}. They differ on {names}.", "{title}. Le désaccord porte sur {names}."
)
_AGREE: Final = Text("agree", "concordent")
_DIFFER: Final = Text("differ", "diffèrent")
_BEFORE: Final = Text("Group", "Groupe")
_COMPUTED: Final = Text("{word} (computed)", "{word} (calculé)")
_AS: Final = Text("as {names}", "en {names}")
_UNSURE: Final = Text("to be confirmed", "à confirmer")


def draw_several(
    framework: Framework, request: Request, base: Base, viewpoint: str, label: Text
) -> Scene:
    """Groups in rows, a column a state, and whether their sources agree."""
    shown = several(base)
    words = request.words
    title = _title(shown, words)
    drawing = _Drawing(shown, request)
    frame = Frame.of(
        viewpoint,
        request,
        title=title,
        lead=words.fill(_LEAD, base=state_name(shown.of, words)),
        furniture=furniture(framework, request),
        content=drawing.least,
        label=label,
    )
    items, bottom = drawing.drawn(frame)
    differing = [words.of(group.name) for group in shown.groups if not group.agrees]
    summary = title
    if differing:
        summary = words.fill(_SUMMARY, title=title, names=words.listed(differing))
    subjects = [
        *(council.key for council in shown.councils if council.key),
        *(group.key for group in shown.groups),
    ]
    return frame.scene(items, bottom=bottom, summary=summary, subjects=subjects)


def _title(shown: SeveralStates, words: Words) -> str:
    states = words.listed([state_name(state, words) for state in shown.states])
    total = len(shown.groups)
    if len(shown.states) == 1:
        return words.fill(_ONE, states=states, total=total)
    agreeing = sum(group.agrees for group in shown.groups)
    template = _ALL_AGREE if agreeing == total else _TITLE
    return words.fill(template, states=states, n=agreeing, total=total)


class _Drawing:
    def __init__(self, shown: SeveralStates, request: Request) -> None:
        self._shown, self._words, self._measure = shown, request.words, request.measure
        self._sheet = sheet(request.paper)
        self._u = self._sheet.scale
        self._pad = 4 * self._u
        names = [self._words.of(group.name) for group in shown.groups]
        labels = [self._words.of(label) for label in LABELS.values()]
        heads = [self._words.of(state.name) for state in shown.states]
        body = self._sheet.body
        self._name = longest_word(names, body, self._measure, bold=True) + 26 * self._u
        self._cell = longest_word([*labels, *heads], body, self._measure, bold=True) + 14 * self._u
        self._last = 0.0
        if len(shown.states) > 1:
            ends = [self._words.of(_AGREE), self._words.of(_DIFFER)]
            self._last = longest_word(ends, body, self._measure, bold=True) + 10 * self._u
        self.least = self._name + self._cell * len(shown.states) + self._last

    def drawn(self, frame: Frame) -> tuple[list[AnyItem], float]:
        """The rows from the top of the frame, and where they end."""
        wide = frame.right - frame.left
        free = max(0.0, wide - self.least)
        share = free / (len(self._shown.states) + 1)
        # Names need no more than they take; what is left goes to what is said of them.
        more = min(share, 60 * self._u)
        self._left, self._right = frame.left, frame.right
        self._name += more
        self._cell += (free - more) / max(1, len(self._shown.states))
        found, y = self._heads(frame.top)
        for council in self._shown.councils:
            items, y = self._council(council, y)
            found += items
        return found, y

    def _x(self, column: int) -> float:
        return self._left + self._name + column * self._cell

    def _heads(self, top: float) -> tuple[list[AnyItem], float]:
        face = Face(self._sheet.body, True, INK_2)
        texts = [(self._words.of(_BEFORE), self._left, self._name)]
        texts += [
            (self._words.of(state.name), self._x(place), self._cell)
            for place, state in enumerate(self._shown.states)
        ]
        labels = [
            paragraph(text, face, Rect(x, top, wide - 8 * self._u, 0), self._measure)
            for text, x, wide in texts
        ]
        return [*labels], top + max(height_of(label) for label in labels) + 6 * self._u

    def _council(self, council: Council, top: float) -> tuple[list[AnyItem], float]:
        u = self._u
        found: list[AnyItem] = [
            Region(rect=Rect(self._left, top, self._right - self._left, 1.1 * u), fill=INK)
        ]
        indent = 15 * u if council.mark else 0.0
        face = Face(self._sheet.name, True)
        room = Rect(self._left + indent, top + 6 * u, self._right - self._left - indent, 0)
        name = paragraph(self._words.of(council.name), face, room, self._measure)
        items: list[AnyItem] = [name]
        if council.mark:
            middle = room.y + self._sheet.name * 0.63
            items.insert(0, mark(council.mark, self._left, middle, self._sheet.name * 0.85))
        found.append(Group(key=council.key, name=name.lines[0], items=tuple(items)))
        y = room.y + height_of(name) + 3 * u
        for group in council.groups:
            item, y = self._row(group, y)
            found.append(item)
        return found, y + 10 * u

    def _row(self, group: Several, top: float) -> tuple[AnyItem, float]:
        height = max(self._heights(group)) + 2 * self._pad
        row = Rect(self._left, top, self._right - self._left, height)
        items: list[AnyItem] = [Region(rect=row._replace(height=0.6), fill=RULE)]
        if not group.agrees:
            items.append(Region(rect=Rect(row.x, top + 0.6, row.width, height - 0.6), fill=PALE))
        on = GROUND if group.agrees else PALE
        name = self._words.of(group.name)
        room = Rect(self._left + 4 * self._u, top, self._name - 12 * self._u, height)
        face = Face(self._sheet.body, True, INK, on)
        language = foreign(group.name, self._words)
        items.append(centred(name, face, room, self._measure, language=language))
        for place, fate in enumerate(group.fates):
            items += self._fate(fate, Rect(self._x(place), top, self._cell, height), on)
        if self._last:
            text = self._words.of(_AGREE if group.agrees else _DIFFER)
            face = Face(self._sheet.small, not group.agrees, INK_3 if group.agrees else ACCENT, on)
            spot = Rect(self._right - self._last, top, self._last, height)
            items.append(centred(text, face, spot, self._measure))
        return Group(key=group.key, name=name, items=tuple(items)), top + height

    def _heights(self, group: Several) -> list[float]:
        face = Face(self._sheet.body, True)
        room = self._name - 12 * self._u
        heights = [height_for(self._words.of(group.name), face, room, self._measure)]
        for fate in group.fates:
            word, under = self._said(fate)
            inner = self._cell - 10 * self._u
            high = height_for(word, face, inner, self._measure)
            if under:
                high += height_for(under, Face(self._sheet.small), inner, self._measure)
            heights.append(high)
        return heights

    def _said(self, fate: Fate) -> tuple[str, str]:
        word = self._words.of(LABELS[fate.found.disposition])
        if not fate.found.stated:
            word = self._words.fill(_COMPUTED, word=word)
        names = [self._words.of(name) for name in fate.names]
        under = [clause(self._words, _AS, names=self._words.listed(names))] if names else []
        if not fate.is_sure:
            under.append(clause(self._words, _UNSURE))
        return word, "; ".join(under)

    def _fate(self, fate: Fate, cell: Rect, on: Paint) -> list[AnyItem]:
        word, under = self._said(fate)
        inner = cell.width - 10 * self._u
        strong = Face(self._sheet.body, bool(fate.found.stated), INK, on)
        quiet = Face(self._sheet.small, False, INK_2, on)
        high = height_for(word, strong, inner, self._measure)
        low = height_for(under, quiet, inner, self._measure) if under else 0.0
        y = cell.centre.y - (high + low) / 2
        first = paragraph(word, strong, Rect(cell.x, y, inner, 0), self._measure)
        found: list[AnyItem] = [first]
        if under:
            room = Rect(cell.x, y + high, inner, 0)
            found.append(paragraph(under, quiet, room, self._measure))
        return found
