"""Signs hold what is written in them, however long it is and wherever its lines break."""

from dataclasses import replace

import pytest

from cadre.core.states import States
from cadre.core.text import Text
from cadre.core.traits import Trait
from cadre.render.measure import MEASURE
from cadre.viewpoints.audit import audit
from cadre.viewpoints.measure import one_line
from cadre.viewpoints.registry import VIEWPOINTS
from cadre.viewpoints.scene import Label, Scene
from cadre.viewpoints.viewpoint import Stage
from cadre.wording import wording
from tests.viewpoints.conftest import NOW
from tests.viewpoints.frameworks import changed

DRAWN = [
    (viewpoint, {"level": level} if level else {})
    for viewpoint in VIEWPOINTS
    for level in (("macro", "micro") if viewpoint == "framework-map" else ("",))
]
LONG = "Subject to the approval of every deputy minister of the councils " * 3


def scenes(
    reference: States, viewpoint: str, options: dict[str, str], code: str, maturity: str, paper: str
) -> tuple[Scene, ...]:
    """A picture of the reference framework with a code and a maturity label of this kind."""
    framework = reference.at("2018")
    first, second, *_ = (framework[key] for key in framework.keys(Trait.AXIS))
    entry = VIEWPOINTS[viewpoint]
    state = replace(NOW, maturity=Text(maturity, maturity))
    return entry.pages(
        changed(framework, first.replace(code=code), second.replace(code="B C D")),
        words=wording("en"),
        measure=MEASURE,
        stage=Stage(reference.name, state),
        paper=paper if paper in entry.papers else entry.papers[0],
        options=options,
    )


@pytest.mark.parametrize(("viewpoint", "options"), DRAWN)
@pytest.mark.parametrize(
    ("code", "maturity"),
    [
        ("A\nB", "For\napproval"),
        ("A\tB", "For \r\n approval"),
        ("LONGCODE", LONG),
        ("Z", "Unbreakable" * 20),
    ],
)
def test_no_text_leaves_its_sign(
    reference: States, viewpoint: str, options: dict[str, str], code: str, maturity: str
) -> None:
    for paper in ("tabloid", "letter", "phone"):
        for scene in scenes(reference, viewpoint, options, code, maturity, paper):
            assert audit(scene, MEASURE) == ()


def test_a_label_of_two_lines_is_one_in_its_pill(reference: States) -> None:
    [scene] = scenes(reference, "gap-matrix", {}, "A\nB", "For\r\napproval", "tabloid")
    texts = [item.lines for item in scene.everything() if isinstance(item, Label)]

    assert ("For approval",) in texts
    assert ("A B",) in texts


def test_one_line_keeps_a_space_that_does_not_break() -> None:
    assert one_line("a\u00a0b \n c\td\r\n") == "a\u00a0b c d"
    assert one_line(" \n ") == ""
