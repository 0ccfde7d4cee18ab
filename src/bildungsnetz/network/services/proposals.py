"""Proposals about entries: they come in by link or public form, the office settles them."""

from collections.abc import Iterable, Mapping
from dataclasses import replace
from datetime import datetime

from django.db import transaction
from django.utils.translation import gettext as _

from bildungsnetz.core import audit
from bildungsnetz.core.actor import PUBLIC, Actor
from bildungsnetz.core.errors import NotAllowed, RuleViolation, StaleVersion
from bildungsnetz.network import policies
from bildungsnetz.network.domain.proposals import (
    ProposalState,
    Source,
    Wants,
    changes_from,
    values_of,
    with_accepted,
)
from bildungsnetz.network.domain.school_keys import OperatingStatus
from bildungsnetz.network.models import ChangeProposal, ConfirmationRequest, Institution, Offer
from bildungsnetz.network.selectors.register import entry_of
from bildungsnetz.network.services.confirmations import close_request, lock_open, mark_confirmed
from bildungsnetz.network.services.institutions import edit_institution
from bildungsnetz.network.services.proposal_mails import mail_outcome, mail_receipt

Answer = ConfirmationRequest.Answer


@transaction.atomic
def report_mistake(
    *,
    receipt: str,
    institution: Institution,
    message: str,
    now: datetime,
    email: str = "",
    offer: Offer | None = None,
) -> ChangeProposal:
    """Keep what a visitor says about an entry; one form makes one report. A receipt goes to the address given."""
    kept, is_new = ChangeProposal.objects.get_or_create(
        receipt=receipt,
        defaults={
            "institution": institution,
            "offer": offer,
            "source": Source.REPORT.value,
            "message": message,
            "email": email,
            "before": values_of(entry_of(institution)),
            "received_at": now,
        },
    )
    if is_new:
        audit.record("network.proposal.report", actor=PUBLIC, on=kept, now=now)
        mail_receipt(kept, now)
    return kept


@transaction.atomic
def propose_changes(
    *, request: ConfirmationRequest, typed: Mapping[str, str], message: str, now: datetime
) -> ChangeProposal:
    """The institution answers the yearly question with changes. Raises RuleViolation: answered, or nothing to change."""
    kept = lock_open(request)
    changes = changes_from(entry_of(kept.institution), typed)
    if not changes and not message.strip():
        raise RuleViolation(
            _("Sie haben nichts geändert. Ist alles richtig, gehen Sie zurück und bestätigen es.")
        )
    return _answer_with_proposal(kept, Wants.CHANGE, Answer.CHANGED, changes, message, now)


@transaction.atomic
def say_gone(*, request: ConfirmationRequest, message: str, now: datetime) -> ChangeProposal:
    """The institution says that it does not exist any more. Raises RuleViolation when it has answered already."""
    return _answer_with_proposal(lock_open(request), Wants.GONE, Answer.GONE, {}, message, now)


@transaction.atomic
def settle_proposal(
    *,
    actor: Actor,
    proposal: ChangeProposal,
    accepted: Iterable[str],
    answer: str,
    version: int,
    now: datetime,
) -> ChangeProposal:
    """Carry out the accepted fields and close the proposal; whoever left an address hears of it.

    An institution that answered itself counts as confirmed; one that is gone is closed unless the official list owns it.
    Raises NotAllowed, RuleViolation, StaleVersion.
    """
    kept = _lock(actor, proposal, version)
    institution = kept.institution
    before = entry_of(institution)
    after = with_accepted(before, kept.changes, accepted)
    if after != before:
        edit_institution(
            actor=actor, institution=institution, entry=after, version=institution.version, now=now
        )
    if kept.wants == Wants.GONE and not institution.is_official:
        _close(actor, institution, now)
    elif kept.source == Source.CONFIRMATION:
        mark_confirmed(Institution.objects.get(pk=institution.pk), now=now)
    _finish(kept, ProposalState.SETTLED, answer, version, now)
    audit.record("network.proposal.settle", actor=actor, on=kept, now=now, thread=institution)
    return kept


@transaction.atomic
def refuse_proposal(
    *, actor: Actor, proposal: ChangeProposal, reason: str, version: int, now: datetime
) -> ChangeProposal:
    """Close a proposal without changing the entry; the reason goes to the address left. Raises as `settle_proposal`."""
    kept = _lock(actor, proposal, version)
    if not reason.strip():
        raise RuleViolation(_("Bitte nennen Sie den Grund."), field="answer")
    _finish(kept, ProposalState.REFUSED, reason, version, now)
    audit.record("network.proposal.refuse", actor=actor, on=kept, now=now, thread=kept.institution)
    return kept


def _lock(actor: Actor, proposal: ChangeProposal, version: int) -> ChangeProposal:
    rows = ChangeProposal.objects.select_for_update(of=("self",)).select_related("institution", "offer")
    kept = rows.get(pk=proposal.pk)
    if not policies.may_settle_proposals(actor):
        raise NotAllowed
    if not kept.is_open:
        raise RuleViolation(_("Dieser Vorschlag ist schon erledigt."))
    if kept.version != version:
        raise StaleVersion
    return kept


def _answer_with_proposal(
    request: ConfirmationRequest,
    wants: Wants,
    answer: ConfirmationRequest.Answer,
    changes: dict[str, str],
    message: str,
    now: datetime,
) -> ChangeProposal:
    institution = request.institution
    made = ChangeProposal.objects.create(
        institution=institution,
        source=Source.CONFIRMATION.value,
        wants=wants.value,
        receipt=f"confirmation-{request.pk}-{int(request.sent_at.timestamp())}",
        message=message,
        email=request.email,
        before=values_of(entry_of(institution)),
        changes=changes,
        received_at=now,
    )
    close_request(institution, answer, now=now)
    holder = Actor(user_id=None, name=institution.name)
    audit.record("network.proposal.answer", actor=holder, on=made, now=now, thread=institution)
    return made


def _close(actor: Actor, institution: Institution, now: datetime) -> None:
    entry = replace(entry_of(institution), status=OperatingStatus.CLOSED.value)
    version = Institution.objects.values_list("version", flat=True).get(pk=institution.pk)
    edit_institution(actor=actor, institution=institution, entry=entry, version=version, now=now)


def _finish(kept: ChangeProposal, state: ProposalState, answer: str, version: int, now: datetime) -> None:
    kept.state, kept.answer, kept.settled_at = state.value, answer, now
    kept.save_version(version)
    mail_outcome(kept, now)
