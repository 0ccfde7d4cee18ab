"""How a body counts its decisions, and the council terms it counts by."""

from datetime import date, datetime

from django.db import transaction
from django.utils.translation import gettext as _

from bildungsnetz.core import audit
from bildungsnetz.core.actor import Actor
from bildungsnetz.core.errors import NotAllowed, RuleViolation
from bildungsnetz.governance.domain.decision_numbers import (
    Numbering,
    Term,
    period_of,
    refuse_removal,
    refuse_term,
    refuse_used,
)
from bildungsnetz.governance.domain.refusals import german_day
from bildungsnetz.governance.models import Body, CouncilTerm, Decision
from bildungsnetz.governance.policies import bodies as policies
from bildungsnetz.governance.services.refusals import raise_first


def period_for(body: Body, on: date) -> str:
    """The label of the period in which a decision of the day is counted. Raises RuleViolation without a council term."""
    found = period_of(Numbering(body.numbering), on, _terms(body))
    if found is None:
        text = _("Für den %(day)s ist keine Wahlperiode eingetragen. Tragen Sie sie beim Gremium ein.")
        raise RuleViolation(text % {"day": german_day(on)})
    return found


@transaction.atomic
def set_numbering(*, actor: Actor, body: Body, numbering: Numbering, now: datetime) -> Body:
    """Count from now on in another kind of period; numbers given stay. Raises NotAllowed, RuleViolation."""
    body = Body.objects.select_for_update().get(pk=body.pk)
    if not policies.may_change_body(actor, body):
        raise NotAllowed
    if numbering is Numbering.COUNCIL_TERM and not body.terms.exists():
        raise RuleViolation(_("Tragen Sie zuerst eine Wahlperiode ein."), field="numbering")
    body.numbering = numbering
    body.save_version(body.version)
    audit.record("governance.body.change", actor=actor, on=body, now=now)
    return body


@transaction.atomic
def add_term(
    *, actor: Actor, body: Body, label: str, starts_on: date, ends_on: date, now: datetime
) -> CouncilTerm:
    """Enter a council term of a body. Raises NotAllowed, RuleViolation (fields `label`, `starts_on`, `ends_on`)."""
    body = Body.objects.select_for_update().get(pk=body.pk)
    if not policies.may_change_body(actor, body):
        raise NotAllowed
    raise_first(refuse_term(Term(label.strip(), starts_on, ends_on), _terms(body)))
    term = CouncilTerm.objects.create(body=body, label=label.strip(), starts_on=starts_on, ends_on=ends_on)
    audit.record("governance.term.add", actor=actor, on=term, thread=body, now=now)
    return term


@transaction.atomic
def change_term(
    *, actor: Actor, term: CouncilTerm, label: str, starts_on: date, ends_on: date, now: datetime
) -> CouncilTerm:
    """Put a term right in which no decision was numbered. Raises NotAllowed, RuleViolation (fields as `add_term`)."""
    term = _locked(actor, term)
    others = _terms(term.body, but=term)
    raise_first(refuse_term(Term(label.strip(), starts_on, ends_on), others))
    term.label, term.starts_on, term.ends_on = label.strip(), starts_on, ends_on
    term.save(update_fields=["label", "starts_on", "ends_on"])
    audit.record("governance.term.change", actor=actor, on=term, thread=term.body, now=now)
    return term


@transaction.atomic
def remove_term(*, actor: Actor, term: CouncilTerm, now: datetime) -> None:
    """Take out a term in which no decision was numbered. Raises NotAllowed, RuleViolation."""
    term = _locked(actor, term)
    counts_by_term = term.body.numbering == Numbering.COUNCIL_TERM
    raise_first(refuse_removal(counts_by_term=counts_by_term, others=len(_terms(term.body, but=term))))
    audit.record("governance.term.remove", actor=actor, on=term, thread=term.body, now=now)
    term.delete()


def _locked(actor: Actor, term: CouncilTerm) -> CouncilTerm:
    """The term while nobody can number a decision in it."""
    body = Body.objects.select_for_update().get(pk=term.body_id)
    if not policies.may_change_body(actor, body):
        raise NotAllowed
    kept = CouncilTerm.objects.select_for_update().get(pk=term.pk)
    kept.body = body
    raise_first(refuse_used(Decision.objects.filter(body=body, period=kept.label).count()))
    return kept


def _terms(body: Body, but: CouncilTerm | None = None) -> list[Term]:
    rows = body.terms.order_by("starts_on", "pk")
    return [Term(row.label, row.starts_on, row.ends_on) for row in rows if row != but]
