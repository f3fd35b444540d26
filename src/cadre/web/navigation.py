"""The areas of the site and the sections in each. Only what is built is shown."""

from __future__ import annotations

from collections.abc import Iterable
from dataclasses import dataclass
from functools import partial
from typing import Final

from django.utils.translation import gettext as _

from cadre.core.metamodel import ElementType
from cadre.core.text import Language, Text
from cadre.core.traits import Trait
from cadre.services import lists, pictures
from cadre.services.frameworks import Opened
from cadre.services.memory import remembered
from cadre.services.reading_pages import PAGES
from cadre.web.addresses import address

# The types that stand in the row of the directory, by what they are; all others are one click on.
IN_THE_ROW: Final = (
    Trait.STEERS,
    Trait.WORKS,
    Trait.PRIORITY,
    Trait.AXIS,
    Trait.WORK,
    Trait.OUTCOME,
)

# The pictures that stand in the row of theirs; all others are one click on.
SEEN_FIRST: Final = (
    "framework-map",
    "gap-matrix",
    "logic-model",
    "roadmap",
    "structure",
    "change-analysis",
)

DECIDE: Final = ("recommendations", "decisions", "meetings", "actions")


@dataclass(frozen=True, slots=True)
class Section:
    """One page of an area."""

    label: str | Text
    address: str
    here: bool


@dataclass(frozen=True, slots=True)
class Area:
    """A part of the site."""

    label: str
    sections: tuple[Section, ...]
    here: bool

    @property
    def address(self) -> str:
        """Its first page."""
        return self.sections[0].address


@remembered(512)
def areas(
    opened: Opened, language: Language, page: str, arguments: tuple[tuple[str, str], ...]
) -> tuple[Area, ...]:
    """All areas, with the page that is shown marked: the one of this name and arguments."""
    given = dict(arguments)
    to = partial(address, language, framework=opened.key, state=opened.state)

    def section(label: str | Text, name: str, *also: str, **more: str) -> Section:
        here = page == name or page in also
        here = here and all(given.get(key) == value for key, value in more.items())
        return Section(label, to(name, **more), here)

    def read(name: str) -> Section:
        return section(PAGES[name].label, name)

    see = [
        entry
        for one in pictures.offered(opened)
        for entry in [section(one.label, f"see-{one.id}")]
        if entry.here or one.id in SEEN_FIRST
    ]
    see.append(section(_("All pictures"), "pictures"))
    check = [
        section(_("Findings"), "findings", "finding"),
        section(_("Rules"), "rules", "rule"),
        section(_("What is uncertain"), "uncertain"),
    ]
    listed = {"element", "list", "elements"}
    chosen = _in_the_row(opened)
    directory = [
        Section(one.plural, to("list", type=one.key), page in listed and here)
        for one in chosen
        for here in [given.get("type") == one.key]
    ]
    others = page in listed and not any(one.here for one in directory)
    directory += [read("members"), read("support")]
    directory.append(Section(_("All elements"), to("elements"), others))

    found = [
        (_("Overview"), [section(_("At a glance"), "home"), read("purpose"), read("objectives")]),
        (_("See"), see),
        (_("Check"), check),
        (_("Directory"), directory),
        (_("Change"), [section(_("States"), "states")]),
        (_("Decide"), [read(name) for name in DECIDE]),
    ]
    return tuple(
        Area(label, tuple(sections), any(one.here for one in sections))
        for label, sections in found
        if sections
    )


def _in_the_row(opened: Opened) -> Iterable[ElementType]:
    present = [one.type for one in lists.types(opened)]
    return [entry for trait in IN_THE_ROW for entry in present if trait in entry.traits]
