"""What circular resolutions do by themselves: remind before the deadline, end after it. One transaction for each."""

from datetime import datetime, timedelta

from django.db import transaction
from django.utils.translation import gettext as _
from django.utils.translation import ngettext, override

from bildungsnetz.core import audit
from bildungsnetz.core.actor import SYSTEM
from bildungsnetz.core.clock import day_of
from bildungsnetz.core.errors import RuleViolation
from bildungsnetz.governance.domain.circulars import REMIND_DAYS, CircularState, is_reminder_due
from bildungsnetz.governance.models import CircularResolution, CircularSeat
from bildungsnetz.governance.selectors.circulars import answer_of
from bildungsnetz.governance.services.circular_mails import mail_question
from bildungsnetz.governance.services.circulars import close_circular


@override("de")
def close_due_circulars(now: datetime) -> str:
    """The recurring job: every circular whose last day is over ends; one that cannot end waits for the next run."""
    due = CircularResolution.objects.filter(state=CircularState.OPEN, answer_by__lt=day_of(now))
    done, stuck = 0, []
    for circular in due.select_related("body").order_by("answer_by", "pk"):
        try:
            done += close_circular(actor=SYSTEM, circular=circular, now=now)
        except RuleViolation as refused:
            stuck.append(f"{circular.body}: {refused.message}")
    text = ngettext("%(count)s Umlaufverfahren beendet.", "%(count)s Umlaufverfahren beendet.", done)
    return " ".join([text % {"count": done}, *stuck])


@override("de")
def remind_of_circulars(now: datetime) -> str:
    """The recurring job: one mail to each seat that has not answered in the last days; nobody is reminded twice."""
    today = day_of(now)
    rows = CircularSeat.objects.filter(
        position="",
        reminded_on__isnull=True,
        circular__state=CircularState.OPEN,
        circular__answer_by__range=(today, today + timedelta(days=REMIND_DAYS)),
    )
    done = sum(_remind(pk, now=now) for pk in rows.order_by("pk").values_list("pk", flat=True))
    return ngettext("%(count)s Erinnerung geschrieben.", "%(count)s Erinnerungen geschrieben.", done) % {
        "count": done
    }


@transaction.atomic
def _remind(pk: int, *, now: datetime) -> bool:
    today = day_of(now)
    rows = CircularSeat.objects.select_related("circular__body", "person", "mandate", "speaks_for")
    seat = rows.select_for_update(of=("self",)).get(pk=pk)
    circular = seat.circular
    asked_on = day_of(circular.started_at)
    is_open = circular.is_open and not seat.position and seat.reminded_on is None
    if not is_open or not is_reminder_due(today=today, answer_by=circular.answer_by, asked_on=asked_on):
        return False
    seat.reminded_on = today
    seat.save(update_fields=["reminded_on"])
    if not answer_of(seat, today).is_held or not seat.person.email:
        return False
    mail_question(seat, now=now, is_reminder=True)
    label = str(_("Umlaufbeschluss"))
    audit.record(
        "governance.circular.remind", actor=SYSTEM, on=circular, thread=circular, label=label, now=now
    )
    return True
