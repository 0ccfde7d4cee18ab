"""A member asks those she represents: by one-time links, answered without a trace of who it was (as the self-check)."""

from collections.abc import Iterable, Sequence
from datetime import date, datetime

from django.conf import settings
from django.db import transaction
from django.template.loader import render_to_string
from django.utils.translation import gettext as _
from django.utils.translation import override

from bildungsnetz.accounts.api import tokens
from bildungsnetz.core import audit, mail
from bildungsnetz.core.actor import Actor
from bildungsnetz.core.clock import day_of
from bildungsnetz.core.errors import NotAllowed, RuleViolation
from bildungsnetz.core.web.addresses import absolute
from bildungsnetz.governance.domain.opinion_poll import KEPT, refuse_people, refuse_poll
from bildungsnetz.governance.models import AgendaItem, OpinionPoll, PollAnswer, PollTicket
from bildungsnetz.governance.policies.sharing import may_write_summary
from bildungsnetz.governance.selectors.opinion_polls import items_to_ask_about, own_polls, ticket_by_hash
from bildungsnetz.governance.services.numbering import lock_session
from bildungsnetz.governance.services.refusals import raise_first


@transaction.atomic
def start_poll(
    *,
    actor: Actor,
    item: AgendaItem,
    question: str,
    options: Sequence[str],
    addresses: Iterable[str],
    closes_on: date,
    now: datetime,
    is_shown_to_body: bool = False,
) -> OpinionPoll:
    """Send a link that can be used once to each address; the addresses themselves are not kept with the poll.

    Raises NotAllowed, RuleViolation (fields `item`, `question`, `options`, `addresses`, `closes_on`).
    """
    session = lock_session(item.session)
    if actor.user_id is None or not may_write_summary(actor, session):
        raise NotAllowed
    asked = items_to_ask_about(session).filter(pk=item.pk).first()
    if asked is None:
        raise RuleViolation(
            _("Fragen können Sie zu öffentlichen Punkten einer veröffentlichten Sitzung."), "item"
        )
    if not question.strip():
        raise RuleViolation(_("Schreiben Sie Ihre Frage."), "question")
    chosen = [option.strip() for option in options if option.strip()]
    people = sorted({address.strip().lower() for address in addresses if address.strip()})
    day, today = day_of(session.starts_at), day_of(now)
    raise_first(refuse_poll(chosen, today=today, closes_on=closes_on, session_on=day))
    raise_first(refuse_people(len(people), own_polls(actor, session).count()))
    poll = OpinionPoll.objects.create(
        item=asked,
        author_id=actor.user_id,
        question=question.strip(),
        options=chosen,
        closes_on=closes_on,
        started_at=now,
        invited=len(people),
        is_shown_to_body=is_shown_to_body,
    )
    for address in people:
        _send_link(poll, address, actor, now)
    audit.record("governance.poll.start", actor=actor, on=poll, thread=session, count=len(people), now=now)
    return poll


@transaction.atomic
def answer_poll(*, token: str, option: int, now: datetime) -> OpinionPoll:
    """Keep an answer and use up the link; no line in the history, its time would point to a person. Raises RuleViolation."""
    found = ticket_by_hash(tokens.hash_of(token), day_of(now))
    ticket = PollTicket.objects.select_for_update().filter(pk=found.pk).first() if found else None
    if found is None or ticket is None:
        raise RuleViolation(_("Mit diesem Link ist schon geantwortet worden, oder die Umfrage ist vorbei."))
    if not 0 <= option < len(found.poll.options):
        raise RuleViolation(_("Diese Antwort gibt es nicht."), "option")
    PollAnswer.objects.create(poll=found.poll, option=option)
    ticket.delete()
    return found.poll


def forget_polls(now: datetime) -> str:
    """The recurring job that deletes polls a year after their end, and links that nobody used."""
    today = day_of(now)
    PollTicket.objects.filter(poll__closes_on__lt=today).delete()
    old = OpinionPoll.objects.filter(closes_on__lt=today - KEPT)
    count = old.count()
    old.delete()
    return f"{count} Meinungsbilder gelöscht" if count else "kein Meinungsbild ist so alt"


@override("de")
def _send_link(poll: OpinionPoll, address: str, actor: Actor, now: datetime) -> None:
    token = tokens.new_token()
    PollTicket.objects.create(poll=poll, token_hash=tokens.hash_of(token))
    facts = {
        "poll": poll,
        "asking": actor.name,
        "url": absolute("governance:poll-answer", token),
        "network": settings.NETWORK_NAME,
    }
    mail.queue(
        to=address,
        name="",
        subject=_("Kurze Frage von %(name)s") % {"name": actor.name},
        body=render_to_string("governance/mail/opinion_poll.txt", facts),
        now=now,
        about=poll,
        secret=True,
    )
