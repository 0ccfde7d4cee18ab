"""Templates of sessions and what they propose for a school year."""

from collections.abc import Mapping
from dataclasses import dataclass
from datetime import date, datetime

from django.db.models import QuerySet

from bildungsnetz.core.actor import Actor
from bildungsnetz.core.calendar import SchoolYear, free_days, school_year_of
from bildungsnetz.core.clock import BERLIN
from bildungsnetz.governance.domain.annual_plan import ProposedDay, propose
from bildungsnetz.governance.domain.session_states import SessionState
from bildungsnetz.governance.models import Body, Session, SessionTemplate, TemplateItem
from bildungsnetz.governance.policies.templates import CHANGE
from bildungsnetz.governance.selectors.sessions import bodies_to_plan_for

YEARS_AHEAD = 3


def templates(actor: Actor) -> QuerySet[SessionTemplate]:
    """The templates the actor may change or plan with, by body and name."""
    bodies = bodies_to_plan_for(actor) | Body.objects.filter(pk__in=actor.scope_keys(CHANGE, "body"))
    found = SessionTemplate.objects.select_related("body").order_by("body__name", "name", "pk")
    return found.filter(body__in=bodies.values("pk"))


def template_items(actor: Actor) -> QuerySet[TemplateItem]:
    """The items of these templates."""
    return TemplateItem.objects.filter(template__in=templates(actor).values("pk")).select_related(
        "template__body"
    )


def years_to_plan(today: date) -> list[SchoolYear]:
    """The running school year and those after it."""
    first = school_year_of(today)
    return [SchoolYear(first.start + n) for n in range(YEARS_AHEAD)]


@dataclass(frozen=True)
class YearPlan:
    """What a template proposes for a school year, beside the sessions the body has in it already."""

    template: SessionTemplate
    year: SchoolYear
    proposed: tuple[ProposedDay, ...]
    existing: tuple[Session, ...]
    blocked: Mapping[date, str]


def year_plan(template: SessionTemplate, year: SchoolYear, *, today: date) -> YearPlan:
    """The plan of a year from now on: months with a session of the body get no second proposal."""
    blocked = free_days(year.first_day, year.last_day)
    existing = tuple(sessions_in(template.body, year))
    months = {session.starts_at.astimezone(BERLIN).month for session in existing}
    proposed = propose(template.rhythm, year.first_day, year.last_day, blocked)
    ahead = tuple(day for day in proposed if day.on > today and day.wanted.month not in months)
    return YearPlan(template, year, ahead, existing, blocked)


def sessions_in(body: Body, year: SchoolYear) -> QuerySet[Session]:
    """The sessions of a body in a school year that were not cancelled, in order."""
    first, last = (
        datetime.combine(day, time, tzinfo=BERLIN)
        for day, time in ((year.first_day, datetime.min.time()), (year.last_day, datetime.max.time()))
    )
    return (
        Session.objects.filter(body=body, starts_at__gte=first, starts_at__lte=last)
        .exclude(state=SessionState.CANCELLED)
        .select_related("body")
        .order_by("starts_at", "pk")
    )
