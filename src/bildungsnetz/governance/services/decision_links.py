"""Saying which earlier decision a new one replaces or revokes."""

from datetime import datetime

from django.db import transaction
from django.utils.translation import gettext as _

from bildungsnetz.core import audit
from bildungsnetz.core.actor import Actor
from bildungsnetz.core.errors import NotAllowed, RuleViolation
from bildungsnetz.governance.domain.decision_kinds import DecisionState, Outcome
from bildungsnetz.governance.domain.decision_links import STATE_AFTER, Linked, LinkKind, refuse_link
from bildungsnetz.governance.domain.session_states import SessionState, may_record_results
from bildungsnetz.governance.models import Body, Decision, DecisionLink
from bildungsnetz.governance.policies import decisions as policies
from bildungsnetz.governance.services.refusals import raise_first


@transaction.atomic
def link_decision(
    *, actor: Actor, decision: Decision, earlier: Decision, kind: LinkKind, now: datetime
) -> DecisionLink:
    """Record that a decision replaces or revokes an earlier one, while results may still be entered.

    Raises NotAllowed for whoever may not read the earlier one either, RuleViolation (field `earlier`).
    """
    decision, earlier = _locked(decision), _locked(earlier)
    if not policies.may_record(actor, decision.item, decision.body) or not policies.may_read(actor, earlier):
        raise NotAllowed
    _refuse_late(decision)
    raise_first(refuse_link(_known(decision), _known(earlier)))
    link = DecisionLink.objects.create(later=decision, earlier=earlier, kind=kind)
    earlier.state = STATE_AFTER[kind]
    earlier.save(update_fields=["state"])
    for row, other in ((decision, earlier), (earlier, decision)):
        _record(f"{kind}_{'other' if row is decision else 'this'}", row, other, actor=actor, now=now)
    return link


@transaction.atomic
def unlink_decision(*, actor: Actor, link: DecisionLink, now: datetime) -> Decision:
    """Undo a connection entered by mistake, as long as results may be entered; the earlier decision stands again.

    Raises NotAllowed, RuleViolation.
    """
    decision, earlier = _locked(link.later), _locked(link.earlier)
    if not policies.may_record(actor, decision.item, decision.body):
        raise NotAllowed
    _refuse_late(decision)
    DecisionLink.objects.get(pk=link.pk).delete()
    earlier.state = DecisionState.RECORDED
    earlier.save(update_fields=["state"])
    for row, other in ((decision, earlier), (earlier, decision)):
        _record("unlink", row, other, actor=actor, now=now)
    return earlier


def _locked(decision: Decision) -> Decision:
    """The decision as it is now; the body is locked first, as numbering does."""
    Body.objects.select_for_update().get(pk=decision.body_id)
    rows = Decision.objects.select_related("body", "item__session").select_for_update(of=("self",))
    return rows.get(pk=decision.pk)


def _refuse_late(decision: Decision) -> None:
    if not may_record_results(SessionState(decision.item.session.state)):
        raise RuleViolation(_("Verbindungen halten Sie fest, bis das Protokoll geschrieben wird."))


def _known(decision: Decision) -> Linked:
    return Linked(
        str(decision.pk),
        str(decision.body_id),
        Outcome(decision.outcome),
        DecisionState(decision.state),
        decision.decided_on,
        decision.is_closed,
    )


def _record(verb: str, row: Decision, other: Decision, *, actor: Actor, now: datetime) -> None:
    # A history names the other decision only to those who may know it: closed ones stay nameless.
    name = _("einen vertraulichen Beschluss") if other.is_closed else str(other)
    audit.record(f"governance.decision.{verb}", actor=actor, on=row, thread=row, now=now, other=name)
