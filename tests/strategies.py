"""Frameworks made by chance, for the laws."""

from __future__ import annotations

from typing import Final

from hypothesis import strategies as st

from cadre.core.attributes import Attribute, Choice
from cadre.core.dates import PartialDate, Period
from cadre.core.graph import Element, Framework, Link
from cadre.core.kernel import KERNEL
from cadre.core.metamodel import ElementType, Ends, LinkType, Metamodel
from cadre.core.settings import Setting, Settings
from cadre.core.text import Text, clean
from cadre.core.traits import LinkRole, Trait
from cadre.core.values import Kind, NotedText, Value

# A type and a link type that a user made: they occur nowhere in the program.
CARAVAN: Final = ElementType(
    "caravan",
    Text("Caravan", "Caravane"),
    Text("Caravans", "Caravanes"),
    Text("A moving group.", "Un groupe qui se déplace."),
    frozenset({Trait.BODY, Trait.WORKS}),
    attributes=(
        Attribute("camels", Kind.NUMBER, Text("Camels", "Chameaux")),
        Attribute("route", Kind.LOCALISED, Text("Route", "Itinéraire")),
        Attribute("stops", Kind.TEXTS, Text("Stops", "Haltes")),
        Attribute("season", Kind.PERIOD, Text("Season", "Saison")),
        Attribute("departed", Kind.DATE, Text("Departed", "Départ")),
        Attribute("loaded", Kind.YES_NO, Text("Loaded", "Chargée")),
        Attribute("site", Kind.WEB_LINK, Text("Site", "Site Web")),
        Attribute("motto", Kind.TEXT, Text("Motto", "Devise")),
        Attribute(
            "goods",
            Kind.CHOICES,
            Text("Goods", "Marchandises"),
            choices=(
                Choice("salt", Text("Salt", "Sel")),
                Choice("silk", Text("Silk", "Soie"), step=2),
            ),
        ),
        Attribute(
            "pace",
            Kind.CHOICE,
            Text("Pace", "Allure"),
            choices=(Choice("slow", Text("Slow", "Lente")), Choice("fast", Text("Fast", "Vive"))),
        ),
    ),
)
FOLLOWS: Final = LinkType(
    "follows",
    LinkRole.OTHER,
    Text("follows", "suit"),
    Text("is followed by", "est suivie de"),
    ends=(Ends(frozenset({Trait.WORKS}), frozenset({Trait.WORKS})),),
    attributes=(Attribute("distance", Kind.NUMBER, Text("Distance", "Distance")),),
)
WITH_CARAVANS: Final = KERNEL.extended([CARAVAN], [FOLLOWS])

LETTERS: Final = "aZé œ’=+;,'\"\n\t0-"
words = st.text(LETTERS, max_size=6).map(clean)
filled_words = st.sampled_from(
    ["=1+1", "+33", "-", "@x", "'quoted'", "a,b;c", "é\nè", "\ttab", "x"]
)
texts = st.builds(
    Text, words | filled_words, words | filled_words, st.sampled_from([None, "en", "fr"])
)
dates = st.builds(PartialDate, st.integers(1900, 2100)) | st.builds(
    PartialDate, st.integers(1900, 2100), st.integers(1, 12), st.integers(1, 28)
)
periods = st.builds(Period, dates, st.none()) | st.builds(Period, st.none(), dates)
numbers = st.integers(-(10**9), 10**9) | st.floats(allow_nan=False, allow_infinity=False, width=32)
noted = st.builds(NotedText, texts, words, words)


def values_of(attribute: Attribute) -> st.SearchStrategy[Value]:
    """Values of the kind of an attribute, from its choices where it has any."""
    keys = [choice.key for choice in attribute.choices] or ["name", "summary"]
    match attribute.kind:
        case Kind.TEXT | Kind.WEB_LINK:
            return words | filled_words
        case Kind.LOCALISED:
            return texts
        case Kind.TEXTS:
            return st.lists(noted, max_size=3).map(tuple)
        case Kind.NUMBER:
            return numbers
        case Kind.DATE:
            return dates
        case Kind.PERIOD:
            return periods
        case Kind.CHOICE:
            return st.sampled_from(keys)
        case Kind.CHOICES:
            return st.lists(st.sampled_from(keys), max_size=3, unique=True).map(tuple)
        case Kind.YES_NO:
            return st.booleans()


@st.composite
def elements(draw: st.DrawFn, metamodel: Metamodel = WITH_CARAVANS) -> Element:
    """An element of any type, with a few of its attributes."""
    type_key = draw(st.sampled_from(["group", "focus-area", "council", "caravan", "activity"]))
    attributes = list(metamodel.attributes(type_key).values())
    chosen = draw(st.lists(st.sampled_from(attributes), max_size=4, unique=True))
    slug = draw(st.sampled_from("abcdef"))
    return Element(f"{type_key}/{slug}", {one.key: draw(values_of(one)) for one in chosen})


settings: st.SearchStrategy[Settings] = st.dictionaries(
    st.sampled_from(
        ["name", "maturity", "threshold/few", "severity/GAP-01", "assessed/covers", "word/group"]
    ),
    texts | st.integers(0, 9) | dates | st.booleans() | st.sampled_from(["error", "advice"]),
    max_size=3,
).map(lambda entries: Settings.of(dict[str, Setting](entries)))


@st.composite
def frameworks(draw: st.DrawFn) -> Framework:
    """A small framework of any shape, with or without a user's own types."""
    found = {one.key: one for one in draw(st.lists(elements(), max_size=8))}
    keys = sorted(found)
    own = draw(st.booleans()) or any(key.startswith("caravan/") for key in keys)
    metamodel = WITH_CARAVANS if own else KERNEL
    names = ["part-of", "tied-to", "covers", "overlaps-with", *(["follows"] if own else [])]
    links: dict[tuple[str, str, str], Link] = {}
    for _ in range(draw(st.integers(0, 8)) if keys else 0):
        name, source, target = (
            draw(st.sampled_from(names)),
            draw(st.sampled_from(keys)),
            draw(st.sampled_from(keys)),
        )
        attributes = list(metamodel.link_attributes(name).values())
        chosen = draw(st.lists(st.sampled_from(attributes), max_size=2, unique=True))
        values = {one.key: draw(values_of(one)) for one in chosen}
        links[name, source, target] = Link(name, source, target, values)
    return Framework.of(metamodel, found.values(), links.values(), draw(settings))


@st.composite
def lawful_frameworks(draw: st.DrawFn) -> Framework:
    """A framework whose links its metamodel allows, and whose web links are addresses."""
    framework = draw(frameworks())
    links = [
        link
        for link in framework.links()
        if framework.metamodel.link_types[link.type].allows(
            framework.traits(link.source), framework.traits(link.target)
        )
    ]
    elements_ = [
        Element(e.key, {k: v for k, v in e.values.items() if k not in ("site", "address")})
        for e in framework.elements()
    ]
    return Framework.of(framework.metamodel, elements_, links, framework.settings)
