"""What hearings do by themselves: remind before the last day, end after it. One transaction for each."""

from datetime import datetime, timedelta

from django.db import transaction
from django.utils.translation import ngettext, override

from bildungsnetz.core.clock import day_of
from bildungsnetz.governance.domain.hearing import REMIND_DAYS
from bildungsnetz.governance.models import Opinion, OpinionRound
from bildungsnetz.governance.services.hearing import send_with_new_link


@override("de")
def close_due_hearings(now: datetime) -> str:
    """The recurring job: every round whose last day is over ends; cities that said nothing had their chance."""
    due = OpinionRound.objects.filter(closed_at__isnull=True, revoked_at__isnull=True, due_on__lt=day_of(now))
    done = due.update(closed_at=now)
    return ngettext("%(count)s Anhörung beendet.", "%(count)s Anhörungen beendet.", done) % {"count": done}


@override("de")
def remind_of_hearings(now: datetime) -> str:
    """The recurring job: one reminder to each city that has not answered in the last days."""
    today = day_of(now)
    rows = Opinion.objects.filter(
        answer="",
        reminded_on__isnull=True,
        round__closed_at__isnull=True,
        round__revoked_at__isnull=True,
        round__due_on__range=(today, today + timedelta(days=REMIND_DAYS)),
    )
    done = sum(_remind(pk, now=now) for pk in rows.order_by("pk").values_list("pk", flat=True))
    return ngettext("%(count)s Erinnerung geschrieben.", "%(count)s Erinnerungen geschrieben.", done) % {
        "count": done
    }


@transaction.atomic
def _remind(pk: int, *, now: datetime) -> bool:
    rows = Opinion.objects.select_related("city", "round__costs__item__session__body")
    opinion = rows.select_for_update(of=("self",)).get(pk=pk)
    today, asked = day_of(now), opinion.round
    is_open = asked.closed_at is None and asked.revoked_at is None
    if not is_open or opinion.answer or opinion.reminded_on or day_of(opinion.sent_at) >= today:
        return False
    opinion.reminded_on = today
    send_with_new_link(opinion, now=now, is_reminder=True)
    return True
