"""The shapes of JSON: objects, lists, texts and numbers where they must stand, or a fault there."""

from __future__ import annotations

import json
import re
from collections.abc import Callable, Iterable
from typing import Final, NoReturn, TypeGuard

from cadre.core.text import Text, clean

Json = str | int | float | bool | None | list["Json"] | dict[str, "Json"]
JsonObject = dict[str, Json]

_REPLACE: Final = Text("Replace it by one.", "Le remplacer par ce qui est attendu.")
_LANGUAGES: Final = Text("Use en, fr or stale.", "Employer en, fr ou stale.")
_TOKEN: Final = re.compile(r'("(?:[^"\\]|\\.)*")(\s*:)?|[{}]|NaN|-?Infinity')
_MOST_SEARCHED: Final = 4_000_000
_MOST_WHOLE: Final = 99_999_999


class Malformed(ValueError):
    """JSON of another shape than asked for; `path` says where, from the place it was read."""

    def __init__(self, what: Text, path: str = "", mend: Text | None = None) -> None:
        super().__init__(what.en)
        self.what = what
        self.path = path
        self.mend = mend or Text()

    def under(self, step: str) -> Malformed:
        """The same fault, seen from one step further out."""
        joined = f"{step}{self.path}" if self.path.startswith("[") else f"{step}.{self.path}"
        return Malformed(self.what, joined if self.path else step, self.mend)


Keep = Callable[[Malformed], None]
"""What is done with a fault: raised, or kept while reading goes on."""


def refuse(fault: Malformed) -> None:
    """The usual thing to do with a fault."""
    raise fault


def under(keep: Keep, step: str) -> Keep:
    """The same, for faults of what stands one step further in."""
    return lambda fault: keep(fault.under(step))


# --- from text ---------------------------------------------------------------------------------


def loaded(text: str) -> Json:
    """The value of a JSON text.

    Malformed for a repeated key or NaN; JSONDecodeError, ValueError or RecursionError for one that
    is broken, has a number of endless digits, or is nested too deep.
    """
    value: Json = json.loads(
        text, object_pairs_hook=_without_repeats, parse_constant=_refused_constant
    )
    return value


def parsed(text: str, path: str = "") -> Json:
    """The value of a JSON text. Malformed for what is none, whatever is wrong with it."""
    try:
        return loaded(text)
    except Malformed as fault:
        raise Malformed(fault.what, path, fault.mend) from None
    except (ValueError, RecursionError):
        raise Malformed(
            Text("this is not JSON.", "ce n’est pas du JSON."),
            path,
            Text("Take it from a whole copy.", "Le reprendre d’une copie entière."),
        ) from None


def line_of_fault(text: str) -> int | None:
    """The line of the first repeated key or NaN. None where there is none, or a text is long."""
    if len(text) > _MOST_SEARCHED:
        return None
    open_keys: list[set[str]] = []
    for token in _TOKEN.finditer(text):
        word, colon = token.groups()
        if token[0] == "{":
            open_keys.append(set())
        elif token[0] == "}":
            if open_keys:
                _ = open_keys.pop()
        elif word is None or (colon and open_keys and word in open_keys[-1]):
            return text.count("\n", 0, token.start()) + 1
        elif colon and open_keys:
            open_keys[-1].add(word)
    return None


def _without_repeats(pairs: list[tuple[str, Json]]) -> JsonObject:
    found = dict(pairs)
    if len(found) < len(pairs):
        seen: set[str] = set()
        for key, _ in pairs:
            if key in seen:
                raise given_twice(clean(key))
            seen.add(key)
    return found


def given_twice(what: str, path: str = "") -> Malformed:
    """The refusal of something that may be there once only."""
    return Malformed(
        Text(f"“{what}” is given twice.", f"« {what} » est donné deux fois."),
        path or what,
        Text("Keep one of the two.", "Garder l’un des deux."),
    )


def _refused_constant(name: str) -> NoReturn:
    raise Malformed(
        Text(f"{name} is not a number.", f"{name} n’est pas un nombre."),
        mend=Text("Write a number, or leave it out.", "Écrire un nombre, ou le laisser de côté."),
    )


# --- shapes ------------------------------------------------------------------------------------


def is_object(value: Json) -> TypeGuard[JsonObject]:
    """Whether a JSON value is an object."""
    return isinstance(value, dict)


def object_at(value: Json, path: str = "") -> JsonObject:
    """The JSON object that must stand here."""
    if not is_object(value):
        raise Malformed(
            Text("an object is expected here.", "un objet est attendu ici."), path, _REPLACE
        )
    return value


def list_at(value: Json, path: str = "") -> list[Json]:
    """The JSON list that must stand here; an absent one is empty."""
    if value is None:
        return []
    if not isinstance(value, list):
        raise Malformed(
            Text("a list is expected here.", "une liste est attendue ici."), path, _REPLACE
        )
    return value


def text_at(value: Json, path: str = "") -> str:
    """The string that must stand here; an absent one is empty. Cleaned at this door."""
    if value is None:
        return ""
    if not isinstance(value, str):
        raise Malformed(
            Text("a text is expected here.", "un texte est attendu ici."), path, _REPLACE
        )
    return clean(value)


def number_at(value: Json, path: str = "") -> int:
    """The whole number that must stand here."""
    if not isinstance(value, int) or isinstance(value, bool) or abs(value) > _MOST_WHOLE:
        raise Malformed(
            Text("a whole number is expected here.", "un nombre entier est attendu ici."),
            path,
            _REPLACE,
        )
    return value


def not_a_language(word: str, path: str = "") -> Malformed:
    """The refusal of a language that Cadre does not speak."""
    return Malformed(
        Text(f"“{word}” is not a language.", f"« {word} » n’est pas une langue."), path, _LANGUAGES
    )


def one_of(names: Iterable[str]) -> Text:
    """The mend where only some words will do, or none at all."""
    known = ", ".join(names)
    if not known:
        return Text("Take it out.", "Le retirer.")
    return Text(f"Use one of: {known}.", f"Employer l’un de ceux-ci : {known}.")


def not_a_slug(key: str, path: str) -> Malformed:
    """The refusal of what may not name a type, an attribute or a state."""
    return Malformed(
        Text(f"“{key}” is not a key.", f"« {key} » n’est pas une clé."),
        path,
        Text(
            "Use lower-case letters, digits and hyphens.",
            "Employer des minuscules sans accent, des chiffres et des traits d’union.",
        ),
    )
