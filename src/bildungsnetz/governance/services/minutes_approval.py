"""Minutes are approved by both sides; what follows stands in `minutes_window`. Final ones grow only by supplements."""

from datetime import datetime

from django.db import transaction
from django.db.models import Max
from django.utils.translation import gettext as _

from bildungsnetz.core import audit
from bildungsnetz.core.actor import Actor
from bildungsnetz.core.clock import day_of
from bildungsnetz.core.errors import NotAllowed, RuleViolation
from bildungsnetz.governance.domain import minutes as rules
from bildungsnetz.governance.domain.minutes import MinutesState
from bildungsnetz.governance.models import Minutes, MinutesApproval, MinutesSupplement
from bildungsnetz.governance.policies import minutes as policies
from bildungsnetz.governance.selectors.approvals import approvers, open_sides, sides_by_key
from bildungsnetz.governance.services.minutes import locked
from bildungsnetz.governance.services.minutes_window import after_last_approval
from bildungsnetz.governance.services.refusals import raise_first
from bildungsnetz.network.api import Person, person_of_user


@transaction.atomic
def approve_minutes(*, actor: Actor, minutes: Minutes, side: str, read_hash: str, now: datetime) -> Minutes:
    """Approve for one side exactly the text whose hash was shown; with the last side the members get it.

    `side` is the key of the side, "" where one person chairs; the person is the one to whom the account of the actor
    belongs. Raises NotAllowed; RuleViolation when the text changed meanwhile or the person does not chair that side.
    """
    minutes = locked(minutes)
    person = person_of_user(actor.user_id)
    if person is None or not policies.may_approve(actor, minutes.session.body):
        raise NotAllowed
    return approve_as(person, minutes, side=side, read_hash=read_hash, actor=actor, now=now)


def approve_as(
    person: Person, minutes: Minutes, *, side: str, read_hash: str, actor: Actor, now: datetime
) -> Minutes:
    """The person approves the locked minutes for a side; part of approving signed in and by link. Raises RuleViolation."""
    on = day_of(now)
    approval = rules.Approval(side, str(person.pk), read_hash)
    raise_first(
        rules.refuse_approval(
            MinutesState(minutes.state), minutes.content_hash, approval, approvers(minutes, on)
        )
    )
    if side not in open_sides(minutes, on):
        raise RuleViolation(_("Für diese Seite ist das Protokoll schon freigegeben."))
    row = sides_by_key(minutes).get(side)
    MinutesApproval.objects.create(
        minutes=minutes, side=row, person=person, content_hash=read_hash, approved_at=now
    )
    audit.record(
        "governance.minutes.approve",
        actor=actor,
        on=minutes,
        thread=minutes.session,
        now=now,
        side=row.name if row else _("Vorsitz"),
    )
    if not open_sides(minutes, on):
        after_last_approval(minutes, now=now)
    return minutes


@transaction.atomic
def supplement_minutes(
    *, actor: Actor, minutes: Minutes, text: str, reason: str, now: datetime
) -> MinutesSupplement:
    """Add a numbered supplement to approved minutes; their text stays.

    Raises NotAllowed, RuleViolation (fields `text`, `reason`).
    """
    minutes = locked(minutes)
    if not policies.may_supplement(actor, minutes.session.body):
        raise NotAllowed
    raise_first(rules.refuse_supplement(MinutesState(minutes.state), text))
    if not reason.strip():
        raise RuleViolation(_("Bitte nennen Sie den Grund der Ergänzung."), field="reason")
    last = minutes.supplements.aggregate(last=Max("number"))["last"]
    added = MinutesSupplement.objects.create(
        minutes=minutes,
        number=(last or 0) + 1,
        text=text.strip(),
        reason=reason.strip(),
        added_at=now,
        added_by_name=actor.name,
    )
    audit.record(
        "governance.minutes.supplement",
        actor=actor,
        on=minutes,
        thread=minutes.session,
        now=now,
        number=added.number,
    )
    return added
