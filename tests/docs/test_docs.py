"""The documentation holds together: links lead somewhere, commands exist, nothing is left out."""

from __future__ import annotations

import re
import shlex
from pathlib import Path

import click
import pytest

from cadre.analysis.check import check
from cadre.cli import main as cadre
from cadre.core.settings import SECTIONS
from cadre.core.text import LANGUAGES
from cadre.exchange import read
from cadre.viewpoints.registry import VIEWPOINTS

ROOT = Path(__file__).resolve().parents[2]
DOCS = ROOT / "docs"
ADRS = sorted((DOCS / "adr").glob("*.md"))
PAGES = sorted([*ROOT.glob("*.md"), *DOCS.rglob("*.md")])
LINK = re.compile(r"\]\(([^)\s]*)\)")
ADR_SECTIONS = ["Context", "Choice", "Cost", "What would reopen it"]


def text_of(path: Path) -> str:
    return path.read_text("utf-8")


def name_of(path: Path) -> str:
    return path.relative_to(ROOT).as_posix()


def headings(page: str) -> list[str]:
    without_code = re.sub(r"(?ms)^```.*?^```", "", page)
    return re.findall(r"(?m)^#+ (.+)$", without_code)


def anchor(heading: str) -> str:
    """The fragment by which a heading is linked to, as the hosts of repositories make it."""
    kept = re.sub(r"[^\w\- ]", "", heading.lower())
    return kept.replace(" ", "-")


def code_lines(page: str) -> list[str]:
    """The lines of indented blocks, without their comments."""
    lines = re.findall(r"(?m)^    (\S.*)$", page)
    return [re.split(r"\s+# ", line)[0].strip() for line in lines]


# --- links -------------------------------------------------------------------------------------


def dead_links(path: Path) -> list[str]:
    dead = []
    for target in LINK.findall(text_of(path)):
        if re.match(r"[a-z]+:", target):
            continue
        file, _, fragment = target.partition("#")
        there = (path.parent / file).resolve() if file else path
        inside = there.exists() and ROOT in (there, *there.parents)
        if not inside or (fragment and fragment not in map(anchor, headings(text_of(there)))):
            dead.append(target)
    return dead


@pytest.mark.parametrize("path", PAGES, ids=name_of)
def test_every_link_leads_somewhere(path: Path) -> None:
    assert dead_links(path) == []


def test_a_dead_link_is_found(monkeypatch: pytest.MonkeyPatch, tmp_path: Path) -> None:
    monkeypatch.setitem(globals(), "ROOT", tmp_path.resolve())
    page = tmp_path.resolve() / "page.md"
    page.write_text("# One\n[a](gone.md) [b](#one) [c](#two) [d](/etc/hosts) [e](https://x.ca/)\n")
    assert dead_links(page) == ["gone.md", "#two", "/etc/hosts"]


# --- commands ----------------------------------------------------------------------------------


def wrong_with(line: str) -> str:
    """What is wrong with a line of a code block that calls make or cadre; empty if nothing is."""
    words = shlex.split(line)
    if words[0] == "make":
        targets = re.findall(r"(?m)^([a-z-]+):", text_of(ROOT / "Makefile"))
        return ", ".join(w for w in words[1:] if "=" not in w and w not in targets)
    if Path(words[0]).name != "cadre":
        return ""
    command = cadre.everything().get(words[1])
    if command is None:
        return f"no command {words[1]}"
    try:
        context = command.make_context(words[1], words[2:])
    except click.ClickException as fault:
        return fault.format_message()
    viewpoint = context.params.get("viewpoint")
    if viewpoint is not None and viewpoint not in VIEWPOINTS:
        return f"no viewpoint {viewpoint}"
    source = str(context.params.get("source"))
    if source.startswith("frameworks/"):
        if not (ROOT / source).is_dir():
            return f"no source {source}"
        states = read(ROOT / source)
        asked = [context.params.get(name) for name in ("state", "before", "after")]
        return ", ".join(f"no state {key}" for key in asked if key and key not in states)
    return ""


@pytest.mark.parametrize(
    "path", [path for path in PAGES if path.parent.name != "reference"], ids=name_of
)
def test_every_command_in_a_page_exists(path: Path) -> None:
    lines = [line for line in code_lines(text_of(path)) if re.match(r"(\S*/)?(make|cadre) ", line)]
    assert {line: wrong for line in lines if (wrong := wrong_with(line))} == {}


def test_a_wrong_command_is_found() -> None:
    assert wrong_with("make nothing") == "nothing"
    assert wrong_with("cadre nothing") == "no command nothing"
    assert "--nothing" in wrong_with("cadre list x.json --nothing")
    assert wrong_with("cadre table x.json nothing") == "no viewpoint nothing"
    assert wrong_with("cadre list frameworks/joint-councils --at 1867") == "no state 1867"
    assert wrong_with("cadre list frameworks/joint-councils --at 2018") == ""


@pytest.mark.parametrize("readme", ["README.md", "README.fr.md"])
def test_the_readme_opens_with_the_map_and_gives_the_two_commands(readme: str) -> None:
    page = text_of(ROOT / readme)
    picture = re.search(r"!\[[^\]]+\]\((docs/images/framework-map[.\w]*)\)", page)
    assert picture is not None
    assert (ROOT / picture[1]).is_file()
    assert page.index("![") < page.index("## ") if "## " in page else True
    assert [line for line in code_lines(page) if line.startswith("make ")] == [
        "make run",
        "make test",
    ]


@pytest.mark.parametrize("lang", LANGUAGES)
def test_every_command_is_described(lang: str) -> None:
    page = text_of(DOCS / "user" / lang / "commands.md")
    assert [name for name in cadre.everything() if f"cadre {name}" not in page] == []


# --- settings ----------------------------------------------------------------------------------


@pytest.mark.parametrize("lang", LANGUAGES)
def test_every_section_of_settings_is_described(lang: str) -> None:
    page = text_of(DOCS / "user" / lang / "files.md")
    described = re.findall(r"(?m)^\| `([a-z-]+)(?:/[^`]*)?` \| [a-z-]+ \| \S", page)
    assert described == list(SECTIONS)


@pytest.mark.parametrize("lang", LANGUAGES)
def test_every_setting_of_the_site_is_described(lang: str) -> None:
    code = [text_of(path) for path in (ROOT / "src" / "cadre").rglob("*.py")]
    read_there = set(re.findall(r"\"(CADRE_[A-Z_]+)\"", "\n".join(code)))
    page = text_of(DOCS / "user" / lang / "commands.md")
    assert set(re.findall(r"(?m)^\| `(CADRE_[A-Z_]+)` \| \S", page)) == read_there


# --- pages -------------------------------------------------------------------------------------


@pytest.mark.parametrize("path", ADRS, ids=name_of)
def test_an_adr_says_why_what_and_what_it_costs(path: Path) -> None:
    title, *sections = headings(text_of(path))
    assert sections == ADR_SECTIONS
    assert title.startswith(f"{int(path.name[:4])}. ")
    assert name_of(path).removeprefix("docs/") in text_of(DOCS / "README.md")


def test_adrs_are_numbered_without_a_hole() -> None:
    assert [int(path.name[:4]) for path in ADRS] == list(range(1, len(ADRS) + 1))


def test_user_pages_stand_in_both_languages() -> None:
    english, french = (
        {path.name: len(headings(text_of(path))) for path in (DOCS / "user" / lang).glob("*.md")}
        for lang in LANGUAGES
    )
    assert english == french
    assert {"index.md", "files.md", "commands.md"} <= english.keys()


def test_french_pages_have_french_typography() -> None:
    for path in (ROOT / "README.fr.md", *(DOCS / "user" / "fr").glob("*.md")):
        prose = re.sub(r"(?ms)^    .*?$|`[^`\n]*`|\]\([^)]*\)|<[^>]*>", "…", text_of(path))
        assert re.findall(r".{0,20} [:;?!»](?!\S).{0,10}|« .{0,20}", prose) == [], name_of(path)


def test_the_architecture_names_every_room() -> None:
    page = text_of(DOCS / "developer" / "architecture.md")
    rooms = [path.parent.name for path in (ROOT / "src" / "cadre").glob("*/__init__.py")]
    assert [room for room in rooms if f"| `{room}/` |" not in page] == []


def test_the_example_of_a_type_of_ones_own_can_be_read(tmp_path: Path) -> None:
    page = text_of(DOCS / "developer" / "add-a-type.md")
    for name, content in re.findall(r"(?ms)^`([\w/.-]+)`\n\n```\w+\n(.*?)^```", page):
        file = tmp_path / "health" / name
        file.parent.mkdir(parents=True, exist_ok=True)
        file.write_text(content, "utf-8")
    framework = read(tmp_path / "health").current
    assert framework.keys(type="clinic") == ["clinic/north", "clinic/south"]
    said = [(finding.code, finding.subjects) for finding in check(framework)]
    assert ("GAP-02", ("focus-area/prevention",)) in said
