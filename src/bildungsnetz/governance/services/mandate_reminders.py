"""Reminds of mandates that end soon: the holder, the one who follows on a rotating seat, and the secretariat.

Source: domain report, 1.5, "term": reminder three months before the end. On a rotating seat the days of the handover count.
"""

from collections import defaultdict
from datetime import date, datetime, timedelta

from django.conf import settings
from django.db import transaction
from django.template.loader import render_to_string
from django.utils.translation import gettext as _
from django.utils.translation import override

from bildungsnetz.accounts.api import User, users_who_may
from bildungsnetz.core import audit, mail
from bildungsnetz.core.actor import SYSTEM
from bildungsnetz.core.clock import day_of
from bildungsnetz.core.web.addresses import absolute
from bildungsnetz.governance.domain.refusals import german_day
from bildungsnetz.governance.models import Mandate
from bildungsnetz.governance.policies.bodies import ADD_MANDATE
from bildungsnetz.governance.selectors.mandates import NOTICE_DAYS, next_turn
from bildungsnetz.governance.selectors.seats import running

TO_HOLDER, TO_OFFICE = "governance/mail/mandate_ends.txt", "governance/mail/mandates_end.txt"


@override("de")
@transaction.atomic
def remind_of_ending_mandates(now: datetime) -> str:
    """Write one mail to each holder and one to each account of the secretariat; nobody is reminded twice of one end."""
    today = day_of(now)
    due = [mandate for mandate in _not_yet_reminded(today) if _is_due(mandate, today)]
    for mandate in due:
        _tell_people(mandate, now=now)
        mandate.reminded_on = today
        mandate.save(update_fields=["reminded_on"])
        day = german_day(mandate.ends_on or today)
        body = mandate.seat_rule.body
        audit.record("governance.mandate.remind", actor=SYSTEM, on=mandate, thread=body, now=now, ends_on=day)
    _tell_office(due, now=now)
    if not due:
        return "Kein Mandat endet bald."
    ends = "Mandat endet" if len(due) == 1 else "Mandate enden"
    return f"{len(due)} {ends} bald; daran ist erinnert."


def _not_yet_reminded(today: date) -> list[Mandate]:
    rows = Mandate.objects.select_for_update(of=("self",)).filter(
        running(today),
        ends_on__lte=today + timedelta(days=NOTICE_DAYS),
        reminded_on__isnull=True,
        seat_rule__body__is_active=True,
    )
    return list(rows.select_related("seat_rule__body", "person", "rotation").order_by("ends_on", "pk"))


def _is_due(mandate: Mandate, today: date) -> bool:
    if mandate.rotation is None or mandate.ends_on is None:
        return True
    return mandate.ends_on - today <= timedelta(days=mandate.rotation.handover_days)


def _tell_people(mandate: Mandate, *, now: datetime) -> None:
    following = next_turn(mandate)
    for person in (mandate.person, *([following.person] if following else [])):
        if person.email:
            facts = {
                "person": person,
                "mandate": mandate,
                "next": following,
                "network": settings.NETWORK_NAME,
            }
            mail.queue(
                to=person.email,
                name=person.name,
                subject=_("Mandat endet am %(day)s: %(body)s")
                % {"day": german_day(mandate.ends_on or day_of(now)), "body": mandate.seat_rule.body},
                body=render_to_string(TO_HOLDER, facts),
                now=now,
                about=mandate,
            )


def _tell_office(due: list[Mandate], *, now: datetime) -> None:
    lists: dict[User, list[Mandate]] = defaultdict(list)
    clerks = {
        body: users_who_may(ADD_MANDATE, on=day_of(now), scope=body.scope)
        for body in {mandate.seat_rule.body for mandate in due if mandate.rotation is None}
    }
    for mandate in due:
        for user in clerks.get(mandate.seat_rule.body, []):
            lists[user].append(mandate)
    for user, mandates in lists.items():
        link = absolute("governance:open-seats")
        facts = {"user": user, "mandates": mandates, "link": link, "network": settings.NETWORK_NAME}
        mail.queue(
            to=user.email,
            name=user.name,
            subject=_("Mandate, die in den nächsten drei Monaten enden"),
            body=render_to_string(TO_OFFICE, facts),
            now=now,
        )
