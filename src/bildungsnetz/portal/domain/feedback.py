"""What people tell us through the public form, and what becomes of it."""

from django.db.models import TextChoices
from django.utils.translation import gettext_lazy as _


class FeedbackKind(TextChoices):
    BARRIER = "barrier", _("Barriere")
    ERROR = "error", _("Fehler")
    PRAISE = "praise", _("Lob")


class FeedbackState(TextChoices):
    OPEN = "open", _("offen")
    ANSWERED = "answered", _("beantwortet")


def number_of(pk: int) -> str:
    """The number people quote: R-0012."""
    return f"R-{pk:04d}"
