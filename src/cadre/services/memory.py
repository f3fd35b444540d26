"""Keep what was computed of a framework in a state until the framework moves."""

from __future__ import annotations

import threading
from collections import OrderedDict
from collections.abc import Callable, Hashable
from functools import wraps
from typing import Concatenate, ParamSpec, TypeVar

from cadre.services.frameworks import Opened

Rest = ParamSpec("Rest")
Result = TypeVar("Result")
OfOpened = Callable[Concatenate[Opened, Rest], Result]


def remembered(most: int) -> Callable[[OfOpened[Rest, Result]], OfOpened[Rest, Result]]:
    """Remember the `most` last used results of a pure function of an opened framework.

    Two openings of one head, state and day are alike, so the head stands for the framework.
    """

    def wrap(function: OfOpened[Rest, Result]) -> OfOpened[Rest, Result]:
        kept: OrderedDict[Hashable, Result] = OrderedDict()
        lock = threading.Lock()

        @wraps(function)
        def remembering(opened: Opened, /, *args: Rest.args, **kwargs: Rest.kwargs) -> Result:
            name = (opened.key, opened.head, opened.state, opened.as_of)
            key = (name, args, tuple(sorted(kwargs.items())))
            with lock:
                if key in kept:
                    kept.move_to_end(key)
                    return kept[key]
            result = function(opened, *args, **kwargs)
            with lock:
                kept[key] = result
                while len(kept) > most:
                    kept.popitem(last=False)
            return result

        return remembering

    return wrap
