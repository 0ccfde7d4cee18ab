"""The documents on which a body works.

Source: § 78a SchulG NRW (the contract fixes fields of action and organisation) and the practice of rules of procedure as a
document of the body (domain report, 1.5, last row).
"""

from django.db.models import TextChoices
from django.utils.translation import gettext_lazy as _


class DocumentKind(TextChoices):
    """What a document is."""

    CONTRACT = "contract", _("Kooperationsvertrag")
    RULES = "rules", _("Geschäftsordnung")
    OTHER = "other", _("Weitere Grundlage")
