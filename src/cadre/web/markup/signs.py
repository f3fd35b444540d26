"""Marks, signs and small drawings that stand beside words and say nothing without them."""

from __future__ import annotations

from functools import lru_cache
from typing import Final

from markupsafe import Markup

from cadre.core.finding import SEVERITY_LABELS, Severity
from cadre.core.phrases import within
from cadre.core.text import Language, Text
from cadre.render.glyphs import PATHS
from cadre.services.marks import Mark
from cadre.web.assets import signs_address
from cadre.web.languages import catalogue
from cadre.web.markup.texts import said

STEPS: Final = 4
STRIP_HEIGHT: Final = 160
UNIT: Final = 11
BAR_WIDTH: Final = 120

# A page shows a few signs and marks many times over: those are remembered.
_SIGN: Final = Markup(
    '<svg class="%s" aria-hidden="true" focusable="false"><use href="%s#%s"/></svg>'
)
_MARK: Final = Markup('<span class="mark ax-%s">%s<span class="code">%s</span>%s</span>')
_MARK_NAME: Final = Markup('<span class="mark-name">%s</span>')
_HIDDEN: Final = Markup('<span class="sr">%s</span>')
_SEVERITY: Final = Markup('<span class="sev sev--%s">%s%s</span>')
_CERTAINTY: Final = Markup('<span class="tag tag--dashed">%s</span>')
_METER: Final = Markup(
    '<span class="cov c%s"><b>%s</b>'
    '<svg width="44" height="12" aria-hidden="true" focusable="false">%s</svg>'
    "<span>%s</span></span>"
)
_METER_CELL: Final = Markup('<rect class="%s" x="%s" y="0.5" width="8" height="11"/>')
_STACK: Final = Markup(
    '<svg class="c%s" width="64" height="%.0f" aria-hidden="true" focusable="false">%s</svg>'
)
_STACK_BAR: Final = Markup('<rect class="u" x="0.5" y="%.1f" width="63" height="%.1f"/>')
_STACK_OF_NONE: Final = Markup('<rect class="none" x="0.5" y="0.5" width="63" height="8"/>')
_BAR: Final = Markup(
    '<svg class="c%s" width="%s" height="12" aria-hidden="true" focusable="false">'
    '<rect class="u" x="0.5" y="0.5" width="%.1f" height="11"/></svg>'
)
_BAR_OF_NONE: Final = Markup(
    '<svg class="c0" width="%s" height="12" aria-hidden="true" focusable="false">'
    '<rect class="none" x="0.5" y="0.5" width="14" height="11"/></svg>'
)
_TALLY: Final = Markup(
    '<svg class="c%s" width="%.0f" height="10" aria-hidden="true" focusable="false">%s</svg>'
)
_TALLY_BAR: Final = Markup('<rect class="u" x="%.1f" y="0.5" width="%.1f" height="9"/>')
_TALLY_OF_NONE: Final = Markup('<rect class="none" x="0.5" y="0.5" width="14" height="9"/>')


@lru_cache(maxsize=256)
def sign(name: str, css: str = "sign") -> Markup:
    """A small sign that stands beside words and says nothing without them."""
    return _SIGN % (css, signs_address(), name)


def glyph(name: str, css: str = "glyph") -> Markup:
    """A glyph of the framework's data as a sign; a disc where it is not one we draw."""
    return sign(f"g-{name}" if name in PATHS else "g-disc", css)


@lru_cache(maxsize=1024)
def mark(language: Language, of: Mark, name: str = "full") -> Markup:
    """Glyph, code and name of a step of the axis; `name` is full, short, hidden or none."""
    match name:
        case "none":
            words = Markup()
        case "hidden":
            words = _HIDDEN % (Markup(" ") + said(language, of.name))
        case _:
            label = of.short_name if name == "short" else of.name
            words = _MARK_NAME % said(language, label)
    return _MARK % (of.place, sign(f"g-{of.glyph}", "glyph"), of.code, words)


@lru_cache(maxsize=16)
def severity(language: Language, of: Severity | str) -> Markup:
    """The severity of a finding: shape, word and colour."""
    found = Severity(of)
    label = said(language, SEVERITY_LABELS[found])
    return _SEVERITY % (found.value, sign(f"s-{found.value}"), label)


def certainty(language: Language, key: str, label: Text) -> Markup:
    """How sure a fact is, where it is not stated in so many words."""
    if key == "stated":
        return Markup()
    gettext = catalogue(language).gettext
    return _CERTAINTY % (gettext("certainty: %(level)s") % {"level": within(label).in_(language)})


def meter(language: Language, step: int, label: Text | str) -> Markup:
    """A step of coverage: numeral, four cells, word."""
    cells = Markup().join(
        _METER_CELL % ("on" if place < step else "off", place * 11 + 0.5) for place in range(STEPS)
    )
    return _METER % (step, step, cells, said(language, label))


def stack(groups: int, most: int, step: int) -> Markup:
    """The column of the coverage strip: one bar for each group."""
    unit = min(UNIT, STRIP_HEIGHT / max(most, 1))
    bars = Markup().join(
        _STACK_BAR % (place * unit + 0.5, max(unit - 3, 0.8)) for place in range(groups)
    )
    return _STACK % (step, max(unit * groups, UNIT), bars or _STACK_OF_NONE)


def tally(groups: int, step: int) -> Markup:
    """The same lying down, for a narrow page."""
    unit = min(8.0, 128 / max(groups, 1))
    bars = Markup().join(
        _TALLY_BAR % (place * unit + 0.5, max(unit - 2, 0.8)) for place in range(groups)
    )
    return _TALLY % (step, max(unit * groups, 16), bars or _TALLY_OF_NONE)


def bar(count: int, most: int, step: int) -> Markup:
    """One bar for all of a row, beside the bars of other rows."""
    if not count:
        return _BAR_OF_NONE % BAR_WIDTH
    return _BAR % (step, BAR_WIDTH, max((BAR_WIDTH - 1) * count / most, 2))
