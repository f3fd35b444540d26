"""The outline that stands for a picture on a phone."""

from __future__ import annotations

from django.utils.translation import gettext, pgettext
from markupsafe import Markup

from cadre.viewpoints.outline import Line, Note, Part
from cadre.web.markup.escaping import escaped
from cadre.web.markup.links import word_or_link
from cadre.web.markup.signs import mark
from cadre.web.markup.texts import alone, written
from cadre.web.visit import Visit


def heading_of(part: Part, visit: Visit) -> Markup:
    """The heading of a part of an outline, with its mark where it is a step of the axis."""
    sign = visit.marks.get(part.key)
    return mark(visit.language, sign) if sign else alone(visit.language, part.heading)


def outline_line(line: Line, visit: Visit) -> Markup:
    """One thing of an outline: its name as a link, what it is about, and notes."""
    element = visit.opened.framework.get(line.key)
    name = word_or_link(line.key, visit) if element else ""
    text = written(visit.language, line.text)
    if element and line.text in (element.name, element.short_name):
        text = ""
    colon = escaped(pgettext("label", ":")) if name and text else ""
    notes = "".join([_note(note, visit) for note in line.notes])
    sure = ""
    if not line.certain:
        uncertain = escaped(gettext("uncertain"))
        sure = f' <span class="tag tag--dashed">{uncertain}</span>'
    return Markup(f"<p>{name}{colon} {text}{sure}</p>{notes}")  # noqa: S704 -- written mark-up


def _note(note: Note, visit: Visit) -> str:
    names = ", ".join([word_or_link(key, visit) for key in note.keys])
    has_label = note.label and note.label != note.text
    label = written(visit.language, note.label) if has_label else ""
    colon = escaped(pgettext("label", ":")) if label else ""
    between = ", " if names and note.text else ""
    text = written(visit.language, note.text)
    return f'<p class="meta">{label}{colon} {text}{between}{names}</p>'
