"""The pages to read and cite: which elements stand on each, in which order, under which sentence.

The tables here may name kernel types: they say what a page is for. A type of a framework's own
stands on the page that its trait and attributes fit.
"""

from __future__ import annotations

import re
from collections import Counter
from collections.abc import Callable, Iterator, Mapping, Sequence
from dataclasses import replace
from itertools import pairwise
from types import MappingProxyType
from typing import Final

from cadre.core.attributes import Choice
from cadre.core.dates import PartialDate
from cadre.core.graph import Element, Framework
from cadre.core.keys import slugify
from cadre.core.phrases import counted, within
from cadre.core.text import LANGUAGES, Text, folded
from cadre.core.traits import LinkRole, Trait
from cadre.services.lists import Cell
from cadre.services.reading import Content, Entry, Maker, ReadingPage, Row, Section
from cadre.services.shown import dated
from cadre.wording import wording

R = LinkRole

# Kernel types by the page that is for them; every other type is chosen by what it has.
TERMS: Final = ("term",)
SHORT_FORMS: Final = ("acronym",)
DOCUMENTS: Final = ("document",)
RECOMMENDATIONS: Final = ("recommendation",)
DECISIONS: Final = ("decision",)
ACTIONS: Final = ("action",)
_KNOWN: Final = frozenset(
    {*TERMS, *SHORT_FORMS, *DOCUMENTS, *RECOMMENDATIONS, *DECISIONS, *ACTIONS}
)
# Kinds of aim, by page, in the order in which they are read; bands belong to the logic model.
PURPOSE_KINDS: Final = ("vision", "call-to-action", "objective", "guiding-question", "principle")
OBJECTIVE_KINDS: Final = ("framework-objective", "goal", "scope")
_NOT_READ: Final = frozenset({*OBJECTIVE_KINDS, "band"})
IN_PERSON: Final = "in-person"
CADENCE: Final = frozenset({"meeting cadence", "cadence des reunions"})
SETTLED: Final = frozenset({"adopted", "rejected", "done"})


def of_types(
    trait: Trait, types: Sequence[str], having: Sequence[str] = (), *, others: bool = False
) -> Callable[[Framework], Sequence[Element]]:
    """Elements of these types; of types on no other page, those that have one of these attributes.

    With `others`, all elements of types that take the trait and are on no other page.
    """

    def select(framework: Framework) -> list[Element]:
        return [
            one
            for one in framework.elements(trait)
            if one.type in types
            or (one.type not in _KNOWN and (others or any(name in one.values for name in having)))
        ]

    return select


def all_of(trait: Trait) -> Callable[[Framework], Sequence[Element]]:
    """All elements of a trait."""
    return lambda framework: framework.elements(trait)


# --- glossary and short forms ---------------------------------------------------------------------

_TERMS: Final = Text(
    "{n:words} {n:term|terms}, defined in both languages",
    "{n:words} {n:terme défini|termes définis} dans les deux langues",
)
_TERMS_LACKING: Final = Text(
    "{n:words} {n:term|terms}; {less:words} {less:lacks|lack} a definition in one of the languages",
    "{n:words} {n:terme|termes}; il manque à {less:words} une définition dans l’une des langues",
)
_FORMS: Final = Text(
    "{n:words} short {n:form|forms}; {care:words} {care:calls|call} for care",
    "{n:words} {n:sigle|sigles}; {care:words} {care:demande|demandent} de la prudence",
)
_NO_EXPANSION: Final = Text("What it stands for is not recorded.", "Son sens n’est pas consigné.")


def _glossary(maker: Maker, found: Sequence[Element]) -> Content:
    entries = tuple(
        maker.entry(one, body=("definition", "summary"), parts=("kind",))
        for one in maker.by_name(found)
    )
    less = sum(not one.text("definition") or bool(one.text("definition").missing) for one in found)
    template = _TERMS_LACKING if less else _TERMS
    headline = wording(maker.language).fill(template, n=len(found), less=less)
    return Content(headline, (Section("terms", layout="pairs", entries=entries),))


def _short_forms(maker: Maker, found: Sequence[Element]) -> Content:
    made = (maker.entry(one, body=("definition", "summary")) for one in maker.by_name(found))
    entries = tuple(one if one.body else replace(one, body=(_NO_EXPANSION,)) for one in made)
    care = sum(bool(one.note) for one in entries)
    headline = wording(maker.language).fill(_FORMS, n=len(found), care=care)
    return Content(headline, (Section("short-forms", layout="pairs", entries=entries),))


# --- what it is for -------------------------------------------------------------------------------

_VISION: Final = Text(
    "All the work is to lead to this: {vision}", "Tous les travaux doivent mener à ceci : {vision}"
)
_WHAT_FOR: Final = Text("What the framework is for", "À quoi sert le cadre")
_OTHER_AIMS: Final = Text("Other aims", "Autres visées")
_USED: Final = Text(
    "Words used here, as the glossary has them", "Mots employés ici, selon le glossaire"
)
_OBJECTIVES: Final = Text(
    "{n:words} {n:objective|objectives} of the framework; {met:words} {met:is|are} met",
    "{n:words} {n:objectif|objectifs} du cadre; {met:words} {met:est atteint|sont atteints}",
)
_OBJECTIVES_SILENT: Final = Text(
    "{n:words} {n:objective|objectives} of the framework; how far {n:it is|they are} met is not "
    "recorded",
    "{n:words} {n:objectif|objectifs} du cadre; on n’a pas consigné où {n:il en est|ils en sont}",
)
_GOALS: Final = Text("What the framework is to achieve", "Ce que le cadre doit accomplir")


def _for_purpose(framework: Framework) -> list[Element]:
    return [one for one in framework.elements(Trait.AIM) if one.word("kind") not in _NOT_READ]


def _for_objectives(framework: Framework) -> list[Element]:
    return [one for one in framework.elements(Trait.AIM) if one.word("kind") in OBJECTIVE_KINDS]


def _by_kind(
    maker: Maker, found: Sequence[Element], kinds: Sequence[str], tag: str
) -> Iterator[Section]:
    for kind in kinds:
        own = [one for one in found if one.word("kind") == kind]
        if own:
            heading = _choice_label(maker, own[0], "kind")
            entry = maker.framework.type_of(own[0])
            if entry and entry.label == heading and len(own) > 1:
                heading = entry.plural
            entries = tuple(maker.entry(one, tag=tag) for one in own)
            yield Section(kind, heading, entries=entries)


def _choice_label(maker: Maker, element: Element, name: str) -> Text:
    choice = _choice(maker, element, name)
    word = element.word(name)
    return choice.label if choice else Text(word, word)


def _choice(maker: Maker, element: Element, name: str) -> Choice | None:
    attribute = maker.framework.metamodel.attributes(element.type).get(name)
    return attribute.choice(element.word(name)) if attribute else None


def _purpose(maker: Maker, found: Sequence[Element]) -> Content:
    sections = list(_by_kind(maker, found, PURPOSE_KINDS, ""))
    others = [one for one in found if one.word("kind") not in PURPOSE_KINDS]
    if others:
        entries = tuple(maker.entry(one) for one in others)
        sections.append(Section("others", _OTHER_AIMS, entries=entries))
    used = tuple(_used(maker, found))
    if used:
        sections.append(Section("words", _USED, layout="pairs", entries=used))
    vision = next((one for one in found if one.word("kind") == "vision"), None)
    words = wording(maker.language)
    if vision is None:
        return Content(words.fill(_WHAT_FOR), tuple(sections))
    name = vision.name.in_(maker.language)
    return Content(words.fill(_VISION, vision=name[:1].lower() + name[1:]), tuple(sections))


def _used(maker: Maker, found: Sequence[Element]) -> Iterator[Entry]:
    """The terms of the glossary that stand in the names of what is read here."""
    for term in maker.by_name(PAGES["glossary"].select(maker.framework)):
        if any(_stands_in(term.name, one.name) for one in found):
            yield maker.entry(term, body=("definition",))


def _stands_in(word: Text, name: Text) -> bool:
    return any(
        word.get(language)
        and re.search(rf"\b{re.escape(folded(word.get(language)))}", folded(name.get(language)))
        for language in LANGUAGES
    )


def _objectives(maker: Maker, found: Sequence[Element]) -> Content:
    sections = tuple(_by_kind(maker, found, OBJECTIVE_KINDS, "status"))
    own = [one for one in found if one.word("kind") == OBJECTIVE_KINDS[0]]
    words = wording(maker.language)
    if not own:
        return Content(words.fill(_GOALS), sections)
    met = sum(one.word("status") == "met" for one in own)
    silent = all(one.word("status") in ("", "not-recorded") for one in own)
    template = _OBJECTIVES_SILENT if silent else _OBJECTIVES
    return Content(words.fill(template, n=len(own), met=met), sections)


# --- decisions ------------------------------------------------------------------------------------

_SETTLED: Final = Text(
    "{what}; what the councils answered is recorded for {settled} of them",
    "{what}; la réponse des conseils est consignée pour {settled}",
)
_ALL_SETTLED: Final = Text(
    "{what}; what the councils answered is recorded",
    "{what}; la réponse des conseils est consignée",
)
_UNSETTLED: Final = Text(
    "{what}; what the councils answered is not recorded",
    "{what}; la réponse des conseils n’est pas consignée",
)
_DONE: Final = Text(
    "{what}; {done:words} {done:is|are} done", "{what}; {done:words} {done:est fait|sont faits}"
)
_NO_STATUS: Final = Text("Status not recorded", "État non consigné")


def _answered(maker: Maker, found: Sequence[Element]) -> Content:
    settled = sum(one.word("status") in SETTLED for one in found)
    template = _SETTLED if settled else _UNSETTLED
    template = _ALL_SETTLED if settled == len(found) else template
    return _recorded(maker, found, template, settled=settled)


def _carried_out(maker: Maker, found: Sequence[Element]) -> Content:
    done = sum(one.word("status") == "done" for one in found)
    return _recorded(maker, found, _DONE, done=done)


def _recorded(maker: Maker, found: Sequence[Element], template: Text, **slots: int) -> Content:
    words = wording(maker.language)
    entry = maker.framework.type_of(found[0])
    noun = (entry.label, entry.plural) if entry else (Text(), Text())
    what = counted(len(found), within(noun[0]), within(noun[1])).in_(maker.language)
    return Content(words.fill(template, what=what, **slots), tuple(_by_status(maker, found)))


def _by_status(maker: Maker, found: Sequence[Element]) -> Iterator[Section]:
    """What was put, what is planned, what is done: in the order of the choices."""
    attribute = maker.framework.metamodel.attributes(found[0].type).get("status")
    order = [choice.key for choice in attribute.choices] if attribute else []
    statuses = {one.word("status") for one in found}
    for status in sorted(statuses, key=lambda one: order.index(one) if one in order else 99):
        own = [one for one in found if one.word("status") == status]
        heading = _choice_label(maker, own[0], "status") if status else _NO_STATUS
        entries = tuple(
            maker.entry(
                one,
                body=("statement", "summary"),
                parts=("number", "fallback", "date", "review-by"),
                out=(R.CONCERNS, R.DECIDED_AT, R.SCHEDULED_IN, R.PART_OF),
            )
            for one in own
        )
        yield Section(status or "none", heading, entries=entries)


# --- meetings -------------------------------------------------------------------------------------

_MEETINGS: Final = Text("{n:words} {n:meeting|meetings}", "{n:words-f} {n:réunion|réunions}")
_APART: Final = Text(
    "{n:words} meetings in person, {least} to {most} months apart",
    "{n:words-f} réunions en personne, à un intervalle de {least} à {most} mois",
)
_EVERY: Final = Text(
    "{n:words} meetings in person, {least} {least:month|months} apart",
    "{n:words-f} réunions en personne, à un intervalle de {least} mois",
)
_NOT_HELD: Final = frozenset({"proposed", "paused"})
_NO_DATE: Final = Text("No date recorded", "Date non consignée")
_CADENCE: Final = Text("Cadence", "Cadence")
_ALL_MEETINGS: Final = Text("In the order of time", "Dans l’ordre du temps")


def _meetings(maker: Maker, found: Sequence[Element]) -> Content:
    entries = tuple(
        maker.entry(
            one,
            at=dated(day) if (day := one.date("date")) else _NO_DATE,
            parts=("place", "form"),
            tag="lifecycle" if one.lifecycle in _NOT_HELD else "",
            back=(R.TAKES_PART, R.DECIDED_AT, R.CONCERNS),
        )
        for one in _in_time(found)
    )
    sections = [Section("meetings", _ALL_MEETINGS, layout="times", entries=entries)]
    stated = [
        one
        for one in maker.framework.elements(Trait.REFERENCE)
        if {folded(one.text("kind").en), folded(one.text("kind").fr)} & CADENCE
    ]
    if stated:
        cadence = tuple(maker.entry(one) for one in stated)
        sections.insert(0, Section("cadence", _CADENCE, entries=cadence))
    return Content(_how_often(maker, found), tuple(sections))


def _in_time(found: Sequence[Element]) -> list[Element]:
    """By date; one without a date stays after the one that it follows."""
    keyed = []
    last = (0, 0)
    for one in found:
        day = one.date("date")
        last = (day.earliest.toordinal(), 0) if day else (last[0], last[1] + 1)
        keyed.append((last, one))
    return [one for _, one in sorted(keyed, key=lambda pair: pair[0])]


def _how_often(maker: Maker, found: Sequence[Element]) -> str:
    days = [one.date("date") for one in found if one.word("form") == IN_PERSON]
    months = sorted(_month(day) for day in days if day is not None and day.month is not None)
    gaps = [after - before for before, after in pairwise(months)]
    words = wording(maker.language)
    if len(gaps) < 2:
        return words.fill(_MEETINGS, n=len(found))
    template = _EVERY if min(gaps) == max(gaps) else _APART
    return words.fill(template, n=len(months), least=min(gaps), most=max(gaps))


def _month(day: PartialDate) -> int:
    return day.year * 12 + (day.month or 1)


# --- members --------------------------------------------------------------------------------------

_SEATS_ALONE: Final = Text(
    "{n:words} {n:seat|seats}; whom they represent is not recorded",
    "{n:words} {n:siège|sièges}; on n’a pas consigné qui {n:il représente|ils représentent}",
)
_SEATS: Final = Text(
    "{n:words} {n:seat|seats} held by {by:words} {by:jurisdiction|jurisdictions}",
    "{n:words} {n:siège tenu|sièges tenus} par {by:words-f} {by:administration|administrations}",
)
_SEATS_ON: Final = Text(
    "{n:words} {n:seat|seats} held by {by:words} {by:jurisdiction|jurisdictions}, all on one body: "
    "{body}",
    "{n:words} {n:siège tenu|sièges tenus} par {by:words-f} "
    "{by:administration|administrations}, tous dans un organe : {body}",
)
_SEAT_COLUMNS: Final = (
    Text("Jurisdiction", "Administration"),
    Text("Seat on", "Siège à"),
    Text("As", "En qualité de"),
    Text("Since", "Depuis"),
    Text("Until", "Jusqu’à"),
)
_SEAT: Final = Text("Seat", "Siège")
_WITHOUT_SEAT: Final = Text(
    "Jurisdictions without a recorded seat", "Administrations sans siège consigné"
)


def _members(maker: Maker, found: Sequence[Element]) -> Content:
    framework = maker.framework
    holders = {one.key: framework.targets(one.key, R.REPRESENTS) for one in found}
    bodies = {key for one in found for key in framework.targets(one.key, R.SITS_ON)}
    seats = sorted(found, key=lambda one: _precedence(maker, holders[one.key]))
    rows = tuple(
        Row(
            maker.named(holder),
            (
                maker.names(framework.targets(seat.key, R.SITS_ON)),
                maker.cell(seat, "capacity"),
                maker.cell(seat, "since", silent=True),
                maker.cell(seat, "until", silent=True),
            ),
        )
        for seat in seats
        for holder in holders[seat.key] or [seat.key]
    )
    who = _SEAT_COLUMNS[0] if any(holders.values()) else _SEAT
    table = Section("seats", columns=(who, *_SEAT_COLUMNS[1:]), rows=rows, layout="table")
    sections = [_without_empty_columns(table)]
    held = {key for keys in holders.values() for key in keys}
    without = [one for one in framework.elements(Trait.GOVERNMENT) if one.key not in held]
    if without:
        entries = tuple(maker.entry(one) for one in without)
        sections.append(Section("without", _WITHOUT_SEAT, entries=entries))
    words = wording(maker.language)
    if not held:
        return Content(words.fill(_SEATS_ALONE, n=len(found)), tuple(sections))
    if len(bodies) == 1:
        body = framework[next(iter(bodies))].name
        return Content(
            words.fill(_SEATS_ON, n=len(found), by=len(held), body=body), tuple(sections)
        )
    return Content(words.fill(_SEATS, n=len(found), by=len(held)), tuple(sections))


def _precedence(maker: Maker, holders: Sequence[str]) -> tuple[float, float, str]:
    if not holders:
        return (1e9, 1e9, "")
    government = maker.framework[holders[0]]
    fixed = government.number("fixed-order")
    return (1e9 if fixed is None else fixed, government.order, government.key)


def _without_empty_columns(section: Section) -> Section:
    """A table without the columns in which nothing is said."""
    kept = [
        place
        for place in range(len(section.columns) - 1)
        if any(row.cells[place].texts or row.cells[place].elements for row in section.rows)
    ]
    return Section(
        section.id,
        section.heading,
        section.layout,
        columns=(section.columns[0], *(section.columns[place + 1] for place in kept)),
        rows=tuple(
            Row(row.name, tuple(row.cells[place] for place in kept)) for row in section.rows
        ),
        help=section.help,
    )


# --- documents ------------------------------------------------------------------------------------

_DOCUMENTS: Final = Text(
    "{n:words} {n:document|documents}; the maturity of {mature:words} and the version of "
    "{versions:words} are recorded",
    "{n:words} {n:document|documents}; on connaît la maturité de {mature:words} et la version de "
    "{versions:words}",
)
_DOCUMENTS_NO_VERSION: Final = Text(
    "{n:words} {n:document|documents}; {mature:words} {mature:says|say} how mature {mature:it is|"
    "they are}, none which version",
    "{n:words} {n:document|documents}; {mature:words} {mature:dit sa|disent leur} maturité, aucun "
    "sa version",
)
_DOCUMENT_COLUMNS: Final = (
    Text("Document", "Document"),
    Text("Version", "Version"),
    Text("Maturity", "Maturité"),
    Text("Date", "Date"),
    Text("Part of", "Fait partie de"),
    Text("Shown by", "Montré par"),
)
_NO_KIND: Final = Text("Other documents", "Autres documents")
_BY_WHAT_SHOWS_IT: Final = Text("{maturity} (of what shows it)", "{maturity} (de ce qui le montre)")


def _documents(maker: Maker, found: Sequence[Element]) -> Content:
    kinds = list(dict.fromkeys(one.text("kind") for one in found))
    sections = []
    for kind in sorted(kinds, key=lambda one: not one):
        own = [one for one in found if one.text("kind") == kind]
        rows = tuple(_document(maker, one) for one in own)
        section = Section(
            slugify(kind.en or kind.fr) if kind else "others",
            kind or _NO_KIND,
            columns=_DOCUMENT_COLUMNS,
            rows=rows,
            layout="table",
        )
        sections.append(_without_empty_columns(section))
    mature = sum(bool(one.text("maturity")) for one in found)
    versions = sum(bool(one.word("version")) for one in found)
    template = _DOCUMENTS if versions else _DOCUMENTS_NO_VERSION
    headline = wording(maker.language).fill(
        template, n=len(found), mature=mature, versions=versions
    )
    return Content(headline, tuple(sections))


def _document(maker: Maker, one: Element) -> Row:
    framework = maker.framework
    evidence = framework.targets(one.key, R.EVIDENCED_BY)
    maturity = maker.cell(one, "maturity")
    borrowed = list(dict.fromkeys(framework[key].text("maturity") for key in evidence))
    if not one.text("maturity") and any(borrowed):
        maturity = Cell(
            tuple(
                Text(
                    _BY_WHAT_SHOWS_IT.en.format(maturity=text.in_("en")),
                    _BY_WHAT_SHOWS_IT.fr.format(maturity=text.in_("fr")),
                )
                for text in borrowed
                if text
            )
        )
    return Row(
        maker.named(one.key),
        (
            maker.cell(one, "version"),
            maturity,
            maker.cell(one, "date", silent=True),
            maker.names(framework.targets(one.key, R.PART_OF)),
            maker.names(evidence),
        ),
    )


# --- who supports what ----------------------------------------------------------------------------

_SUPPORT: Final = Text(
    "{does:words} {does:body supports|bodies support} a priority or a piece of work; {could:words} "
    "more could",
    "{does:words} {does:organe appuie|organes appuient} une priorité ou des travaux; {could:words} "
    "de plus {could:pourrait|pourraient} le faire",
)
_SUPPORT_ONLY: Final = Text(
    "{does:words} {does:body supports|bodies support} a priority or a piece of work; no possible "
    "support is recorded",
    "{does:words} {does:organe appuie|organes appuient} une priorité ou des travaux; aucun appui "
    "possible n’est consigné",
)
_SUPPORT_POSSIBLE: Final = Text(
    "No body is recorded as supporting a priority or a piece of work; {could:words} could",
    "Aucun organe n’appuie une priorité ou des travaux selon ce qui est consigné; {could:words} "
    "{could:pourrait|pourraient} le faire",
)
_SUPPORTED: Final = Text("Priority or work", "Priorité ou travaux")
_NOBODY: Final = Text("None recorded", "Aucun consigné")
_UNSAID: Final = Text("Supports, extent not said", "Appuie, étendue non dite")


def _supported(framework: Framework) -> list[Element]:
    """What is supported, or could be; with the priorities that are not, where anything is."""
    links = framework.links(R.SUPPORTS)
    if not links:
        return []
    keys = {link.target for link in links} | set(framework.keys(Trait.PRIORITY))
    return [framework[key] for key in framework.keys() if key in keys]  # noqa: SIM118 -- in order


def _support(maker: Maker, found: Sequence[Element]) -> Content:
    framework = maker.framework
    links = framework.links(R.SUPPORTS)
    attribute = framework.metamodel.link_attributes(links[0].type).get("extent")
    extents = list(attribute.choices) if attribute else []
    unsaid = any(not link.word("extent") for link in links)
    columns = (_SUPPORTED, *(one.label for one in extents), *((_UNSAID,) if unsaid else ()))
    wanted = [*(one.key for one in extents), *(("",) if unsaid else ())]
    rows = tuple(
        Row(
            maker.named(one.key),
            tuple(_supporting(maker, one.key, extent) for extent in wanted),
        )
        for one in found
    )
    by = Counter(extent for _, extent in {(link.source, link.word("extent")) for link in links})
    could = by["could"]
    does = by.total() - could
    template = _SUPPORT if could and does else _SUPPORT_POSSIBLE if could else _SUPPORT_ONLY
    headline = wording(maker.language).fill(template, does=does, could=could)
    return Content(headline, (Section("support", columns=columns, rows=rows, layout="table"),))


def _supporting(maker: Maker, key: str, extent: str) -> Cell:
    links = maker.framework.links_in(key, R.SUPPORTS)
    bodies = [link.source for link in links if link.word("extent") == extent]
    return maker.names(bodies) if bodies else Cell((_NOBODY,))


# --- the pages ------------------------------------------------------------------------------------

_PAGES: Final = (
    ReadingPage(
        "purpose",
        Text("What it is for", "Ce à quoi il sert"),
        Text(
            "The vision, the call to action and the rest of what all work answers to, with every "
            "wording that the sources print.",
            "La vision, l’appel à l’action et tout ce à quoi répondent les travaux, avec chaque "
            "libellé imprimé dans les sources.",
        ),
        Text(
            "No purpose is recorded in this state", "Aucune finalité n’est consignée dans cet état"
        ),
        _for_purpose,
        _purpose,
        types=("purpose", "principle"),
    ),
    ReadingPage(
        "objectives",
        Text("Objectives", "Objectifs"),
        Text(
            "What the framework itself is to do, what it was to bring, and what it covers.",
            "Ce que le cadre doit faire, ce qu’il devait apporter et ce qu’il englobe.",
        ),
        Text(
            "No objective of the framework is recorded in this state",
            "Aucun objectif du cadre n’est consigné dans cet état",
        ),
        _for_objectives,
        _objectives,
        types=("purpose",),
    ),
    ReadingPage(
        "support",
        Text("Support", "Appuis"),
        Text(
            "Who supports what, beside who could.",
            "Qui appuie quoi, à côté de qui pourrait le faire.",
        ),
        Text("No support is recorded in this state", "Aucun appui n’est consigné dans cet état"),
        _supported,
        _support,
    ),
    ReadingPage(
        "members",
        Text("Members", "Membres"),
        Text(
            "Seats by jurisdiction, in their fixed order. Seats belong to jurisdictions; no "
            "person is named.",
            "Les sièges par administration, dans leur ordre fixe. Un siège appartient à une "
            "administration; aucune personne n’est nommée.",
        ),
        Text("No seat is recorded in this state", "Aucun siège n’est consigné dans cet état"),
        all_of(Trait.SEAT),
        _members,
        types=("seat", "jurisdiction"),
    ),
    ReadingPage(
        "recommendations",
        Text("Recommendations", "Recommandations"),
        Text(
            "As recorded: what was asked, what happens otherwise, whom it concerns and where it "
            "was put.",
            "Telles que consignées : ce qui a été demandé, ce qui arrive sinon, qui est concerné "
            "et où elles ont été soumises.",
        ),
        Text(
            "No recommendation is recorded in this state",
            "Aucune recommandation n’est consignée dans cet état",
        ),
        of_types(Trait.DECISION, RECOMMENDATIONS),
        _answered,
        types=RECOMMENDATIONS,
    ),
    ReadingPage(
        "decisions",
        Text("Decisions", "Décisions"),
        Text(
            "As recorded: what was put or settled, whom it concerns and where.",
            "Telles que consignées : ce qui a été soumis ou tranché, qui est concerné et où.",
        ),
        Text(
            "No decision is recorded in this state", "Aucune décision n’est consignée dans cet état"
        ),
        of_types(Trait.DECISION, DECISIONS, others=True),
        _answered,
        types=DECISIONS,
    ),
    ReadingPage(
        "meetings",
        Text("Meetings", "Réunions"),
        Text(
            "When the councils met, how often, and what was put to them.",
            "Quand les conseils se sont réunis, à quel rythme, et ce qui leur a été soumis.",
        ),
        Text(
            "No meeting is recorded in this state", "Aucune réunion n’est consignée dans cet état"
        ),
        all_of(Trait.MEETING),
        _meetings,
        types=("meeting",),
    ),
    ReadingPage(
        "actions",
        Text("Actions", "Suivis"),
        Text(
            "Steps taken, planned or asked for, as recorded.",
            "Les pas faits, prévus ou demandés, tels que consignés.",
        ),
        Text("No action is recorded in this state", "Aucun suivi n’est consigné dans cet état"),
        of_types(Trait.DECISION, ACTIONS),
        _carried_out,
        types=ACTIONS,
    ),
    ReadingPage(
        "glossary",
        Text("Glossary", "Glossaire"),
        Text(
            "The words of the framework, in either language beside the other.",
            "Les mots du cadre, chaque langue à côté de l’autre.",
        ),
        Text("No term is recorded in this state", "Aucun terme n’est consigné dans cet état"),
        of_types(Trait.REFERENCE, TERMS, ("definition",)),
        _glossary,
        types=TERMS,
        both_orders=True,
    ),
    ReadingPage(
        "acronyms",
        Text("Short forms", "Sigles"),
        Text(
            "What each stands for, and what it must not be taken for.",
            "Ce que chacun signifie, et ce avec quoi il ne faut pas le confondre.",
        ),
        Text("No short form is recorded in this state", "Aucun sigle n’est consigné dans cet état"),
        of_types(Trait.REFERENCE, SHORT_FORMS),
        _short_forms,
        types=SHORT_FORMS,
        both_orders=True,
        cautions=True,
    ),
    ReadingPage(
        "documents",
        Text("Documents", "Documents"),
        Text(
            "The sources, and the models that they hold, with version and maturity.",
            "Les sources et les modèles qu’elles renferment, avec leur version et leur maturité.",
        ),
        Text(
            "No document is recorded in this state", "Aucun document n’est consigné dans cet état"
        ),
        of_types(Trait.REFERENCE, DOCUMENTS, ("version", "maturity")),
        _documents,
        types=DOCUMENTS,
    ),
)
PAGES: Final[Mapping[str, ReadingPage]] = MappingProxyType({one.id: one for one in _PAGES})
