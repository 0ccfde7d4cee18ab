"""Who may read an item and what hangs on it; closed by default.

Source: domain rule 7 (confidential items are invisible outside the body, also in search, feeds and exports).
"""

from __future__ import annotations

from django.db.models import TextChoices
from django.utils.translation import gettext_lazy as _


class Visibility(TextChoices):
    """From open to closed."""

    PUBLIC = "public", _("öffentlich")
    NETWORK = "network", _("alle Angemeldeten im Netzwerk")
    BODY = "body", _("Mitglieder des Gremiums und Bildungsbüro")
    OFFICE = "office", _("nur Bildungsbüro und Vorsitz")
