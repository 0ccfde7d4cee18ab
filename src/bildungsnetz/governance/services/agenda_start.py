"""What an agenda starts with: the items of every session, and what the session before put off."""

from datetime import datetime, time

from django.db import transaction
from django.db.models import Max, QuerySet
from django.utils.translation import gettext as _

from bildungsnetz.core.actor import Actor
from bildungsnetz.core.calendar import school_year_of
from bildungsnetz.core.clock import BERLIN, day_of
from bildungsnetz.core.errors import NotAllowed, RuleViolation
from bildungsnetz.governance.domain import agenda
from bildungsnetz.governance.domain.annual_plan import is_due
from bildungsnetz.governance.domain.recommendations import RecommendationState, may_go_on_agenda
from bildungsnetz.governance.domain.session_states import SessionState
from bildungsnetz.governance.models import AgendaItem, Paper, Recommendation, Session, SessionTemplate
from bildungsnetz.governance.policies import sessions as policies
from bildungsnetz.governance.selectors.agenda import postponed_before
from bildungsnetz.governance.services.agenda import add_item
from bildungsnetz.governance.services.numbering import renumber


@transaction.atomic
def take_over_postponed(*, actor: Actor, session: Session, now: datetime) -> list[AgendaItem]:
    """Put what the session before postponed on this agenda, with its papers. Raises NotAllowed, RuleViolation."""
    if not policies.may_add_item(actor, session):
        raise NotAllowed
    put_off = postponed_before(actor, session)
    if not put_off:
        raise RuleViolation(_("Aus der vorigen Sitzung ist nichts mehr offen."))
    return [
        _with_papers(
            item,
            now,
            add_item(
                actor=actor,
                session=session,
                title=item.title,
                kind=item.kind,
                now=now,
                summary=item.summary,
                proposal=item.proposal,
                visibility=item.visibility,
                minutes_planned=item.minutes_planned,
                submitted_by=item.submitted_by,
                recommendation=_still_open(item.recommendation),
            ),
        )
        for item in put_off
    ]


def _with_papers(old: AgendaItem, now: datetime, item: AgendaItem) -> AgendaItem:
    """The files come along; they are the same ones and in time."""
    for paper in old.papers.filter(withdrawn_at__isnull=True).order_by("added_at", "pk"):
        Paper.objects.create(
            item=item, file=paper.file, title=paper.title, visibility=paper.visibility, added_at=now
        )
    return item


def insert_fixed_items(session: Session, *, has_previous_minutes: bool, now: datetime) -> None:
    """The items with which the agenda of a new session starts; part of planning it."""
    for position, fixed in enumerate(agenda.fixed_items(has_previous_minutes=has_previous_minutes), start=1):
        AgendaItem.objects.create(
            session=session,
            position=position,
            title=str(fixed.label),
            kind=agenda.FIXED_KINDS[fixed],
            fixed=fixed,
            minutes_planned=5,
            added_at=now,
        )
    renumber(session)


def insert_recurring_items(session: Session, template: SessionTemplate, *, now: datetime) -> None:
    """The items of the template that are due in this session; part of planning it."""
    is_first = not _earlier_in_year(session).exists()
    position = session.items.aggregate(last=Max("position"))["last"] or 0
    for row in template.items.order_by("position", "pk"):
        if is_due(row.recurrence, row.every, number=session.number, is_first_of_year=is_first):
            position += 1
            AgendaItem.objects.create(
                session=session,
                position=position,
                title=row.title,
                kind=row.kind,
                summary=row.summary,
                minutes_planned=row.minutes_planned,
                visibility=row.visibility,
                added_at=now,
            )
    renumber(session)


def _earlier_in_year(session: Session) -> QuerySet[Session]:
    year = school_year_of(day_of(session.starts_at))
    begin = datetime.combine(year.first_day, time(), tzinfo=BERLIN)
    rows = Session.objects.filter(body=session.body, starts_at__gte=begin, starts_at__lt=session.starts_at)
    return rows.exclude(state=SessionState.CANCELLED).exclude(pk=session.pk)


def _still_open(recommendation: Recommendation | None) -> Recommendation | None:
    if recommendation and may_go_on_agenda(RecommendationState(recommendation.state)):
        return recommendation
    return None
