"""Settings by path."""

import pytest

from cadre.core.dates import PartialDate
from cadre.core.settings import Settings
from cadre.core.text import Text

SETTINGS = Settings.of(
    {
        "name": Text("Councils", "Conseils"),
        "threshold/few": 2,
        "severity/GAP-01": "error",
        "assessed/covers": PartialDate(2016, 9),
        "proper-name/acronym/fptm": True,
        "accepted/0123456789abcdef/group/a": Text("Known", "Connu"),
        "word/group": Text("Table", "Table"),
    }
)


def test_settings_answer_by_what_they_are_for() -> None:
    assert SETTINGS.threshold("few", 9) == 2
    assert SETTINGS.threshold("broad", 9) == 9
    assert SETTINGS.severity("GAP-01") == "error"
    assert SETTINGS.severity("GAP-02") is None
    assert SETTINGS.assessed("covers") == PartialDate(2016, 9)
    assert SETTINGS.is_proper_name("acronym/fptm")
    assert list(SETTINGS.accepted("0123456789abcdef")) == [("group/a", Text("Known", "Connu"))]
    assert SETTINGS.word("group", Text("Group", "Groupe")) == Text("Table", "Table")
    assert SETTINGS.word("link", Text("Link", "Lien")) == Text("Link", "Lien")


def test_an_entry_is_set_and_removed_alone() -> None:
    without = SETTINGS.with_entry("threshold/few", None)
    assert without.threshold("few", 9) == 9
    assert without.with_entry("threshold/few", 2) == SETTINGS


def test_a_path_of_no_section_is_refused() -> None:
    with pytest.raises(ValueError, match="colour/red"):
        _ = Settings.of({"colour/red": 1})


def test_zero_is_not_no() -> None:
    none, no = Settings.of({"threshold/few": 0}), Settings.of({"threshold/few": False})
    assert none != no
    assert none == Settings.of({"threshold/few": 0})
    assert hash(none) == hash(Settings.of({"threshold/few": 0}))
    assert none != {"threshold/few": 0}
