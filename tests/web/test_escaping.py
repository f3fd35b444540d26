"""A framework in which every text looks like mark-up: no page takes it for mark-up."""

from __future__ import annotations

from collections.abc import Iterator, Mapping
from datetime import UTC, datetime
from typing import Any, Final

import pytest
from django.template import engines
from django.test import Client

from cadre import exchange, frameworks
from cadre.core.graph import Element, Framework, Link
from cadre.core.settings import Settings
from cadre.core.states import States
from cadre.core.text import LANGUAGES, Language, Text
from cadre.core.values import NotedText
from cadre.services import findings
from cadre.services import frameworks as stored
from cadre.store import save
from cadre.web.addresses import address
from tests.web.routes import arguments_of, pages

pytestmark = pytest.mark.django_db

KEY: Final = "hostile"
BAD: Final = "<i>\"'&"
RAW: Final = ("<i>", '&lt;i&gt;"', "&lt;i&gt;'", "&lt;i&gt;&quot;'", "&lt;i&gt;&#34;'")
"""What a page holds where a sign of it was not escaped."""
# Inside an element of SVG, quotes may stand as they are.
PICTURES: Final = RAW[:1]


def _bad(value: Any) -> Any:
    match value:
        case Text():
            return Text(value.en and BAD + value.en, value.fr and BAD + value.fr)
        case NotedText(text=text):
            return NotedText(_bad(text), value.provenance)
        case tuple():
            return tuple(_bad(one) if isinstance(one, Text | NotedText) else one for one in value)
        case _:
            return value


def _all_bad(values: Mapping[str, Any]) -> dict[str, Any]:
    return {
        name: BAD + value if name == "provenance" else _bad(value) for name, value in values.items()
    }


@pytest.fixture
def hostile() -> States:
    """The reference framework with a start of mark-up before each of its texts."""
    real = exchange.read(frameworks.path_of("joint-councils")).at("current")
    elements = [Element(one.key, _all_bad(one.values)) for one in real.elements()]
    links = [Link(*one.id, _all_bad(one.values)) for one in real.links()]
    settings = Settings.of({"name": Text(f"{BAD}Name", f"{BAD}Nom")})
    found = States(KEY, Framework.of(real.metamodel, elements, links, settings=settings))
    save.create(found, author=BAD, reason=BAD, at=datetime.now(UTC))
    return found


def _paths(language: Language, states: States) -> Iterator[tuple[str, tuple[str, ...]]]:
    framework = states.at("current")
    for page in pages():
        arguments = arguments_of(page)
        if arguments is not None:
            path = address(language, page, KEY, "current", **arguments)
            picture = page.startswith("see-")
            yield path, PICTURES if picture else RAW
            if picture:
                yield f"{path}?focus=group/im&lit=group/im+focus-area/measurement", PICTURES
    for key in {one.type: one.key for one in framework.elements()}.values():
        type_, _, slug = key.partition("/")
        yield address(language, "list", KEY, "current", type=type_), RAW
        yield address(language, "element", KEY, "current", type=type_, slug=slug), RAW
    opened = stored.opened(KEY)
    for code in {one.code: one.fingerprint for one in findings.report(opened).findings}.values():
        yield address(language, "finding", KEY, "current", code=code), RAW
    yield address(language, "search", KEY, "current") + "?q=identity", RAW
    yield address(language, "search", KEY, "current") + "?q=%3Ci%3E%22%27%26", RAW
    yield address(language, "element", KEY, "current", type="group", slug="imm"), RAW


@pytest.mark.parametrize("language", LANGUAGES)
def test_no_text_is_taken_for_mark_up(client: Client, hostile: States, language: Language) -> None:
    escaped = 0
    for path, raw in _paths(language, hostile):
        text = client.get(path).content.decode()
        assert [one for one in raw if one in text] == [], path
        escaped += "&lt;i&gt;" in text
    # Nearly all of them show some of it.
    assert escaped > 60


def test_what_is_not_escaped_would_be_found() -> None:
    environment = engines["en"].env  # type: ignore[attr-defined]  # the backend is Jinja's
    shown = environment.from_string('<p title="{{ bad|safe }}">').render(bad=BAD)
    assert [one for one in RAW if one in shown] == ["<i>"]
    half = environment.from_string("<p>{{ bad|safe }}</p>").render(bad="&lt;i&gt;\"'")
    assert [one for one in RAW if one in half] == ['&lt;i&gt;"']
