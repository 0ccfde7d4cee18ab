"""Planning the sessions of a school year in one act."""

from collections.abc import Sequence
from dataclasses import dataclass
from datetime import date, datetime, time, timedelta

from django.db import transaction
from django.utils.translation import gettext as _

from bildungsnetz.core.actor import Actor
from bildungsnetz.core.calendar import SchoolYear
from bildungsnetz.core.clock import BERLIN, day_of
from bildungsnetz.core.errors import NotAllowed, RuleViolation
from bildungsnetz.governance.models import Body, Session, SessionTemplate
from bildungsnetz.governance.policies import sessions as policies
from bildungsnetz.governance.selectors.templates import sessions_in
from bildungsnetz.governance.services.sessions import plan_session


@dataclass(frozen=True, slots=True)
class PlannedDay:
    """One session of the plan; `row` is its place in the form."""

    on: date
    starts_at: time
    blocked_reason: str = ""
    row: int = 0


@transaction.atomic
def plan_year(
    *, actor: Actor, template: SessionTemplate, year: SchoolYear, days: Sequence[PlannedDay], now: datetime
) -> list[Session]:
    """Plan all these sessions, or none. Their order in time is the order of their numbers.

    Raises NotAllowed, and RuleViolation with the field `<row>-on` or `<row>-blocked_reason` of the first day that cannot be.
    """
    body = Body.objects.select_for_update().get(pk=template.body_id)
    if not policies.may_plan_session(actor, body):
        raise NotAllowed
    if not days:
        raise RuleViolation(_("Wählen Sie mindestens einen Termin."))
    _refuse_days(body, year, days)
    return [
        _plan(actor, body, template, day, now)
        for day in sorted(days, key=lambda day: (day.on, day.starts_at))
    ]


def _plan(actor: Actor, body: Body, template: SessionTemplate, day: PlannedDay, now: datetime) -> Session:
    starts = datetime.combine(day.on, day.starts_at, tzinfo=BERLIN)
    try:
        return plan_session(
            actor=actor,
            body=body,
            starts_at=starts,
            # Local time: on the days on which the clocks change a session still lasts as long as planned on the clock.
            ends_at=starts + timedelta(minutes=template.minutes),
            mode=template.mode,
            place=template.place,
            online_link=template.online_link,
            template=template,
            blocked_reason=day.blocked_reason,
            now=now,
        )
    except RuleViolation as refused:
        field = "blocked_reason" if refused.field == "blocked_reason" else "on"
        raise RuleViolation(refused.message, f"{day.row}-{field}") from refused


def _refuse_days(body: Body, year: SchoolYear, days: Sequence[PlannedDay]) -> None:
    taken = {day_of(session.starts_at) for session in sessions_in(body, year)}
    for day in days:
        if day.on not in year:
            text = _("Dieser Tag liegt nicht im Schuljahr %(year)s.")
            raise RuleViolation(text % {"year": year}, f"{day.row}-on")
        if day.on in taken:
            raise RuleViolation(_("An diesem Tag tagt das Gremium schon."), f"{day.row}-on")
        taken.add(day.on)
