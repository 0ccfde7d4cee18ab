"""Who gets an invitation and why, what has been answered. Ask for the right to invite or to read before."""

from collections.abc import Iterable
from dataclasses import dataclass
from datetime import datetime

from django.utils.translation import gettext as _

from bildungsnetz.accounts.api import users_who_may
from bildungsnetz.core.actor import Actor
from bildungsnetz.core.clock import day_of
from bildungsnetz.governance.domain.invitation import (
    Capacity,
    Deadlines,
    days_late,
    deadlines,
    refuse_sending,
)
from bildungsnetz.governance.domain.visibility import Visibility
from bildungsnetz.governance.models import InvitationReply, Mandate, Session, SessionInvitation
from bildungsnetz.governance.policies.visibility import READ, READ_CLOSED
from bildungsnetz.governance.selectors.mandates import turns_around
from bildungsnetz.governance.selectors.seats import chairs_on, mandates_on, running
from bildungsnetz.network.api import Person, person_of_user

READS = {
    "everything": (Visibility.PUBLIC, Visibility.NETWORK, Visibility.BODY, Visibility.OFFICE),
    "body": (Visibility.PUBLIC, Visibility.NETWORK, Visibility.BODY),
    "network": (Visibility.PUBLIC, Visibility.NETWORK),
    "public": (Visibility.PUBLIC,),
}
"""The sets of visibilities an invitation may show, from all to least."""


@dataclass(frozen=True)
class Recipient:
    """A person to invite: as what, for which seat, and with which visibilities of the agenda."""

    person: Person
    capacity: Capacity
    levels: tuple[Visibility, ...]
    mandate: Mandate | None = None

    @property
    def why(self) -> str:
        """The reason as the preview gives it."""
        if self.mandate is None:
            return _("Gast dieser Sitzung")
        if self.capacity is Capacity.HANDOVER:
            return _("Wechsel auf dem Sitz „%(seat)s“: liest mit") % {"seat": self.mandate.seat_rule.function}
        seat = f"{self.mandate.seat_rule.side}: {self.mandate.seat_rule.function}"
        if self.capacity is Capacity.DEPUTY:
            return _("Vertretung für %(person)s, %(seat)s") % {"person": self.mandate.person, "seat": seat}
        return seat

    @property
    def reads(self) -> str:
        """The name of what the person may read, one of READS."""
        return next(name for name, levels in READS.items() if levels == self.levels)


@dataclass(frozen=True)
class InvitationPlan:
    """Exactly what sending would do now. `standing_by` are deputies who are asked only if the member declines."""

    recipients: tuple[Recipient, ...]
    without_mail: tuple[Recipient, ...]
    already: tuple[SessionInvitation, ...]
    standing_by: tuple[Recipient, ...]
    deadlines: Deadlines
    days_late: int

    @property
    def is_first(self) -> bool:
        return not self.already


def invitation_plan(session: Session, *, now: datetime, guests: Iterable[Person] = ()) -> InvitationPlan:
    """Who is invited when sending now: members with a seat on the day, those around the
    change of a rotating seat, the guests named; nobody twice.
    """
    body, on = session.body, day_of(session.starts_at)
    readers = readers_of(session, now=now)
    already = tuple(session.invitations.select_related("person", "mandate__seat_rule").order_by("pk"))
    done = {invitation.person_id for invitation in already}
    mandates = list(mandates_on(body, on))
    wanted = [readers.recipient(mandate.person, Capacity.MEMBER, mandate) for mandate in mandates]
    wanted += [readers.recipient(turn.person, Capacity.HANDOVER, turn) for turn in turns_around(body, on)]
    wanted += [readers.recipient(guest, Capacity.GUEST) for guest in guests]
    missing = tuple(
        {entry.person.pk: entry for entry in reversed(wanted) if entry.person.pk not in done}.values()
    )[::-1]
    standing_by = tuple(
        readers.recipient(deputy.person, Capacity.DEPUTY, mandate)
        for mandate in mandates
        for deputy in mandate.standing_in  # type: ignore[attr-defined]
    )
    last = deadlines(on, invitation_days=body.invitation_days, papers_days=body.papers_days)
    return InvitationPlan(
        recipients=tuple(entry for entry in missing if entry.person.email),
        without_mail=tuple(entry for entry in missing if not entry.person.email),
        already=already,
        standing_by=standing_by,
        deadlines=last,
        days_late=days_late(day_of(now), last.invitation_by),
    )


def late_sentence(session: Session, *, now: datetime) -> str:
    """Why the first invitation needs a reason today; empty while the deadline is kept or once it is out."""
    if session.invited_at is not None:
        return ""
    body, on = session.body, day_of(session.starts_at)
    last = deadlines(on, invitation_days=body.invitation_days, papers_days=body.papers_days)
    refused = refuse_sending(sent_on=day_of(now), session_on=on, invitation_by=last.invitation_by)
    return str(refused[0].text) if refused else ""


@dataclass(frozen=True)
class Readers:
    """Who may read confidential items and items of the body: by account, and the chairs also without one."""

    body_users: frozenset[int]
    closed_users: frozenset[int]
    chairs: frozenset[int]

    def recipient(self, person: Person, capacity: Capacity, mandate: Mandate | None = None) -> Recipient:
        return Recipient(person, capacity, self._levels(person, capacity), mandate)

    def _levels(self, person: Person, capacity: Capacity) -> tuple[Visibility, ...]:
        if person.user_id in self.closed_users or person.pk in self.chairs:
            return READS["everything"]
        if capacity is not Capacity.GUEST or person.user_id in self.body_users:
            return READS["body"]
        return READS["public" if person.user_id is None else "network"]


def readers_of(session: Session, *, now: datetime) -> Readers:
    """The readers of a session's papers, with three queries for all of them."""
    body, today = session.body, day_of(now)
    chairs = chairs_on(body, day_of(session.starts_at))
    return Readers(
        frozenset(user.pk for user in users_who_may(READ, on=today, scope=body.scope)),
        frozenset(user.pk for user in users_who_may(READ_CLOSED, on=today, scope=body.scope)),
        frozenset(chair.mandate.person_id for chair in chairs),
    )


def invitations_of(session: Session) -> list[SessionInvitation]:
    """All invitations of a session with person and seat: members in the order of the seats, deputies behind, guests last.

    Each knows its last mail, without the text.
    """
    rows = (
        session.invitations.select_related("person", "mandate__seat_rule__side", "mandate__person", "mail")
        .defer("mail__body")
        .order_by("pk")
    )
    return sorted(rows, key=_place)


def _place(row: SessionInvitation) -> tuple[bool, int, int, int, bool, int]:
    if row.mandate is None:
        return (True, 0, 0, 0, False, row.pk)
    rule = row.mandate.seat_rule
    return (False, rule.side.order, rule.order, row.mandate.pk, row.as_deputy, row.pk)


def own_invitation(actor: Actor, session: Session) -> SessionInvitation | None:
    """The invitation of the asking person to the session, if there is one."""
    person = person_of_user(actor.user_id)
    if person is None:
        return None
    return session.invitations.filter(person=person).select_related("person", "mandate__person").first()


def invitation_by_hash(token_hash: str) -> SessionInvitation | None:
    """The invitation behind a reply link."""
    return (
        SessionInvitation.objects.filter(token_hash=token_hash)
        .select_related("session__body", "person", "mandate__person")
        .order_by("pk")
        .first()
    )


def coming_deputies(
    invitation: SessionInvitation, invited: Iterable[SessionInvitation]
) -> list[SessionInvitation]:
    """Of all invitations of the session those of deputies on the same seat who have not declined."""
    if invitation.mandate_id is None:
        return []
    return [
        row
        for row in invited
        if row.mandate_id == invitation.mandate_id
        and row.as_deputy
        and row.pk != invitation.pk
        and row.reply != InvitationReply.DECLINED
    ]


def next_deputy(invitation: SessionInvitation, invited: Iterable[SessionInvitation]) -> Person | None:
    """Who is asked next to stand in on the seat: the first deputy of the day with an address who is not among the invited."""
    session, mandate = invitation.session, invitation.mandate
    if mandate is None:
        return None
    asked = {row.person_id for row in invited}
    on = day_of(session.starts_at)
    rows = mandate.deputyships.filter(running(on)).select_related("person").order_by("rank", "pk")
    free = (row.person for row in rows if row.person.email and row.person_id not in asked)
    return next(free, None)
