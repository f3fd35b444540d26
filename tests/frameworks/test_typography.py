"""The rules of typography find what they are for, and nothing in a good text."""

import pytest

from cadre.core.text import Text
from tests.frameworks.typography import NBSP, faults


@pytest.mark.parametrize(
    "text",
    [
        Text("It’s here: “yes”; why?", f"C’est ici{NBSP}: «{NBSP}oui{NBSP}»; pourquoi?"),
        Text("50% at 10:30", f"50{NBSP}% à 10:30"),
        Text("See https://example.org", "Voir https://example.org"),
    ],
)
def test_a_good_text(text: Text) -> None:
    assert faults(text) == []


@pytest.mark.parametrize(
    "text",
    [
        Text("it's"),
        Text('a "word"'),
        Text("«word»"),
        Text("why ?"),
        Text(fr="l'eau"),
        Text(fr="« oui »"),
        Text(fr="“oui”"),
        Text(fr="ici : oui"),
        Text(fr="50 %"),
        Text(fr="oui ; non"),
        Text(fr="oui !"),
        Text(fr="deux  espaces"),
        Text(fr="fin "),
        Text(fr="son\x07"),
    ],
)
def test_a_faulty_text(text: Text) -> None:
    assert len(faults(text)) == 1
