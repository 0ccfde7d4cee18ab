"""The yearly self-check: started with one-time links by mail, answered without a trace of who it was."""

from collections.abc import Mapping
from datetime import date, datetime

from django.conf import settings
from django.db import transaction
from django.template.loader import render_to_string
from django.utils.translation import gettext as _

from bildungsnetz.accounts.api import tokens
from bildungsnetz.core import audit, mail
from bildungsnetz.core.actor import Actor
from bildungsnetz.core.clock import day_of
from bildungsnetz.core.errors import NotAllowed, RuleViolation
from bildungsnetz.core.web.addresses import absolute
from bildungsnetz.governance.domain.self_check import refuse_answer, refuse_span
from bildungsnetz.governance.models import Body, SelfCheck, SelfCheckAnswer, SelfCheckTicket
from bildungsnetz.governance.policies import self_checks as policies
from bildungsnetz.governance.selectors.self_checks import participants, ticket_by_hash
from bildungsnetz.governance.services.refusals import raise_first
from bildungsnetz.network.api import Person


@transaction.atomic
def start_self_check(*, actor: Actor, body: Body, closes_on: date, now: datetime) -> SelfCheck:
    """Send a link that can be used once to everybody with a seat and an address.

    Raises NotAllowed, RuleViolation (fields `body`, `closes_on`).
    """
    locked = Body.objects.select_for_update().get(pk=body.pk)
    if not policies.may_start(actor, locked):
        raise NotAllowed
    today = day_of(now)
    _refuse_body(locked, today)
    raise_first(refuse_span(today, closes_on))
    people = [person for person in participants(locked, today) if person.email]
    if not people:
        raise RuleViolation(_("Niemand mit einem Sitz hat eine Mailadresse."), "body")
    check = SelfCheck.objects.create(
        body=locked, year=today.year, opens_on=today, closes_on=closes_on, invited=len(people)
    )
    for person in people:
        _send_link(check, person, now)
    audit.record("governance.self_check.start", actor=actor, on=check, count=len(people), now=now)
    return check


@transaction.atomic
def answer_self_check(*, token: str, ratings: Mapping[str, int], now: datetime) -> None:
    """Keep an answer and use up the link. No line is written to the record: its time would point to a person.

    Raises RuleViolation: the link is used or over, or nothing was judged.
    """
    found = ticket_by_hash(tokens.hash_of(token), day_of(now))
    ticket = SelfCheckTicket.objects.select_for_update().filter(pk=found.pk).first() if found else None
    if ticket is None:
        raise RuleViolation(_("Mit diesem Link ist schon geantwortet worden, oder die Umfrage ist vorbei."))
    raise_first(refuse_answer(ratings))
    SelfCheckAnswer.objects.create(
        self_check=ticket.self_check, answered_on=day_of(now), ratings=dict(sorted(ratings.items()))
    )
    ticket.delete()


def _refuse_body(body: Body, today: date) -> None:
    if not body.gives_orders:
        raise RuleViolation(
            _("Der Selbstcheck ist für Gremien, die im Konsens der Seiten beschließen."), "body"
        )
    if SelfCheck.objects.filter(body=body, year=today.year).exists():
        raise RuleViolation(_("In diesem Jahr gibt es schon einen Selbstcheck dieses Gremiums."), "body")


def _send_link(check: SelfCheck, person: Person, now: datetime) -> None:
    """The ticket knows the hash of the link and nothing of the person; only the mail, kept secret, knew both."""
    token = tokens.new_token()
    SelfCheckTicket.objects.create(self_check=check, token_hash=tokens.hash_of(token))
    text = render_to_string(
        "governance/mail/self_check.txt",
        {
            "person": person,
            "check": check,
            "url": absolute("governance:self-check-answer", token),
            "network": settings.NETWORK_NAME,
        },
    )
    subject = _("Selbstcheck: Wie arbeiten wir im %(body)s?") % {"body": check.body}
    mail.queue(
        to=person.email, name=person.name, subject=subject, body=text, now=now, about=check, secret=True
    )
