"""Values, elements and links as JSON, each form telling its kind so that none needs a schema."""

from __future__ import annotations

from collections.abc import Mapping
from typing import Final, cast

from cadre.core.dates import PartialDate, Period
from cadre.core.graph import Element, Link
from cadre.core.keys import LinkId
from cadre.core.settings import Setting
from cadre.core.text import Text, clean, is_language
from cadre.core.values import NotedText, Value, Values, frozen_values, is_measurable
from cadre.exchange.json_shapes import (
    Json,
    JsonObject,
    Keep,
    Malformed,
    not_a_language,
    object_at,
    refuse,
    text_at,
    under,
)

_DATE: Final = Text("Write 2016, 2016-09 or 2016-09-14.", "Écrire 2016, 2016-09 ou 2016-09-14.")
_PERIOD: Final = Text("Write it as 2016-10/2017-03.", "L’écrire comme 2016-10/2017-03.")
_LEAVE_OUT: Final = Text("Write it, or leave the name out.", "L’écrire, ou laisser le nom de côté.")
_SMALLER: Final = Text("Write a smaller one.", "En écrire un plus petit.")
_OTHER_KIND: Final = Text(
    "Use a text, a number, a date, true or false.",
    "Employer un texte, un nombre, une date, true ou false.",
)


def text_to_json(text: Text) -> JsonObject:
    """A text by language; what is empty is left out."""
    found: JsonObject = {lang: text.get(lang) for lang in ("en", "fr") if text.get(lang)}
    if text.stale:
        found["stale"] = text.stale
    return found


def text_from_json(value: Json) -> Text:
    """A text by language. Malformed for anything else."""
    found = {} if value is None else object_at(value)
    unknown = set(found) - {"en", "fr", "stale"}
    if unknown:
        raise not_a_language(clean(min(unknown)))
    stale = text_at(found.get("stale"), "stale")
    if stale and not is_language(stale):
        raise not_a_language(stale, "stale")
    return Text(
        text_at(found.get("en"), "en"),
        text_at(found.get("fr"), "fr"),
        stale if is_language(stale) else None,
    )


def value_to_json(value: Value) -> Json:
    """A value in a form that tells its kind: a date is `{"date": ...}`, a text has languages."""
    match value:
        case Text():
            return text_to_json(value)
        case PartialDate():
            return {"date": str(value)}
        case Period():
            return {"period": str(value)}
        case tuple():
            return [_item_to_json(item) for item in value]
        case _:
            return value


def _item_to_json(item: str | NotedText) -> Json:
    if isinstance(item, str):
        return item
    found: JsonObject = {"text": text_to_json(item.text)}
    if item.kind:
        found["kind"] = item.kind
    if item.provenance:
        found["provenance"] = item.provenance
    return found


def value_from_json(value: Json) -> Value:
    """The value that a JSON form stands for. Malformed when it stands for none."""
    match value:
        case str():
            return clean(value)
        case int() | float() if not is_measurable(value):
            raise Malformed(
                Text("a number is too large.", "un nombre est trop grand."), mend=_SMALLER
            )
        case bool() | int() | float():
            return value
        case list():
            return _items_from_json(value)
        case {"date": str() as date}:
            return _partial_date(date)
        case {"period": str() as period}:
            try:
                return Period.parse(period)
            except ValueError:
                shown = clean(period)
                raise Malformed(
                    Text(f"“{shown}” is not a period.", f"« {shown} » n’est pas une période."),
                    mend=_PERIOD,
                ) from None
        case dict():
            return text_from_json(value)
        case None:
            raise Malformed(
                Text("a value is expected here.", "une valeur est attendue ici."), mend=_LEAVE_OUT
            )


def _partial_date(text: str) -> PartialDate:
    try:
        return PartialDate.parse(text)
    except ValueError:
        raise not_a_date(clean(text)) from None


def not_a_date(text: str, path: str = "") -> Malformed:
    """The refusal of what is no date."""
    return Malformed(
        Text(f"“{text}” is not a date.", f"« {text} » n’est pas une date."), path, _DATE
    )


def _items_from_json(items: list[Json]) -> Value:
    if all(isinstance(item, str) for item in items):
        return tuple(clean(cast("str", item)) for item in items)
    found: list[NotedText] = []
    for place, item in enumerate(items):
        try:
            entry = object_at(item)
            found.append(
                NotedText(
                    text_from_json(entry.get("text")),
                    text_at(entry.get("kind"), "kind"),
                    text_at(entry.get("provenance"), "provenance"),
                )
            )
        except Malformed as fault:
            raise fault.under(f"[{place}]") from None
    return tuple(found)


def values_to_json(values: Values) -> JsonObject:
    """The values of an element or a link, by attribute."""
    return {name: value_to_json(value) for name, value in values.items()}


def values_from_json(value: Json, keep: Keep = refuse) -> Values:
    """The values of an element or a link. Malformed names the attribute at fault."""
    found: dict[str, Value] = {}
    for name, one in ({} if value is None else object_at(value)).items():
        try:
            found[name] = value_from_json(one)
        except Malformed as fault:
            keep(fault.under(clean(name)))
    return frozen_values(found)


def setting_to_json(value: Setting) -> Json:
    """A setting, in the same form as a value."""
    return value_to_json(value)


def setting_from_json(value: Json) -> Setting:
    """A setting. Malformed when it is of a kind that settings do not have."""
    found = value_from_json(value)
    if isinstance(found, tuple | Period):
        raise Malformed(
            Text("no setting has this kind.", "aucun réglage n’est de ce genre."), mend=_OTHER_KIND
        )
    return found


# --- elements and links ------------------------------------------------------------------------


def element_to_json(element: Element) -> JsonObject:
    """An element with its values."""
    return {"key": element.key, "attributes": values_to_json(element.values)}


def element_from_json(value: Json, keep: Keep = refuse) -> Element:
    """An element with its values. What `keep` takes is left out of them."""
    entry = object_at(value)
    values = _attributes(entry, keep)
    return Element(text_at(entry.get("key"), "key"), values)


def _attributes(entry: JsonObject, keep: Keep) -> Values:
    try:
        given = object_at(entry.get("attributes") or {})
    except Malformed as fault:
        raise fault.under("attributes") from None
    return values_from_json(given, under(keep, "attributes"))


def link_to_json(link: Link) -> JsonObject:
    """A link with its values."""
    return {
        "type": link.type,
        "source": link.source,
        "target": link.target,
        "attributes": values_to_json(link.values),
    }


def link_from_json(value: Json, keep: Keep = refuse) -> Link:
    """A link with its values. What `keep` takes is left out of them."""
    entry = object_at(value)
    return Link(*link_id_from_json(entry), _attributes(entry, keep))


def link_id_from_json(entry: Mapping[str, Json]) -> LinkId:
    """What identifies a link: its type and its ends."""
    return LinkId(
        text_at(entry.get("type"), "type"),
        text_at(entry.get("source"), "source"),
        text_at(entry.get("target"), "target"),
    )
