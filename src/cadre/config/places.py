"""Where a deployment keeps its data, and its secret key among them."""

from __future__ import annotations

import os
import secrets
import sys
from pathlib import Path
from typing import Final

KEY_FILE: Final = "secret-key"


def data_folder(named: str = "") -> Path:
    """The folder for the store: as named, else `var/` of a checkout, else the platform's place."""
    if named:
        return Path(named).expanduser().resolve()
    checkout = Path(__file__).resolve().parents[3]
    if (checkout / "pyproject.toml").is_file():
        return checkout / "var"
    return _platform_folder()


def _platform_folder() -> Path:
    home = Path.home()
    if sys.platform == "darwin":
        return home / "Library" / "Application Support" / "Cadre"
    if sys.platform == "win32":
        return Path(os.environ.get("LOCALAPPDATA", home)) / "Cadre"
    return Path(os.environ.get("XDG_DATA_HOME", home / ".local" / "share")) / "cadre"


def secret_key(folder: Path) -> str:
    """The secret key of this folder; a passing one while the folder has none.

    Reading settings writes nothing: `cadre run` puts the key there (services/serve.py).
    """
    try:
        return (folder / KEY_FILE).read_text("ascii").strip() or secrets.token_urlsafe(50)
    except OSError:
        return secrets.token_urlsafe(50)
