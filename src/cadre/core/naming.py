"""How the things of a framework are called, in both languages: fields, values, types, settings.

What compares two states asks both: something that went has its name in the earlier one alone.
"""

from __future__ import annotations

from dataclasses import dataclass
from typing import Final

from cadre.core.attributes import Attribute
from cadre.core.dates import PartialDate, Period
from cadre.core.graph import Framework
from cadre.core.keys import LinkId, type_of
from cadre.core.phrases import NBSP, dated, listed
from cadre.core.settings import Setting
from cadre.core.text import Language, Text
from cadre.core.values import NotedText, Value

YES: Final = Text("yes", "oui")
NO: Final = Text("no", "non")
LANGUAGE_NAMES: Final[dict[Language, Text]] = {
    "en": Text("English", "anglais"),
    "fr": Text("French", "français"),
}
_SPAN: Final = Text("{start} to {end}", "de {start} à {end}")
_FROM: Final = Text("from {start}", "à partir de {start}")
_UNTIL: Final = Text("until {end}", "jusqu’à {end}")


def _same(text: str) -> Text:
    return Text(text, text)


@dataclass(frozen=True, slots=True)
class Names:
    """What two states of one framework call things, the later one first."""

    before: Framework
    after: Framework

    def element(self, key: str) -> Text:
        """The name of an element, as the later state has it if it is there."""
        element = self.after.get(key) or self.before.get(key)
        return element.name if element else _same(key)

    def short(self, key: str) -> Text:
        """Its name in pictures."""
        element = self.after.get(key) or self.before.get(key)
        return element.short_name if element else _same(key)

    def type(self, key: str) -> tuple[Text, Text]:
        """The label of an element type, for one and for many."""
        entry = self.after.metamodel.element_types.get(key)
        entry = entry or self.before.metamodel.element_types.get(key)
        return (entry.label, entry.plural) if entry else (_same(key), _same(key))

    def type_order(self, key: str) -> tuple[int, str]:
        """Where a type stands among the others."""
        entry = self.after.metamodel.element_types.get(key)
        entry = entry or self.before.metamodel.element_types.get(key)
        return (entry.order if entry else 10**6, key)

    def link(self, type_key: str) -> tuple[Text, Text]:
        """How a link is read from its source, and from its target."""
        entry = self.after.metamodel.link_types.get(type_key)
        entry = entry or self.before.metamodel.link_types.get(type_key)
        return (entry.label, entry.inverse) if entry else (_same(type_key), _same(type_key))

    def link_order(self, key: str) -> tuple[int, str]:
        """Where a type of link stands among the others."""
        entry = self.after.metamodel.link_types.get(key)
        entry = entry or self.before.metamodel.link_types.get(key)
        return (entry.order if entry else 10**6, key)

    def attribute(self, of: str | LinkId, field: str) -> Attribute | None:
        """An attribute of an element (by its key) or of a link."""
        for framework in (self.after, self.before):
            model = framework.metamodel
            known = (
                model.attributes(type_of(of))
                if isinstance(of, str)
                else model.link_attributes(of.type)
            )
            if field in known:
                return known[field]
        return None

    def field(self, of: str | LinkId, field: str) -> Text:
        """The label of an attribute."""
        attribute = self.attribute(of, field)
        return attribute.label if attribute else _same(field)

    def value(self, of: str | LinkId, field: str, value: Value | None) -> Text:
        """A value in words; empty for none."""
        return value_label(self.attribute(of, field), value)

    def called(self, slug: str) -> Text:
        """Whatever element has this slug, by its short name; else the slug itself."""
        for framework in (self.after, self.before):
            for key in framework.keys():  # noqa: SIM118 -- in order of types
                if key.endswith(f"/{slug}"):
                    return framework[key].short_name
        return _same(slug)


def value_label(attribute: Attribute | None, value: Value | Setting | None) -> Text:
    """A value in words: choices by their labels, dates and numbers as each language has them."""
    match value:
        case None:
            return Text()
        case bool():
            return YES if value else NO
        case Text():
            return value
        case str():
            choice = attribute.choice(value) if attribute else None
            return choice.label if choice else _same(value)
        case int() | float():
            return number_label(value)
        case PartialDate():
            return dated(value)
        case Period():
            return _period(value)
        case tuple():
            return listed([item_label(attribute, item) for item in value])


def item_label(attribute: Attribute | None, item: str | NotedText) -> Text:
    """One of a list of values in words."""
    return item.text if isinstance(item, NotedText) else value_label(attribute, item)


def number_label(value: float) -> Text:
    """A number in figures: `12,345.6` and `12 345,6`."""
    text = f"{value:,}".replace("-", "–")
    return Text(text, text.replace(",", NBSP).replace(".", ","))


def _period(value: Period) -> Text:
    start = dated(value.start) if value.start else Text()
    end = dated(value.end) if value.end else Text()
    template = _SPAN if start and end else _FROM if start else _UNTIL
    return Text(
        template.en.format(start=start.en, end=end.en),
        template.fr.format(start=start.fr, end=end.fr),
    )
