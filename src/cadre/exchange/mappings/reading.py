"""A mapping from its file: TOML in, a value out, each fault told at its place in the file."""

from __future__ import annotations

import re
import tomllib
from collections.abc import Callable, Iterable, Iterator, Mapping
from contextlib import contextmanager
from enum import StrEnum
from importlib.resources import files
from pathlib import Path
from typing import Final, TypeVar, cast

from cadre.core.attributes import Attribute
from cadre.core.dates import PartialDate
from cadre.core.faults import BadInput, Place
from cadre.core.keys import is_slug
from cadre.core.metamodel import Metamodel
from cadre.core.text import Language, Text, is_language
from cadre.core.values import Kind
from cadre.exchange.door import unreadable
from cadre.exchange.framework_json import metamodel_from_json, settings_from_json
from cadre.exchange.json_shapes import (
    Json,
    JsonObject,
    Malformed,
    list_at,
    not_a_slug,
    object_at,
    one_of,
    text_at,
)
from cadre.exchange.json_values import not_a_date, text_from_json
from cadre.exchange.mappings.mapping import (
    EditionEntry,
    ElementRule,
    End,
    Join,
    LinkRule,
    Repeated,
    Rows,
    SourceMapping,
    TableEntry,
    Taken,
    TextRule,
    Unknown,
)
from cadre.exchange.mappings.templates import Template
from cadre.sheets.limits import read_file

ENDING: Final = ".toml"
_MOST_BYTES: Final = 1_000_000
_RULES: Final = ("elements", "texts", "links")
_ROWS: Final = ("table", "where", "why", "edition")
_AT_LINE: Final = re.compile(r"\(at line (\d+), column (\d+)\)")

Read = TypeVar("Read")
Chosen = TypeVar("Chosen", bound=StrEnum)


def mapping_names() -> tuple[str, ...]:
    """The mappings that ship."""
    names = (file.name for file in files(__package__).iterdir())
    return tuple(sorted(name.removesuffix(ENDING) for name in names if name.endswith(ENDING)))


def open_mapping(name: str) -> SourceMapping:
    """A mapping by the name of one that ships, or by the path of its file.

    BadInput when there is none, or it is faulty.
    """
    if name in mapping_names():
        return read_mapping((files(__package__) / f"{name}{ENDING}").read_bytes(), Place(file=name))
    path = Path(name)
    if not path.is_file():
        known = ", ".join(mapping_names())
        raise BadInput(
            Text(f"there is no mapping “{name}”.", f"il n’y a pas de correspondance « {name} »."),
            mend=Text(
                f"Use one of: {known}; or the path of a {ENDING} file.",
                f"Employer l’une de celles-ci : {known}; ou le chemin d’un fichier {ENDING}.",
            ),
        )
    place = Place(file=name)
    try:
        return read_mapping(read_file(path, _MOST_BYTES, place), place)
    except OSError as error:
        raise unreadable(error, place) from None


def read_mapping(data: bytes, place: Place) -> SourceMapping:
    """A mapping from the bytes of its file. BadInput, with the path in it, for a faulty one."""
    try:
        content = tomllib.loads(data.decode("utf-8-sig"))
    except UnicodeDecodeError as error:
        raise BadInput(
            Text(
                f"the file is not UTF-8 (byte {error.start + 1}).",
                f"le fichier n’est pas en UTF-8 (octet {error.start + 1}).",
            ),
            place,
            Text("Save it as UTF-8.", "L’enregistrer en UTF-8."),
        ) from None
    except (tomllib.TOMLDecodeError, RecursionError) as error:
        at = _AT_LINE.search(str(error))
        raise BadInput(
            Text("this is not TOML, or it is cut off.", "ce n’est pas du TOML, ou il est coupé."),
            place.at(row=int(at[1]), column=at[2]) if at else place,
            Text("Correct it, or take a whole copy.", "Le corriger, ou prendre une copie entière."),
        ) from None
    try:
        return _mapping(cast("JsonObject", content))
    except Malformed as fault:
        raise BadInput(fault.what, place.at(path=fault.path), fault.mend) from None


def _mapping(content: JsonObject) -> SourceMapping:
    _only(
        content,
        ("key", "current", "settings", "types", "tables", "editions", *_RULES),
    )
    with _under("types"):
        types = object_at(content.get("types", {}))
        _check_types(types)
        metamodel = metamodel_from_json(types)
    with _under("tables"):
        tables = dict(map(_table, object_at(content.get("tables")).items()))
    _check_joins(tables)
    editions = tuple(_each(content, "editions", _edition))
    current = text_at(content.get("current"), "current")
    if (current or editions) and current not in {one.key for one in editions}:
        raise Malformed(
            Text(
                f"“{current}” is none of the editions.",
                f"« {current} » n’est aucune des éditions.",
            ),
            "current",
            one_of(one.key for one in editions),
        )
    reader = _Rules(metamodel, tables, bool(editions))
    return SourceMapping(
        _slug(content),
        metamodel,
        settings_from_json(content.get("settings")),
        tables,
        editions,
        current,
        tuple(_each(content, "elements", reader.element)),
        tuple(_each(content, "texts", reader.text)),
        tuple(_each(content, "links", reader.link)),
    )


# --- types -------------------------------------------------------------------------------------

_TYPE: Final = ("key", "label", "help", "order", "attributes")
_NAMES_IN: Final[Mapping[str, tuple[str, ...]]] = {
    "elements": (*_TYPE, "plural", "traits", "glyph"),
    "links": (*_TYPE, "inverse", "role", "ends"),
    "attributes": ("key", "kind", "label", "help", "choices"),
    "choices": ("key", "label", "help", "aliases", "step"),
    "ends": ("sources", "targets"),
}


def _check_types(types: JsonObject) -> None:
    """A slip of the pen in a type would leave out what was meant: a trait, a choice."""
    _only(types, ("elements", "links", "removed"))
    for part in ("elements", "links"):
        _check_names(types, part)


def _check_names(entry: JsonObject, part: str) -> None:
    for number, one in enumerate(list_at(entry.get(part), part)):
        with _under(f"{part}[{number}]"):
            inner = object_at(one)
            _only(inner, _NAMES_IN[part])
            for name in _NAMES_IN:
                if name in inner:
                    _check_names(inner, name)


# --- tables and editions -----------------------------------------------------------------------


def _table(item: tuple[str, Json]) -> tuple[str, TableEntry]:
    name, value = item
    with _under(name):
        return name, _table_entry(name, object_at(value))


def _table_entry(name: str, entry: JsonObject) -> TableEntry:
    _only(entry, ("file", "headers", "ignore", "joins"))
    return TableEntry(
        name,
        text_at(entry.get("file"), "file") or f"{name}.csv",
        {
            column: tuple(text_at(one, f"headers.{column}") for one in list_at(words, column))
            for column, words in object_at(entry.get("headers", {}), "headers").items()
        },
        tuple(text_at(one, "ignore") for one in list_at(entry.get("ignore"), "ignore")),
        {
            other: _join(value, f"joins.{other}")
            for other, value in object_at(entry.get("joins", {}), "joins").items()
        },
    )


def _join(value: Json, path: str) -> Join:
    with _under(path):
        entry = object_at(value)
        _only(entry, ("theirs", "ours"))
        theirs, ours = (Template.of(text_at(entry.get(name), name)) for name in ("theirs", "ours"))
        if not theirs.columns or not ours.columns:
            raise Malformed(
                Text(
                    "a join needs `theirs` and `ours`, each with a column in braces.",
                    "une jointure demande `theirs` et `ours`, chacun avec une colonne entre "
                    "accolades.",
                ),
                mend=Text(
                    "Write both, such as `{code}`.",
                    "Écrire les deux, par exemple `{code}`.",
                ),
            )
        return Join(theirs, ours)


def _check_joins(tables: Mapping[str, TableEntry]) -> None:
    for entry in tables.values():
        for other in entry.joins:
            if other not in tables:
                raise _no_table(other, f"tables.{entry.name}.joins.{other}", tables)


def _no_table(name: str, path: str, tables: Iterable[str]) -> Malformed:
    return Malformed(
        Text(
            f"there is no table “{name}” in the mapping.",
            f"il n’y a pas de tableau « {name} » dans la correspondance.",
        ),
        path,
        one_of(tables),
    )


def _edition(value: Json) -> EditionEntry:
    entry = object_at(value)
    _only(entry, ("key", "name", "date", "summary"))
    date = text_at(entry.get("date"), "date")
    try:
        parsed = PartialDate.parse(date) if date else None
    except ValueError:
        raise not_a_date(date, "date") from None
    return EditionEntry(
        _slug(entry),
        text_from_json(entry.get("name")),
        parsed,
        text_from_json(entry.get("summary")),
    )


def _slug(entry: JsonObject) -> str:
    key = text_at(entry.get("key"), "key")
    if not is_slug(key):
        raise not_a_slug(key, "key")
    return key


# --- rules -------------------------------------------------------------------------------------


class _Rules:
    """Reads rules on the types and tables that a mapping has."""

    def __init__(
        self, metamodel: Metamodel, tables: Mapping[str, TableEntry], yearly: bool
    ) -> None:
        self._metamodel = metamodel
        self._tables = tables
        self._yearly = yearly

    def element(self, value: Json) -> ElementRule:
        """A rule of `[[elements]]`."""
        entry = object_at(value)
        _only(entry, (*_ROWS, "type", "key", "values", "repeated"))
        rows = self._rows(entry) if "table" in entry else None
        end = self._end(entry, rows)
        return ElementRule(
            end,
            self._values(entry, self._metamodel.attributes(end.type), rows),
            rows,
            _word(entry, "repeated", Repeated, Repeated.REFUSE),
        )

    def text(self, value: Json) -> TextRule:
        """A rule of `[[texts]]`."""
        entry = object_at(value)
        _only(entry, (*_ROWS, "type", "key", "field", "text", "kind", "unknown"))
        rows = self._rows(entry)
        end = self._end(entry, rows)
        field = text_at(entry.get("field"), "field")
        attributes = self._metamodel.attributes(end.type)
        attribute = attributes.get(field)
        if attribute is None or attribute.kind is not Kind.TEXTS:
            raise Malformed(
                Text(
                    f"“{field}” is not a list of texts.",
                    f"« {field} » n’est pas une liste de textes.",
                ),
                "field",
                one_of(key for key, one in attributes.items() if one.kind is Kind.TEXTS),
            )
        with _under("text"):
            text = self._by_language(object_at(entry.get("text")), rows)
        return TextRule(
            end,
            field,
            text,
            rows,
            text_at(entry.get("kind"), "kind"),
            _word(entry, "unknown", Unknown, Unknown.REFUSE),
        )

    def link(self, value: Json) -> LinkRule:
        """A rule of `[[links]]`."""
        entry = object_at(value)
        _only(entry, (*_ROWS, "type", "source", "target", "values", "repeated", "unknown"))
        rows = self._rows(entry)
        type_key = text_at(entry.get("type"), "type")
        if type_key not in self._metamodel.link_types:
            raise Malformed(
                Text(
                    f"there is no type “{type_key}” of link.",
                    f"il n’y a pas de type « {type_key} » de lien.",
                ),
                "type",
                one_of(self._metamodel.link_types),
            )
        ends = {}
        for name in ("source", "target"):
            with _under(name):
                end = object_at(entry.get(name))
                _only(end, ("type", "key"))
                ends[name] = self._end(end, rows)
        return LinkRule(
            type_key,
            ends["source"],
            ends["target"],
            self._values(entry, self._metamodel.link_attributes(type_key), rows),
            rows,
            _word(entry, "repeated", Repeated, Repeated.REFUSE),
            _word(entry, "unknown", Unknown, Unknown.REFUSE),
        )

    def _rows(self, entry: JsonObject) -> Rows:
        table = text_at(entry.get("table"), "table")
        if table not in self._tables:
            raise _no_table(table, "table", self._tables)
        rows = Rows(table)
        if "edition" in entry and not self._yearly:
            raise Malformed(
                Text("the mapping has no editions.", "la correspondance n’a pas d’éditions."),
                "edition",
                Text("Add [[editions]], or take it out.", "Ajouter [[editions]], ou le retirer."),
            )
        edition = self._template(entry["edition"], rows, "edition") if "edition" in entry else None
        where = {
            column: _pattern(one, f"where.{column}")
            for column, one in object_at(entry.get("where", {}), "where").items()
        }
        for column in where:
            self._check_column(column, rows, f"where.{column}")
        with _under("why"):
            return Rows(table, where, edition, text_from_json(entry.get("why")))

    def _end(self, entry: JsonObject, rows: Rows | None) -> End:
        type_key = text_at(entry.get("type"), "type")
        if type_key not in self._metamodel.element_types:
            raise Malformed(
                Text(
                    f"there is no type “{type_key}” of element.",
                    f"il n’y a pas de type « {type_key} » d’élément.",
                ),
                "type",
                one_of(self._metamodel.element_types),
            )
        key = self._template(entry.get("key"), rows, "key")
        if rows is not None and not key.columns:
            raise Malformed(
                Text(
                    "every row would have the same key.",
                    "chaque ligne aurait la même clé.",
                ),
                "key",
                Text("Name a column in braces.", "Nommer une colonne entre accolades."),
            )
        return End(type_key, key)

    def _values(
        self, entry: JsonObject, attributes: Mapping[str, Attribute], rows: Rows | None
    ) -> tuple[Taken, ...]:
        found = []
        for name, one in object_at(entry.get("values", {}), "values").items():
            with _under(f"values.{name}"):
                attribute = attributes.get(name)
                if attribute is None or attribute.kind is Kind.TEXTS:
                    raise Malformed(
                        Text(
                            f"there is no attribute “{name}” here.",
                            f"il n’y a pas d’attribut « {name} » ici.",
                        ),
                        mend=one_of(attributes),
                    )
                found.append(self._taken(attribute, one, rows))
        return tuple(found)

    def _taken(self, attribute: Attribute, value: Json, rows: Rows | None) -> Taken:
        if attribute.kind is Kind.LOCALISED:
            return Taken(attribute, self._by_language(object_at(value), rows))
        if not isinstance(value, dict):
            return Taken(attribute, plain=self._template(value, rows, ""))
        entry: JsonObject = value
        _only(entry, ("from", "words"))
        words = {
            word: text_at(meaning, f"words.{word}")
            for word, meaning in object_at(entry.get("words"), "words").items()
        }
        return Taken(attribute, plain=self._template(entry.get("from"), rows, "from"), words=words)

    def _by_language(self, entry: JsonObject, rows: Rows | None) -> dict[Language, Template]:
        _only(entry, ("en", "fr"))
        return {
            language: self._template(one, rows, language)
            for language, one in entry.items()
            if is_language(language)
        }

    def _template(self, value: Json, rows: Rows | None, path: str) -> Template:
        template = Template.of(text_at(value, path))
        for column in template.columns:
            self._check_column(column, rows, path)
        if not template.columns and not template.texts[0]:
            raise Malformed(
                Text("a text is expected here.", "un texte est attendu ici."),
                path,
                Text(
                    "Name a column in braces, or write a constant.",
                    "Nommer une colonne entre accolades, ou écrire une constante.",
                ),
            )
        return template

    def _check_column(self, column: str, rows: Rows | None, path: str) -> None:
        if rows is None:
            raise Malformed(
                Text(
                    f"without a table there is no column “{column}”.",
                    f"sans tableau, il n’y a pas de colonne « {column} ».",
                ),
                path,
                Text(
                    "Name the table, or write a constant.",
                    "Nommer le tableau, ou écrire une constante.",
                ),
            )
        of, dot, _ = column.rpartition(".")
        if dot and of not in self._tables[rows.table].joins:
            raise Malformed(
                Text(
                    f"the table “{rows.table}” is not joined to “{of}”.",
                    f"le tableau « {rows.table} » n’est pas joint à « {of} ».",
                ),
                path,
                Text("Add the join to the table.", "Ajouter la jointure au tableau."),
            )


# --- what every part needs ---------------------------------------------------------------------


@contextmanager
def _under(path: str) -> Iterator[None]:
    """A fault inside is told from one step further out."""
    try:
        yield
    except Malformed as fault:
        raise fault.under(path) from None


def _each(entry: JsonObject, name: str, read: Callable[[Json], Read]) -> Iterator[Read]:
    for number, one in enumerate(list_at(entry.get(name), name)):
        with _under(f"{name}[{number}]"):
            made = read(one)
        yield made


def _pattern(value: Json, path: str) -> re.Pattern[str]:
    text = text_at(value, path)
    try:
        return re.compile(text)
    except re.error:
        raise Malformed(
            Text(
                f"“{text}” is not a regular expression.",
                f"« {text} » n’est pas une expression régulière.",
            ),
            path,
            Text(
                "Close what is open; write \\ before a sign that is meant as itself.",
                "Fermer ce qui est ouvert; écrire \\ devant un signe pris tel quel.",
            ),
        ) from None


def _word(entry: JsonObject, name: str, words: type[Chosen], default: Chosen) -> Chosen:
    """One of the words that a rule may say, the default where it says none."""
    word = text_at(entry.get(name), name) or default.value
    for one in words:
        if one.value == word:
            return one
    raise Malformed(
        Text(f"“{word}” means nothing here.", f"« {word} » ne veut rien dire ici."),
        name,
        one_of(one.value for one in words),
    )


def _only(entry: JsonObject, known: Iterable[str]) -> None:
    """Malformed for the first name that means nothing here: it is a slip of the pen."""
    names = tuple(known)
    for name in entry:
        if name not in names:
            raise Malformed(
                Text(f"“{name}” means nothing here.", f"« {name} » ne veut rien dire ici."),
                name,
                one_of(names),
            )
