"""A small framework to draw, and the reference one."""

from collections.abc import Callable
from functools import cache
from pathlib import Path

import pytest

from cadre.core.graph import Element, Framework, Link
from cadre.core.kernel import KERNEL
from cadre.core.states import CURRENT, StateInfo, StateKind, States
from cadre.core.text import Language, Text
from cadre.core.values import Value
from cadre.exchange import read
from cadre.render.measure import MEASURE
from cadre.viewpoints.registry import VIEWPOINTS
from cadre.viewpoints.scene import Scene
from cadre.viewpoints.viewpoint import Stage
from cadre.wording import wording

REFERENCE = Path(__file__).parents[2] / "frameworks" / "joint-councils"
NOW = StateInfo(CURRENT, StateKind.CURRENT, Text("Current", "État actuel"))

Draw = Callable[..., Scene]


def element(key: str, en: str, fr: str, **values: Value) -> Element:
    """An element with a name in both languages."""
    return Element(key, {"name": Text(en, fr)}).replace(**values)


@pytest.fixture
def small() -> Framework:
    """Two councils, three groups and three areas: one shared, one of a single group, one empty."""
    return Framework.of(
        KERNEL,
        [
            element("council/north", "North", "Nord", order=1, mark="square"),
            element("council/south", "South", "Sud", order=2, mark="circle"),
            element("group/boats", "Boats", "Bateaux"),
            element("group/ports", "Ports", "Havres"),
            element("group/tides", "Tides", "Marées"),
            element("focus-area/sea", "Sea", "Mer", order=1),
            element("focus-area/shore", "Shore", "Rive", order=2),
            element("focus-area/sky", "Sky", "Ciel", order=3),
        ],
        [
            Link("part-of", "group/boats", "council/north"),
            Link("part-of", "group/ports", "council/south"),
            Link("part-of", "group/tides", "council/south"),
            Link(
                "covers",
                "group/boats",
                "focus-area/sea",
                {"what": Text("Builds boats.", "Construit des bateaux.")},
            ),
            Link("covers", "group/ports", "focus-area/sea", {"certainty": "low"}),
            Link("covers", "group/ports", "focus-area/shore"),
        ],
    )


@cache
def _reference() -> States:
    return read(REFERENCE)


@pytest.fixture(scope="session")
def reference() -> States:
    """The framework that ships."""
    return _reference()


@pytest.fixture
def draw() -> Draw:
    """A viewpoint drawn on a framework: `draw("gap-matrix", framework, "fr", paper="phone")`."""

    def drawn(
        viewpoint: str,
        framework: Framework,
        language: Language = "en",
        *,
        paper: str = "tabloid",
        state: StateInfo = NOW,
        name: Text | None = None,
        **options: str,
    ) -> Scene:
        return VIEWPOINTS[viewpoint].draw(
            framework,
            words=wording(language),
            measure=MEASURE,
            stage=Stage(name or Text("Harbour councils", "Conseils du port"), state),
            paper=paper,
            options=options,
        )

    return drawn
