"""Keeping living mailing lists: save a question, change it, put on and keep off by hand, remove."""

from dataclasses import dataclass
from datetime import datetime

from django.db import transaction
from django.utils.translation import gettext as _

from bildungsnetz.core import audit
from bildungsnetz.core.actor import Actor
from bildungsnetz.core.errors import NotAllowed, RuleViolation
from bildungsnetz.network import policies
from bildungsnetz.network.domain.contact import LIST_PURPOSES, LegalBasis
from bildungsnetz.network.domain.questions import Question, as_json
from bildungsnetz.network.models import Institution, ListChoice, MailingList, Person


@dataclass(frozen=True, slots=True, kw_only=True)
class ListEntry:
    """What the form of a list holds."""

    name: str
    purpose: str
    basis: str
    note: str = ""


@transaction.atomic
def keep_list(*, actor: Actor, entry: ListEntry, question: Question, now: datetime) -> MailingList:
    """Save a question as a mailing list. Raises NotAllowed, RuleViolation."""
    if not policies.may_keep_lists(actor):
        raise NotAllowed
    _check(entry, None)
    kept = MailingList(kept_by=actor.name, entered_at=now, question=as_json(question))
    _fill(kept, entry)
    kept.save()
    audit.record("network.list.keep", actor=actor, on=kept, now=now)
    return kept


@transaction.atomic
def edit_list(
    *, actor: Actor, mailing_list: MailingList, entry: ListEntry, version: int, now: datetime
) -> MailingList:
    """Change name, purpose and legal basis. Raises NotAllowed, RuleViolation, StaleVersion."""
    kept = _lock(actor, mailing_list)
    _check(entry, kept)
    _fill(kept, entry)
    kept.save_version(version)
    audit.record("network.list.edit", actor=actor, on=kept, now=now)
    return kept


@transaction.atomic
def ask_anew(
    *, actor: Actor, mailing_list: MailingList, question: Question, version: int, now: datetime
) -> MailingList:
    """Give a list another question; what was chosen by hand stays. Raises NotAllowed, StaleVersion."""
    kept = _lock(actor, mailing_list)
    kept.question = as_json(question)
    kept.save_version(version)
    audit.record("network.list.ask_anew", actor=actor, on=kept, now=now)
    return kept


@transaction.atomic
def remove_list(*, actor: Actor, mailing_list: MailingList, now: datetime) -> None:
    """Remove a list with what was noted about its uses. Raises NotAllowed."""
    kept = _lock(actor, mailing_list)
    audit.record("network.list.remove", actor=actor, on=kept, now=now)
    kept.delete()


@transaction.atomic
def choose_for_list(
    *,
    actor: Actor,
    mailing_list: MailingList,
    thing: Person | Institution,
    is_added: bool,
    reason: str,
    now: datetime,
) -> ListChoice:
    """Put somebody on a list or keep somebody off it, with a reason; replaces what was chosen before.

    Who objects gets nothing all the same. Raises NotAllowed, RuleViolation.
    """
    kept = _lock(actor, mailing_list)
    if not reason.strip():
        raise RuleViolation(_("Bitte geben Sie eine Begründung an."), field="reason")
    whom = {"person" if isinstance(thing, Person) else "institution": thing}
    ListChoice.objects.filter(mailing_list=kept, **whom).delete()
    row = ListChoice.objects.create(
        mailing_list=kept,
        is_added=is_added,
        reason=reason.strip()[:300],
        noted_by=actor.name,
        noted_at=now,
        **whom,
    )
    act = "network.list.add" if is_added else "network.list.exclude"
    audit.record(act, actor=actor, on=kept, now=now, whom=str(thing))
    return row


@transaction.atomic
def drop_choice(*, actor: Actor, choice: ListChoice, now: datetime) -> None:
    """From now on the question alone decides about this person or institution. Raises NotAllowed."""
    kept = _lock(actor, choice.mailing_list)
    audit.record(
        "network.list.drop_choice",
        actor=actor,
        on=kept,
        now=now,
        whom=str(choice.person or choice.institution),
    )
    ListChoice.objects.filter(pk=choice.pk).delete()


def _lock(actor: Actor, mailing_list: MailingList) -> MailingList:
    kept = MailingList.objects.select_for_update().get(pk=mailing_list.pk)
    if not policies.may_keep_lists(actor):
        raise NotAllowed
    return kept


def _check(entry: ListEntry, kept: MailingList | None) -> None:
    if not entry.name.strip():
        raise RuleViolation(_("Bitte geben Sie den Namen an."), field="name")
    same = MailingList.objects.filter(name__iexact=entry.name.strip())
    if (same.exclude(pk=kept.pk) if kept else same).exists():
        raise RuleViolation(_("Einen Verteiler mit diesem Namen gibt es schon."), field="name")
    if entry.purpose not in LIST_PURPOSES:
        raise RuleViolation(_("Dieser Zweck steht nicht zur Wahl."), field="purpose")
    if entry.basis not in set(LegalBasis):
        raise RuleViolation(_("Diese Rechtsgrundlage steht nicht zur Wahl."), field="basis")


def _fill(kept: MailingList, entry: ListEntry) -> None:
    kept.name, kept.purpose = entry.name.strip(), entry.purpose
    kept.basis, kept.note = entry.basis, entry.note.strip()
