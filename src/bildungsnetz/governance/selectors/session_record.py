"""Everything the page of one session shows."""

from collections.abc import Sequence
from dataclasses import dataclass
from datetime import date, datetime

from django.db.models import prefetch_related_objects

from bildungsnetz.core.actor import Actor
from bildungsnetz.core.clock import day_of
from bildungsnetz.governance.domain.attendance import QuorumHint
from bildungsnetz.governance.domain.invitation import deadlines
from bildungsnetz.governance.domain.previous_minutes import PreviousMinutes
from bildungsnetz.governance.domain.session_states import SessionState
from bildungsnetz.governance.models import (
    AgendaItem,
    Attendance,
    InvitationReply,
    ItemProposal,
    Session,
    SessionInvitation,
)
from bildungsnetz.governance.selectors.agenda import agenda_of, postponed_before
from bildungsnetz.governance.selectors.agenda_release import ReleaseState, release_state
from bildungsnetz.governance.selectors.attendance import attendances, quorum, quorum_sentences
from bildungsnetz.governance.selectors.invitations import invitations_of
from bildungsnetz.governance.selectors.papers import shown_notes, shown_papers
from bildungsnetz.governance.selectors.presence import MoveLine, moves_of
from bildungsnetz.governance.selectors.previous_minutes import previous_minutes
from bildungsnetz.governance.selectors.proposals import may_propose_now, proposals


@dataclass(frozen=True)
class SessionRecord:
    """A session as the asking person may see it."""

    session: Session
    items: Sequence[AgendaItem]
    put_off: Sequence[AgendaItem]
    invitations: Sequence[SessionInvitation]
    attendances: Sequence[Attendance]
    quorum: QuorumHint | None
    quorum_sentences: Sequence[str]
    invitation_by: date
    papers_by: date
    today: date
    moves: Sequence[MoveLine] = ()
    previous: PreviousMinutes | None = None
    release: ReleaseState | None = None
    proposals: Sequence[ItemProposal] = ()
    may_propose: bool = False

    @property
    def own_items(self) -> int:
        """Items beside those every agenda has."""
        return sum(not item.fixed for item in self.items)

    @property
    def unheard(self) -> list[AgendaItem]:
        """Items that cost cities money without their having been heard."""
        hearings = [(item, getattr(item, "hearing", None)) for item in self.items if not item.fixed]
        return [item for item, hearing in hearings if hearing and not hearing.is_settled]

    @property
    def minutes_planned(self) -> int:
        return sum(item.minutes_planned for item in self.items if item.number and item.state != "withdrawn")

    @property
    def minutes_there_are(self) -> int:
        return int((self.session.ends_at - self.session.starts_at).total_seconds()) // 60

    @property
    def minutes_over(self) -> int:
        """By how much the items are longer than the session."""
        return max(self.minutes_planned - self.minutes_there_are, 0)

    @property
    def coming(self) -> int:
        return self._count(InvitationReply.ACCEPTED)

    @property
    def declined(self) -> int:
        return self._count(InvitationReply.DECLINED)

    @property
    def unanswered(self) -> int:
        return self._count(InvitationReply.OPEN)

    def own_invitation(self, actor: Actor) -> SessionInvitation | None:
        """The invitation of the asking person, if there is one."""
        if actor.user_id is None:
            return None
        return next((row for row in self.invitations if row.person.user_id == actor.user_id), None)

    def _count(self, reply: InvitationReply) -> int:
        return sum(invitation.reply == reply for invitation in self.invitations)


def session_record(actor: Actor, session: Session, *, now: datetime) -> SessionRecord:
    """The page of a session. Ask for the right to read it before."""
    body, on = session.body, day_of(session.starts_at)
    last = deadlines(on, invitation_days=body.invitation_days, papers_days=body.papers_days)
    items = agenda_of(actor, session)
    prefetch_related_objects(items, shown_papers(actor), shown_notes(actor))
    is_open = session.state in {SessionState.PLANNED, SessionState.INVITED}
    present = [] if is_open else attendances(session)
    hint = quorum(session) if present else None
    return SessionRecord(
        session=session,
        items=items,
        put_off=postponed_before(actor, session) if is_open else [],
        invitations=invitations_of(session),
        attendances=present,
        quorum=hint,
        quorum_sentences=quorum_sentences(session, hint) if hint else [],
        invitation_by=last.invitation_by,
        papers_by=last.papers_by,
        today=day_of(now),
        moves=[] if is_open else moves_of(actor, session),
        previous=previous_minutes(session),
        release=release_state(actor, session, now=now),
        proposals=list(proposals(actor).filter(session=session))
        if session.state == SessionState.PLANNED
        else [],
        may_propose=may_propose_now(actor, session, now),
    )
