"""What minutes put on the page "Heute": those to write, those that wait for my approval, those somebody objects to."""

from datetime import date, datetime, timedelta

from django.urls import reverse
from django.utils.translation import gettext_lazy as _

from bildungsnetz.core.actor import Actor
from bildungsnetz.core.clock import day_of
from bildungsnetz.core.registers import my_day
from bildungsnetz.core.registers.my_day import Matter
from bildungsnetz.governance.models import Session
from bildungsnetz.governance.selectors import approvals, minutes, minutes_links, minutes_window


def register() -> None:
    my_day.register(_matters)


def _matters(actor: Actor, now: datetime) -> list[Matter]:
    to_write = [
        Matter("due", _("Protokoll schreiben"), str(session), _url(session), _due(session))
        for session in minutes.sessions_to_write_up(actor)
    ]
    waiting = [
        Matter("waiting", _("Protokoll freigeben"), str(entry.session), _url(entry.session))
        for entry in approvals.waiting_for(actor, day_of(now))
    ]
    contested = [
        Matter("waiting", _("Widerspruch zum Protokoll klären"), str(entry.session), _url(entry.session))
        for entry in minutes_window.contested(actor)
    ]
    unapproved = [
        Matter("waiting", _("Freigabe des Protokolls steht aus"), str(entry.session), _url(entry.session))
        for entry in minutes_links.unapproved_for(actor)
    ]
    return [*to_write, *waiting, *contested, *unapproved]


def _url(session: Session) -> str:
    return reverse("governance:minutes", args=[session.pk])


def _due(session: Session) -> date:
    return day_of(session.starts_at) + timedelta(days=session.body.minutes_days)
