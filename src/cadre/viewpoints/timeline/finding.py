"""What the timeline finds: how often the councils met in person, and the longest gap."""

from __future__ import annotations

from typing import Final

from cadre.core.text import Text
from cadre.viewpoints.timeline.model import IN_PERSON, Calendar
from cadre.viewpoints.words import Words

_NONE: Final = Text(
    "No meeting is recorded in this state", "Aucune réunion n’est consignée dans cet état"
)
_NONE_LEAD: Final = Text(
    "Record the meetings, with their date, place and form, and what was decided at each.",
    "Consignez les réunions, avec leur date, leur lieu et leur forme, et ce qui y a été décidé.",
)
_CADENCE: Final = Text(
    "In-person meetings are about {months} months apart; the longest gap is {longest}",
    "Les réunions en personne ont lieu environ tous les {months} mois; le plus long intervalle "
    "est de {longest}",
)
_EVEN: Final = Text(
    "In-person meetings are {months} months apart",
    "Les réunions en personne ont lieu tous les {months} mois",
)
_COUNTED: Final = Text(
    "{n:words} {n:meeting is|meetings are} recorded, {m:words} of them in person and dated",
    "{n:words-f} {n:réunion est consignée|réunions sont consignées}, dont {m:words-f} en personne "
    "et {m:datée|datées}",
)
_LONGEST: Final = Text(
    "The longest gap is from {before} to {after}.",
    "Le plus long intervalle va de {before} à {after}.",
)
_NEXT: Final = Text("The next meeting is {name}.", "La prochaine réunion est {name}.")
_NO_NEXT: Final = Text(
    "No meeting with a date is planned after the day of this state.",
    "Aucune réunion datée n’est prévue après le jour de cet état.",
)
_UNDATED: Final = Text(
    "{n:words} {n:has|have} no date recorded.", "{n:words-f} {n:n’a|n’ont} pas de date consignée."
)
_SUMMARY: Final = Text(
    "{title}. Meetings: {n}; dated: {dated}; in person: {person}.",
    "{title}. Réunions : {n}; datées : {dated}; en personne : {person}.",
)


def title_of(calendar: Calendar, words: Words) -> str:
    """How far apart meetings are, or how many there are."""
    if not calendar.meetings:
        return words.of(_NONE)
    longest, cadence = calendar.longest, calendar.cadence
    if longest is None or cadence is None:
        return words.fill(_COUNTED, n=len(calendar.meetings), m=_in_person(calendar))
    if all(gap.months == longest.months for gap in calendar.gaps):
        return words.fill(_EVEN, months=longest.months)
    return words.fill(_CADENCE, months=round(cadence), longest=longest.months)


def _in_person(calendar: Calendar) -> int:
    return sum(one.form == IN_PERSON for one in calendar.dated)


def lead_of(calendar: Calendar, words: Words) -> str:
    """Which gap is the longest, what comes next, and what has no date."""
    if not calendar.meetings:
        return words.of(_NONE_LEAD)
    found: list[str] = []
    longest = calendar.longest
    if longest is not None and any(gap.months != longest.months for gap in calendar.gaps):
        before, after = longest.before.date, longest.after.date
        if before and after:
            found.append(words.fill(_LONGEST, before=before, after=after))
    coming = calendar.upcoming
    if coming:
        found.append(words.fill(_NEXT, name=words.quoted(coming[0].short)))
    else:
        found.append(words.of(_NO_NEXT))
    undated = len(calendar.meetings) - len(calendar.dated)
    if undated:
        found.append(words.fill(_UNDATED, n=undated))
    return " ".join(found)


def summary_of(calendar: Calendar, title: str, words: Words) -> str:
    """What the picture says, for those who do not see it."""
    if not calendar.meetings:
        return title
    return words.fill(
        _SUMMARY,
        title=title,
        n=len(calendar.meetings),
        dated=len(calendar.dated),
        person=sum(one.form == IN_PERSON for one in calendar.meetings),
    )
