"""Briefings: act, sentences, the page "Heute", hanging rows, and what is forgotten."""

from datetime import datetime

from django.urls import reverse
from django.utils.translation import gettext_lazy as _

from bildungsnetz.accounts.api import roles
from bildungsnetz.core.actor import Actor
from bildungsnetz.core.clock import day_of
from bildungsnetz.core.registers import acts, hanging, my_day, schedule, sentences
from bildungsnetz.core.registers.hanging import Hanging
from bildungsnetz.core.registers.my_day import Matter
from bildungsnetz.governance.policies.briefings import WRITE
from bildungsnetz.governance.selectors.briefings import briefings_to_read
from bildungsnetz.governance.services.briefings import forget_briefings

# The Regionalkoordination chairs for the Land (`domain/chairs.py`).
AUTHORS = (roles.HEAD, roles.PEDAGOGICAL, roles.CO_CHAIR)
SENTENCES = {
    "governance.briefing.write": _("{actor} hat geschrieben: {label}."),
    "governance.briefing.send": _("{actor} hat an {count} Personen gesendet: {label}, {issue}. Fassung."),
    "governance.briefing.withdraw": _("{actor} hat zurückgezogen: {label}."),
    "governance.briefing.read": _("{actor} hat gelesen: {label}, {issue}. Fassung."),
}


def register() -> None:
    acts.register(WRITE, _("Vertretungen der Schulen vor einer Sitzung briefen"), roles=AUTHORS)
    sentences.register(SENTENCES)
    hanging.register(Hanging("governance.briefingreceipt", "person", _("Gelesene Briefings")))
    my_day.register(_matters)
    schedule.register(
        "governance.briefings.forget",
        _("Briefings ein Jahr nach der Sitzung löschen"),
        cron="50 3 * * *",
        run=forget_briefings,
    )


def _matters(actor: Actor, now: datetime) -> list[Matter]:  # noqa: ARG001 - the form of every source
    return [
        Matter(
            "waiting",
            _("Briefing lesen"),
            str(row.session),
            reverse("governance:session-briefing", args=[row.session_id]),
            day_of(row.session.starts_at),
        )
        for row in briefings_to_read(actor)
    ]
