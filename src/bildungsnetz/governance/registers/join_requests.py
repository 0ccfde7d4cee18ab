"""What requests to join put into the registers: acts, sentences, the page "Heute", hanging rows, the job that forgets."""

from datetime import datetime

from django.urls import reverse
from django.utils.functional import Promise
from django.utils.translation import gettext_lazy as _

from bildungsnetz.accounts.api import roles
from bildungsnetz.core.actor import Actor
from bildungsnetz.core.clock import day_of
from bildungsnetz.core.registers import acts, hanging, my_day, schedule, sentences
from bildungsnetz.core.registers.hanging import Hanging
from bildungsnetz.core.registers.my_day import Matter
from bildungsnetz.governance.models import JoinRequest
from bildungsnetz.governance.policies.join_requests import ANSWER
from bildungsnetz.governance.selectors import join_requests as reads
from bildungsnetz.governance.services.join_requests import forget_requests


def register() -> None:
    acts.register(
        ANSWER, _("Anfragen zur Mitarbeit beantworten"), roles=(roles.HEAD, roles.CLERK, roles.CO_CHAIR)
    )
    sentences.register(
        {
            "governance.join_request.ask": _("{actor} hat um Mitarbeit gebeten."),
            "governance.join_request.accept": _("{actor} hat die Anfrage angenommen."),
            "governance.join_request.refuse": _("{actor} hat die Anfrage abgelehnt."),
            "governance.join_request.take_back": _("{actor} hat die Anfrage zurückgenommen."),
        }
    )
    # Two open requests of one person to one body: the older entry steps back.
    hanging.register(
        Hanging(
            "governance.joinrequest",
            "person",
            _("Anfragen zur Mitarbeit"),
            on_clash={"state": "taken_back"},
        )
    )
    hanging.register(Hanging("governance.joinrequest", "institution", _("Anfragen zur Mitarbeit")))
    my_day.register(_matters)
    schedule.register(
        "governance.join_requests.forget",
        _("Alte Anfragen zur Mitarbeit löschen"),
        cron="40 3 * * *",
        run=forget_requests,
    )


def _matters(actor: Actor, now: datetime) -> list[Matter]:
    if not actor.can_somewhere([ANSWER]):
        return []
    return [
        *(_matter(_("Anfrage zur Mitarbeit beantworten"), each) for each in reads.requests_to_answer(actor)),
        *(_matter(_("Angenommen: Mandat eintragen"), each) for each in reads.requests_to_seat(actor, now)),
    ]


def _matter(kind: str | Promise, asked: JoinRequest) -> Matter:
    url = reverse("governance:join-request", args=[asked.pk])
    return Matter("waiting", kind, f"{asked.person.name}, {asked.body.name}", url, day_of(asked.asked_at))
