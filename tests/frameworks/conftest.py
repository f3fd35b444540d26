"""The shipped frameworks, each read once."""

from pathlib import Path

import pytest

from cadre.core.states import States
from cadre.exchange import read

FRAMEWORKS = Path(__file__).resolve().parents[2] / "frameworks"


@pytest.fixture(scope="session")
def councils() -> States:
    """The reference framework, with every state."""
    return read(FRAMEWORKS / "joint-councils")


@pytest.fixture(scope="session")
def example() -> States:
    """The small invented framework, with every state."""
    return read(FRAMEWORKS / "example")
