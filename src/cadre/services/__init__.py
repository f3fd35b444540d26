"""Use cases: open, compute, change, record. Pages and commands come here and nowhere deeper."""

from __future__ import annotations

import os


def start() -> None:
    """Make the store reachable for a command. To be called before any service is imported."""
    os.environ.setdefault("DJANGO_SETTINGS_MODULE", "cadre.config.settings")
    import django

    django.setup()
