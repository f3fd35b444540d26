"""What stands behind a picture: findings on what it shows, and no others."""

from __future__ import annotations

from cadre.core.finding import Finding, Severity
from cadre.core.text import Text
from cadre.viewpoints.behind import MOST, findings_behind, told
from cadre.viewpoints.scene import Box, Furniture, Rect, Region, Scene
from cadre.wording import wording


def finding(code: str, *subjects: str) -> Finding:
    return Finding(code, Severity.WARNING, subjects, Text(f"{code} is so.", f"{code} est ainsi."))


def scene() -> Scene:
    return Scene(
        viewpoint="made",
        width=100,
        height=100,
        paper="letter",
        language="en",
        title="",
        lead="",
        summary="",
        body=Rect(0, 0, 100, 100),
        head=(),
        items=(
            Box(rect=Rect(0, 0, 10, 10), key="group/a"),
            Region(rect=Rect(20, 0, 10, 10), shows=("group/b", "group/c")),
        ),
        foot=(),
        legend=(),
        furniture=Furniture("Lakes", "Now"),
    )


def test_findings_on_what_is_shown_stand_behind_it() -> None:
    found = (
        finding("GAP-01", "group/a"),
        finding("GAP-02", "group/z", "group/c"),
        finding("GAP-03", "group/z"),
        finding("GAP-04"),
    )
    assert [one.code for one in findings_behind(found, [scene()])] == ["GAP-01", "GAP-02"]


def test_no_finding_is_no_word() -> None:
    assert told((), wording("en")) == ()


def test_the_worst_are_told_and_the_others_counted() -> None:
    found = [finding(f"GAP-{number:02}") for number in range(MOST + 2)]
    lines = told(found, wording("en"))
    assert lines[1] == "GAP-00 · GAP-00 is so."
    assert len(lines) == MOST + 2
    assert lines[-1] == "And two more findings: see the list of findings."
    assert "deux autres constats" in told(found, wording("fr"))[-1]
    assert len(told(found[:MOST], wording("en"))) == MOST + 1
