"""How a body counts its decisions, and the council terms it counts by."""

from datetime import date, datetime

from django.db import transaction
from django.utils.translation import gettext as _

from bildungsnetz.core import audit
from bildungsnetz.core.actor import Actor
from bildungsnetz.core.errors import NotAllowed, RuleViolation
from bildungsnetz.governance.domain.decision_numbers import Numbering, Term, period_of, refuse_term
from bildungsnetz.governance.domain.refusals import german_day
from bildungsnetz.governance.models import Body, CouncilTerm
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


def _terms(body: Body) -> list[Term]:
    return [Term(row.label, row.starts_on, row.ends_on) for row in body.terms.order_by("starts_on", "pk")]
