"""The small invented framework: whole, bilingual, with types the code has never heard of."""

from pathlib import Path

import pytest

from cadre.core.graph import Element, Framework, Link
from cadre.core.kernel import KERNEL
from cadre.core.states import States
from cadre.core.traits import LinkRole, Trait
from cadre.core.validate import validate
from cadre.core.walks import Sight
from tests.frameworks.typography import faults, texts

SOURCE = Path(__file__).resolve().parents[2] / "src"
STATES = ("current", "2024", "one-shoreline")


@pytest.fixture(params=STATES)
def framework(example: States, request: pytest.FixtureRequest) -> Framework:
    """The framework in one state."""
    return example.at(request.param)


def own_names(framework: Framework) -> set[str]:
    """The keys of types, attributes and choices that the kernel does not have."""
    names: set[str] = set()
    metamodel = framework.metamodel
    for key in (*metamodel.element_types, *metamodel.link_types):
        if key in KERNEL.element_types or key in KERNEL.link_types:
            continue
        names.add(key)
        entry = metamodel.element_types.get(key) or metamodel.link_types[key]
        for attribute in entry.attributes:
            names |= {attribute.key, *(choice.key for choice in attribute.choices)}
    return names


def test_its_states(example: States) -> None:
    assert set(example) == set(STATES)
    assert example.current != example.at("2024")


def test_it_fits_its_metamodel(framework: Framework) -> None:
    assert validate(framework) == ()


def test_the_code_has_never_heard_of_its_own_types(example: States) -> None:
    names = own_names(example.current)
    assert {"lighthouse", "lamp-range", "shines-for", "nights-a-year"} <= names
    for path in sorted(SOURCE.rglob("*")):
        if path.is_file() and path.suffix in (".py", ".html", ".js", ".css", ".po"):
            code = path.read_text("utf-8")
            for name in names:
                assert name not in code, f"{name} in {path}"


def test_its_own_types_work_as_ours_do(framework: Framework) -> None:
    lights = {key for key in framework.keys(Trait.WORKS) if key.startswith("lighthouse/")}
    assert len(lights) == 2
    assert lights <= {link.source for link in framework.links(LinkRole.COVERS)}
    supporting = {link.source for link in framework.links(LinkRole.SUPPORTS)}
    assert lights <= supporting


def test_every_group_sees_the_vision(example: States) -> None:
    sight = Sight(example.current)
    assert all(sight.of(key).reaches for key in example.current.keys(Trait.WORKS))


def test_some_areas_take_the_default_look(framework: Framework) -> None:
    looks = [
        set(framework[key].values) & {"code", "hue", "glyph"} for key in framework.keys(Trait.AXIS)
    ]
    assert sorted(map(len, looks)) == [0, 0, 0, 3, 3]


def test_everything_has_provenance_and_certainty(framework: Framework) -> None:
    documents = {e.key.partition("/")[2] for e in framework.elements() if e.type == "document"}
    everything: list[Element | Link] = [*framework.elements(), *framework.links()]
    for one in everything:
        assert one.provenance.partition(":")[0] in documents
        assert "certainty" in one.values


def test_both_languages(framework: Framework) -> None:
    for said in texts(framework):
        assert said.text.missing == (), said
        assert not said.text or said.text.en != said.text.fr, said
        assert faults(said.text) == [], said


def test_short_names_fit_and_are_apart(framework: Framework) -> None:
    for language in ("en", "fr"):
        seen: dict[tuple[str, str], str] = {}
        for element in framework.elements():
            short = element.short_name.en if language == "en" else element.short_name.fr
            other = seen.setdefault((element.type, short.casefold()), element.key)
            assert other == element.key
    for trait in (Trait.BODY, Trait.AXIS, Trait.PRIORITY, Trait.WORK, Trait.OUTPUT, Trait.OUTCOME):
        for key in framework.keys(trait):
            assert max(len(framework[key].short_name.en), len(framework[key].short_name.fr)) <= 28
