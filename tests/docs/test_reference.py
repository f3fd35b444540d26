"""The reference pages say what the code has, in both languages."""

from __future__ import annotations

import pytest

from cadre.cli import main as cadre
from cadre.core.kernel import KERNEL
from cadre.core.text import LANGUAGES, Language
from cadre.core.traits import TRAIT_ATTRIBUTES, LinkRole, Trait
from cadre.exchange.formats import FORMATS
from cadre.viewpoints.registry import VIEWPOINTS
from tools import reference
from tools.reference_words import COMMANDS


def test_no_page_is_stale() -> None:
    assert reference.stale() == [], "docs/reference/ is not what the code says: `make reference`"


def test_no_page_is_left_over() -> None:
    there = {path.name for path in reference.FOLDER.glob("*.md")}
    ours = {f"{name}.{lang}.md" for name in reference.PAGES for lang in LANGUAGES}
    assert there - ours == set()


@pytest.mark.parametrize("lang", LANGUAGES)
def test_the_types_page_has_every_type_attribute_and_choice(lang: Language) -> None:
    page = reference.types_page(lang)
    attributes = [one for trait in Trait for one in TRAIT_ATTRIBUTES[trait]]
    keys = [
        *KERNEL.element_types,
        *KERNEL.link_types,
        *(role.value for role in LinkRole),
        *(one.key for one in attributes),
        *(choice.key for one in attributes for choice in one.choices),
    ]
    assert [key for key in keys if f"`{key}`" not in page] == []
    labels = [entry.label.get(lang) for entry in KERNEL.element_types.values()]
    assert [label for label in labels if f"| {label} |" not in page] == []


@pytest.mark.parametrize("lang", LANGUAGES)
def test_the_other_pages_have_every_entry(lang: Language) -> None:
    commands = reference.commands_page(lang)
    assert [name for name in cadre.everything() if f"## `cadre {name}`\n" not in commands] == []
    viewpoints = reference.viewpoints_page(lang)
    assert [name for name in VIEWPOINTS if f"## `{name}` – " not in viewpoints] == []
    formats = reference.formats_page(lang)
    assert [name for name in FORMATS if f"| `{name}` |" not in formats] == []


def test_no_french_sentence_is_left_over() -> None:
    assert sorted(set(COMMANDS) - set(reference.sentences())) == [], (
        "no command says this any more: take it out of tools/reference_words.py"
    )


def test_a_stale_page_is_named(monkeypatch: pytest.MonkeyPatch) -> None:
    pages = reference.pages()
    monkeypatch.setattr(reference, "pages", lambda: {**pages, "types.en.md": "else", "new.md": ""})
    assert {"types.en.md", "new.md"} <= set(reference.stale())


def test_a_sentence_without_french_is_named(monkeypatch: pytest.MonkeyPatch) -> None:
    monkeypatch.setattr(cadre.everything()["digest"], "help", "Say something new.")
    _ = reference.commands_page("en")
    with pytest.raises(LookupError, match=r"Say something new\..*tools/reference_words\.py"):
        _ = reference.commands_page("fr")
