"""The way to the shipped frameworks: packed in here by a wheel, beside `src/` in a checkout.

They are data, so they stand at the top of the repository where people who read data look for them.
setup.py copies them into this package when a wheel is built.
"""

from pathlib import Path


def folder() -> Path:
    """Return the folder that holds one folder for each shipped framework."""
    here = Path(__file__).resolve().parent
    checkout = here.parents[2] / "frameworks"
    # A wheel lies in site-packages, where the third folder up is nothing of ours.
    if (here.parents[2] / "pyproject.toml").is_file() and checkout.is_dir():
        return checkout
    return here


def path_of(name: str) -> Path:
    """Return the folder of one shipped framework, such as `joint-councils`.

    Raises `KeyError` where nothing of that name is shipped.
    """
    path = folder() / name
    if name not in names():
        raise KeyError(name)
    return path


def names() -> tuple[str, ...]:
    """Return the names of the shipped frameworks, in alphabetical order."""
    return tuple(
        sorted(
            entry.name
            for entry in folder().iterdir()
            if entry.is_dir() and not entry.name.startswith(("_", "."))
        )
    )
