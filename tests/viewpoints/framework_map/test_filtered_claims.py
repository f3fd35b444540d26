"""What a filtered map says is true of the framework: a filter hides, it makes nothing untrue.

Each drawn text that starts with "no" or "aucun" is asked of the framework itself, whatever the
reader left out. A claim that no check knows fails: whoever adds one says here what makes it true.
"""

import re
from collections.abc import Callable, Iterator
from dataclasses import replace

import pytest

from cadre.analysis.facts import Facts
from cadre.core.graph import Framework, Link
from cadre.core.states import States
from cadre.core.text import Language, Text
from cadre.core.traits import LinkRole, Trait
from cadre.render.measure import MEASURE
from cadre.viewpoints.framework_map import FRAMEWORK_MAP
from cadre.viewpoints.framework_map.selection import council_of
from cadre.viewpoints.scene import AnyItem, Box, Group, Label, Rect, Scene, Wire
from cadre.viewpoints.viewpoint import Option, Stage
from cadre.wording import wording
from tests.viewpoints.conftest import NOW, element
from tests.viewpoints.framework_map.builders import changed

LANGUAGES: tuple[Language, ...] = ("en", "fr")
FORMS = (("macro", "tabloid"), ("macro", "phone"), ("micro", "a2"), ("micro", "letter"))
NEGATIVE = re.compile(r"(no|none|nobody|aucun|aucune|aucuns|aucunes|personne)\b", re.IGNORECASE)


class Truth:
    """What the framework says of an element, asked of its links alone."""

    def __init__(self, framework: Framework) -> None:
        self.framework = framework
        self.lasting = set(Facts(framework).lasting)

    def at_work(self, area: str) -> set[str]:
        return set(self.framework.sources(area, LinkRole.COVERS)) & self.lasting

    def helpers(self, priority: str) -> set[str]:
        roles = (LinkRole.LEADS, LinkRole.SUPPORTS, LinkRole.TAKES_PART)
        found = {key for role in roles for key in self.framework.sources(priority, role)}
        return {key for key in found if self.framework.has(key, Trait.WORKS)}

    def reached(self, area: str) -> bool:
        return any(
            self.at_work(area) & self.helpers(priority)
            or area in self.framework.targets(priority, LinkRole.IN_FOCUS_AREA)
            for priority in self.framework.keys(Trait.PRIORITY)
        )

    def proposed(self, area: str) -> bool:
        return any(
            element.lifecycle not in {"active", "paused", "ended"}
            and element.word("progress") not in {"under-way", "done", "stopped"}
            for element in map(
                self.framework.__getitem__, self.framework.sources(area, LinkRole.IN_FOCUS_AREA)
            )
            if {Trait.WORK, Trait.OUTPUT} & self.framework.traits(element.key)
        )

    def led(self, priority: str) -> bool:
        return bool(self.framework.sources(priority, LinkRole.LEADS))

    def tied(self, body: str) -> bool:
        roles = (LinkRole.TIED_TO, LinkRole.OVERSEES)
        return any(
            self.framework.links_in(body, role) or self.framework.links_out(body, role)
            for role in roles
        )

    def resulting(self, area: str) -> bool:
        found = self.framework.sources(area, LinkRole.IN_FOCUS_AREA)
        work = [key for key in found if not self.framework.has(key, Trait.OUTCOME)]
        return len(work) < len(found) or any(
            self.framework.targets(key, LinkRole.CONTRIBUTES_TO) for key in work
        )

    def idle(self, group: str) -> bool:
        return not any(
            self.framework.has(key, Trait.AXIS)
            for key in self.framework.targets(group, LinkRole.COVERS)
        )


CLAIMS: dict[str, Callable[[Truth, str], bool]] = {
    "no group": lambda truth, key: not truth.at_work(key),
    "aucun groupe": lambda truth, key: not truth.at_work(key),
    "no group at work": lambda truth, key: not truth.at_work(key),
    "aucun groupe à l’œuvre": lambda truth, key: not truth.at_work(key),
    "none": lambda truth, key: not truth.at_work(key),
    "aucun": lambda truth, key: not truth.at_work(key),
    "no priority": lambda truth, key: not truth.reached(key),
    "aucune priorité": lambda truth, key: not truth.reached(key),
    "no priority reaches it": lambda truth, key: not truth.reached(key),
    "aucune priorité ne l’atteint": lambda truth, key: not truth.reached(key),
    "no work proposed": lambda truth, key: not truth.proposed(key),
    "aucuns travaux proposés": lambda truth, key: not truth.proposed(key),
    "no result stated": lambda truth, key: not truth.resulting(key),
    "aucun résultat énoncé": lambda truth, key: not truth.resulting(key),
    "no lead stated": lambda truth, key: not truth.led(key),
    "aucun responsable nommé": lambda truth, key: not truth.led(key),
    "no group stated": lambda truth, key: not truth.helpers(key),
    "aucun groupe nommé": lambda truth, key: not truth.helpers(key),
    "no tie stated": lambda truth, key: not truth.tied(key),
    "aucun lien énoncé": lambda truth, key: not truth.tied(key),
    "no priority is recorded in this state.": lambda truth, _: (
        not truth.framework.keys(Trait.PRIORITY)
    ),
    "aucune priorité n’est consignée dans cet état.": lambda truth, _: (
        not truth.framework.keys(Trait.PRIORITY)
    ),
}
HERE = Stage(Text("Harbour councils", "Conseils du port"), NOW)
LOOSE = {"No tie stated", "Aucun lien énoncé"}
"""Also the heading over the bodies that have none, on the far view."""


def told(scene: Scene, framework: Framework) -> Iterator[tuple[str, str]]:
    """Each negative text of a drawing but the legend, with the element that it speaks of."""
    owner = _area_of(scene, framework)
    legend = {entry.text for entry in scene.legend}
    for item in scene.items:
        for key, text in _told(item, owner, framework):
            if text not in legend:
                yield key, text


def _told(item: AnyItem, owner: str, framework: Framework) -> Iterator[tuple[str, str]]:
    if isinstance(item, Label):
        text = " ".join(item.lines).replace("\u00a0", " ").replace("\u202f", " ")
        if NEGATIVE.match(text):
            yield owner, text
    elif isinstance(item, Group):
        boxed = [it.key for it in item.items if isinstance(it, Box) and it.key]
        shown = [key for key in item.shows[:1] if framework.has(key, Trait.AXIS)]
        mine = next(iter([*boxed, *filter(None, [item.key]), *shown]), owner)
        for inner in item.items:
            yield from _told(inner, mine, framework)


def _area_of(scene: Scene, framework: Framework) -> str:
    """The focus area of a page: the one its banner shows."""
    first = next((it for it in scene.items if isinstance(it, Group)), None)
    shown = first.shows[:1] if first is not None else ()
    return next((key for key in shown if framework.has(key, Trait.AXIS)), "")


def untrue(scene: Scene, framework: Framework) -> list[str]:
    """The claims of a drawing that the framework contradicts, and those that nobody can check."""
    truth = Truth(framework)
    found = []
    for owner, text in told(scene, framework):
        check = CLAIMS.get(text.lower())
        if check is None:
            found.append(f"nobody knows what makes “{text}” true")
        elif not owner and text in LOOSE:
            continue
        elif not check(truth, owner):
            found.append(f"{owner}: {text}")
    for wire in (it for it in scene.everything() if isinstance(it, Wire) and it.end == "open"):
        for key in wire.ends:
            if framework.has(key, Trait.AXIS) and scene.paper == "tabloid" and truth.reached(key):
                found.append(f"{key}: drawn as reached by nothing")
            if framework.has(key, Trait.WORKS) and not truth.idle(key):
                found.append(f"{key}: drawn as working nowhere")
    return found


def values(option: Option, framework: Framework) -> list[str]:
    """Every value of an option."""
    if option.element is not None:
        return list(framework.keys(option.element))
    return [choice.key for choice in option.choices if choice.key]


def selections(framework: Framework) -> list[dict[str, str]]:
    """Each filter alone, and a few together."""
    alone = [
        {option.key: value}
        for option in FRAMEWORK_MAP.options
        if option.key != "level"
        for value in values(option, framework)
    ]
    council = next(iter(framework.keys(Trait.STEERS)))
    area = next(iter(framework.keys(Trait.AXIS)))
    both = {"council": council, "area": area}
    return [{}, *alone, both, {**both, "lifecycle": "proposed", "outside": "no"}]


def drawn(
    reference: States,
    state: str,
    language: Language,
    form: tuple[str, str],
    options: dict[str, str],
) -> tuple[Scene, ...]:
    """All pages of the map of a state in one of its forms."""
    level, paper = form
    return FRAMEWORK_MAP.pages(
        reference.at(state),
        words=wording(language),
        measure=MEASURE,
        stage=Stage(reference.name, reference.info(state)),
        paper=paper,
        options={"level": level, **options},
    )


@pytest.mark.parametrize("language", LANGUAGES)
@pytest.mark.parametrize("form", FORMS, ids="-".join)
def test_no_filter_makes_a_picture_say_what_is_not_so(
    reference: States, form: tuple[str, str], language: Language
) -> None:
    framework = reference.at("2018")
    told_at_all = 0

    for options in selections(framework):
        for scene in drawn(reference, "2018", language, form, options):
            assert untrue(scene, framework) == [], options
            told_at_all += len(list(told(scene, framework)))

    assert told_at_all > 50


@pytest.mark.parametrize("state", ["2016-09", "proposal-2016", "recommendations-2018"])
def test_the_same_in_the_other_states(reference: States, state: str) -> None:
    framework = reference.at(state)

    for options in selections(framework):
        for form in FORMS[:2]:
            for scene in drawn(reference, state, "en", form, options):
                assert untrue(scene, framework) == [], options


def test_an_untrue_claim_is_found(small: Framework) -> None:
    """The control: a box that says "no group" where one is at work does not pass."""
    label = Label(x=0, y=0, lines=("no group",), size=9)
    box = Box(key="focus-area/sea", rect=Rect(0, 0, 9, 9))
    [scene] = FRAMEWORK_MAP.pages(small, words=wording("en"), measure=MEASURE, stage=HERE)
    lying = replace(scene, items=(Group(items=(box, label)),))
    unknown = replace(scene, items=(replace(label, lines=("No whale",)),))

    assert untrue(scene, small) == []
    assert untrue(lying, small) == ["focus-area/sea: no group"]
    assert untrue(unknown, small) == ["nobody knows what makes “No whale” true"]


# --- the lead, and what counts do ---------------------------------------------------------------


@pytest.mark.parametrize("language", LANGUAGES)
def test_the_lead_judges_the_whole_framework(reference: States, language: Language) -> None:
    [whole] = drawn(reference, "2018", language, FORMS[0], {})

    for options in selections(reference.at("2018")):
        if "area" not in options and options:
            [part] = drawn(reference, "2018", language, FORMS[0], options)
            assert part.lead.startswith(whole.lead), options
            assert len(part.lead) > len(whole.lead) or options == {"outside": "yes"}


def test_a_count_says_of_how_many(reference: States) -> None:
    framework = reference.at("2018")
    truth = Truth(framework)
    [scene] = drawn(reference, "2018", "en", FORMS[0], {"council": "council/pssdc"})
    by_area = _texts_by_box(scene)

    for area in framework.keys(Trait.AXIS):
        here = truth.at_work(area)
        shown = {key for key in here if council_of(framework, key) == "council/pssdc"}
        texts = by_area[area]
        assert str(len(shown)) in texts
        if not here:
            assert "no group" in texts
        elif len(shown) < len(here):
            assert any(text.startswith(f"of {len(here)}") for text in texts)
        if here and not shown:
            assert any("other group" in text for text in texts)


def test_a_council_of_which_groups_are_left_out_says_of_how_many(small: Framework) -> None:
    roled = changed(small, element("group/ports", "Ports", "Havres", council_role="ce"))

    for language, said in (("en", "of 2 groups"), ("fr", "sur 2 groupes")):
        [scene] = FRAMEWORK_MAP.pages(
            roled,
            words=wording(language),
            measure=MEASURE,
            stage=HERE,
            options={"role": "ce"},
        )
        assert said in _texts_by_box(scene)["council/south"]


def test_one_area_shows_the_groups_at_work_in_it(small: Framework) -> None:
    [scene] = FRAMEWORK_MAP.pages(
        small,
        words=wording("en"),
        measure=MEASURE,
        stage=HERE,
        options={"area": "focus-area/shore"},
    )
    texts = _texts_by_box(scene)

    assert scene.title == "One of 3 groups works on shore"
    assert "of 2 groups" in texts["council/south"]
    assert "In no focus area: Tides" not in texts["council/south"]


def test_a_filter_that_fits_no_group_says_so(small: Framework) -> None:
    for language, said in (
        ("en", "Incubator (In): none of the 3 groups fits"),
        ("fr", "Incubateur (In)\u00a0: aucun des 3 groupes ne correspond"),
    ):
        for level in ("macro", "micro"):
            pages = FRAMEWORK_MAP.pages(
                small,
                words=wording(language),
                measure=MEASURE,
                stage=HERE,
                options={"role": "in", "level": level},
            )
            assert pages[0].title == said


def test_a_group_that_leads_a_priority_is_its_lead(small: Framework) -> None:
    led = changed(
        small,
        element("priority/fish", "Fish", "Poisson"),
        Link("leads", "group/boats", "priority/fish"),
    )
    [scene] = FRAMEWORK_MAP.pages(led, words=wording("en"), measure=MEASURE, stage=HERE)

    assert "Led by Boats" in _texts_by_box(scene)["priority/fish"]


def test_the_table_keeps_apart_what_is_not_so_and_what_is_not_shown(reference: States) -> None:
    framework = reference.at("2018")
    table = FRAMEWORK_MAP.table(framework, {"council": "council/pssdc"})
    truth = Truth(framework)
    relations = {row.key: row.cells["relation"] for row in table.rows}

    nobody = [key for key in relations if key.startswith("nobody:")]
    unshown = [key for key in relations if key.startswith("nobody-shown:")]
    assert nobody
    assert unshown
    assert all(not truth.at_work(key.partition(":")[2]) for key in nobody)
    assert all(truth.at_work(key.partition(":")[2]) for key in unshown)


def _texts_by_box(scene: Scene) -> dict[str, list[str]]:
    """What is written in the group of each box."""
    found: dict[str, list[str]] = {}
    for group in (it for it in scene.items if isinstance(it, Group)):
        keys = [it.key for it in group.items if isinstance(it, Box)]
        texts = [" ".join(label.lines) for label in _labels(group)]
        found |= dict.fromkeys(keys, texts)
    return found


def _labels(item: AnyItem) -> Iterator[Label]:
    if isinstance(item, Label):
        yield item
    elif isinstance(item, Group):
        for inner in item.items:
            yield from _labels(inner)
