"""What a production start refuses: a site that looks safe and is not."""

from __future__ import annotations

from collections.abc import Iterator, Mapping
from typing import Any, Final

SHORTEST_SECRET: Final = 40


def refusals(settings: Mapping[str, Any], *, secret_was_given: bool) -> Iterator[str]:
    """One line for each thing that must not be so in production, with its mend."""
    if settings["DEBUG"]:
        yield "CADRE_DEBUG is on: turn it off."
    if not secret_was_given:
        yield "CADRE_SECRET_KEY is not set: give a long random text."
    elif len(settings["SECRET_KEY"]) < SHORTEST_SECRET:
        yield f"CADRE_SECRET_KEY is short: give at least {SHORTEST_SECRET} characters."
    hosts = settings["ALLOWED_HOSTS"]
    if not hosts:
        yield "CADRE_HOSTS is not set: name the hosts that this site answers for."
    if any(host.startswith("*") for host in hosts):
        yield "CADRE_HOSTS holds a *: name each host."
    for name in ("SESSION_COOKIE_SECURE", "CSRF_COOKIE_SECURE", "SECURE_SSL_REDIRECT"):
        if not settings[name]:
            yield f"{name} is off: production is served over TLS alone (CADRE_TLS=yes)."
    if settings["SECURE_HSTS_SECONDS"] <= 0:
        yield "SECURE_HSTS_SECONDS is 0: leave CADRE_HSTS_SECONDS at a year."
