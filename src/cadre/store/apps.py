"""The store as Django knows it."""

from django.apps import AppConfig


class StoreConfig(AppConfig):
    """Tables of frameworks, their states and their journal."""

    name = "cadre.store"
    label = "store"
    default_auto_field = "django.db.models.BigAutoField"
