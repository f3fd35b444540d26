"""Frameworks to draw: changed in one place, made at random, or large."""

from hypothesis import strategies as st

from cadre.core.graph import Element, Framework, Link
from cadre.core.kernel import KERNEL
from cadre.core.settings import Settings
from tests.viewpoints.conftest import element

STATES = ("2016-09", "proposal-2016", "2018", "recommendations-2018")
NAMES = st.text(
    st.characters(max_codepoint=0x17F, categories=["L", "N", "P", "Zs"]),
    min_size=1,
    max_size=60,
)
_KINDS = ("group", "council", "focus-area", "activity", "deliverable", "result", "purpose")
_LINKS = (
    ("covers", "group", "focus-area"),
    ("part-of", "group", "council"),
    ("leads", "group", "activity"),
    ("produces", "group", "deliverable"),
    ("in-focus-area", "activity", "focus-area"),
    ("in-focus-area", "deliverable", "focus-area"),
    ("in-focus-area", "result", "focus-area"),
    ("contributes-to", "activity", "result"),
    ("contributes-to", "deliverable", "result"),
    ("contributes-to", "result", "result"),
    ("serves", "focus-area", "purpose"),
    ("serves", "result", "purpose"),
    ("serves", "purpose", "purpose"),
    ("part-of", "focus-area", "focus-area"),
    ("part-of", "purpose", "purpose"),
    ("part-of", "group", "group"),
    ("same-work-as", "activity", "deliverable"),
)
_AIMS = ("vision", "call-to-action", "objective", "principle", "band", "goal", "")
_HORIZONS = ("immediate", "intermediate", "ultimate", "")
_SURE = ("stated", "high", "medium", "low")


def changed(
    framework: Framework,
    *more: Element | Link,
    without: tuple[str, ...] = (),
    settings: Settings | None = None,
) -> Framework:
    """The framework with elements and links put in, or in place of those of the same key."""
    values = framework.values_by_key()
    links = framework.values_by_link()
    for one in more:
        if isinstance(one, Element):
            values[one.key] = one.values
        else:
            links[one.id] = one.values
    for key in without:
        del values[key]
    kept = {one: value for one, value in links.items() if {one.source, one.target} <= set(values)}
    return Framework.of_values(framework.metamodel, settings or framework.settings, values, kept)


@st.composite
def frameworks(draw: st.DrawFn) -> Framework:
    """Any few elements, linked in any way the kernel allows."""
    counts = {kind: draw(st.integers(0, 7)) for kind in _KINDS}
    elements: list[Element] = []
    for kind, count in counts.items():
        for place in range(count):
            name = draw(NAMES)
            made = element(f"{kind}/x{place}", name, name, certainty=draw(st.sampled_from(_SURE)))
            if kind == "purpose":
                made = made.replace(kind=draw(st.sampled_from(_AIMS)))
            if kind == "result":
                made = made.replace(horizon=draw(st.sampled_from(_HORIZONS)))
            elements.append(made)
    links: dict[tuple[str, str, str], Link] = {}
    for type_, source, target in _LINKS:
        if counts[source] and counts[target]:
            for _ in range(draw(st.integers(0, 6))):
                one = f"{source}/x{draw(st.integers(0, counts[source] - 1))}"
                other = f"{target}/x{draw(st.integers(0, counts[target] - 1))}"
                values = {"certainty": draw(st.sampled_from(_SURE))}
                links[type_, one, other] = Link(type_, one, other, values)
    return Framework.of(KERNEL, elements, links.values())


def large(groups: int = 150, areas: int = 24) -> Framework:
    """Many groups, areas, pieces of work and results, linked by a rule."""
    elements = [
        element("council/north", "North", "Nord", mark="square"),
        element("purpose/vision", "Vision", "Visée", kind="vision"),
        element("purpose/call", "Call", "Appel", kind="call-to-action"),
    ]
    links = [Link("serves", "purpose/call", "purpose/vision")]
    for place in range(areas):
        key = f"focus-area/a{place}"
        elements.append(element(key, f"Area {place}", f"Domaine {place}", order=place))
        if place % 5:
            links.append(Link("serves", key, "purpose/call"))
        for number in range(40 if place == 0 else 3):
            work = f"activity/w{place}-{number}"
            elements.append(element(work, f"Work {place}.{number}", f"Travail {place}.{number}"))
            links.append(Link("in-focus-area", work, key))
        for horizon in ("immediate", "intermediate"):
            result = f"result/{horizon}-{place}"
            name = f"{horizon.capitalize()} change {place}"
            elements.append(element(result, name, f"Changement {place}", horizon=horizon))
            links.append(Link("in-focus-area", result, key))
    for place in range(groups):
        key = f"group/g{place}"
        elements.append(element(key, f"Group {place}", f"Groupe {place}", order=place))
        links.append(Link("part-of", key, "council/north"))
        links.append(Link("covers", key, f"focus-area/a{place % areas}"))
    return Framework.of(KERNEL, elements, links)
