"""What a viewpoint is: an id, its words, its options, and how it draws and tables."""

from __future__ import annotations

from collections.abc import Callable, Mapping
from dataclasses import dataclass, field, replace
from datetime import date
from types import MappingProxyType
from typing import Final

from cadre.core.attributes import Choice
from cadre.core.graph import Framework
from cadre.core.states import StateInfo, States
from cadre.core.text import Text
from cadre.core.traits import Trait
from cadre.viewpoints.measure import Measure
from cadre.viewpoints.outline import Outline
from cadre.viewpoints.scene import Scene
from cadre.viewpoints.table import Table
from cadre.viewpoints.words import Words

PAPERS: Final[Mapping[str, tuple[float, float]]] = MappingProxyType(
    {
        "a0": (3370.0, 2384.0),
        "a1": (2384.0, 1684.0),
        "a2": (1684.0, 1191.0),
        "a3": (1191.0, 842.0),
        "tabloid": (1224.0, 792.0),
        "letter": (792.0, 612.0),
        "phone": (360.0, 640.0),
    }
)
"""Width and height in points, lying. A scene is never smaller in type to fit: it grows.

`phone` is a narrow form whose height is what it takes.
"""

DEFAULT_PAPER: Final = "tabloid"
NO_OPTIONS: Final[Mapping[str, str]] = MappingProxyType({})


class BadOption(ValueError):
    """An option that a viewpoint does not have, or a value that it does not take."""

    def __init__(self, text: Text) -> None:
        super().__init__(text.en)
        self.text = text


@dataclass(frozen=True, slots=True)
class Option:
    """One thing a reader may choose: of closed choices, an element, or either where it has both."""

    key: str
    label: Text
    help: Text = Text()
    choices: tuple[Choice, ...] = ()
    default: str = ""
    element: Trait | None = None
    """Set where the value is the key of an element of this trait (empty for all)."""
    any_element: bool = False
    """Set where the value is the key of any element (empty for the one that is shown first)."""
    one: bool = False
    """Set where an empty value stands for the element that is shown first, and not for all."""
    state: bool = False
    """Set where the value is the key of a state to compare with (empty for the one before)."""
    states: bool = False
    """Set where the value is the keys of states, commas between them, to set beside each other."""


@dataclass(frozen=True, slots=True)
class Stage:
    """Where a picture stands: the name of its framework, and which state of it is shown."""

    name: Text
    state: StateInfo

    @property
    def as_of(self) -> date | None:
        """The last day of the state's date, by which things are over or not; None for today's."""
        return self.state.date.latest if self.state.date else None


@dataclass(frozen=True, slots=True)
class Base:
    """The state that a picture compares with: `Viewpoint.base` opens it for whoever draws."""

    framework: Framework
    state: StateInfo
    beside: tuple[Base, ...] = ()
    """The states that an option names to be set beside each other, each against this base."""

    @property
    def as_of(self) -> date | None:
        """The last day of the state's date; None for today's."""
        return self.state.date.latest if self.state.date else None


@dataclass(frozen=True, slots=True)
class Request:
    """All that a viewpoint draws from besides the framework."""

    words: Words
    measure: Measure
    stage: Stage
    paper: str = DEFAULT_PAPER
    options: Mapping[str, str] = field(default_factory=lambda: NO_OPTIONS)
    base: Base | None = None


@dataclass(frozen=True, slots=True)
class Viewpoint:
    """A pure recipe. `drawing` and `tabling` get options that were checked and completed."""

    id: str
    label: Text
    help: Text
    drawing: Callable[[Framework, Request], tuple[Scene, ...]]
    tabling: Callable[[Framework, Mapping[str, str], date | None], Table]
    options: tuple[Option, ...] = ()
    papers: tuple[str, ...] = tuple(PAPERS)
    comparing: Callable[[Framework, Base, Mapping[str, str], date | None], Table] | None = None
    """Set where the picture compares with a base: its table then, instead of `tabling`."""
    whole: Callable[[Mapping[str, str]], str] | None = None
    """Set where the smaller papers tear the picture apart: a paper on which it is one page."""

    outlining: Callable[[Framework, Mapping[str, str], date | None], Outline] | None = None
    """Set where a picture may be too wide for a phone: its outline, empty where it is not."""

    closer: Callable[[Mapping[str, str], Framework, str, str], Mapping[str, str]] | None = None
    """Set where a weight between two elements can be looked into: the options that show it from
    near, empty where they do not."""

    def on_screen(self, options: Mapping[str, str]) -> str:
        """The paper for a screen, where a picture is shown in one piece."""
        if self.whole is not None:
            return self.whole(options)
        return DEFAULT_PAPER if DEFAULT_PAPER in self.papers else self.papers[0]

    def base(self, states: States, state: str, options: Mapping[str, str]) -> Base | None:
        """The state that a picture of `state` compares with: as chosen, else the one before it.

        None where the viewpoint compares with none, or no state comes before. BadOption for a
        state that is not there.
        """
        option = next((option for option in self.options if option.state), None)
        if option is None:
            return None
        key = options.get(option.key) or states.base_of(state)
        if key is None:
            return None
        return replace(_base(states, option, key), beside=self._beside(states, options))

    def _beside(self, states: States, options: Mapping[str, str]) -> tuple[Base, ...]:
        option = next((option for option in self.options if option.states), None)
        if option is None:
            return ()
        keys = (key.strip() for key in options.get(option.key, "").split(","))
        return tuple(_base(states, option, key) for key in dict.fromkeys(keys) if key)

    def complete(self, framework: Framework, options: Mapping[str, str]) -> Mapping[str, str]:
        """The options with defaults filled in. BadOption for what the viewpoint does not take."""
        known = {option.key: option for option in self.options}
        for key, value in options.items():
            option = known.get(key)
            if option is None:
                raise BadOption(_no_option(self, key))
            if value in {choice.key for choice in option.choices}:
                continue
            if option.choices and not option.element:
                raise BadOption(_no_choice(option, value))
            if value and option.element and not _fits(framework, value, option.element):
                raise BadOption(_no_element(option, value))
            if value and option.any_element and value not in framework:
                raise BadOption(_no_element(option, value))
        defaults = {option.key: option.default for option in self.options}
        return MappingProxyType({**defaults, **options})

    def pages(
        self,
        framework: Framework,
        *,
        words: Words,
        measure: Measure,
        stage: Stage,
        paper: str = DEFAULT_PAPER,
        options: Mapping[str, str] = NO_OPTIONS,
        base: Base | None = None,
    ) -> tuple[Scene, ...]:
        """The picture as one or more pages. BadOption for options or paper it does not take."""
        if paper not in self.papers:
            raise BadOption(_no_paper(self, paper))
        completed = self.complete(framework, options)
        return self.drawing(framework, Request(words, measure, stage, paper, completed, base))

    def draw(
        self,
        framework: Framework,
        *,
        words: Words,
        measure: Measure,
        stage: Stage,
        paper: str = DEFAULT_PAPER,
        options: Mapping[str, str] = NO_OPTIONS,
        base: Base | None = None,
    ) -> Scene:
        """The first page of the picture: all of it where it has one. BadOption as for `pages`."""
        return self.pages(
            framework,
            words=words,
            measure=measure,
            stage=stage,
            paper=paper,
            options=options,
            base=base,
        )[0]

    def table(
        self,
        framework: Framework,
        options: Mapping[str, str] = NO_OPTIONS,
        *,
        as_of: date | None = None,
        base: Base | None = None,
    ) -> Table:
        """The same content as rows, in both languages. BadOption for options it does not take.

        `as_of` is the date of the state where it has one, as the stage of a picture says it.
        """
        completed = self.complete(framework, options)
        if self.comparing and base:
            return self.comparing(framework, base, completed, as_of)
        return self.tabling(framework, completed, as_of)


def _base(states: States, option: Option, key: str) -> Base:
    if key not in states:
        raise BadOption(_no_state(option, key, states))
    return Base(states.at(key), states.info(key))


def _fits(framework: Framework, key: str, trait: Trait) -> bool:
    return key in framework and framework.has(key, trait)


def _no_option(viewpoint: Viewpoint, key: str) -> Text:
    known = ", ".join(option.key for option in viewpoint.options)
    if not known:
        return Text(
            f"{viewpoint.id} has no option {key}; it has none",
            f"{viewpoint.id} n’a pas d’option {key}; il n’en a aucune",
        )
    return Text(
        f"{viewpoint.id} has no option {key}; it has: {known}",
        f"{viewpoint.id} n’a pas d’option {key}; il a\u00a0: {known}",
    )


def _no_choice(option: Option, value: str) -> Text:
    known = ", ".join(choice.key for choice in option.choices)
    return Text(
        f"{option.key} cannot be {value}; it may be: {known}",
        f"{option.key} ne peut pas être {value}; valeurs possibles\u00a0: {known}",
    )


def _no_element(option: Option, value: str) -> Text:
    known = "".join(f"{choice.key}, " for choice in option.choices)
    return Text(
        f"{option.key} needs {known and known + 'or '}the key of an element that is here and fits; "
        f"{value} does not",
        f"{option.key} demande {known and known + 'ou '}la clé d’un élément qui est ici et qui "
        f"convient; {value} ne convient pas",
    )


def _no_state(option: Option, value: str, states: States) -> Text:
    known = ", ".join(states)
    return Text(
        f"{option.key} cannot be {value}; it may be: {known}",
        f"{option.key} ne peut pas être {value}; valeurs possibles\u00a0: {known}",
    )


def _no_paper(viewpoint: Viewpoint, paper: str) -> Text:
    known = ", ".join(viewpoint.papers)
    return Text(
        f"{viewpoint.id} is not drawn on {paper}; it is drawn on: {known}",
        f"{viewpoint.id} ne se dessine pas en format {paper}; formats possibles\u00a0: {known}",
    )
