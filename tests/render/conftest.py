"""The framework that ships, for pictures in a browser."""

from pathlib import Path

import pytest

from cadre.core.states import States
from cadre.exchange import read


@pytest.fixture(scope="session")
def reference() -> States:
    """The framework that ships."""
    return read(Path(__file__).parents[2] / "frameworks" / "joint-councils")
