"""Sessions that wait for somebody to act."""

from datetime import date, datetime, timedelta

from django.db.models import Exists, OuterRef

from bildungsnetz.core.actor import Actor
from bildungsnetz.core.clock import day_of
from bildungsnetz.governance.domain.invitation import deadlines
from bildungsnetz.governance.domain.session_states import SessionState
from bildungsnetz.governance.models import Attendance, InvitationReply, Session, SessionInvitation
from bildungsnetz.governance.policies import sessions as policies
from bildungsnetz.governance.selectors.invitation_runs import WRONG
from bildungsnetz.governance.selectors.sessions import sessions
from bildungsnetz.network.api import person_of_user

SOON = timedelta(days=14)


def sessions_to_invite_to(actor: Actor, now: datetime) -> list[tuple[Session, date]]:
    """Planned sessions whose invitation is due within two weeks or overdue, with its last day, for who may invite."""
    planned = sessions(actor).filter(state=SessionState.PLANNED, ends_at__gte=now).order_by("starts_at", "pk")
    dated = [(session, _invitation_by(session)) for session in planned if policies.may_invite(actor, session)]
    return [(session, last) for session, last in dated if last <= day_of(now) + SOON]


def sessions_to_open(actor: Actor, now: datetime) -> list[Session]:
    """Sessions whose day has come, for who may open them."""
    invited = sessions(actor).filter(state=SessionState.INVITED).order_by("starts_at", "pk")
    today = day_of(now)
    return [
        session
        for session in invited
        if day_of(session.starts_at) <= today and policies.may_open_session(actor, session)
    ]


def sessions_without_attendance(actor: Actor) -> list[Session]:
    """Sessions that run or were held without anybody on the list, for who may fill it."""
    listed = Attendance.objects.filter(session=OuterRef("pk"))
    found = sessions(actor).filter(~Exists(listed), state__in=[SessionState.IN_SESSION, SessionState.HELD])
    rows = found.order_by("starts_at", "pk")
    return [session for session in rows if policies.may_record_attendance(actor, session)]


def sessions_with_mail_trouble(actor: Actor, now: datetime) -> list[Session]:
    """Sessions to come of which somebody's mail failed or came back, for who may invite."""
    trouble = SessionInvitation.objects.filter(session=OuterRef("pk"), mail__state__in=WRONG)
    found = sessions(actor).filter(Exists(trouble), state=SessionState.INVITED, ends_at__gte=now)
    return [session for session in found.order_by("starts_at", "pk") if policies.may_invite(actor, session)]


def invitations_to_answer(actor: Actor, now: datetime) -> list[SessionInvitation]:
    """Invitations of the asking person without an answer, the nearest session first."""
    person = person_of_user(actor.user_id)
    if person is None:
        return []
    open_ones = SessionInvitation.objects.filter(
        person=person,
        reply=InvitationReply.OPEN,
        expires_on__gte=day_of(now),
        session__state__in=[SessionState.INVITED, SessionState.IN_SESSION],
    )
    return list(open_ones.select_related("session__body").order_by("session__starts_at", "pk"))


def next_sessions(actor: Actor, now: datetime, most: int = 3) -> list[Session]:
    """The next dates the actor may know."""
    ahead = sessions(actor).filter(state__in=[SessionState.PLANNED, SessionState.INVITED], starts_at__gt=now)
    return list(ahead.order_by("starts_at", "pk")[:most])


def _invitation_by(session: Session) -> date:
    body = session.body
    last = deadlines(
        day_of(session.starts_at), invitation_days=body.invitation_days, papers_days=body.papers_days
    )
    return last.invitation_by
