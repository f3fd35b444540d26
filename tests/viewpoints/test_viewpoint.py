"""What a viewpoint refuses, and how it says so."""

from dataclasses import replace

import pytest

from cadre.core.attributes import choices
from cadre.core.graph import Framework, Link
from cadre.core.text import LANGUAGES, Text
from cadre.core.traits import Trait
from cadre.viewpoints.registry import VIEWPOINTS
from cadre.viewpoints.table import Column, Row, Table
from cadre.viewpoints.viewpoint import BadOption, Option, Viewpoint
from tests.viewpoints.conftest import Draw, element
from tests.viewpoints.frameworks import changed

VIEW = Viewpoint(
    id="test",
    label=Text("Test", "Essai"),
    help=Text(),
    drawing=lambda framework, request: (),
    tabling=lambda framework, options, as_of: Table(Text(), (), ()),
    options=(
        Option("level", Text("Level", "Niveau"), choices=choices([("macro", "M", "M")])),
        Option("of", Text("Of", "De"), element=Trait.WORKS),
        Option("free", Text("Free", "Libre"), default="yes"),
        Option(
            "either",
            Text("Either", "L’un ou l’autre"),
            choices=choices([("all", "A", "T")]),
            element=Trait.WORKS,
        ),
        Option("any", Text("Any", "Tout"), any_element=True),
    ),
)


def test_options_are_completed(small: Framework) -> None:
    found = VIEW.complete(small, {"level": "macro", "of": "group/boats"})
    assert dict(found) == {
        "level": "macro",
        "of": "group/boats",
        "free": "yes",
        "either": "",
        "any": "",
    }


def test_an_option_may_take_a_choice_or_an_element(small: Framework) -> None:
    for value in ("all", "group/boats", ""):
        assert VIEW.complete(small, {"either": value})["either"] == value
    assert VIEW.complete(small, {"any": "focus-area/sea"})["any"] == "focus-area/sea"


@pytest.mark.parametrize(
    ("options", "part"),
    [
        ({"depth": "2"}, "depth"),
        ({"level": "nano"}, "nano"),
        ({"of": "focus-area/sea"}, "focus-area/sea"),
        ({"of": "group/none"}, "group/none"),
        ({"either": "some"}, "all, o"),
        ({"either": "focus-area/sea"}, "focus-area/sea"),
        ({"any": "group/none"}, "group/none"),
    ],
)
def test_what_it_does_not_take_is_refused_in_both_languages(
    small: Framework, options: dict[str, str], part: str
) -> None:
    with pytest.raises(BadOption) as refused:
        VIEW.table(small, options)
    assert part in refused.value.text.en
    assert part in refused.value.text.fr
    assert refused.value.text.en != refused.value.text.fr


def test_a_paper_that_it_does_not_have_is_refused(small: Framework, draw: Draw) -> None:
    with pytest.raises(BadOption, match="not drawn on parchment"):
        draw("gap-matrix", small, paper="parchment")


@pytest.mark.parametrize("viewpoint", VIEWPOINTS.values(), ids=list(VIEWPOINTS))
def test_every_viewpoint_speaks_both_languages(viewpoint: Viewpoint) -> None:
    texts = [viewpoint.label, viewpoint.help]
    for option in viewpoint.options:
        texts += [option.label, *(choice.label for choice in option.choices)]
    assert all(text.en and text.fr for text in texts)
    assert VIEWPOINTS[viewpoint.id] is viewpoint


def test_a_table_has_the_published_shape() -> None:
    table = Table(
        Text("T", "T"),
        (Column("name", Text("Name", "Nom")), Column("keys", Text("Keys", "Clés"))),
        (Row("group/a", {"name": Text("A", "B"), "keys": ("x", "y")}), Row("group/b", {})),
    )
    assert table.as_data() == {
        "columns": [
            {"id": "name", "label": {"en": "Name", "fr": "Nom"}},
            {"id": "keys", "label": {"en": "Keys", "fr": "Clés"}},
        ],
        "rows": [
            {"key": "group/a", "name": {"en": "A", "fr": "B"}, "keys": ["x", "y"]},
            {"key": "group/b", "name": None, "keys": None},
        ],
    }


def test_a_viewpoint_without_options_says_that_it_has_none(small: Framework) -> None:
    with pytest.raises(BadOption) as refused:
        _ = replace(VIEW, options=()).complete(small, {"area": "focus-area/sea"})

    assert refused.value.text == Text(
        "test has no option area; it has none",
        "test n’a pas d’option area; il n’en a aucune",
    )


@pytest.mark.parametrize("viewpoint", VIEWPOINTS)
@pytest.mark.parametrize("paper", ["tabloid", "phone", "letter"])
def test_a_name_with_braces_is_no_template(
    viewpoint: str, paper: str, small: Framework, draw: Draw
) -> None:
    braced = changed(
        small,
        element("council/north", "{0} {n:words}", "{0} {n:un|deux}", mark="square"),
        element("group/boats", "{names}", "{names}", lifecycle="ended"),
        element("focus-area/sea", "{", "}", order=1),
        element("activity/row", "{what}", "{what}", kind="initiative"),
        element("purpose/far", "{title}", "{title}", kind="vision"),
        element("priority/fish", "{area}", "{area}"),
        Link("leads", "group/ports", "priority/fish"),
        Link("in-focus-area", "activity/row", "focus-area/sea"),
    )
    if paper not in VIEWPOINTS[viewpoint].papers:
        return
    levels = ("macro", "micro") if viewpoint == "framework-map" else ("",)
    for level in levels:
        options = {"level": level} if level else {}
        for language in LANGUAGES:
            assert draw(viewpoint, braced, language, paper=paper, **options).title
