"""Who may get a link to approve minutes, the links sent, and minutes whose approval takes too long."""

from datetime import date

from django.db.models import QuerySet

from bildungsnetz.core.actor import Actor
from bildungsnetz.core.clock import day_of
from bildungsnetz.governance.domain.minutes import MinutesState
from bildungsnetz.governance.domain.minutes_reminders import is_reminder_due
from bildungsnetz.governance.models import Minutes, MinutesLink
from bildungsnetz.governance.policies.minutes import may_submit
from bildungsnetz.governance.selectors.approvals import open_sides
from bildungsnetz.governance.selectors.seats import chairs_on
from bildungsnetz.network.api import Person


def chairs_to_ask(minutes: Minutes, on: date) -> list[tuple[str, Person]]:
    """Key of the side and person for each chair of the day whose approval is missing; deputies approve signed in."""
    missing = open_sides(minutes, on) if minutes.state == MinutesState.SUBMITTED else ()
    found = [
        (chair.side.key if chair.side else "", chair.mandate.person)
        for chair in chairs_on(minutes.session.body, on)
    ]
    return [(side, person) for side, person in found if side in missing]


def links_of(minutes: Minutes) -> list[MinutesLink]:
    """The links sent for the text as it is, the youngest last."""
    rows = minutes.links.filter(content_hash=minutes.content_hash).select_related("person")
    return list(rows.order_by("sent_at", "pk"))


def link_by_hash(token_hash: str) -> MinutesLink | None:
    rows = MinutesLink.objects.select_related("minutes__session__body", "person").defer(
        "minutes__pdf", "minutes__excerpt_pdf"
    )
    return rows.filter(token_hash=token_hash).order_by("pk").first()


def is_late(minutes: Minutes, today: date) -> bool:
    """Whether a reminder of the approval is due today."""
    if minutes.state != MinutesState.SUBMITTED or minutes.submitted_at is None:
        return False
    return is_reminder_due(
        today,
        submitted_on=day_of(minutes.submitted_at),
        reminded_on=minutes.reminded_on,
        every=minutes.session.body.approval_reminder_days,
    )


def submitted_minutes() -> QuerySet[Minutes]:
    """All minutes that wait for an approval, the oldest session first."""
    rows = Minutes.objects.defer("pdf", "excerpt_pdf").filter(state=MinutesState.SUBMITTED)
    return rows.select_related("session__body").order_by("session__starts_at", "pk")


def unapproved_for(actor: Actor) -> list[Minutes]:
    """Minutes of which those who chair have been reminded, for the secretariat of the body."""
    found = submitted_minutes().filter(reminded_on__isnull=False)
    return [row for row in found if may_submit(actor, row.session.body)]
