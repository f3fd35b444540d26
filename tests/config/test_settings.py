"""With nothing set, a safe site for this machine; in production, nothing insecure starts."""

from __future__ import annotations

import os
import subprocess
import sys
from pathlib import Path
from typing import Any

import pytest
from django.conf import settings

from cadre.config.places import data_folder, secret_key
from cadre.config.refusals import refusals

GOOD: dict[str, Any] = {
    "DEBUG": False,
    "SECRET_KEY": "k" * 50,
    "ALLOWED_HOSTS": ["cadre.example.org"],
    "SESSION_COOKIE_SECURE": True,
    "CSRF_COOKIE_SECURE": True,
    "SECURE_SSL_REDIRECT": True,
    "SECURE_HSTS_SECONDS": 31_536_000,
}


def _import_settings(**environment: str) -> subprocess.CompletedProcess[str]:
    kept = {name: value for name, value in os.environ.items() if not name.startswith("CADRE_")}
    return subprocess.run(
        [sys.executable, "-c", "import cadre.config.settings as s; print(s.ALLOWED_HOSTS)"],
        env={**kept, **environment},
        capture_output=True,
        text=True,
        check=False,
    )


def test_good_settings_are_not_refused() -> None:
    assert list(refusals(GOOD, secret_was_given=True)) == []


@pytest.mark.parametrize(
    ("changed", "named"),
    [
        ({"DEBUG": True}, "CADRE_DEBUG"),
        ({"SECRET_KEY": "short"}, "CADRE_SECRET_KEY"),
        ({"ALLOWED_HOSTS": []}, "CADRE_HOSTS"),
        ({"ALLOWED_HOSTS": ["*"]}, "CADRE_HOSTS"),
        ({"ALLOWED_HOSTS": ["cadre.example.org", "*.org"]}, "CADRE_HOSTS"),
        ({"SESSION_COOKIE_SECURE": False}, "SESSION_COOKIE_SECURE"),
        ({"CSRF_COOKIE_SECURE": False}, "CSRF_COOKIE_SECURE"),
        ({"SECURE_SSL_REDIRECT": False}, "SECURE_SSL_REDIRECT"),
        ({"SECURE_HSTS_SECONDS": 0}, "SECURE_HSTS_SECONDS"),
    ],
)
def test_each_insecure_setting_is_refused(changed: dict[str, Any], named: str) -> None:
    [line] = refusals({**GOOD, **changed}, secret_was_given=True)
    assert named in line


def test_a_secret_that_was_made_up_is_refused() -> None:
    [line] = refusals(GOOD, secret_was_given=False)
    assert "CADRE_SECRET_KEY" in line


def test_production_does_not_start_with_nothing_set(tmp_path: Path) -> None:
    done = _import_settings(CADRE_PRODUCTION="yes", CADRE_DATA=str(tmp_path))
    assert done.returncode != 0
    assert "CADRE_SECRET_KEY" in done.stderr
    assert "CADRE_HOSTS" in done.stderr


def test_production_starts_when_all_is_given(tmp_path: Path) -> None:
    done = _import_settings(
        CADRE_PRODUCTION="yes",
        CADRE_DATA=str(tmp_path),
        CADRE_SECRET_KEY="k" * 50,
        CADRE_HOSTS="cadre.example.org",
    )
    assert done.returncode == 0, done.stderr
    assert "cadre.example.org" in done.stdout


def test_reading_settings_writes_nothing(tmp_path: Path) -> None:
    done = _import_settings(CADRE_DATA=str(tmp_path / "new"))
    assert done.returncode == 0, done.stderr
    assert not (tmp_path / "new").exists()


def test_the_site_answers_for_this_machine_alone() -> None:
    assert _import_settings().stdout.strip() == "['localhost', '127.0.0.1', '[::1]']"


def test_debug_is_off() -> None:
    assert settings.DEBUG is False


def test_the_database_loses_and_locks_nothing() -> None:
    options = settings.DATABASES["default"]["OPTIONS"]
    assert options["transaction_mode"] == "IMMEDIATE"
    assert options["timeout"] >= 10
    for pragma in ("journal_mode=WAL", "synchronous=FULL", "foreign_keys=ON"):
        assert pragma in options["init_command"]
    assert settings.DATABASES["default"]["ATOMIC_REQUESTS"] is False


def test_the_content_policy_has_nothing_unsafe() -> None:
    directives = settings.CONTENT_SECURITY_POLICY["DIRECTIVES"]
    assert directives["default-src"] == ["'self'"]
    assert "unsafe" not in str(directives)


def test_the_secret_key_is_that_of_the_folder(tmp_path: Path) -> None:
    (tmp_path / "secret-key").write_text("from the file\n", "ascii")
    assert secret_key(tmp_path) == "from the file"
    assert secret_key(tmp_path / "none") != secret_key(tmp_path / "none")


def test_the_data_folder_is_as_named_or_that_of_the_checkout(tmp_path: Path) -> None:
    assert data_folder(str(tmp_path)) == tmp_path.resolve()
    assert data_folder().name == "var"
