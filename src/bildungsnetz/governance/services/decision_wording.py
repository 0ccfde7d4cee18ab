"""The wording of a decision is locked once it was read out in the room and stated; unlocking it needs a reason.

Source: stories VK-03 of the domain report: results are written while projecting, the wording is locked after reading out.
"""

from datetime import datetime

from django.db import transaction
from django.db.models import Model
from django.utils.translation import gettext as _

from bildungsnetz.core import audit
from bildungsnetz.core.actor import Actor
from bildungsnetz.core.errors import NotAllowed, RuleViolation
from bildungsnetz.governance.domain.session_states import SessionState, may_record_results
from bildungsnetz.governance.models import Decision
from bildungsnetz.governance.policies import decisions as policies
from bildungsnetz.governance.services.numbering import lock_session


@transaction.atomic
def read_out_decision(
    *, actor: Actor, decision: Decision, now: datetime, seen: str | None = None
) -> Decision:
    """Keep that the wording was read out and stated; `seen` is the key of the wording that the page showed.

    Raises NotAllowed, RuleViolation: too late, stated already, or the wording has changed since it was shown.
    """
    decision = _locked(actor, decision)
    if decision.read_out_at is not None:
        raise RuleViolation(_("Dieser Wortlaut ist schon verlesen und festgestellt."))
    if seen is not None and seen != decision.wording_key:
        text = _("Der Wortlaut wurde inzwischen an anderer Stelle geändert. Lesen Sie die neue Fassung vor.")
        raise RuleViolation(text)
    decision.read_out_at = now
    decision.save(update_fields=["read_out_at"])
    _record("read_out", decision, actor=actor, now=now)
    return decision


@transaction.atomic
def unlock_decision(*, actor: Actor, decision: Decision, reason: str, now: datetime) -> Decision:
    """Let the wording be corrected again. Raises NotAllowed, RuleViolation: without reason, too late, or not locked.

    The reason stays with the decision and is read by who may read it; the record of acts names only the act.
    """
    decision = _locked(actor, decision)
    if decision.read_out_at is None:
        raise RuleViolation(_("Dieser Wortlaut ist nicht gesperrt."))
    if not reason.strip():
        raise RuleViolation(_("Schreiben Sie, warum der Wortlaut noch einmal geändert wird."), field="reason")
    decision.read_out_at, decision.unlock_reason = None, reason.strip()
    decision.save(update_fields=["read_out_at", "unlock_reason"])
    _record("unlock", decision, actor=actor, now=now)
    return decision


def _locked(actor: Actor, decision: Decision) -> Decision:
    session = lock_session(decision.item.session)
    locked = Decision.objects.select_for_update().get(pk=decision.pk)
    locked.item, locked.body = decision.item, session.body
    if not policies.may_record(actor, locked.item, session.body):
        raise NotAllowed
    if hasattr(locked, "circular"):
        raise RuleViolation(
            _("Ein Umlaufbeschluss wird nicht verlesen: Er gilt, wie ihn die Mitglieder beantwortet haben.")
        )
    if not may_record_results(SessionState(session.state)):
        raise RuleViolation(
            _("Das Protokoll ist schon geschrieben. Der Beschluss bleibt, wie er dort steht.")
        )
    return locked


def _record(verb: str, decision: Decision, *, actor: Actor, now: datetime) -> None:
    # As for recording: the history of a session says nothing about a confidential item.
    thread: Model = decision if decision.is_closed else decision.item.session
    audit.record(f"governance.decision.{verb}", actor=actor, on=decision, thread=thread, now=now)
