"""Where the texts of a framework are not as good in one language as in the other."""

from __future__ import annotations

from collections.abc import Iterator, Mapping
from dataclasses import dataclass
from typing import Final

from cadre.analysis.facts import Facts
from cadre.analysis.rule import Found
from cadre.core.attributes import Attribute
from cadre.core.finding import Evidence
from cadre.core.keys import LinkId
from cadre.core.phrases import fill, listed, within
from cadre.core.text import Language, Text
from cadre.core.values import Values

_MOST: Final = 5


@dataclass(frozen=True, slots=True)
class TextPlace:
    """A text of an element, or of a link from it, and the language that is not as it should be."""

    key: str
    label: Text
    language: Language
    text: Text
    link: LinkId | None = None


@dataclass(frozen=True, slots=True)
class TextFaults:
    """All texts that lack a language, and all in which one language fell behind the other."""

    missing: tuple[TextPlace, ...]
    stale: tuple[TextPlace, ...]


def text_faults(facts: Facts) -> TextFaults:
    """Look at every localised text once."""
    missing: list[TextPlace] = []
    stale: list[TextPlace] = []
    for place in _doubtful(facts):
        if place.text.missing:
            missing.append(place)
        elif place.text.stale:
            stale.append(place)
    return TextFaults(tuple(missing), tuple(stale))


def _doubtful(facts: Facts) -> Iterator[TextPlace]:
    metamodel = facts.framework.metamodel
    for key, element in facts.elements.items():
        for name, text in _one_sided(element.values):
            label = _label(metamodel.attributes(element.type), name)
            yield TextPlace(key, label, _language(text), text)
    for link in facts.all_links:
        for name, text in _one_sided(link.values) if link.values else ():
            label = _label(metamodel.link_attributes(link.type), name)
            yield TextPlace(link.source, label, _language(text), text, link.id)


def _one_sided(values: Values) -> list[tuple[str, Text]]:
    return [
        (name, value)
        for name, value in values.items()
        if type(value) is Text and (value.stale or not (value.en and value.fr))
    ]


def _language(text: Text) -> Language:
    """The language that is missing, or else the one that fell behind."""
    return text.missing[0] if text.missing else (text.stale or "fr")


def _label(attributes: Mapping[str, Attribute], name: str) -> Text:
    attribute = attributes.get(name)
    return attribute.label if attribute and attribute.label else Text(name, name)


def found_by_subject(
    facts: Facts, places: tuple[TextPlace, ...], sentences: Mapping[Language, Text]
) -> Iterator[Found]:
    """One finding for each element and language, with the texts it is about."""
    held: dict[tuple[str, Language], list[TextPlace]] = {}
    for place in places:
        held.setdefault((place.key, place.language), []).append(place)
    for (key, language), own in held.items():
        labels = list(dict.fromkeys(_of(facts, place) for place in own))
        message = fill(sentences[language], name=facts.name(key), fields=listed(labels, most=_MOST))
        evidence = tuple(Evidence("text", place.text, key=key, link=place.link) for place in own)
        yield Found((key,), message, evidence, discriminator=language)


def _of(facts: Facts, place: TextPlace) -> Text:
    """`name`, or `what, of the link to “X”`."""
    if place.link is None:
        return within(place.label)
    return fill(
        Text("{label} of its link to {target}", "{label} du lien vers {target}"),
        label=within(place.label),
        target=facts.short(place.link.target),
    )
