"""The report to the next conference: what became of each recommendation.

Source: domain rule 8 and table 2.4 (a recommendation cannot vanish; the report to the next conference needs a position on
each), story CO-07.
"""

from __future__ import annotations

from django.db.models import TextChoices
from django.utils.translation import gettext_lazy as _

from bildungsnetz.governance.domain.orders import OrderState


class ConferenceReportState(TextChoices):
    """A report is written, then closed for good."""

    DRAFT = "draft", _("Entwurf")
    CLOSED = "closed", _("abgeschlossen")


# What an order means for people who know no procedure.
PLAIN_ORDER_STATES = {
    OrderState.ISSUED: _("Der Auftrag ist erteilt."),
    OrderState.ACCEPTED: _("Der Auftrag ist angenommen, die Arbeit beginnt bald."),
    OrderState.IN_PROGRESS: _("Daran wird gearbeitet."),
    OrderState.DELIVERED: _("Ein Ergebnis liegt dem Lenkungskreis vor."),
    OrderState.RETURNED: _("Das Ergebnis wird noch einmal überarbeitet."),
    OrderState.ACCEPTED_BY_BODY: _("Das ist erledigt: Der Lenkungskreis hat das Ergebnis abgenommen."),
    OrderState.CLOSED: _("Das ist erledigt."),
    OrderState.WITHDRAWN: _("Der Auftrag ist zurückgezogen."),
}
