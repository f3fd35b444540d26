"""A real LibreOffice that opens files, for tests of what readers take away."""

from __future__ import annotations

import subprocess
from collections.abc import Sequence
from pathlib import Path

# Comma, double quote, UTF-8, from line 1, no formats, quote texts, values as shown, every sheet.
AS_CSV = "csv:Text - txt - csv (StarCalc):44,34,76,1,,0,true,true,false,false,false,-1"


def opened_by_libreoffice(
    office: str, files: Sequence[Path], folder: Path, *, delimiter: str = ""
) -> list[Path]:
    """Each sheet of the files as LibreOffice shows it, as CSV in UTF-8, written into `folder`.

    With a `delimiter` the files are CSV in UTF-8: its dialogue reads both off the file, without the
    dialogue it has to be told. AssertionError when LibreOffice does not open them all.
    """
    told = [f"--infilter=Text - txt - csv (StarCalc):{ord(delimiter)},34,76"] if delimiter else []
    profile = (folder / "profile").as_uri()
    done = subprocess.run(
        [
            office,
            f"-env:UserInstallation={profile}",
            "--headless",
            *told,
            "--convert-to",
            AS_CSV,
            "--outdir",
            str(folder),
            *map(str, files),
        ],
        capture_output=True,
        text=True,
        timeout=240,
        check=False,
    )
    assert done.returncode == 0, done.stderr
    made = sorted(folder.glob("*.csv"))
    stems = {path.stem for path in made}
    missing = [one.name for one in files if not any(s.startswith(one.stem) for s in stems)]
    assert not missing, f"LibreOffice did not open {missing}: {done.stdout}{done.stderr}"
    return made
