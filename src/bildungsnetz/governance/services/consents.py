"""Consent to be named on public pages: recorded with its day, withdrawn at any time, never deleted silently.

Source: Art. 6 Abs. 1 lit. a and Art. 7 Abs. 1 and 3 DSGVO (consent must be shown and can be withdrawn as easily).
"""

from datetime import date, datetime

from django.db import transaction
from django.utils.translation import gettext as _

from bildungsnetz.core import audit
from bildungsnetz.core.actor import Actor
from bildungsnetz.core.clock import day_of
from bildungsnetz.core.errors import NotAllowed, RuleViolation
from bildungsnetz.governance.domain.refusals import german_day
from bildungsnetz.governance.models import NameConsent
from bildungsnetz.governance.policies import body_basis as policies
from bildungsnetz.network.api import Person


@transaction.atomic
def record_consent(*, actor: Actor, person: Person, given_on: date, how: str, now: datetime) -> NameConsent:
    """Keep that a person agreed to be named. Raises NotAllowed, RuleViolation (fields `given_on`, `how`)."""
    if not policies.may_set_consent(actor, person):
        raise NotAllowed
    if given_on > day_of(now):
        raise RuleViolation(_("Der Tag liegt in der Zukunft."), "given_on")
    if not how.strip():
        raise RuleViolation(_("Halten Sie fest, wie die Einwilligung erteilt wurde."), "how")
    if NameConsent.objects.select_for_update().filter(person=person, withdrawn_on__isnull=True).first():
        raise RuleViolation(_("Eine Einwilligung dieser Person ist schon eingetragen."), "given_on")
    consent = NameConsent.objects.create(person=person, given_on=given_on, how=how.strip(), recorded_at=now)
    audit.record("governance.consent.record", actor=actor, on=consent, now=now, given_on=german_day(given_on))
    return consent


@transaction.atomic
def withdraw_consent(*, actor: Actor, consent: NameConsent, now: datetime) -> NameConsent:
    """The name leaves the public pages from this moment on. Raises NotAllowed; a withdrawn one stays as it is."""
    kept = NameConsent.objects.select_for_update(of=("self",)).select_related("person").get(pk=consent.pk)
    if not policies.may_set_consent(actor, kept.person):
        raise NotAllowed
    if kept.withdrawn_on is not None:
        return kept
    kept.withdrawn_on = day_of(now)
    kept.save(update_fields=["withdrawn_on"])
    audit.record("governance.consent.withdraw", actor=actor, on=kept, now=now)
    return kept
