"""The members get the approved text and may object; without an objection it becomes final by itself."""

from datetime import datetime

from django.db import transaction
from django.utils.translation import gettext as _
from django.utils.translation import ngettext, override

from bildungsnetz.accounts.api import tokens
from bildungsnetz.core import audit
from bildungsnetz.core.actor import SYSTEM, Actor
from bildungsnetz.core.clock import day_of
from bildungsnetz.core.errors import NotAllowed, RuleViolation
from bildungsnetz.governance.domain import minutes_window as rules
from bildungsnetz.governance.domain.minutes import MinutesState
from bildungsnetz.governance.models import Minutes, MinutesDelivery, MinutesObjection
from bildungsnetz.governance.policies import minutes as policies
from bildungsnetz.governance.selectors.minutes_window import delivery_by_hash, readers_of_minutes
from bildungsnetz.governance.services.minutes import locked
from bildungsnetz.governance.services.minutes_finish import finish
from bildungsnetz.governance.services.minutes_mails import mail_delivery, papers_of, tell_of_objection
from bildungsnetz.governance.services.refusals import raise_first
from bildungsnetz.network.api import Person, person_of_user


def after_last_approval(minutes: Minutes, *, now: datetime) -> None:
    """All sides have approved the locked minutes: deliver them, or make them final where the body has no window."""
    if rules.after_approval(minutes.session.body.objection_days) is MinutesState.APPROVED:
        finish(minutes, now=now)
    else:
        _deliver(minutes, now=now)


@transaction.atomic
def object_to_minutes(*, actor: Actor, minutes: Minutes, text: str, now: datetime) -> MinutesObjection:
    """A member objects while signed in. Raises NotAllowed for whom the text was not delivered to, RuleViolation."""
    minutes = locked(minutes)
    person = person_of_user(actor.user_id)
    if person is None or not policies.may_object(actor, minutes.session.body):
        raise NotAllowed
    if not minutes.deliveries.filter(person=person).exists():
        raise NotAllowed
    return _object(minutes, person, text, now=now)


@transaction.atomic
def object_by_link(*, token: str, text: str, now: datetime) -> MinutesObjection:
    """A member objects with the link of the mail; no account is needed. Raises RuleViolation."""
    delivery = delivery_by_hash(tokens.hash_of(token))
    if delivery is None:
        raise RuleViolation(refusal(None, now=now))
    return _object(locked(delivery.minutes), delivery.person, text, now=now)


def refusal(delivery: MinutesDelivery | None, *, now: datetime) -> str:
    """Why the link of a mail cannot be used (any more); empty when it can."""
    if delivery is None:
        return _("Diesen Link gibt es nicht mehr. Vielleicht wurde das Protokoll inzwischen überarbeitet.")
    minutes = delivery.minutes
    found = rules.refuse_objection(
        MinutesState(minutes.state), minutes.objection_until, day_of(now), text="-"
    )
    return str(found[0].text) if found else ""


@transaction.atomic
def finish_minutes(*, actor: Actor, minutes: Minutes, now: datetime) -> bool:
    """Make delivered minutes final if their window is over and nobody objects any more; says whether it did.

    Only the system does this. Raises NotAllowed.
    """
    if not actor.is_system:
        raise NotAllowed
    minutes = locked(minutes)
    if not rules.is_final(MinutesState(minutes.state), minutes.objection_until, day_of(now)):
        return False
    finish(minutes, now=now)
    return True


def finish_due_minutes(now: datetime) -> str:
    """The recurring job: every delivered text whose window is over becomes final."""
    due = Minutes.objects.defer("pdf", "excerpt_pdf").filter(
        state=MinutesState.DELIVERED, objection_until__lt=day_of(now)
    )
    done = sum(finish_minutes(actor=SYSTEM, minutes=row, now=now) for row in due.order_by("pk"))
    with override("de"):
        text = ngettext(
            "%(count)s Protokoll ist jetzt genehmigt.", "%(count)s Protokolle sind jetzt genehmigt.", done
        )
    return text % {"count": done}


def _deliver(minutes: Minutes, *, now: datetime) -> None:
    body = minutes.session.body
    minutes.state, minutes.delivered_at = MinutesState.DELIVERED, now
    minutes.objection_until = rules.last_day(day_of(now), body.objection_days)
    minutes.save_version(minutes.version)
    paper = papers_of(minutes)
    readers = readers_of_minutes(minutes, now=now)
    for reader in readers:
        token = tokens.new_token()
        MinutesDelivery.objects.create(
            minutes=minutes,
            person=reader.person,
            token_hash=tokens.hash_of(token),
            sent_at=now if reader.person.email else None,
        )
        mail_delivery(minutes, reader, token=token, paper=paper, now=now)
    audit.record(
        "governance.minutes.deliver",
        actor=SYSTEM,
        on=minutes,
        thread=minutes.session,
        now=now,
        count=len(readers),
        until=f"{minutes.objection_until:%d.%m.%Y}",
    )


def _object(minutes: Minutes, person: Person, text: str, *, now: datetime) -> MinutesObjection:
    state = MinutesState(minutes.state)
    raise_first(rules.refuse_objection(state, minutes.objection_until, day_of(now), text))
    objection = MinutesObjection.objects.create(
        minutes=minutes,
        person=person,
        text=text.strip(),
        content_hash=minutes.content_hash,
        objected_at=now,
    )
    minutes.state = MinutesState.CONTESTED
    minutes.save_version(minutes.version)
    audit.record(
        "governance.minutes.object",
        actor=Actor(user_id=person.user_id, name=person.name),
        on=minutes,
        thread=minutes,
        now=now,
    )
    tell_of_objection(minutes, now=now)
    return objection
