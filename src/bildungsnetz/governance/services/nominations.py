"""Letters that ask a nominating party for people."""

from datetime import date, datetime

from django.db import transaction
from django.utils.translation import gettext as _
from django.utils.translation import override

from bildungsnetz.core import audit
from bildungsnetz.core.actor import Actor
from bildungsnetz.core.clock import day_of
from bildungsnetz.core.documents import render_pdf
from bildungsnetz.core.errors import NotAllowed, RuleViolation
from bildungsnetz.governance.domain.refusals import german_day
from bildungsnetz.governance.models import Body, NominationLetter, SeatRuleRow
from bildungsnetz.governance.policies import bodies as policies

TEMPLATE = "governance/nomination.typ"


@transaction.atomic
def write_nomination_letter(
    *,
    actor: Actor,
    seat_rule: SeatRuleRow,
    people: int,
    reason: str,
    address: str,
    greeting: str,
    reply_by: date,
    signed_by: str,
    now: datetime,
) -> NominationLetter:
    """Keep what a letter says, dated today. Raises NotAllowed, RuleViolation (field `reply_by`)."""
    body = Body.objects.select_for_update().get(pk=seat_rule.body_id)
    if not policies.may_add_mandate(actor, body):
        raise NotAllowed
    today = day_of(now)
    if reply_by < today:
        raise RuleViolation(_("Dieser Tag ist schon vorbei."), "reply_by")
    letter = NominationLetter.objects.create(
        seat_rule=seat_rule,
        people=people,
        reason=reason.strip(),
        address=address.strip(),
        greeting=greeting.strip(),
        dated_on=today,
        reply_by=reply_by,
        signed_by=signed_by.strip(),
    )
    day = german_day(reply_by)
    audit.record("governance.nomination.write", actor=actor, on=letter, thread=body, now=now, reply_by=day)
    return letter


def letter_pdf(letter: NominationLetter) -> bytes:
    """The letter by DIN 5008 as a tagged PDF; the same letter gives the same bytes."""
    rule = letter.seat_rule
    body = rule.body
    with override("de"):
        data = {
            "dated_on": letter.dated_on,
            "body": body.name,
            "purpose": body.purpose,
            "seat": rule.function,
            "side": rule.side.name,
            "advisory": rule.advisory,
            "decision_rule": body.get_decision_rule_display(),
            "people": letter.people,
            "reason": letter.reason,
            "address": [line.strip() for line in letter.address.splitlines() if line.strip()],
            "greeting": letter.greeting,
            "reply_by": letter.reply_by,
            "signed_by": letter.signed_by,
        }
        return render_pdf(TEMPLATE, data)
