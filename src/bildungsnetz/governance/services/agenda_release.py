"""The chairs release the agenda; a change of it makes the releases void."""

from datetime import datetime

from django.db import transaction
from django.utils.translation import gettext as _

from bildungsnetz.core import audit
from bildungsnetz.core.actor import Actor
from bildungsnetz.core.clock import day_of
from bildungsnetz.core.errors import NotAllowed, RuleViolation
from bildungsnetz.governance.domain.agenda_release import refuse_release
from bildungsnetz.governance.domain.session_states import SessionState
from bildungsnetz.governance.models import AgendaRelease, Session
from bildungsnetz.governance.policies import agenda_release as policies
from bildungsnetz.governance.selectors.agenda_release import released_sides, releasers
from bildungsnetz.governance.services.numbering import lock_session
from bildungsnetz.governance.services.refusals import raise_first
from bildungsnetz.network.api import person_of_user


@transaction.atomic
def release_agenda(*, actor: Actor, session: Session, side: str, now: datetime) -> AgendaRelease:
    """Release the agenda for one side; `side` is its key, "" where one person chairs.

    Raises NotAllowed, and RuleViolation for whoever does not chair that side, without an item or a second time.
    """
    session = lock_session(session)
    person = person_of_user(actor.user_id)
    if person is None or not policies.may_release(actor, session):
        raise NotAllowed
    raise_first(
        refuse_release(
            SessionState(session.state),
            own_items=session.items.filter(fixed="").count(),
            side=side,
            person=str(person.pk),
            holders=releasers(session, day_of(now)),
        )
    )
    if side in released_sides(session):
        raise RuleViolation(_("Für diese Seite ist die Tagesordnung schon freigegeben."))
    row = session.body.sides.filter(key=side).first()
    made = AgendaRelease.objects.create(session=session, side=row, person=person, released_at=now)
    name = row.name if row else str(_("Vorsitz"))
    audit.record("governance.agenda.release", actor=actor, on=session, now=now, side=name)
    return made


def void_releases(session: Session, *, actor: Actor, now: datetime, is_closed: bool = False) -> None:
    """Part of every change of a planned agenda: the chairs have to look again.

    `is_closed`: the change is confidential, so the history of the session must not tell of it.
    """
    if session.state != SessionState.PLANNED:
        return
    standing = list(AgendaRelease.objects.filter(session=session, void_at__isnull=True).order_by("pk"))
    for release in standing:
        release.void_at = now
        release.save(update_fields=["void_at"])
    if standing:
        release = standing[0]
        thread = release if is_closed else session
        audit.record("governance.agenda.void", actor=actor, on=release, thread=thread, now=now)
