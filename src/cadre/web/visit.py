"""Where a reader stands, and the door to it: language, framework, state, page.

A page function that is wrapped in `in_framework` gets a `Visit` and cannot be reached without one.
"""

from __future__ import annotations

from collections.abc import Callable, Mapping
from dataclasses import dataclass, field
from functools import cached_property, wraps
from typing import Any, Concatenate, ParamSpec

from django.http import HttpRequest, HttpResponse
from django.shortcuts import render

from cadre.core.states import CURRENT, StateInfo
from cadre.core.text import Language, Text, other_language
from cadre.services import elements, frameworks
from cadre.services.faults import Busy, NotFound
from cadre.services.frameworks import Opened
from cadre.services.marks import Mark, marks
from cadre.web.addresses import address, element_address
from cadre.web.assets import dark_of, hues_of
from cadre.web.languages import HTML_CODES, OWN_NAMES
from cadre.web.navigation import Area, areas

Rest = ParamSpec("Rest")


@dataclass(frozen=True)
class StateChoice:
    """One entry of the state switcher: the same page in that state."""

    info: StateInfo
    address: str
    here: bool
    base: StateInfo | None


@dataclass(frozen=True)
class Visit:
    """One reader on one page."""

    request: HttpRequest
    language: Language
    opened: Opened
    page: str
    arguments: dict[str, str] = field(default_factory=dict)

    marked: dict[tuple[str, str], str] = field(default_factory=dict, compare=False)
    """The links to steps of the axis that this page has so far, by key and form."""

    # --- addresses ------------------------------------------------------------------------------

    def to(self, page: str, **arguments: str) -> str:
        """Another page, in the same language and state."""
        return address(self.language, page, self.opened.key, self.opened.state, **arguments)

    def to_element(self, key: str) -> str:
        """The page of an element."""
        return element_address(self.language, self.opened.key, self.opened.state, key)

    def in_state(self, state: str) -> str:
        """This page in another state."""
        path = address(self.language, self.page, self.opened.key, state, **self.arguments)
        return self._with_query(path)

    @property
    def in_other_language(self) -> str:
        """This page in the other language."""
        other = other_language(self.language)
        path = address(other, self.page, self.opened.key, self.opened.state, **self.arguments)
        return self._with_query(path)

    @property
    def in_current(self) -> str:
        """This page in the living state."""
        return self.in_state(CURRENT)

    def _with_query(self, path: str) -> str:
        query = self.request.META.get("QUERY_STRING", "")
        return f"{path}?{query}" if query else path

    # --- what stands around every page ----------------------------------------------------------

    @property
    def other_html_code(self) -> str:
        """The code of the other language."""
        return HTML_CODES[other_language(self.language)]

    @property
    def other_name(self) -> str:
        """The other language by its own name."""
        return OWN_NAMES[other_language(self.language)]

    @cached_property
    def marks(self) -> Mapping[str, Mark]:
        """The marks of the axis by key."""
        return marks(self.opened.framework)

    @cached_property
    def areas(self) -> tuple[Area, ...]:
        """The areas of the site with their sections."""
        # Which element is shown makes no difference here, and would be remembered for each.
        given = tuple(item for item in self.arguments.items() if item[0] == "type")
        return areas(self.opened, self.language, self.page, given)

    @cached_property
    def area(self) -> Area | None:
        """The area that this page is in."""
        return next((area for area in self.areas if area.here), None)

    @cached_property
    def state_choices(self) -> tuple[StateChoice, ...]:
        """Every state, with this page in it."""
        states = self.opened.states
        keys = states.keys()
        return tuple(
            StateChoice(
                info=(info := states.info(key)),
                address=self.in_state(key),
                here=key == self.opened.state,
                base=states.info(info.base) if info.base else None,
            )
            for key in keys
        )

    @property
    def hues_address(self) -> str:
        """The style sheet of this framework's own colours."""
        return hues_of(self.opened).address

    @property
    def dark_address(self) -> str:
        """The style sheet that turns its pictures dark."""
        return dark_of(self.opened).address

    def show(
        self, template: str, context: dict[str, Any] | None = None, status: int = 200
    ) -> HttpResponse:
        """The page, as its template has it."""
        values = {"visit": self, **(context or {})}
        return render(self.request, template, values, status=status, using=self.language)


PageFunction = Callable[Concatenate[HttpRequest, Visit, Rest], HttpResponse]


def in_framework(
    name: str,
) -> Callable[[PageFunction[...]], Callable[..., HttpResponse]]:
    """Wrap the function of the page `name`: it is reached with a framework in a state, or not."""

    def wrap(function: PageFunction[...]) -> Callable[..., HttpResponse]:
        @wraps(function)
        def page(
            request: HttpRequest,
            *,
            language: Language,
            framework: str,
            state: str,
            **rest: str,
        ) -> HttpResponse:
            try:
                opened = frameworks.opened(framework, state)
            except NotFound as fault:
                return _no_such_place(request, language, framework, fault)
            named = rest.pop("page", name)
            visit = Visit(request, language, opened, named, rest)
            try:
                return function(request, visit, **rest)
            except NotFound as fault:
                return _not_here(visit, fault)
            except Busy as fault:
                return _busy(visit, fault)

        return page

    return wrap


def _no_such_place(
    request: HttpRequest, language: Language, framework: str, fault: NotFound
) -> HttpResponse:
    """No such framework, or no such state of it: say so, and offer what is near."""
    if fault.what == "state":
        near = [(address(language, "home", framework, one.key), one.name) for one in fault.near]
    else:
        near = [(address(language, "home", one.key, CURRENT), one.name) for one in fault.near]
    context = {"fault": fault, "near": near}
    return render(request, "cadre/not_found.html", context, status=404, using=language)


def _busy(visit: Visit, fault: Busy) -> HttpResponse:
    """Others are having large files made: say when to ask again."""
    response = visit.show("cadre/busy.html", {"again": fault.again}, status=503)
    response["Retry-After"] = str(fault.again)
    return response


def _not_here(visit: Visit, fault: NotFound) -> HttpResponse:
    """The framework is there, what was asked for is not: say where it is, and what is near."""
    near: list[tuple[str, Text, Text]] = []
    in_states = []
    match fault.what:
        case "element":
            near = [(visit.to_element(one.key), one.name, one.kind) for one in fault.near]
            in_states = [
                (visit.in_state(info.key), info)
                for info in elements.states_with(visit.opened, fault.key)
            ]
        case "type":
            near = [(visit.to("list", type=one.key), one.name, one.kind) for one in fault.near]
        case "finding":
            near = [(visit.to("finding", code=one.key), one.name, one.kind) for one in fault.near]
        case _:
            near = [(visit.to("rule", code=one.key), one.name, one.kind) for one in fault.near]
    context = {"fault": fault, "near": near, "in_states": in_states}
    return visit.show("cadre/not_here.html", context, status=404)
