"""Using a mailing list: draft, send as serial mail, give out as letters or table. Recipients are fixed when it goes out."""

import hashlib
from datetime import datetime

from django.db import transaction
from django.utils.translation import gettext as _

from bildungsnetz.core import audit, jobs
from bildungsnetz.core.actor import Actor
from bildungsnetz.core.errors import NotAllowed, RuleViolation
from bildungsnetz.network import policies, signals
from bildungsnetz.network.domain.rolls import Candidate, Roll
from bildungsnetz.network.models import ListRecipient, ListUse, MailingList
from bildungsnetz.network.selectors.list_runs import RUN
from bildungsnetz.network.selectors.mailing_lists import roll

Kind = ListUse.Kind


@transaction.atomic
def draft_use(
    *, actor: Actor, mailing_list: MailingList, kind: str, subject: str, body: str, now: datetime
) -> ListUse:
    """Write a serial mail or letter; nothing leaves yet. Raises NotAllowed, RuleViolation."""
    _may(actor)
    _check_text(subject, body)
    use = ListUse.objects.create(
        mailing_list=mailing_list,
        kind=kind,
        subject=subject.strip(),
        body=body.strip(),
        written_at=now,
        written_by=actor.name,
    )
    audit.record("network.list_use.draft", actor=actor, on=use, thread=mailing_list, now=now)
    return use


@transaction.atomic
def edit_draft(
    *, actor: Actor, use: ListUse, subject: str, body: str, version: int, now: datetime
) -> ListUse:
    """Change the text of a draft. Raises NotAllowed, RuleViolation, StaleVersion."""
    kept = _lock_draft(actor, use)
    _check_text(subject, body)
    kept.subject, kept.body = subject.strip(), body.strip()
    kept.save_version(version)
    audit.record("network.list_use.edit", actor=actor, on=kept, thread=kept.mailing_list, now=now)
    return kept


@transaction.atomic
def discard_draft(*, actor: Actor, use: ListUse, now: datetime) -> None:
    """Drop a draft. Raises NotAllowed, RuleViolation."""
    kept = _lock_draft(actor, use)
    audit.record("network.list_use.discard", actor=actor, on=kept, thread=kept.mailing_list, now=now)
    kept.delete()


@transaction.atomic
def send_use(*, actor: Actor, use: ListUse, seen: str, now: datetime) -> ListUse:
    """Fix who is meant and let it go out: mails are written in the background, letters are only noted.

    `seen` is the fingerprint of those whom the sender saw: nobody sends to others than these. Raises NotAllowed,
    RuleViolation.
    """
    kept = _lock_draft(actor, use)
    present = roll(actor, kept.mailing_list, kept.kind, now=now)
    if fingerprint(present) != seen:
        text = _("Wer gemeint ist, hat sich inzwischen geändert. Bitte prüfen Sie die Empfänger noch einmal.")
        raise RuleViolation(text)
    _fix(kept, present, actor, now)
    if kept.kind == Kind.MAIL:
        run = jobs.begin(kind=RUN, about=kept, total=len(present.deliveries), actor=actor, now=now)
        signals.serial_run_started.send(ListUse, run=run)
    return kept


@transaction.atomic
def note_table(*, actor: Actor, mailing_list: MailingList, now: datetime) -> ListUse:
    """Note that the list leaves the house as a table. Raises NotAllowed, RuleViolation."""
    _may(actor)
    use = ListUse.objects.create(
        mailing_list=mailing_list, kind=Kind.TABLE, written_at=now, written_by=actor.name
    )
    _fix(use, roll(actor, mailing_list, Kind.TABLE, now=now), actor, now)
    return use


def fingerprint(present: Roll) -> str:
    """Equal exactly when the same are meant at the same addresses."""
    parts = [f"{one.key}:{one.address}" for one in present.members]
    return hashlib.sha256("\n".join(sorted(parts)).encode()).hexdigest()


def _fix(use: ListUse, present: Roll, actor: Actor, now: datetime) -> None:
    if not present.deliveries:
        raise RuleViolation(_("Der Verteiler ist zurzeit leer: Niemand würde etwas bekommen."))
    for delivery in present.deliveries:
        first = _keep(use, delivery.to, None)
        for other in delivery.others:
            _keep(use, other, first)
    use.state, use.used_at = ListUse.State.OUT, now
    use.save_version(use.version)
    count = len(present.deliveries)
    audit.record("network.list_use.send", actor=actor, on=use, thread=use.mailing_list, now=now, count=count)


def _keep(use: ListUse, one: Candidate, merged_into: ListRecipient | None) -> ListRecipient:
    email = one.address if use.kind == Kind.MAIL else ""
    return ListRecipient.objects.create(
        use=use,
        person_id=one.person,
        institution_id=one.institution,
        merged_into=merged_into,
        email=email,
        why=one.why,
    )


def _may(actor: Actor) -> None:
    if not policies.may_use_lists(actor):
        raise NotAllowed


def _lock_draft(actor: Actor, use: ListUse) -> ListUse:
    kept = ListUse.objects.select_for_update(of=("self",)).select_related("mailing_list").get(pk=use.pk)
    _may(actor)
    if not kept.is_draft:
        raise RuleViolation(_("Das ist schon hinausgegeben und ändert sich nicht mehr."))
    return kept


def _check_text(subject: str, body: str) -> None:
    if not subject.strip():
        raise RuleViolation(_("Bitte geben Sie den Betreff an."), field="subject")
    if "\n" in subject or "\r" in subject:
        raise RuleViolation(_("Der Betreff hat nur eine Zeile."), field="subject")
    if not body.strip():
        raise RuleViolation(_("Bitte schreiben Sie den Text."), field="body")
