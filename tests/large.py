"""A framework of the size at which pages have to be cut: long lists, many areas, many councils."""

from __future__ import annotations

from collections.abc import Iterator
from datetime import UTC, datetime

from cadre.core.graph import Element, Framework, Link
from cadre.core.kernel import KERNEL
from cadre.core.settings import Settings
from cadre.core.states import States
from cadre.core.text import Text

LARGE = "large"
RESULTS, TERMS, AREAS, WHOLES, COUNCILS, GROUPS = 300, 240, 24, 4, 12, 48


def fill() -> None:
    """Put the large framework into the store."""
    from cadre.store import save

    states = States(LARGE, framework())
    save.create(states, author="Tests", reason="A large one", at=datetime.now(UTC))


def framework() -> Framework:
    """300 results of which a third leads to nothing, 240 terms, 24 areas, 12 councils."""
    name = Settings.of({"name": Text("Large", "Grand")})
    return Framework.of(KERNEL, _elements(), _links(), settings=name)


def _elements() -> Iterator[Element]:
    for number in range(RESULTS):
        yield _element("result", number, "Result", "Résultat")
    for number in range(TERMS):
        letter = chr(ord("A") + number % 20)
        yield _element("term", number, f"{letter} term", f"{letter} terme", "definition")
    for number in range(AREAS):
        yield _element("focus-area", number, "Area", "Domaine")
    for number in range(COUNCILS):
        yield _element("council", number, "Council", "Conseil")
    for number in range(GROUPS):
        yield _element("group", number, "Group", "Groupe")


def _element(type_: str, number: int, en: str, fr: str, *texts: str) -> Element:
    name = Text(f"{en} {number}", f"{fr} {number}")
    sure = {"certainty": "low"} if number % 2 else {}
    said = {text: Text(f"About {name.en}", f"Sur {name.fr}") for text in texts}
    return Element(f"{type_}/n{number:03}", {"name": name, "order": float(number), **sure, **said})


def _links() -> Iterator[Link]:
    for number in range(WHOLES, AREAS):
        yield _link("part-of", ("focus-area", number), ("focus-area", number % WHOLES))
    for number in range(GROUPS):
        yield _link("part-of", ("group", number), ("council", number % COUNCILS))
        for area in {number % AREAS, (number + 7) % AREAS, (number + 11) % AREAS}:
            yield _link("covers", ("group", number), ("focus-area", area))
    for number in range(RESULTS):
        yield _link("in-focus-area", ("result", number), ("focus-area", number % AREAS))


def _link(type_: str, one: tuple[str, int], other: tuple[str, int]) -> Link:
    return Link(type_, f"{one[0]}/n{one[1]:03}", f"{other[0]}/n{other[1]:03}", {})
