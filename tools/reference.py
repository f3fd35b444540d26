"""The reference pages, made from the registries: what the code has is what the pages say.

    python -m tools.reference           writes docs/reference/
    python -m tools.reference --check   fails when a page there is not what the code says

A page is a pure function of the registries and a language. That of the rules stands beside them.
"""

import sys
from collections.abc import Callable, Iterable, Iterator, Mapping
from pathlib import Path
from typing import Final

import click

from cadre.analysis.rules_page import rules_page
from cadre.cli import main as cadre
from cadre.core.attributes import ELEMENT_ATTRIBUTES, LINK_ATTRIBUTES, Attribute, Choice
from cadre.core.kernel import KERNEL
from cadre.core.metamodel import ElementType, Ends, LinkType
from cadre.core.text import Language, Text
from cadre.core.traits import GLYPHS, TRAIT_ATTRIBUTES, TRAIT_LABELS, LinkRole, Trait
from cadre.core.validate import KIND_LABELS
from cadre.core.values import Kind
from cadre.exchange.document import SCHEMA_NUMBER
from cadre.exchange.formats import FORMATS, Format
from cadre.viewpoints.registry import VIEWPOINTS
from cadre.viewpoints.viewpoint import DEFAULT_PAPER, PAPERS, Option, Viewpoint
from cadre.wording.typography import typeset
from tools.faulty_files import FAULTS, NOT_POSSIBLE, answers
from tools.reference_words import COMMANDS

FOLDER: Final = Path(__file__).resolve().parent.parent / "docs" / "reference"
_MADE: Final = Text(
    "<!-- Written by `make reference` from the code: do not edit. -->",
    "<!-- Écrit par `make reference` à partir du code : ne pas modifier. -->",
)
_YES_NO: Final = {True: Text("yes", "oui"), False: Text("no", "non")}


# --- Markdown ----------------------------------------------------------------------------------


def _page(name: str, title: Text, *blocks: str, lang: Language) -> str:
    other = f"[Français]({name}.fr.md)" if lang == "en" else f"[English]({name}.en.md)"
    return "\n\n".join((_MADE.in_(lang), f"# {title.in_(lang)}", other, *blocks)) + "\n"


def _table(lang: Language, headers: Iterable[Text], rows: Iterable[Iterable[str]]) -> str:
    heads = [header.in_(lang) for header in headers]
    lines = [heads, ["---"] * len(heads), *([_cell(cell) for cell in row] for row in rows)]
    return "\n".join(f"| {' | '.join(line)} |" for line in lines)


def _cell(text: str) -> str:
    return " ".join(text.split()).replace("|", "\\|")


def _code(words: Iterable[str]) -> str:
    return ", ".join(f"`{word}`" for word in words)


def _say(text: Text, lang: Language) -> str:
    return typeset(text.in_(lang), lang)


# --- types -------------------------------------------------------------------------------------

_KEY: Final = Text("key", "clé")
_LABEL: Final = Text("label", "libellé")
_HELP: Final = Text("what it is", "ce que c’est")
_KIND: Final = Text("kind", "genre")
_GLYPH: Final = Text("glyph", "pictogramme")


def types_page(lang: Language) -> str:
    """Types, traits and link types of the kernel, with every attribute and choice."""
    return _page(
        "types",
        Text("Types of elements and links", "Types d’éléments et de liens"),
        _say(
            Text(
                f"What ships with Cadre (kernel {KERNEL.kernel}). A framework may add to it: see "
                "[add a type](../developer/add-a-type.md). Keys are what files use; labels are "
                "what people read.",
                f"Ce qui est livré avec Cadre (noyau {KERNEL.kernel}). Un cadre peut y ajouter : "
                "voir [ajouter un type](../developer/add-a-type.md) (en anglais). Les fichiers "
                "emploient les clés; les gens lisent les libellés.",
            ),
            lang,
        ),
        _heading(Text("Elements", "Éléments"), lang),
        _element_types(lang),
        _heading(Text("What every element has", "Ce que tout élément a"), lang),
        *_attributes(ELEMENT_ATTRIBUTES, lang),
        _heading(Text("Traits", "Traits"), lang),
        _say(
            Text(
                "A type that takes a trait has its attributes.",
                "Un type qui prend un trait en a les attributs.",
            ),
            lang,
        ),
        *(block for trait in Trait for block in _trait(trait, lang)),
        _heading(Text("Links", "Liens"), lang),
        _say(
            Text(
                "At most one link of a type joins the same source to the same target. Ends are "
                "traits; “any” is any element.",
                "Au plus un lien d’un type joint la même source à la même cible. Les bouts sont "
                "des traits; « tout » est tout élément.",
            ),
            lang,
        ),
        _link_types(lang),
        *(block for entry in KERNEL.link_types.values() for block in _own(entry, lang)),
        _heading(Text("What every link has", "Ce que tout lien a"), lang),
        *_attributes(LINK_ATTRIBUTES, lang),
        _heading(Text("Link roles", "Rôles de lien"), lang),
        _say(
            Text(
                "A link type of a framework’s own takes one of these; `other` means nothing to "
                "analyses and pictures.",
                "Un type de lien propre à un cadre prend l’un de ceux-ci; `other` ne veut rien "
                "dire pour les analyses et les images.",
            ),
            lang,
        ),
        _code(role.value for role in LinkRole),
        _heading(Text("Kinds of attribute", "Genres d’attribut"), lang),
        _table(
            lang,
            (_KEY, Text("a value is", "une valeur est")),
            ((f"`{kind.value}`", KIND_LABELS[kind].in_(lang)) for kind in Kind),
        ),
        _heading(Text("Glyphs", "Pictogrammes"), lang),
        _choices(GLYPHS, lang),
        lang=lang,
    )


def _heading(text: Text, lang: Language) -> str:
    return f"## {text.in_(lang)}"


def _element_types(lang: Language) -> str:
    return _table(
        lang,
        (_KEY, _LABEL, Text("traits", "traits"), _GLYPH, _HELP),
        (_element_row(entry, lang) for entry in KERNEL.element_types.values()),
    )


def _element_row(entry: ElementType, lang: Language) -> tuple[str, ...]:
    traits = _code(trait.value for trait in Trait if trait in entry.traits)
    return (
        f"`{entry.key}`",
        entry.label.in_(lang),
        traits,
        f"`{entry.glyph}`",
        _say(entry.help, lang),
    )


def _trait(trait: Trait, lang: Language) -> Iterator[str]:
    yield f"### `{trait.value}` – {TRAIT_LABELS[trait].in_(lang)}"
    takers = _code(entry.key for entry in KERNEL.types_with(trait))
    taken = Text(f"Taken by {takers}.", f"Pris par {takers}.")
    if not TRAIT_ATTRIBUTES[trait]:
        brings = Text("Brings no attribute.", "N’apporte pas d’attribut.")
        yield f"{taken.in_(lang)} {brings.in_(lang)}"
        return
    yield taken.in_(lang)
    yield from _attributes(TRAIT_ATTRIBUTES[trait], lang)


def _attributes(attributes: Iterable[Attribute], lang: Language) -> Iterator[str]:
    known = tuple(attributes)
    yield _table(
        lang,
        (_KEY, _LABEL, _KIND, _HELP),
        (
            (f"`{one.key}`", one.label.in_(lang), f"`{one.kind.value}`", _say(one.help, lang))
            for one in known
        ),
    )
    for one in known:
        if one.key == "glyph":
            continue  # listed once, at the end
        if one.choices:
            said = Text(f"Choices of `{one.key}`:", f"Choix de `{one.key}` :")
            yield _say(said, lang)
            yield _choices(one.choices, lang)


def _choices(choices: Iterable[Choice], lang: Language) -> str:
    known = tuple(choices)
    headers, with_help = [_KEY, _LABEL], any(one.help for one in known)
    with_aliases, with_step = (
        any(one.aliases for one in known),
        any(one.step is not None for one in known),
    )
    headers += [Text("means", "veut dire")] if with_help else []
    headers += [Text("also written", "aussi écrit")] if with_aliases else []
    headers += [Text("step", "cran")] if with_step else []
    rows = []
    for one in known:
        row = [f"`{one.key}`", one.label.in_(lang)]
        row += [_say(one.help, lang)] if with_help else []
        row += [", ".join(one.aliases)] if with_aliases else []
        row += ["" if one.step is None else str(one.step)] if with_step else []
        rows.append(row)
    return _table(lang, headers, rows)


def _link_types(lang: Language) -> str:
    headers = (
        _KEY,
        Text("reads", "se lit"),
        Text("read backwards", "à rebours"),
        Text("joins", "joint"),
        _HELP,
    )
    return _table(
        lang,
        headers,
        (
            (
                f"`{entry.key}`",
                entry.label.in_(lang),
                entry.inverse.in_(lang),
                "; ".join(_ends(ends, lang) for ends in entry.ends) or _any(lang),
                _say(entry.help, lang),
            )
            for entry in KERNEL.link_types.values()
        ),
    )


def _any(lang: Language) -> str:
    return Text("any", "tout").in_(lang)


def _ends(ends: Ends, lang: Language) -> str:
    sides = [
        _code(trait.value for trait in Trait if trait in side) or _any(lang)
        for side in (ends.sources, ends.targets)
    ]
    return " → ".join(sides)


def _own(entry: LinkType, lang: Language) -> Iterator[str]:
    if entry.attributes:
        yield f"### `{entry.key}` – {entry.label.in_(lang)}"
        yield from _attributes(entry.attributes, lang)


# --- formats -----------------------------------------------------------------------------------


def formats_page(lang: Language) -> str:
    """The formats of files, and what each can do."""
    return _page(
        "formats",
        Text("File formats", "Formats de fichiers"),
        _say(
            Text(
                f"Files carry the numbers of their schema (now {SCHEMA_NUMBER}) and kernel (now "
                f"{KERNEL.kernel}); later ones are refused. How to fill in tables: "
                "[files](../user/en/files.md).",
                f"Les fichiers portent les numéros de leur schéma (actuellement {SCHEMA_NUMBER}) "
                f"et de leur noyau (actuellement {KERNEL.kernel}); de plus récents sont refusés. "
                "Comment remplir des tableaux : [fichiers](../user/fr/files.md).",
            ),
            lang,
        ),
        _table(
            lang,
            (
                _KEY,
                _LABEL,
                Text("endings", "terminaisons"),
                Text("read", "se lit"),
                Text("written", "s’écrit"),
                Text("holds every state", "contient chaque état"),
                _HELP,
            ),
            (_format_row(entry, lang) for entry in FORMATS.values()),
        ),
        lang=lang,
    )


def _format_row(entry: Format, lang: Language) -> tuple[str, ...]:
    folder = Text("folder", "dossier").in_(lang)
    return (
        f"`{entry.key}`",
        entry.label.in_(lang),
        ", ".join(f"`{ending}`" if ending else folder for ending in entry.endings),
        _YES_NO[entry.reads].in_(lang),
        _YES_NO[entry.writes].in_(lang),
        _YES_NO[entry.holds_states].in_(lang),
        _say(entry.help, lang),
    )


# --- viewpoints --------------------------------------------------------------------------------


def viewpoints_page(lang: Language) -> str:
    """The viewpoints, their options and the papers they take."""
    return _page(
        "viewpoints",
        Text("Pictures and their options", "Images et leurs options"),
        _say(
            Text(
                "What `cadre draw` and `cadre table` take, and what the site shows. Give an option "
                "with `--set key=value`.",
                "Ce que prennent `cadre draw` et `cadre table`, et ce que le site montre. Une "
                "option se donne par `--set clé=valeur`.",
            ),
            lang,
        ),
        *(block for one in VIEWPOINTS.values() for block in _viewpoint(one, lang)),
        _heading(Text("Papers", "Papiers"), lang),
        _say(
            Text(
                "Width and height in points, lying. A drawing that needs more room grows; `phone` "
                "is as high as it must be.",
                "Largeur et hauteur en points, à l’horizontale. Un dessin qui demande plus de "
                "place grandit; `phone` est aussi haut qu’il le faut.",
            ),
            lang,
        ),
        _table(
            lang,
            (_KEY, Text("width", "largeur"), Text("height", "hauteur")),
            (
                (f"`{key}`" + ("*" if key == DEFAULT_PAPER else ""), f"{width:g}", f"{height:g}")
                for key, (width, height) in PAPERS.items()
            ),
        ),
        Text("\\* unless another is named.", "\\* sauf si un autre est nommé.").in_(lang),
        lang=lang,
    )


def _viewpoint(entry: Viewpoint, lang: Language) -> Iterator[str]:
    yield f"## `{entry.id}` – {entry.label.in_(lang)}"
    yield _say(entry.help, lang)
    if entry.options:
        yield _table(
            lang,
            (
                Text("option", "option"),
                _LABEL,
                Text("values", "valeurs"),
                Text("otherwise", "sinon"),
                _HELP,
            ),
            (_option_row(option, lang) for option in entry.options),
        )
    else:
        yield Text("It has no options.", "Il n’a pas d’option.").in_(lang)
    if set(entry.papers) != set(PAPERS):
        yield _say(
            Text(f"Papers: {_code(entry.papers)}.", f"Papiers : {_code(entry.papers)}."), lang
        )


def _option_row(option: Option, lang: Language) -> tuple[str, ...]:
    values = [f"`{one.key}` – {one.label.in_(lang)}" for one in option.choices if one.key]
    if option.element:
        key = Text(
            f"the key of an element with the trait `{option.element.value}`",
            f"la clé d’un élément qui a le trait `{option.element.value}`",
        )
        values.append(key.in_(lang))
    if option.any_element:
        values.append(Text("the key of any element", "la clé d’un élément").in_(lang))
    if option.state:
        values.append(Text("the key of another state", "la clé d’un autre état").in_(lang))
    if option.states:
        several = Text(
            "keys of states, commas between", "des clés d’états, séparées par des virgules"
        )
        values.append(several.in_(lang))
    labels = {one.key: one.label.in_(lang) for one in option.choices}
    default = f"`{option.default}`" if option.default else labels.get("", "")
    return (
        f"`{option.key}`",
        option.label.in_(lang),
        "; ".join(values),
        default,
        _say(option.help, lang),
    )


# --- commands ----------------------------------------------------------------------------------


def commands_page(lang: Language) -> str:
    """The commands with their arguments and options, as `--help` has them."""
    return _page(
        "commands",
        Text("Commands", "Commandes"),
        _say(
            Text(
                "A SOURCE is a file (document, bundle folder, zip), or else the key of a stored "
                "framework. How to use them: [commands](../user/en/commands.md).",
                "Une SOURCE est un fichier (document, dossier de lot, zip), ou sinon la clé d’un "
                "cadre de la base. Comment s’en servir : [commandes](../user/fr/commands.md).",
            ),
            lang,
        ),
        *(block for name in sorted(cadre.everything()) for block in _command(name, lang)),
        lang=lang,
    )


def _command(name: str, lang: Language) -> Iterator[str]:
    command = cadre.everything()[name]
    yield f"## `cadre {name}`"
    arguments = [one for one in command.params if isinstance(one, click.Argument)]
    usage = " ".join(["cadre", name, *(_argument(one) for one in arguments)])
    yield f"    {usage}"
    for paragraph in (command.help or "").split("\n\n"):
        yield _said(paragraph, lang)
    options = [one for one in command.params if isinstance(one, click.Option) and not one.hidden]
    yield _table(
        lang,
        (
            Text("option", "option"),
            Text("values", "valeurs"),
            Text("otherwise", "sinon"),
            _HELP,
        ),
        (_command_option(one, lang) for one in options),
    )


def _argument(one: click.Argument) -> str:
    name = one.human_readable_name.upper()
    return name if one.required else f"[{name}]"


def _command_option(one: click.Option, lang: Language) -> tuple[str, ...]:
    names = _code(one.opts)
    if one.required:
        names += f" ({Text('needed', 'nécessaire').in_(lang)})"
    if isinstance(one.type, click.Choice):
        values = _code(str(choice) for choice in one.type.choices)
    elif one.metavar:
        values = one.metavar
    else:
        values = one.type.name.upper()
    default = f"`{one.default}`" if one.show_default and isinstance(one.default, str | int) else ""
    return (names, values, default, _said(one.help or "", lang))


def _said(english: str, lang: Language) -> str:
    """A sentence of `--help`. LookupError, saying where to add it, when it has no French."""
    sentence = " ".join(english.split())
    if lang == "en" or not sentence:
        return sentence
    if sentence not in COMMANDS:
        raise LookupError(
            f"“{sentence}” (help of a command) has no French: add it to tools/reference_words.py"
        )
    return typeset(COMMANDS[sentence], "fr")


def sentences() -> Iterator[str]:
    """Every sentence of `--help`, so that French ones nobody needs any more are found."""
    for command in cadre.everything().values():
        for paragraph in (command.help or "").split("\n\n"):
            yield " ".join(paragraph.split())
        for one in command.params:
            if isinstance(one, click.Option) and one.help:
                yield " ".join(one.help.split())


# --- faults ------------------------------------------------------------------------------------

_FORMAT_NAMES: Final = {
    "document": Text("document", "document"),
    "bundle": Text("bundle, a folder", "lot, un dossier"),
    "zip": Text("bundle, zipped", "lot, en zip"),
    "xlsx": Text("workbook", "classeur"),
    "graphml": Text("GraphML", "GraphML"),
}


def faults_page(lang: Language) -> str:
    """What is said of each faulty file of `tools/faulty_files.py`."""
    return _page(
        "faults",
        Text("Faulty files", "Fichiers fautifs"),
        _say(
            Text(
                "What Cadre answers to files with one thing wrong, made from the framework "
                "`example`. Each is refused whole with exit code 2, within two seconds and 256 MB; "
                "with `--all-faults`, up to 50 faults of a state are said at once. How to fill in "
                "tables: [files](../user/en/files.md).",
                "Ce que Cadre répond à des fichiers où une seule chose ne va pas, faits à partir "
                "du cadre `example`. Chacun est refusé en entier, avec le code de sortie 2, en "
                "moins de deux secondes et de 256 Mo; avec `--all-faults`, jusqu’à 50 fautes d’un "
                "état sont dites à la fois. Comment remplir des tableaux : "
                "[fichiers](../user/fr/files.md).",
            ),
            lang,
        ),
        _say(
            Text(
                "A table of a folder that was cut at the end of a row cannot be told from a "
                "shorter one. The zip of a bundle and the other formats are one file, and can.",
                "Un tableau d’un dossier coupé à la fin d’une ligne ne se distingue pas d’un "
                "tableau plus court. Le zip d’un lot et les autres formats sont un seul fichier, "
                "et s’en distinguent toujours.",
            ),
            lang,
        ),
        *(block for fault, label in FAULTS.items() for block in _fault(fault, label, lang)),
        lang=lang,
    )


def _fault(fault: str, label: Text, lang: Language) -> Iterator[str]:
    yield f"## {_say(label, lang)}"
    said = {**NOT_POSSIBLE, **answers()}
    yield _table(
        lang,
        (Text("format", "format"), Text("answer", "réponse")),
        ((name.in_(lang), said[fault, form].in_(lang)) for form, name in _FORMAT_NAMES.items()),
    )


# --- all of them -------------------------------------------------------------------------------

PAGES: Final[Mapping[str, Callable[[Language], str]]] = {
    "types": types_page,
    "viewpoints": viewpoints_page,
    "commands": commands_page,
    "formats": formats_page,
    "faults": faults_page,
    "rules": rules_page,
}


def pages() -> dict[str, str]:
    """Every reference page by its file name."""
    return {
        f"{name}.{lang}.md": page(lang) for name, page in PAGES.items() for lang in ("en", "fr")
    }


def stale() -> list[str]:
    """The pages in docs/reference/ that are missing or not what the code says."""
    found = []
    for name, text in pages().items():
        path = FOLDER / name
        if not path.is_file() or path.read_text("utf-8") != text:
            found.append(name)
    return found


def main(words: list[str]) -> int:
    """Write the pages, or with `--check` say which are stale; the exit code."""
    try:
        if words == ["--check"]:
            old = stale()
            for name in old:
                print(f"docs/reference/{name} is not what the code says: run `make reference`")
            return 1 if old else 0
        FOLDER.mkdir(parents=True, exist_ok=True)
        for name, text in pages().items():
            (FOLDER / name).write_text(text, "utf-8")
    except LookupError as fault:
        print(fault.args[0], file=sys.stderr)
        return 1
    return 0


if __name__ == "__main__":
    sys.exit(main(sys.argv[1:]))
