"""Putting the public part of a session on the public pages, and taking it away again."""

from datetime import datetime

from django.db import transaction
from django.utils.translation import gettext as _

from bildungsnetz.core import audit
from bildungsnetz.core.actor import Actor
from bildungsnetz.core.errors import NotAllowed, RuleViolation
from bildungsnetz.governance.domain.session_states import SessionState
from bildungsnetz.governance.models import Session
from bildungsnetz.governance.policies import papers as policies
from bildungsnetz.governance.selectors.publication import EVERYBODY, public_items
from bildungsnetz.governance.services.numbering import lock_session


@transaction.atomic
def publish_session(*, actor: Actor, session: Session, now: datetime) -> Session:
    """Show the session with its public items and papers to everybody; later changes of what is public show at once.

    Raises NotAllowed, and RuleViolation before the invitation, without a public item or when it is public already.
    """
    session = lock_session(session)
    if not policies.may_publish(actor, session):
        raise NotAllowed
    if session.published_at is not None:
        raise RuleViolation(_("Diese Sitzung ist schon veröffentlicht."))
    if session.state == SessionState.PLANNED:
        raise RuleViolation(_("Veröffentlichen können Sie, sobald die Einladung versendet ist."))
    if not public_items(session, EVERYBODY):
        raise RuleViolation(_("Kein Punkt dieser Sitzung ist öffentlich. Es gibt nichts zu veröffentlichen."))
    session.published_at = now
    session.save(update_fields=["published_at"])
    audit.record("governance.session.publish", actor=actor, on=session, now=now)
    return session


@transaction.atomic
def unpublish_session(*, actor: Actor, session: Session, reason: str, now: datetime) -> Session:
    """Take the session off the public pages. Raises NotAllowed, RuleViolation without a reason (field `reason`)."""
    session = lock_session(session)
    if not policies.may_publish(actor, session):
        raise NotAllowed
    if session.published_at is None:
        raise RuleViolation(_("Diese Sitzung ist nicht veröffentlicht."))
    if not reason.strip():
        raise RuleViolation(_("Schreiben Sie den Grund; er steht im Verlauf."), "reason")
    session.published_at = None
    session.save(update_fields=["published_at"])
    audit.record("governance.session.unpublish", actor=actor, on=session, now=now, reason=reason.strip())
    return session
