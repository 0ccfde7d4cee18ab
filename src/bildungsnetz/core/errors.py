"""Errors that the web edge shows to people."""

from django.utils.functional import Promise
from django.utils.translation import gettext_lazy as _


class RuleViolation(Exception):
    """A rule says no. `message` is for the person at the screen, `field` names the form field it belongs to."""

    def __init__(self, message: str | Promise, field: str | None = None) -> None:
        super().__init__(message)
        self.message = message
        self.field = field


class StaleVersion(RuleViolation):
    """Somebody else saved the same record in the meantime."""

    def __init__(self, message: str | Promise | None = None) -> None:
        super().__init__(
            message
            or _(
                "Jemand anderes hat diesen Eintrag inzwischen gespeichert. "
                "Ihre Eingaben sind noch da: Bitte vergleichen Sie und speichern Sie erneut."
            )
        )


class NotAllowed(Exception):
    """The actor lacks the right; the web edge answers 403."""
