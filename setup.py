"""What pyproject.toml cannot say: two things happen while Cadre is built.

1. Message catalogues are compiled, .po to .mo, in place: .mo files are never committed.
2. `frameworks/` is copied into the package `cadre.frameworks` of a wheel. An editable install needs
   no copy, `cadre.frameworks` finds the folder of the checkout (mapping the folder to a package
   would cost us the plain path that editable installs, mypy and pyright all understand).
"""

import shutil
import sys
from pathlib import Path

from setuptools import setup
from setuptools.command.build_py import build_py

ROOT = Path(__file__).resolve().parent
sys.path.insert(0, str(ROOT / "tools"))

import messages  # noqa: E402 -- needs the path above, a build has no other way to it


class BuildWithData(build_py):
    """Compile the catalogues, then copy modules, then copy the shipped frameworks."""

    def run(self) -> None:
        messages.compile_all()
        super().run()
        if not self.editable_mode:
            packed = Path(self.build_lib) / "cadre" / "frameworks"
            shutil.copytree(ROOT / "frameworks", packed, dirs_exist_ok=True)


setup(cmdclass={"build_py": BuildWithData})
