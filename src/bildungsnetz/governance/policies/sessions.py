"""Who may plan, invite to, run and close sessions and change their agenda."""

from dataclasses import dataclass

from bildungsnetz.core.actor import Actor
from bildungsnetz.governance.models import Body, Session
from bildungsnetz.governance.policies import papers
from bildungsnetz.governance.policies.visibility import READ

PLAN = "governance.session.plan"
CHANGE = "governance.session.change"
INVITE = "governance.session.invite"
OPEN = "governance.session.open"
CLOSE = "governance.session.close"
CANCEL = "governance.session.cancel"
ADD_ITEM = "governance.item.add"
CHANGE_ITEM = "governance.item.change"
RECORD_ATTENDANCE = "governance.attendance.record"


def may_read_session(actor: Actor, session: Session) -> bool:
    return actor.can(READ, session.body.scope)


def may_plan_session(actor: Actor, body: Body) -> bool:
    return actor.can(PLAN, body.scope)


def may_change_session(actor: Actor, session: Session) -> bool:
    return actor.can(CHANGE, session.body.scope)


def may_invite(actor: Actor, session: Session) -> bool:
    return actor.can(INVITE, session.body.scope)


def may_open_session(actor: Actor, session: Session) -> bool:
    return actor.can(OPEN, session.body.scope)


def may_close_session(actor: Actor, session: Session) -> bool:
    """Closing and archiving."""
    return actor.can(CLOSE, session.body.scope)


def may_cancel_session(actor: Actor, session: Session) -> bool:
    return actor.can(CANCEL, session.body.scope)


def may_add_item(actor: Actor, session: Session) -> bool:
    return actor.can(ADD_ITEM, session.body.scope)


def may_change_item(actor: Actor, session: Session) -> bool:
    """Changing, moving, withdrawing and postponing items, and their results."""
    return actor.can(CHANGE_ITEM, session.body.scope)


def may_record_attendance(actor: Actor, session: Session) -> bool:
    """Attendance, guests and the statement on the quorum."""
    return actor.can(RECORD_ATTENDANCE, session.body.scope)


@dataclass(frozen=True)
class ActsOnSession:
    """What the actor may do with a session; the page offers nothing else."""

    change: bool
    invite: bool
    open: bool
    close: bool
    cancel: bool
    add_item: bool
    change_item: bool
    record_attendance: bool
    add_paper: bool
    change_paper: bool
    publish: bool


def acts_on(actor: Actor, session: Session) -> ActsOnSession:
    """All answers at once, for the page of the session."""
    return ActsOnSession(
        change=may_change_session(actor, session),
        invite=may_invite(actor, session),
        open=may_open_session(actor, session),
        close=may_close_session(actor, session),
        cancel=may_cancel_session(actor, session),
        add_item=may_add_item(actor, session),
        change_item=may_change_item(actor, session),
        record_attendance=may_record_attendance(actor, session),
        add_paper=actor.can(papers.ADD, session.body.scope),
        change_paper=actor.can(papers.CHANGE, session.body.scope),
        publish=papers.may_publish(actor, session),
    )
