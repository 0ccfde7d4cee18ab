"""Elections of speakers: prepare, open with one mail each, count, settle. The vote itself stands in `voting`."""

from collections.abc import Collection, Sequence
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
from bildungsnetz.governance.domain.elections import ElectionState, refuse_lots
from bildungsnetz.governance.domain.refusals import german_day
from bildungsnetz.governance.domain.seats import refuse_span
from bildungsnetz.governance.models import Ballot, Body, Candidate, Election, SeatRuleRow, Voter
from bildungsnetz.governance.policies import elections as policies
from bildungsnetz.governance.selectors.elections import Elector, electorate, result_of
from bildungsnetz.governance.services.mandates import add_mandate
from bildungsnetz.governance.services.refusals import raise_first
from bildungsnetz.network.api import Person

TEMPLATE = "governance/mail/election.txt"


@transaction.atomic
def prepare_election(
    *,
    actor: Actor,
    seat_rule: SeatRuleRow,
    title: str,
    school_form: str,
    places: int,
    people: Sequence[Person],
    closes_at: datetime,
    mandate_from: date,
    led_by: str,
    now: datetime,
    mandate_until: date | None = None,
) -> Election:
    """Put people up for election. Raises NotAllowed, RuleViolation (fields `closes_at`, `mandate_until`, `people`)."""
    body = Body.objects.select_for_update().get(pk=seat_rule.body_id)
    if not policies.may_run_election(actor, body):
        raise NotAllowed
    if closes_at <= now:
        raise RuleViolation(_("Das Ende der Wahl liegt schon zurück."), "closes_at")
    raise_first(refuse_span(mandate_from, mandate_until, "mandate_until"))
    if not people or len({person.pk for person in people}) < len(people):
        raise RuleViolation(_("Nennen Sie jede Person, die zur Wahl steht, einmal."), "people")
    election = Election.objects.create(
        seat_rule=seat_rule,
        title=title.strip(),
        school_form=school_form,
        places=places,
        closes_at=closes_at,
        mandate_from=mandate_from,
        mandate_until=mandate_until,
        led_by=led_by.strip(),
    )
    Candidate.objects.bulk_create(Candidate(election=election, person=person) for person in people)
    audit.record("governance.election.prepare", actor=actor, on=election, thread=body, now=now)
    return election


@transaction.atomic
def open_election(*, actor: Actor, election: Election, now: datetime) -> Election:
    """Fix the electorate of today and send everybody a link. Raises NotAllowed, RuleViolation."""
    kept = _locked(actor, election, ElectionState.DRAFT)
    if kept.closes_at <= now:
        raise RuleViolation(_("Das Ende der Wahl liegt schon zurück."))
    electors = [elector for elector in electorate(kept.school_form, day_of(now)) if elector.person.email]
    if not electors:
        raise RuleViolation(_("Niemand mit E-Mail-Adresse ist wahlberechtigt."))
    kept.state, kept.opened_at = ElectionState.OPEN, now
    kept.save(update_fields=["state", "opened_at"])
    for elector in electors:
        _invite(kept, elector, now=now)
    body = kept.seat_rule.body
    audit.record("governance.election.open", actor=actor, on=kept, thread=body, now=now, count=len(electors))
    return kept


@transaction.atomic
def count_election(*, actor: Actor, election: Election, now: datetime) -> Election:
    """Count once the time is over or everybody has voted. Raises NotAllowed, RuleViolation."""
    kept = _locked(actor, election, ElectionState.OPEN)
    if kept.closes_at > now and kept.voters.filter(has_voted=False).exists():
        raise RuleViolation(_("Die Wahl läuft noch, und nicht alle haben gewählt."))
    result = result_of(kept)
    for candidate in kept.candidates.order_by("pk"):
        candidate.votes = result.votes[str(candidate.pk)]
        candidate.is_elected = str(candidate.pk) in result.elected
        candidate.save(update_fields=["votes", "is_elected"])
    kept.state, kept.counted_at = ElectionState.COUNTED, now
    kept.cast, kept.blank = result.cast, result.blank
    kept.save(update_fields=["state", "counted_at", "cast", "blank"])
    body = kept.seat_rule.body
    audit.record("governance.election.count", actor=actor, on=kept, thread=body, now=now, cast=result.cast)
    return kept


@transaction.atomic
def settle_election(
    *, actor: Actor, election: Election, now: datetime, drawn: Collection[Candidate] = ()
) -> Election:
    """State the result, with the lots drawn among equals; the elected get their mandates, the ballots are destroyed.

    Raises NotAllowed, RuleViolation (field `drawn`).
    """
    kept = _locked(actor, election, ElectionState.COUNTED)
    lots = {str(candidate.pk) for candidate in drawn}
    raise_first(refuse_lots(result_of(kept), lots))
    elected = [
        candidate
        for candidate in kept.candidates.select_related("person__user").order_by("pk")
        if candidate.is_elected or str(candidate.pk) in lots
    ]
    for candidate in elected:
        candidate.by_lot, candidate.is_elected = str(candidate.pk) in lots, True
        candidate.save(update_fields=["by_lot", "is_elected"])
        add_mandate(
            actor=actor,
            seat_rule=kept.seat_rule,
            person=candidate.person,
            starts_on=kept.mandate_from,
            ends_on=kept.mandate_until,
            nominated_by=f"{kept.title}, {german_day(day_of(now))}"[:200],
            now=now,
        )
    Ballot.objects.filter(election=kept).delete()
    kept.state = ElectionState.SETTLED
    kept.save(update_fields=["state"])
    names = ", ".join(candidate.person.name for candidate in elected) or "–"
    body = kept.seat_rule.body
    audit.record("governance.election.settle", actor=actor, on=kept, thread=body, now=now, names=names)
    return kept


def _locked(actor: Actor, election: Election, state: ElectionState) -> Election:
    kept = (
        Election.objects.select_for_update(of=("self",)).select_related("seat_rule__body").get(pk=election.pk)
    )
    if not policies.may_run_election(actor, kept.seat_rule.body):
        raise NotAllowed
    if kept.state != state:
        raise RuleViolation(_("Die Wahl ist schon weiter. Laden Sie die Seite neu."))
    return kept


@override("de")
def _invite(election: Election, elector: Elector, *, now: datetime) -> None:
    token = tokens.new_token()
    Voter.objects.create(
        election=election, person=elector.person, school=elector.school, token_hash=tokens.hash_of(token)
    )
    facts = {
        "elector": elector,
        "election": election,
        "link": absolute("governance:vote", token),
        "network": settings.NETWORK_NAME,
    }
    mail.queue(
        to=elector.person.email,
        name=elector.person.name,
        subject=_("Ihre Stimme: %(election)s") % {"election": election},
        body=render_to_string(TEMPLATE, facts),
        now=now,
        about=election,
        secret=True,
    )
