from django.apps import AppConfig


class ConfigConfig(AppConfig):
    """Holds the commands that know every context (start, demo)."""

    name = "bildungsnetz.config"
    label = "config"

    def ready(self) -> None:
        from bildungsnetz.config import access  # noqa: F401 - states the rules of foreign routes
