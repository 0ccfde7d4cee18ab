"""Items that cost cities money: the flag, the round of opinions, the waiver, and the answers."""

from collections.abc import Sequence
from dataclasses import dataclass
from datetime import date, datetime

from django.db import transaction
from django.db.models import Model
from django.utils.translation import gettext as _

from bildungsnetz.accounts.api import tokens
from bildungsnetz.core import audit
from bildungsnetz.core.actor import Actor
from bildungsnetz.core.clock import day_of
from bildungsnetz.core.errors import NotAllowed, RuleViolation
from bildungsnetz.governance.domain import hearing as rules
from bildungsnetz.governance.domain.agenda import ItemState
from bildungsnetz.governance.domain.refusals import Refusal
from bildungsnetz.governance.domain.session_states import SessionState, may_change_agenda
from bildungsnetz.governance.models import AgendaItem, CityCosts, Opinion, OpinionRound
from bildungsnetz.governance.policies import sessions as policies
from bildungsnetz.governance.policies.visibility import may_read_visibility
from bildungsnetz.governance.selectors.hearing import Hearing, hearing_of, key_of, opinion_by_hash
from bildungsnetz.governance.services.hearing_mails import mail_question, mail_revocation
from bildungsnetz.governance.services.numbering import lock_session
from bildungsnetz.governance.services.refusals import raise_first
from bildungsnetz.network.api import Municipality


@dataclass(frozen=True)
class Contact:
    """Through whom a city is asked."""

    city: Municipality
    email: str
    name: str = ""


@transaction.atomic
def state_costs(
    *, actor: Actor, item: AgendaItem, estimate: str, cities: Sequence[Municipality], now: datetime
) -> CityCosts:
    """Keep that an item costs cities money; a changed estimate makes a round void. Raises NotAllowed, RuleViolation."""
    item = _locked(actor, item)
    if not estimate.strip():
        raise RuleViolation(_("Schreiben Sie, was der Punkt die Städte ungefähr kostet."), field="estimate")
    if not cities:
        raise RuleViolation(_("Wählen Sie mindestens eine Stadt."), field="cities")
    costs, _made = CityCosts.objects.update_or_create(item=item, defaults={"estimate": estimate.strip()})
    costs.cities.set(cities)
    _record("state", item, actor=actor, now=now)
    revoke_outdated(item, actor=actor, now=now)
    return costs


@transaction.atomic
def drop_costs(*, actor: Actor, item: AgendaItem, now: datetime) -> None:
    """The item costs the cities nothing after all. Raises NotAllowed, RuleViolation once cities were asked."""
    item = _locked(actor, item)
    hearing = _hearing(item)
    if hearing.round is not None:
        raise RuleViolation(_("Die Städte sind schon gefragt. Die Angabe bleibt."))
    hearing.costs.delete()
    _record("drop", item, actor=actor, now=now)


@transaction.atomic
def ask_cities(
    *, actor: Actor, item: AgendaItem, due_on: date, contacts: Sequence[Contact], now: datetime
) -> OpinionRound:
    """Ask every city that pays, each by its own mail with its own link. Raises NotAllowed, RuleViolation."""
    item = _locked(actor, item)
    hearing = _hearing(item)
    raise_first(rules.refuse_round(hearing.state, due_on=due_on, today=day_of(now), is_closed=item.is_closed))
    paying = set(hearing.costs.cities.all())
    if {contact.city for contact in contacts} != paying or len(contacts) != len(paying):
        raise RuleViolation(_("Fragen Sie jede Stadt, die der Punkt Geld kostet, genau einmal."))
    made = OpinionRound.objects.create(
        costs=hearing.costs, text_key=key_of(item, hearing.costs), due_on=due_on, opened_at=now
    )
    made.costs.item = item
    for contact in contacts:
        token = tokens.new_token()
        opinion = Opinion.objects.create(
            round=made,
            city=contact.city,
            name=contact.name.strip(),
            email=contact.email,
            token_hash=tokens.hash_of(token),
            sent_at=now,
        )
        mail_question(opinion, token=token, now=now)
    _record("ask", item, actor=actor, now=now, count=len(contacts))
    return made


@transaction.atomic
def waive_hearing(*, actor: Actor, item: AgendaItem, waived_by: str, reason: str, now: datetime) -> CityCosts:
    """Keep that and why the cities need not be asked about this text. Raises NotAllowed, RuleViolation."""
    item = _locked(actor, item)
    costs = _hearing(item).costs
    if not waived_by.strip():
        raise RuleViolation(_("Schreiben Sie, wer auf die Anhörung verzichtet."), field="waived_by")
    if not reason.strip():
        raise RuleViolation(_("Schreiben Sie den Grund des Verzichts."), field="reason")
    costs.waived_by, costs.waive_reason = waived_by.strip(), reason.strip()
    costs.waived_at, costs.waived_key = now, key_of(item, costs)
    costs.save()
    _record("waive", item, actor=actor, now=now)
    return costs


@transaction.atomic
def send_again(*, actor: Actor, opinion: Opinion, now: datetime) -> Opinion:
    """A lost link: the new one replaces the old one. Raises NotAllowed, RuleViolation when it takes no answer any more."""
    item = _locked(actor, opinion.round.costs.item)
    row = _lock_opinion(opinion.pk)
    row.round.costs.item = item
    raise_first(_refusals(row, now))
    send_with_new_link(row, now=now)
    _record("send_again", item, actor=actor, now=now)
    return row


def send_with_new_link(opinion: Opinion, *, now: datetime, is_reminder: bool = False) -> None:
    """Write the mail anew; links sent before stop working."""
    token = tokens.new_token()
    opinion.token_hash, opinion.sent_at = tokens.hash_of(token), now
    opinion.save(update_fields=["token_hash", "sent_at", "reminded_on"])
    mail_question(opinion, token=token, now=now, is_reminder=is_reminder)


@transaction.atomic
def give_opinion(
    *, token: str, answer: rules.OpinionAnswer | str, text: str, answered_by: str, now: datetime
) -> Opinion:
    """A city answers with the link of the mail, and may answer anew until the last day. Raises RuleViolation.

    The last missing answer ends the round.
    """
    found = opinion_by_hash(tokens.hash_of(token))
    if found is None:
        raise RuleViolation(why_no_opinion(None, now=now))
    session = lock_session(found.round.costs.item.session)
    opinion = _lock_opinion(found.pk)
    raise_first(_refusals(opinion, now, answer=str(answer), text=text))
    if not answered_by.strip():
        raise RuleViolation(_("Schreiben Sie, wer für die Stadt antwortet."), field="answered_by")
    opinion.answer, opinion.text = answer, text.strip()
    opinion.answered_by, opinion.answered_at = answered_by.strip(), now
    opinion.save(update_fields=["answer", "text", "answered_by", "answered_at"])
    if not opinion.round.opinions.filter(answer="").exists():
        OpinionRound.objects.filter(pk=opinion.round_id).update(closed_at=now)
    city = Actor(user_id=None, name=str(opinion.city))
    item = opinion.round.costs.item
    item.session = session
    _record("answer", item, actor=city, now=now)
    return opinion


def why_no_opinion(opinion: Opinion | None, *, now: datetime) -> str:
    """Why the link of a mail takes no answer (any more); empty when it does."""
    if opinion is None:
        return _("Diesen Link gibt es nicht mehr. Bitte nutzen Sie den Link aus der letzten Mail.")
    found = _refusals(opinion, now)
    return str(found[0].text) if found else ""


def revoke_outdated(item: AgendaItem, *, actor: Actor, now: datetime) -> None:
    """Part of every change of an item: a round about another text is void, and the cities still asked are told.

    A round about an item that has become confidential is void as well: its links stop showing the text.
    """
    costs = CityCosts.objects.filter(item=item).first()
    if costs is None:
        return
    rows = costs.rounds.filter(revoked_at__isnull=True)
    if not item.is_closed:
        rows = rows.exclude(text_key=key_of(item, costs))
    for row in list(rows.order_by("pk")):
        row.revoked_at = now
        row.save(update_fields=["revoked_at"])
        if row.closed_at is None:
            for opinion in row.opinions.select_related("city").order_by("pk"):
                opinion.round, row.costs.item = row, item
                mail_revocation(opinion, now=now)
        _record("revoke", item, actor=actor, now=now)


def _locked(actor: Actor, item: AgendaItem) -> AgendaItem:
    session = lock_session(item.session)
    locked = AgendaItem.objects.select_for_update().get(pk=item.pk)
    locked.session = session
    may_read = may_read_visibility(actor, locked.visibility, session.body.scope)
    if not (policies.may_change_item(actor, session) and may_read):
        raise NotAllowed
    if (
        not may_change_agenda(SessionState(session.state))
        or locked.state != ItemState.ACCEPTED
        or locked.fixed
    ):
        raise RuleViolation(_("Zu diesem Punkt lässt sich keine Anhörung der Städte mehr festhalten."))
    return locked


def _hearing(item: AgendaItem) -> Hearing:
    hearing = hearing_of(item)
    if hearing is None:
        raise RuleViolation(_("Halten Sie zuerst fest, was der Punkt welche Städte kostet."))
    return hearing


def _lock_opinion(pk: int) -> Opinion:
    rows = Opinion.objects.select_related("city", "round__costs__item").select_for_update(of=("self",))
    return rows.get(pk=pk)


def _refusals(opinion: Opinion, now: datetime, *, answer: str = "", text: str = "") -> list[Refusal]:
    asked = opinion.round
    return rules.refuse_opinion(
        is_revoked=asked.revoked_at is not None,
        is_decided=asked.costs.item.decisions.exists(),
        due_on=asked.due_on,
        today=day_of(now),
        answer=answer,
        text=text,
    )


def _record(verb: str, item: AgendaItem, *, actor: Actor, now: datetime, **facts: int) -> None:
    # As for changes of items: the history of a session says nothing about a confidential one.
    thread: Model = item if item.is_closed else item.session
    label = str(_("Anhörung der Städte"))
    audit.record(
        f"governance.hearing.{verb}", actor=actor, on=item, thread=thread, label=label, now=now, **facts
    )
