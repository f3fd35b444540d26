"""The pages as Django knows them."""

from django.apps import AppConfig


class WebConfig(AppConfig):
    """Pages, words of the pages, style sheet."""

    name = "cadre.web"
    label = "web"
