"""Pieces of sentences in both languages at once: names in quotes, lists, counts, shares.

The sentences of findings are made here below the layer of `wording`, out of `Text` alone.
"""

from __future__ import annotations

from collections.abc import Sequence
from typing import Final

from cadre.core.dates import PartialDate
from cadre.core.text import Text

NBSP: Final = "\u00a0"

MONTHS: Final = (
    ("January", "janvier"),
    ("February", "février"),
    ("March", "mars"),
    ("April", "avril"),
    ("May", "mai"),
    ("June", "juin"),
    ("July", "juillet"),
    ("August", "août"),
    ("September", "septembre"),
    ("October", "octobre"),
    ("November", "novembre"),
    ("December", "décembre"),
)


def fill(template: Text, **parts: Text | str | int) -> Text:
    """A sentence with its parts put in, language by language."""
    english, french = dict(parts), dict(parts)
    for name, part in parts.items():
        if isinstance(part, Text):
            english[name], french[name] = part.in_("en"), part.in_("fr")
    return Text(template.en.format(**english), template.fr.format(**french))


def _plain(value: str | int) -> Text:
    return Text(str(value), str(value))


def quoted(text: Text | str) -> Text:
    """A name as a sentence holds it: “name” and « name »."""
    both = text if isinstance(text, Text) else _plain(text)
    return Text(f"“{both.in_('en')}”", f"«{NBSP}{both.in_('fr')}{NBSP}»")


def listed(items: Sequence[Text], most: int | None = None) -> Text:
    """`a, b and c`; with `most`, the first of them and how many others there are."""
    if most is not None and len(items) > most + 1:
        rest = len(items) - most
        items = [*items[:most], Text(f"{rest} others", f"{rest} autres")]
    english = [item.in_("en") for item in items]
    french = [item.in_("fr") for item in items]
    return Text(_joined(english, "and"), _joined(french, "et"))


def apart(items: Sequence[Text]) -> Text:
    """Items that hold lists themselves, parted by semicolons: `the areas a and b; the word c`."""
    return Text(
        "; ".join(item.in_("en") for item in items), "; ".join(item.in_("fr") for item in items)
    )


def _joined(words: Sequence[str], conjunction: str) -> str:
    if len(words) < 2:
        return "".join(words)
    return f"{', '.join(words[:-1])} {conjunction} {words[-1]}"


def counted(number: int, one: Text, many: Text) -> Text:
    """A number with its noun: French takes the singular for zero, English does not."""
    english = one if number == 1 else many
    french = one if number < 2 else many
    return Text(f"{number} {english.in_('en')}", f"{number} {french.in_('fr')}")


def within(label: Text) -> Text:
    """A label as it stands inside a sentence: without its capital, unless that is its own.

    It is in an acronym, and where another word of the name has a capital too: a proper name.
    """
    return Text(_lowered(label.in_("en")), _lowered(label.in_("fr")))


def _lowered(label: str) -> str:
    if label[1:2].isupper() or any(word[:1].isupper() for word in label.split()[1:]):
        return label
    return label[:1].lower() + label[1:]


def capital(sentence: Text) -> Text:
    """A sentence with a capital at its start."""
    return Text(
        sentence.en[:1].upper() + sentence.en[1:], sentence.fr[:1].upper() + sentence.fr[1:]
    )


def percent(share: float) -> Text:
    """A share of one as a whole percentage: `42%` and `42 %`."""
    whole = round(100 * share)
    return Text(f"{whole}%", f"{whole}{NBSP}%")


def score(value: float) -> Text:
    """A score between 0 and 1 with two decimals: `0.42` and `0,42`."""
    written = f"{value:.2f}"
    return Text(written, written.replace(".", ","))


def dated(date: PartialDate) -> Text:
    """A date in words, as precise as it is: `14 September 2016`, `septembre 2016`, `2016`."""
    if date.month is None:
        return _plain(date.year)
    english, french = MONTHS[date.month - 1]
    day_en = f"{date.day} " if date.day else ""
    day_fr = ("1er " if date.day == 1 else f"{date.day} ") if date.day else ""
    return Text(f"{day_en}{english} {date.year}", f"{day_fr}{french} {date.year}")


def joined(*sentences: Text) -> Text:
    """Sentences one after the other; empty ones leave no space behind."""
    kept = [sentence for sentence in sentences if sentence]
    return Text(
        " ".join(sentence.in_("en") for sentence in kept),
        " ".join(sentence.in_("fr") for sentence in kept),
    )
