"""The message catalogues of the pages: compile them, bring them up to the pages, check them.

English is the language of the msgids; French is the catalogue. Everything is done in Python (Babel
and Jinja's own template reader), so that no gettext is needed on anybody's machine.

    python tools/messages.py compile    .po -> .mo
    python tools/messages.py update     new and gone messages, from the templates and the code
    python tools/messages.py check      fails on a missing, fuzzy or faulty French message
"""

import sys
from collections.abc import Callable, Iterator
from datetime import UTC, datetime
from io import BytesIO
from pathlib import Path
from typing import Any

from babel.messages.catalog import Catalog
from babel.messages.extract import extract
from babel.messages.mofile import write_mo
from babel.messages.pofile import read_po, write_po

ROOT = Path(__file__).resolve().parent.parent
SOURCE = ROOT / "src"
WEB = SOURCE / "cadre" / "web"
FRENCH = WEB / "locale" / "fr" / "LC_MESSAGES" / "django.po"

# What to look for, and which arguments are context ("c"), singular and plural.
KEYWORDS = {
    "_": None,
    "gettext": None,
    "gettext_lazy": None,
    "gettext_noop": None,
    "ngettext": (1, 2),
    "ngettext_lazy": (1, 2),
    "pgettext": ((1, "c"), 2),
    "pgettext_lazy": ((1, "c"), 2),
    "npgettext": ((1, "c"), 2, 3),
    "npgettext_lazy": ((1, "c"), 2, 3),
}

# How the pages' own environment (web/environment.py) reads a template.
TEMPLATES = {"newstyle_gettext": "true", "trimmed": "true", "silent": "false"}


def compile_all() -> None:
    """Compile every catalogue under src/, in place."""
    for path in sorted(SOURCE.rglob("*.po")):
        with path.with_suffix(".mo").open("wb") as target:
            write_mo(target, _read(path))


def update() -> None:
    """Rewrite the French catalogue: new messages are added empty, gone ones removed."""
    found = _found()
    catalogue = _read(FRENCH) if FRENCH.exists() else _empty()
    # No guessing: a fuzzy French message is worse than an empty one, which the check names.
    catalogue.update(found, no_fuzzy_matching=True, update_creation_date=False)
    catalogue.obsolete.clear()
    FRENCH.parent.mkdir(parents=True, exist_ok=True)
    FRENCH.write_bytes(_as_bytes(catalogue))


def problems() -> Iterator[str]:
    """Yield one line for each thing that keeps the French pages from being complete."""
    found = _found()
    if not FRENCH.exists():
        if any(message.id for message in found):
            yield "there is no French catalogue: make messages-update"
        return
    catalogue = _read(FRENCH)
    known = {_key(message) for message in catalogue if message.id}
    wanted = {_key(message): message for message in found if message.id}
    for key, message in wanted.items():
        if key not in known:
            where = ", ".join(f"{file}:{line}" for file, line in message.locations[:2])
            yield f"not in the catalogue: {key[1]!r} ({where}): make messages-update"
    for message in catalogue:
        if not message.id:
            continue
        label = f"line {message.lineno}: {_key(message)[1]!r}"
        if _key(message) not in wanted:
            yield f"{label}: no page uses it any more: make messages-update"
        if message.fuzzy:
            yield f"{label}: fuzzy"
        texts = message.string if isinstance(message.string, tuple) else (message.string,)
        if not all(texts):
            yield f"{label}: no French text"
            continue
        for error in message.check(catalogue):
            yield f"{label}: {error}"


def _empty() -> Catalog:
    """Return a French catalogue without messages, with a header that says what is true."""
    return Catalog(
        locale="fr",
        charset="utf-8",
        fuzzy=False,
        project="Cadre",
        version=" ",
        copyright_holder="Cadre contributors",
        msgid_bugs_address=" ",
        last_translator="Cadre contributors",
        language_team="French",
        header_comment="# The words of the pages in French.",
        # A date of today would change the file on every machine.
        creation_date=datetime(2026, 1, 1, tzinfo=UTC),
        revision_date=datetime(2026, 1, 1, tzinfo=UTC),
    )


def _found() -> Catalog:
    """Return the messages that the templates and the code of the pages use."""
    # Jinja is there whenever pages are worked on, but not while the project is built.
    from jinja2.ext import babel_extract

    catalogue = Catalog(charset="utf-8")
    for path in sorted(WEB.rglob("*.py")):
        _add(catalogue, path, "python", {})
    for pattern in ("*.html", "*.txt"):
        for path in sorted((WEB / "templates").rglob(pattern)):
            _add(catalogue, path, babel_extract, TEMPLATES)
    return catalogue


def _add(
    catalogue: Catalog, path: Path, method: str | Callable[..., Any], options: dict[str, str]
) -> None:
    """Add the messages of one file."""
    name = path.relative_to(ROOT).as_posix()
    with path.open("rb") as source:
        for line, text, comments, context in extract(
            method,
            source,
            KEYWORDS,
            comment_tags=("Translators:",),
            options=options,
            strip_comment_tags=True,
        ):
            catalogue.add(text, None, [(name, line)], auto_comments=comments, context=context)


def _key(message: object) -> tuple[str | None, str]:
    """Return what makes a message itself: its context and its English (singular) text."""
    text = message.id  # type: ignore[attr-defined]  # Babel's Message, which has no types
    return message.context, text[0] if isinstance(text, tuple) else text  # type: ignore[attr-defined]  # ditto


def _read(path: Path) -> Catalog:
    with path.open("rb") as source:
        return read_po(source, abort_invalid=True)


def _as_bytes(catalogue: Catalog) -> bytes:
    target = BytesIO()
    # No line numbers: they would change the catalogue with every edit of a template.
    write_po(target, catalogue, width=100, include_lineno=False, sort_output=True)
    return target.getvalue()


def main(arguments: list[str]) -> int:
    """Do what the one argument says; return the exit code."""
    match arguments:
        case ["compile"]:
            compile_all()
        case ["update"]:
            update()
        case ["check"]:
            lines = list(problems())
            for line in lines:
                print(f"{FRENCH.relative_to(ROOT)}: {line}")
            return 1 if lines else 0
        case _:
            print(__doc__, file=sys.stderr)
            return 2
    return 0


if __name__ == "__main__":
    sys.exit(main(sys.argv[1:]))
