"""Templates without the indentation of their files: a sixth of a page would be nothing else."""

from __future__ import annotations

import re
from typing import Final

from django.template import Origin
from django.template.loaders.app_directories import Loader

_INDENTATION: Final = re.compile(r"\n[ \t]+")


class Unindented(Loader):
    """Finds templates as ever. Lines stay lines, so that faults keep their numbers."""

    def get_contents(self, origin: Origin) -> str:
        """The template without what stands before its lines."""
        return _INDENTATION.sub("\n", super().get_contents(origin))
