"""What circular resolutions put into the registers: acts, sentences, the page "Heute", jobs, navigation, hanging rows."""

from datetime import datetime

from django.urls import reverse
from django.utils.translation import gettext_lazy as _

from bildungsnetz.accounts.api import roles
from bildungsnetz.core.actor import Actor
from bildungsnetz.core.registers import acts, hanging, my_day, navigation, schedule, sentences
from bildungsnetz.core.registers.hanging import Hanging
from bildungsnetz.core.registers.my_day import Matter
from bildungsnetz.governance.policies.sessions import PLAN
from bildungsnetz.governance.selectors import circulars as reads
from bildungsnetz.governance.services.circular_jobs import close_due_circulars, remind_of_circulars

STARTERS = (roles.HEAD, roles.CLERK, roles.CO_CHAIR)


def register() -> None:
    acts.register("governance.circular.start", _("Umlaufbeschlüsse einleiten"), roles=STARTERS)
    acts.register("governance.circular.withdraw", _("Umlaufbeschlüsse zurückziehen"), roles=STARTERS)
    acts.register(
        "governance.circular.answer", _("Umlaufbeschlüsse beantworten"), roles=(roles.CO_CHAIR, roles.MEMBER)
    )
    sentences.register(
        {
            "governance.circular.start": _("{actor} hat einen {label} eingeleitet, Antworten bis {until}."),
            "governance.circular.answer": _("{actor} hat zum {label} geantwortet."),
            "governance.circular.remind": _("An die Antwort zum {label} ist erinnert."),
            "governance.circular.withdraw": _("{actor} hat einen {label} zurückgezogen."),
            "governance.circular.close": _("Das Verfahren zum {label} ist beendet: {state}."),
        }
    )
    hanging.register(Hanging("governance.circularseat", "person", _("Antworten auf Umlaufbeschlüsse")))
    my_day.register(_matters)
    navigation.register(
        order=312,
        label=_("Zwischen den Sitzungen"),
        route="governance:circulars",
        acts={"governance.session.read"},
        group=_("Gremien"),
    )
    schedule.register(
        "governance.circulars.close",
        _("Umlaufverfahren nach ihrer Frist beenden"),
        cron="5 * * * *",
        run=close_due_circulars,
    )
    schedule.register(
        "governance.circulars.remind",
        _("An Antworten auf Umlaufbeschlüsse erinnern"),
        cron="30 6 * * *",
        run=remind_of_circulars,
    )


def _matters(actor: Actor, now: datetime) -> list[Matter]:  # noqa: ARG001 - the form of every source
    asked = [
        Matter(
            "waiting",
            _("Umlaufbeschluss beantworten"),
            seat.circular.title,
            _url(seat.circular_id),
            seat.circular.answer_by,
        )
        for seat in reads.seats_to_answer(actor)
    ]
    if not actor.can_somewhere([PLAN]):
        return asked
    homeless = [
        Matter("waiting", _("Wartet auf die nächste Sitzung"), row.title, _url(row.pk))
        for row in reads.waiting(reads.circulars(actor))
        if actor.can(PLAN, row.body.scope)
    ]
    return [*asked, *homeless]


def _url(pk: int) -> str:
    return reverse("governance:circular", args=[pk])
