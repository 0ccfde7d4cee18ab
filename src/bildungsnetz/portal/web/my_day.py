"""Open messages on the page "Heute" of those who answer them."""

from datetime import datetime, timedelta

from django.urls import reverse
from django.utils.translation import gettext_lazy as _

from bildungsnetz.core.actor import Actor
from bildungsnetz.core.clock import day_of
from bildungsnetz.core.registers.my_day import Matter
from bildungsnetz.portal.selectors import feedback

DUE_SOON = timedelta(days=7)


def open_feedback(actor: Actor, now: datetime) -> list[Matter]:
    """Each open message; from a week before its day on it is due."""
    soon = day_of(now) + DUE_SOON
    return [
        Matter(
            group="due" if message.due_on <= soon else "waiting",
            kind=_("Rückmeldung"),
            title=str(message),
            url=reverse("portal:feedback-case", args=[message.pk]),
            due=message.due_on,
        )
        for message in feedback.open_feedback(actor)
    ]
