"""Small frameworks for the tests of rules: a line each for an element and for a link."""

from __future__ import annotations

from collections.abc import Iterable, Mapping, Sequence
from datetime import date

from cadre.analysis.check import check, examine
from cadre.analysis.rules import BY_CODE
from cadre.core.finding import Finding
from cadre.core.graph import Element, Framework, Link
from cadre.core.kernel import KERNEL
from cadre.core.metamodel import Metamodel
from cadre.core.settings import Setting, Settings
from cadre.core.text import Text
from cadre.core.values import Value

DAY = date(2020, 6, 30)

# A vision, a call to action that serves it, and a council: what most frameworks begin with.
ROOT = ("purpose/vision", "purpose/call", "council/one")


def element(key: str, name: str = "", /, **values: Value) -> Element:
    """An element named after its slug in both languages, unless told otherwise."""
    word = name or key.partition("/")[2]
    named = {one.replace("_", "-"): value for one, value in values.items()}
    return Element(key, {"name": Text(f"{word} (en)", f"{word} (fr)"), **named})


def link(line: str, **values: Value) -> Link:
    """`group/a covers focus-area/x` as a link."""
    source, kind, target = line.split()
    return Link(kind, source, target, {one.replace("_", "-"): v for one, v in values.items()})


def framework(
    elements: Iterable[str | Element],
    links: Iterable[str | Link] = (),
    settings: Mapping[str, Setting] | None = None,
    metamodel: Metamodel = KERNEL,
) -> Framework:
    """A framework from keys or elements, and lines or links."""
    return Framework.of(
        metamodel,
        [one if isinstance(one, Element) else element(one) for one in elements],
        [one if isinstance(one, Link) else link(one) for one in links],
        Settings.of(settings or {}),
    )


def found(code: str, subject: Framework, as_of: date | None = DAY) -> tuple[Finding, ...]:
    """The findings of one rule."""
    return check(subject, as_of, [BY_CODE[code]])


def subjects(code: str, subject: Framework, as_of: date | None = DAY) -> list[tuple[str, ...]]:
    """Whom one rule names, finding by finding."""
    return [finding.subjects for finding in found(code, subject, as_of)]


def accepted_keys(subject: Framework) -> list[str]:
    """The elements on which something was accepted."""
    return [key for one in examine(subject, DAY).accepted for key, _ in one.reasons]


def aims() -> list[Element]:
    """A vision and a call to action."""
    return [
        element("purpose/vision", kind="vision"),
        element("purpose/call", kind="call-to-action"),
    ]


def councils(names: Sequence[str]) -> list[Element]:
    """Councils of these names."""
    return [element(f"council/{name}") for name in names]
