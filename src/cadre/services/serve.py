"""`cadre run`: migrate, load what ships into an empty store, serve, and say where."""

from __future__ import annotations

import ipaddress
import os
import secrets
import socket
import sys
from collections.abc import Callable
from pathlib import Path
from typing import Any, Final

from cadre.core.faults import BadInput, reason_of
from cadre.core.text import Text
from cadre.services import start

WORKERS: Final = 2
THREADS: Final = 4

_READY: Final = Text(
    "Cadre is at {address} (Ctrl+C ends it).", "Cadre est à {address} (Ctrl+C pour l’arrêter)."
)


def run(host: str = "127.0.0.1", port: int = 8000, lang: str = "en") -> None:
    """Serve the site until it is stopped. BadInput where it cannot be served as asked."""
    start()
    from django.conf import settings

    _refuse_open_door(host, production=settings.PRODUCTION)
    _refuse_taken(host, port)
    prepare(Path(settings.DATA))
    ready = _READY.in_("fr" if lang == "fr" else "en").format(address=_address(host, port))

    def say() -> None:
        sys.stdout.write(f"{ready}\n")
        sys.stdout.flush()

    if os.name == "posix":
        _serve_with_gunicorn(host, port, say)
    else:
        _serve_with_django(host, port, say)


def prepare(data: Path, *, load: bool = True) -> None:
    """Make the data folder fit to serve from: secret key, tables, and a first framework."""
    from django.conf import settings
    from django.core.management import call_command

    data.mkdir(parents=True, exist_ok=True)
    key = data / "secret-key"
    if not key.exists():
        key.touch(mode=0o600)
        key.write_text(secrets.token_urlsafe(50), "ascii")
    if not os.environ.get("CADRE_SECRET_KEY"):
        settings.SECRET_KEY = key.read_text("ascii").strip()
    call_command("migrate", verbosity=0, interactive=False)

    from cadre.services.frameworks import load_shipped, warm

    if load:
        load_shipped()
    warm()
    _check()


def _check() -> None:
    """Ask the rules of every framework, so that the first reader does not wait for them.

    The processes that serve share what they answer.
    """
    from cadre.services.findings import report
    from cadre.services.frameworks import opened, stored

    for one in stored():
        _ = report(opened(one.key))


def _refuse_open_door(host: str, *, production: bool) -> None:
    """The settings for this machine alone must not serve others."""
    try:
        open_to_others = not ipaddress.ip_address(host).is_loopback
    except ValueError:
        open_to_others = host != "localhost"
    if open_to_others and not production:
        raise BadInput(
            Text(
                f"{host} can be reached by other machines.",
                f"{host} est accessible à d’autres machines.",
            ),
            mend=Text(
                "Set CADRE_PRODUCTION=yes with its settings first.",
                "Régler d’abord CADRE_PRODUCTION=yes et ses paramètres.",
            ),
        )


def _refuse_taken(host: str, port: int) -> None:
    family = socket.AF_INET6 if ":" in host else socket.AF_INET
    with socket.socket(family, socket.SOCK_STREAM) as door:
        door.setsockopt(socket.SOL_SOCKET, socket.SO_REUSEADDR, 1)
        try:
            door.bind((host, port))
        except OSError as error:
            reason = reason_of(error)
            raise BadInput(
                Text(
                    f"cannot listen on {host}, port {port}: {reason.en}.",
                    f"impossible d’écouter sur {host}, port {port} ({reason.fr}).",
                ),
                mend=Text("Try --port 8001.", "Essayer --port 8001."),
            ) from None


def _address(host: str, port: int) -> str:
    return f"http://[{host}]:{port}/" if ":" in host else f"http://{host}:{port}/"


def _application() -> Any:
    from django.core.wsgi import get_wsgi_application
    from django.urls import get_resolver

    application = get_wsgi_application()
    # Load every page now: a fault shows at the start, and the processes share what is loaded.
    _ = get_resolver().url_patterns
    return application


def _serve_with_gunicorn(host: str, port: int, say: Callable[[], None]) -> None:
    from django.db import connections
    from gunicorn.app.base import (  # type: ignore[import-untyped]  # it ships no types
        BaseApplication,
    )

    class Site(BaseApplication):  # type: ignore[misc]  # the same
        """The site in processes that share what was loaded before they were made."""

        def load_config(self) -> None:
            bind = f"[{host}]:{port}" if ":" in host else f"{host}:{port}"
            options = {
                "bind": bind,
                "workers": WORKERS,
                "threads": THREADS,
                "worker_class": "gthread",
                "preload_app": True,
                "loglevel": "warning",
                "graceful_timeout": 3,
                "when_ready": lambda _server: say(),
            }
            for name, value in options.items():
                self.cfg.set(name, value)

        def load(self) -> Any:
            application = _application()
            # A database connection must not be shared by two processes.
            connections.close_all()
            return application

    Site().run()


def _serve_with_django(host: str, port: int, say: Callable[[], None]) -> None:
    from django.core.servers.basehttp import ThreadedWSGIServer, WSGIRequestHandler

    server = ThreadedWSGIServer((host, port), WSGIRequestHandler, ipv6=":" in host)
    server.set_app(_application())
    say()
    try:
        server.serve_forever()
    except KeyboardInterrupt:
        server.server_close()
