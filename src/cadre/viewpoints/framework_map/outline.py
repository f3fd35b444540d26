"""The near view as an outline: areas with their groups, work and results, then all the rest."""

from __future__ import annotations

from collections.abc import Iterable, Iterator
from datetime import date
from typing import Final

from cadre.core.graph import Framework
from cadre.core.phrases import counted
from cadre.core.text import Text
from cadre.core.traits import COUNCIL_ROLES, DISPOSITIONS, HORIZONS
from cadre.viewpoints.framework_map import wordings
from cadre.viewpoints.framework_map.detail import Detail, Entry, Field, Member, Step, detail
from cadre.viewpoints.framework_map.selection import NO_COUNCIL, Selection
from cadre.viewpoints.outline import Line, Note, Outline, Part

_GROUPS: Final = Text("Groups at work", "Groupes à l’œuvre")
_UNKNOWN: Final = Text("Work of no known group", "Travaux sans groupe connu")
_UNDER_WAY: Final = Text("Work under way", "Travaux en cours")
_RESULTS: Final = Text("Results", "Résultats")
_ALL_RESULTS: Final = Text("Results by horizon", "Résultats par horizon")
_GONE: Final = Text("Groups that give way", "Groupes qui cèdent la place")
_COUNCILS: Final = Text("Councils and their groups", "Les conseils et leurs groupes")
_AIMS: Final = Text("Aims", "Visées")
_BY: Final = Text("by", "par")
_SAME: Final = Text("same work", "même travail")
_ROLE: Final = Text("role", "rôle")
_KIND: Final = Text("kind", "genre")
_ENDED: Final = Text("ended", "terminé")
_PROPOSED: Final = Text("proposed", "proposé")
_SERVES: Final = Text("serves", "sert")
_FOLLOWS: Final = Text("follows from", "découle de")
_IN: Final = Text("in", "dans")
_FATE: Final = Text("then", "ensuite")
_LEADS: Final = Text("led by", "direction")
_WITH: Final = Text("groups", "groupes")
_COULD: Final = Text("groups to consider", "groupes à envisager")
_TIED: Final = Text("tied to it", "liés")
_OVERSEES: Final = Text("oversight", "supervision")
_NUMBER: Final = Text("number", "numéro")
_NO_WORK: Final = Text("No work is recorded here.", "Aucun travail n’est consigné ici.")
_ROLES: Final = {choice.key: choice.label for choice in COUNCIL_ROLES}
_FATES: Final = {choice.key: choice.label for choice in DISPOSITIONS}
_HORIZONS: Final = {choice.key: choice.label for choice in HORIZONS}


def near_outline(framework: Framework, selection: Selection, as_of: date | None) -> Outline:
    """All that the near view shows, as nested lists; empty parts are left out but for areas."""
    model = detail(framework, selection, as_of)
    outliner = _Outliner(framework, model)
    rest = (
        Part(_COUNCILS, parts=tuple(outliner.councils())),
        Part(_ALL_RESULTS, parts=tuple(outliner.horizons())),
        Part(_AIMS, tuple(Line(key) for key in model.aims)),
        Part(wordings.PRIORITIES, tuple(outliner.priorities())),
        Part(wordings.OUTSIDE, tuple(outliner.outside())),
        Part(wordings.OTHER, tuple(Line(key) for key in model.other)),
    )
    areas = tuple(outliner.area(at) for at in model.fields)
    return (*areas, *(part for part in rest if part.count))


class _Outliner:
    def __init__(self, framework: Framework, model: Detail) -> None:
        self.framework = framework
        self.model = model
        self.serving: dict[str, list[str]] = {}
        for link in model.serving:
            self.serving.setdefault(link.source, []).append(link.target)

    # --- areas ----------------------------------------------------------------------------------

    def area(self, at: Field) -> Part:
        groups = [one for one in at.today if one.group]
        unknown = [one for one in at.today if one.unknown]
        under_way = [one for one in at.today if not one.group and not one.unknown]
        steps = [step for _, steps in self.model.results for step in steps if at.key in step.areas]
        parts = (
            Part(_GROUPS, tuple(map(self.entry, groups)), empty=self._nobody(at)),
            Part(_UNKNOWN, tuple(map(self.entry, unknown))),
            Part(_UNDER_WAY, tuple(map(self.entry, under_way))),
            Part(wordings.PROPOSED_WORK, tuple(map(self.entry, at.proposed))),
            Part(_GONE, tuple(Line(key, notes=self._after(key)) for key in at.gone)),
            Part(_RESULTS, tuple(self.result(step, short=True) for step in steps)),
            Part(_SERVES, tuple(Line(key) for key in self.serving.get(at.key, ()))),
        )
        return Part(
            self.framework[at.key].name,
            parts=tuple(part for part in parts if part.lines or part.empty),
            key=at.key,
            empty=Text() if any(part.lines for part in parts) else _NO_WORK,
        )

    def _nobody(self, at: Field) -> Text:
        if any(one.group for one in at.today):
            return Text()
        return others_at_work(at.left_out) if at.left_out else wordings.NO_GROUP

    def entry(self, entry: Entry) -> Line:
        notes = [
            Note(_KIND, text=self._kind(entry)),
            Note(_ROLE, text=_ROLES.get(entry.role, Text(entry.role, entry.role))),
            Note(wordings.CANDIDATES if entry.unknown else _BY, entry.bodies),
            Note(_SAME, entry.keys[1:]),
            Note(_ENDED, text=_ENDED if entry.ended else Text()),
        ]
        key = entry.group or next(iter(entry.keys), "")
        return Line(key, entry.text, _said(notes), entry.certain)

    def _kind(self, entry: Entry) -> Text:
        if not entry.kind:
            return Text()
        attributes = self.framework.metamodel.attributes(self.framework[entry.keys[0]].type)
        choice = attributes["kind"].choice(entry.kind)
        return choice.label if choice else Text(entry.kind, entry.kind)

    # --- councils and groups --------------------------------------------------------------------

    def councils(self) -> Iterator[Part]:
        for key, members in self.model.blocks:
            council = "" if key == NO_COUNCIL else key
            heading = self.framework[key].name if council else wordings.NO_COUNCIL
            yield Part(heading, tuple(map(self.member, members)), key=council)

    def member(self, member: Member) -> Line:
        notes = [
            Note(_NUMBER, text=Text(str(member.number), str(member.number))),
            Note(_ROLE, text=_ROLES.get(member.role, Text(member.role, member.role))),
            Note(_PROPOSED, text=_PROPOSED if member.proposed else Text()),
        ]
        return Line(member.key, notes=(*_said(notes), *self._after(member.key)))

    def _after(self, key: str) -> tuple[Note, ...]:
        """What becomes of a group, and of whom it becomes part."""
        member = self.model.members[key]
        fate = _FATES.get(member.disposition, Text(member.disposition, member.disposition))
        transition = (member.transition,) if member.transition else ()
        if not (fate or member.successors or transition):
            return ()
        return (Note(_FATE, (*member.successors, *transition), fate),)

    # --- results --------------------------------------------------------------------------------

    def horizons(self) -> Iterator[Part]:
        for horizon, steps in self.model.results:
            heading = _HORIZONS.get(horizon, Text(horizon, horizon) if horizon else wordings.OTHER)
            yield Part(heading, tuple(self.result(step) for step in steps))

    def result(self, step: Step, *, short: bool = False) -> Line:
        if short:
            horizon = _HORIZONS.get(self.framework[step.key].word("horizon"), Text())
            return Line(step.key, notes=_said([Note(Text(), text=horizon)]), certain=step.certain)
        notes = [
            Note(_IN, step.areas),
            Note(_FOLLOWS, step.sources),
            Note(_SERVES, step.serves),
        ]
        return Line(step.key, notes=_said(notes), certain=step.certain)

    # --- the rest -------------------------------------------------------------------------------

    def priorities(self) -> Iterator[Line]:
        for card in self.model.far.priorities:
            notes = [
                Note(_LEADS, card.leads),
                Note(_WITH, card.groups),
                Note(_COULD, card.possible),
            ]
            yield Line(card.key, notes=_said(notes))

    def outside(self) -> Iterator[Line]:
        for body in self.model.far.outside:
            others = map(body.end, body.oversight)
            what = [
                Note(Text(), (body.end(link),), link.text("what"))
                for link in body.ties
                if link.text("what")
            ]
            notes = [Note(_TIED, body.tied), Note(_OVERSEES, tuple(dict.fromkeys(others))), *what]
            text = wordings.NO_TIE if body.loose else Text()
            yield Line(body.key, text=text, notes=_said(notes))


def others_at_work(count: int) -> Text:
    """That groups which filters leave out are at work: `4 other groups at work`."""
    return counted(
        count,
        Text("other group at work", "autre groupe à l’œuvre"),
        Text("other groups at work", "autres groupes à l’œuvre"),
    )


def _said(notes: Iterable[Note]) -> tuple[Note, ...]:
    return tuple(note for note in notes if note.keys or note.text)
