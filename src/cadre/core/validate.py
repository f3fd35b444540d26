"""Whether a framework fits its own metamodel. What does not is a finding of the family REF.

The same findings stop a faulty file at the door and show, in a framework already loaded, what a
later change of the metamodel made invalid.
"""

from __future__ import annotations

from collections.abc import Iterator, Mapping
from typing import Final, NamedTuple

from cadre.core.attributes import Attribute
from cadre.core.dates import PartialDate
from cadre.core.finding import Evidence, Finding, Severity
from cadre.core.graph import Framework
from cadre.core.keys import LinkId
from cadre.core.metamodel import ElementType, LinkType, Metamodel
from cadre.core.phrases import capital, fill, listed, quoted
from cadre.core.text import Text
from cadre.core.traits import TRAIT_ATTRIBUTES, Trait
from cadre.core.values import Kind, Value, Values, has_kind

NO_TYPE: Final = "REF-01"
NO_ATTRIBUTE: Final = "REF-02"
WRONG_KIND: Final = "REF-03"
NO_CHOICE: Final = "REF-04"
NO_LINK_TYPE: Final = "REF-05"
NOT_ALLOWED: Final = "REF-06"
NOT_WEB: Final = "REF-07"
CHANGED_TRAIT: Final = "REF-08"

KIND_LABELS: Final[Mapping[Kind, Text]] = {
    Kind.TEXT: Text("a text", "un texte"),
    Kind.LOCALISED: Text("a text in two languages", "un texte en deux langues"),
    Kind.TEXTS: Text("a list of texts", "une liste de textes"),
    Kind.NUMBER: Text("a number", "un nombre"),
    Kind.DATE: Text("a date", "une date"),
    Kind.PERIOD: Text("a period", "une période"),
    Kind.CHOICE: Text("one of a list of choices", "un choix dans une liste"),
    Kind.CHOICES: Text("several of a list of choices", "des choix dans une liste"),
    Kind.YES_NO: Text("yes or no", "oui ou non"),
    Kind.WEB_LINK: Text("a web address", "une adresse Web"),
}

# The one Python type of most kinds. Web links are not among them: they are always looked at.
_USUAL: Final[Mapping[Kind, type]] = {
    Kind.TEXT: str,
    Kind.LOCALISED: Text,
    Kind.CHOICE: str,
    Kind.YES_NO: bool,
    Kind.DATE: PartialDate,
}
_SHOWN: Final = 6
_FAR: Final = 10**15
"""Whole numbers within are all measurable."""


def validate(framework: Framework) -> tuple[Finding, ...]:
    """All that does not fit the metamodel, in order of types, elements and links."""
    return (
        *_metamodel_findings(framework.metamodel),
        *_element_findings(framework),
        *_link_findings(framework),
    )


def _metamodel_findings(metamodel: Metamodel) -> Iterator[Finding]:
    for entry in metamodel.element_types.values():
        for attribute in entry.attributes:
            for trait in sorted(entry.traits):
                yield from _changed_trait(entry, attribute, trait)


def _changed_trait(entry: ElementType, attribute: Attribute, trait: Trait) -> Iterator[Finding]:
    for brought in TRAIT_ATTRIBUTES[trait]:
        if brought.key == attribute.key and brought.kind != attribute.kind:
            message = fill(
                Text(
                    "The type {type} makes its attribute {attribute} {kind}, but the trait that "
                    "brings it needs {needed}.",
                    "Le type {type} fait de son attribut {attribute} {kind}, mais le trait qui "
                    "l’apporte demande {needed}.",
                ),
                type=quoted(entry.label or entry.key),
                attribute=quoted(attribute.label or attribute.key),
                kind=KIND_LABELS[attribute.kind],
                needed=KIND_LABELS[brought.kind],
            )
            yield Finding(
                CHANGED_TRAIT,
                Severity.ERROR,
                (),
                message,
                discriminator=f"{entry.key} {attribute.key}",
            )


# --- elements ----------------------------------------------------------------------------------


def _element_findings(framework: Framework) -> Iterator[Finding]:
    metamodel = framework.metamodel
    gates = metamodel.once(_gates_of_elements)
    keys, types = framework.columns.keys, framework.types
    for key, type_key, values in zip(keys, types, framework.element_values(), strict=True):
        gate = gates.get(type_key)
        if gate is None:
            yield _no_type(framework, key, type_key)
            continue
        for name in _doubtful(values, gate):
            known = metamodel.attributes(type_key)
            place = _Place(framework, key, name, known)
            yield from _value_findings(place, known.get(name), values[name])
        if "inferred" in values:
            yield from _inferred_findings(framework, key, values, metamodel.attributes(type_key))


def _no_type(framework: Framework, key: str, type_key: str) -> Finding:
    message = fill(
        Text(
            "{name} is of the type {type}, which the framework does not have.",
            "{name} est du type {type}, que le cadre n’a pas.",
        ),
        name=quoted(framework[key].name),
        type=quoted(type_key),
    )
    return Finding(NO_TYPE, Severity.ERROR, (key,), message, discriminator=type_key)


def _inferred_findings(
    framework: Framework, key: str, values: Values, known: Mapping[str, Attribute]
) -> Iterator[Finding]:
    """The list of inferred fields names attributes: those are its choices."""
    inferred = values["inferred"]
    names = inferred if isinstance(inferred, tuple) else ()
    for name in names:
        if isinstance(name, str) and name not in known:
            yield _Place(framework, key, "inferred", known).no_choice(name, ())


class _Place:
    """Where a value stands, for the findings on it: an attribute of an element or of a link."""

    def __init__(
        self,
        framework: Framework,
        key: str,
        name: str,
        known: Mapping[str, Attribute],
        link: LinkId | None = None,
    ) -> None:
        self.name = name
        self.known = known
        self.key = key
        self.link = link
        self.discriminator = f"{link.type} {link.target} {name}" if link else name
        own = quoted(framework[key].name)
        if link is None:
            self.of = own
        else:
            self.of = fill(
                Text("the link from {source} to {target}", "le lien de {source} à {target}"),
                source=own,
                target=quoted(framework[link.target].name),
            )

    def finding(self, code: str, template: Text, shown: str = "", **parts: Text | str) -> Finding:
        attribute = self.known.get(self.name)
        label = attribute.label if attribute and attribute.label else Text(self.name, self.name)
        message = fill(template, of=capital(self.of), attribute=quoted(label), **parts)
        evidence = Evidence("attribute", label, key=self.key, link=self.link)
        if shown:
            evidence = Evidence(
                "attribute",
                fill(
                    Text("{label}: {value}", "{label}\u00a0: {value}"),
                    label=label,
                    value=shown,
                ),
                key=self.key,
                link=self.link,
            )
        return Finding(code, Severity.ERROR, (self.key,), message, (evidence,), self.discriminator)

    def no_choice(self, value: str, allowed: tuple[str, ...]) -> Finding:
        if not allowed:
            template = Text(
                "{of}: {attribute} names {value}, which is no attribute here.",
                "{of}\u00a0: {attribute} nomme {value}, qui n’est pas un attribut ici.",
            )
            return self.finding(NO_CHOICE, template, value, value=quoted(value))
        template = Text(
            "{of}: {attribute} is {value}, which is not among its choices ({allowed}).",
            "{of}\u00a0: {attribute} vaut {value}, qui n’est pas parmi ses choix ({allowed}).",
        )
        names = listed([Text(key, key) for key in allowed], most=_SHOWN)
        return self.finding(NO_CHOICE, template, value, value=quoted(value), allowed=names)


class _Gate(NamedTuple):
    """What nearly every value of an attribute is, so that it passes without a closer look.

    `usual` is the Python type; `choices` the keys it may have, None where any text will do.
    """

    attribute: Attribute
    usual: type | None
    choices: frozenset[str] | None


_Gates = Mapping[str, Mapping[str, _Gate]]


def _gates_of_elements(metamodel: Metamodel) -> _Gates:
    return {key: _gates(metamodel.attributes(key)) for key in metamodel.element_types}


def _gates_of_links(metamodel: Metamodel) -> _Gates:
    return {key: _gates(metamodel.link_attributes(key)) for key in metamodel.link_types}


def _gates(known: Mapping[str, Attribute]) -> dict[str, _Gate]:
    return {
        name: _Gate(
            attribute,
            _USUAL.get(attribute.kind),
            frozenset(choice.key for choice in attribute.choices) or None,
        )
        for name, attribute in known.items()
    }


def _doubtful(values: Values, gates: Mapping[str, _Gate]) -> list[str]:
    """The attributes whose value does not fit, or that there are none of."""
    found: list[str] = []
    # Asked of every value there is: hence no function for what nearly all of them are.
    for name, value in values.items():
        gate = gates.get(name)
        if gate is None:
            found.append(name)
            continue
        attribute, usual, choices = gate
        kind = type(value)
        if kind is usual:
            if choices is None or value in choices:
                continue
        elif (
            isinstance(value, int)
            and kind is int
            and attribute.kind is Kind.NUMBER
            and -_FAR < value < _FAR
        ):
            continue
        if not _fits(value, attribute):
            found.append(name)
    return found


def _fits(value: Value, attribute: Attribute) -> bool:
    if not has_kind(value, attribute.kind):
        return False
    match attribute.kind:
        case Kind.CHOICE:
            return not attribute.choices or attribute.choice(str(value)) is not None
        case Kind.CHOICES:
            return not _strangers(value, attribute)
        case Kind.WEB_LINK:
            return _is_web(str(value))
        case _:
            return True


def _strangers(value: Value, attribute: Attribute) -> list[str]:
    """Those of several choices that the attribute does not offer; none when it lists no choices."""
    if not attribute.choices or not isinstance(value, tuple):
        return []
    return [key for key in value if isinstance(key, str) and attribute.choice(key) is None]


def _is_web(value: str) -> bool:
    """Only http and https: `javascript:` and its kin must never reach a page."""
    scheme, colon, rest = value.partition("://")
    return (
        bool(colon)
        and scheme.lower() in ("http", "https")
        and bool(rest.strip("/"))
        and not any(char.isspace() for char in value)
    )


def _value_findings(place: _Place, attribute: Attribute | None, value: Value) -> Iterator[Finding]:
    if attribute is None:
        yield place.finding(
            NO_ATTRIBUTE,
            Text(
                "{of} has a value for {attribute}, an attribute that its type does not have.",
                "{of} a une valeur pour {attribute}, un attribut que son type n’a pas.",
            ),
        )
    elif not has_kind(value, attribute.kind):
        yield place.finding(
            WRONG_KIND,
            Text(
                "{of}: {attribute} must be {kind}.",
                "{of}\u00a0: {attribute} doit être {kind}.",
            ),
            kind=KIND_LABELS[attribute.kind],
        )
    elif attribute.kind is Kind.WEB_LINK:
        yield place.finding(
            NOT_WEB,
            Text(
                "{of}: {attribute} must begin with http:// or https:// and hold no space.",
                "{of}\u00a0: {attribute} doit commencer par http:// ou https:// et "
                "ne contenir aucune espace.",
            ),
            str(value),
        )
    else:
        allowed = tuple(choice.key for choice in attribute.choices)
        strangers = _strangers(value, attribute) or [str(value)]
        for stranger in strangers:
            yield place.no_choice(stranger, allowed)


# --- links -------------------------------------------------------------------------------------


def _link_findings(framework: Framework) -> Iterator[Finding]:
    metamodel, columns = framework.metamodel, framework.columns
    said = framework.link_values()
    types = framework.types
    gates = metamodel.once(_gates_of_links)
    for number, name in enumerate(columns.types):
        entry = metamodel.link_types.get(name)
        allowed: dict[tuple[str, str], bool] = {}
        for row in columns.span(number):
            if entry is None:
                yield _link_finding(
                    framework,
                    columns.id_of(row),
                    NO_LINK_TYPE,
                    Text(
                        "The link from {source} to {target} is of the type {type}, which the "
                        "framework does not have.",
                        "Le lien de {source} à {target} est du type {type}, que le cadre n’a pas.",
                    ),
                    quoted(name),
                )
                continue
            ends = (types[columns.sources[row]], types[columns.targets[row]])
            if ends not in allowed:
                allowed[ends] = _is_allowed(metamodel, entry, *ends)
            if not allowed[ends]:
                yield _link_finding(
                    framework,
                    columns.id_of(row),
                    NOT_ALLOWED,
                    Text(
                        "{source} may not be joined to {target} by a link of the type {type}.",
                        "{source} ne peut être joint à {target} par un lien du type {type}.",
                    ),
                    quoted(entry.label or name),
                )
            for attribute in _doubtful(said[row], gates[name]) if said[row] else ():
                link, known = columns.id_of(row), metamodel.link_attributes(name)
                place = _Place(framework, link.source, attribute, known, link)
                yield from _value_findings(place, known.get(attribute), said[row][attribute])


def _is_allowed(metamodel: Metamodel, entry: LinkType, source: str, target: str) -> bool:
    """An end whose type is gone is reported as such, and not once more for each of its links."""
    if source not in metamodel.element_types or target not in metamodel.element_types:
        return True
    return entry.allows(metamodel.traits(source), metamodel.traits(target))


def _link_finding(
    framework: Framework, link: LinkId, code: str, template: Text, type: Text
) -> Finding:
    message = fill(
        template,
        source=quoted(framework[link.source].name),
        target=quoted(framework[link.target].name),
        type=type,
    )
    evidence = Evidence("link", Text(" ".join(link), " ".join(link)), link=link)
    return Finding(
        code,
        Severity.ERROR,
        (link.source,),
        message,
        (evidence,),
        discriminator=f"{link.type} {link.target}",
    )
