"""The page on adding a mapping does what it says, and names all that a mapping may say."""

from __future__ import annotations

import json
import re
from pathlib import Path

import pytest
from click.testing import CliRunner

from cadre.cli import main
from cadre.core.faults import BadInput, Place
from cadre.exchange.mappings import read_mapping

PAGE = (Path(__file__).resolve().parents[3] / "docs/developer/add-a-mapping.md").read_text("utf-8")
FILES = dict(re.findall(r"(?ms)^`([\w/.-]+)`\n\n```\w+\n(.*?)^```", PAGE))
[REPORT] = re.findall(r"(?ms)^```text\n(.*?)^```", PAGE)
COMMANDS = re.findall(r"(?m)^    cadre (.+)$", PAGE)


@pytest.fixture
def city(tmp_path: Path, monkeypatch: pytest.MonkeyPatch) -> Path:
    for name, content in FILES.items():
        (tmp_path / name).parent.mkdir(exist_ok=True)
        (tmp_path / name).write_text(content, "utf-8")
    monkeypatch.chdir(tmp_path)
    return tmp_path


@pytest.mark.usefixtures("city")
def test_the_example_says_what_the_page_says_it_says() -> None:
    convert, diff = COMMANDS
    told = CliRunner().invoke(main, convert.split())
    assert (told.exit_code, told.stderr) == (0, REPORT)
    compared = CliRunner().invoke(main, diff.split())
    assert compared.exit_code == 1
    answer = json.loads(compared.stdout)
    assert answer["added"] == [
        {"key": f"activity/{number}", "type": "activity"} for number in (2, 3)
    ]
    assert [(one["key"], one["language"]) for one in answer["changed"]] == [("activity/1", "en")]
    assert len(answer["links_added"]) == 1


@pytest.mark.parametrize(
    ("before", "part"),
    [
        ("", "a mapping"),
        ("[tables.offices]\n", "a table"),
        ("joins.offices = { ", "a join"),
        ("[[editions]]\n", "an edition"),
        ("[[elements]]\n", "a rule of elements"),
        ("[[links]]\n", "a rule of links"),
    ],
)
def test_the_page_names_all_that_may_be_said(before: str, part: str) -> None:
    slip = "slip = 1, " if before.endswith("{ ") else "slip = 1\n"
    faulty = FILES["city.toml"].replace(before, before + slip, 1)
    with pytest.raises(BadInput, match="“slip” means nothing here") as caught:
        _ = read_mapping(faulty.encode(), Place())
    known = caught.value.mend.en.removeprefix("Use one of: ").removesuffix(".").split(", ")
    assert [name for name in known if f"`{name}`" not in PAGE] == [], part


def test_the_page_names_all_that_a_rule_of_texts_may_say() -> None:
    with pytest.raises(BadInput) as caught:
        _ = read_mapping(f"{FILES['city.toml']}\n[[texts]]\nslip = 1\n".encode(), Place())
    known = caught.value.mend.en.removeprefix("Use one of: ").removesuffix(".").split(", ")
    assert [name for name in known if f"`{name}`" not in PAGE] == []
