"""Settings, all from the environment; with none given, a safe site for this machine alone.

CADRE_DATA         folder of the store (default: var/ of a checkout, else the platform's place)
CADRE_PRODUCTION   yes on a real site: insecure settings are then refused
CADRE_SECRET_KEY   needed in production; elsewhere one is made in the data folder
CADRE_HOSTS        host names that this site answers for, comma between
CADRE_TLS          whether browsers come over TLS (default: as CADRE_PRODUCTION)
CADRE_HSTS_SECONDS how long browsers remember that (default: a year, with TLS)
CADRE_PROXY_TLS    yes where a proxy in front speaks TLS and sets X-Forwarded-Proto
CADRE_CONTACT      whom readers write to: an address, shown on the pages about the site
CADRE_DEBUG        yes shows code and values in error pages: never on a real site
"""

from __future__ import annotations

from typing import Any

from django.core.exceptions import ImproperlyConfigured
from environs import Env

from cadre.config.places import data_folder, secret_key
from cadre.config.refusals import refusals

env = Env()

DATA = data_folder(env.str("CADRE_DATA", ""))
PRODUCTION = env.bool("CADRE_PRODUCTION", False)
DEBUG = env.bool("CADRE_DEBUG", False)
_GIVEN_SECRET = env.str("CADRE_SECRET_KEY", "")
SECRET_KEY = _GIVEN_SECRET or secret_key(DATA)
_HERE = [] if PRODUCTION else ["localhost", "127.0.0.1", "[::1]"]
ALLOWED_HOSTS: list[str] = env.list("CADRE_HOSTS", _HERE, subcast=str)

CONTACT = env.str("CADRE_CONTACT", "")

# --- what it is made of ---------------------------------------------------------------------------

INSTALLED_APPS = ["django.contrib.staticfiles", "cadre.store", "cadre.web"]
MIDDLEWARE = [
    "django.middleware.security.SecurityMiddleware",
    "csp.middleware.CSPMiddleware",
    "whitenoise.middleware.WhiteNoiseMiddleware",
    "django.middleware.common.CommonMiddleware",
    "django.middleware.clickjacking.XFrameOptionsMiddleware",
    "django.middleware.http.ConditionalGetMiddleware",
    "cadre.web.languages.LanguageOfPath",
]
ROOT_URLCONF = "cadre.config.urls"
WSGI_APPLICATION = "cadre.config.wsgi.application"
TEMPLATES: list[dict[str, Any]] = [
    {
        "BACKEND": "django.template.backends.jinja2.Jinja2",
        "NAME": language,
        "OPTIONS": {"environment": "cadre.web.environment.environment", "language": language},
    }
    for language in ("en", "fr")
]

# --- the store ------------------------------------------------------------------------------------

# docs/adr/0010: WAL so that readers never wait for a writer, IMMEDIATE so that no transaction finds
# out half-way that it may not write, FULL so that a power cut loses no acknowledged write.
DATABASES: dict[str, dict[str, Any]] = {
    "default": {
        "ENGINE": "django.db.backends.sqlite3",
        "NAME": str(DATA / "cadre.sqlite3"),
        "ATOMIC_REQUESTS": False,
        "CONN_MAX_AGE": None,
        "OPTIONS": {
            "transaction_mode": "IMMEDIATE",
            "timeout": 20,
            "init_command": (
                "PRAGMA journal_mode=WAL; PRAGMA synchronous=FULL; PRAGMA foreign_keys=ON;"
            ),
        },
    }
}
DEFAULT_AUTO_FIELD = "django.db.models.BigAutoField"

# --- words ----------------------------------------------------------------------------------------

LANGUAGES = [("en", "English"), ("fr", "Français")]
LANGUAGE_CODE = "en"
USE_I18N = True
USE_TZ = True
TIME_ZONE = "UTC"

# --- files ----------------------------------------------------------------------------------------

STATIC_URL = "/static/"
# Served from the packages themselves: nothing to collect before a start. Addresses of files carry
# the digest of what they hold (web/assets.py), so that browsers may keep them.
WHITENOISE_USE_FINDERS = True
WHITENOISE_AUTOREFRESH = DEBUG
WHITENOISE_MAX_AGE = 31_536_000

# --- what browsers are told -----------------------------------------------------------------------

CONTENT_SECURITY_POLICY = {
    "DIRECTIVES": {
        "default-src": ["'self'"],
        "base-uri": ["'none'"],
        "form-action": ["'self'"],
        "frame-ancestors": ["'none'"],
        "object-src": ["'none'"],
    }
}
X_FRAME_OPTIONS = "DENY"
SECURE_CONTENT_TYPE_NOSNIFF = True
SECURE_REFERRER_POLICY = "same-origin"
SECURE_CROSS_ORIGIN_OPENER_POLICY = "same-origin"
_TLS = env.bool("CADRE_TLS", PRODUCTION)
SECURE_SSL_REDIRECT = _TLS
SESSION_COOKIE_SECURE = _TLS
CSRF_COOKIE_SECURE = _TLS
SECURE_HSTS_SECONDS = env.int("CADRE_HSTS_SECONDS", 31_536_000 if _TLS else 0)
if env.bool("CADRE_PROXY_TLS", False):
    SECURE_PROXY_SSL_HEADER = ("HTTP_X_FORWARDED_PROTO", "https")

LOGGING: dict[str, Any] = {
    "version": 1,
    "disable_existing_loggers": False,
    "handlers": {"stderr": {"class": "logging.StreamHandler"}},
    # An address that does not exist is a page of ours, not news.
    "loggers": {"django.request": {"handlers": ["stderr"], "level": "ERROR", "propagate": False}},
}

if PRODUCTION:
    _refused = list(refusals(globals(), secret_was_given=bool(_GIVEN_SECRET)))
    if _refused:
        raise ImproperlyConfigured("Cadre does not start in production: " + " ".join(_refused))
