"""The run that writes serial mails: each in a transaction of its own, so that it can be taken up again.

Killed or failed, the run goes on with those who have no mail yet; nobody gets two (docs/adr/0130). Whoever has objected
since the sender looked gets nothing.
"""

from datetime import datetime
from functools import partial

from django.utils.translation import gettext as _
from django.utils.translation import override

from bildungsnetz.core import jobs, mail
from bildungsnetz.core.errors import RuleViolation
from bildungsnetz.core.models import Progress
from bildungsnetz.network.domain.contact import ObjectionSubject
from bildungsnetz.network.domain.rolls import salutation
from bildungsnetz.network.models import ListRecipient, ListUse
from bildungsnetz.network.selectors.list_runs import everybody_at, unwritten, use_of_run
from bildungsnetz.network.selectors.objections import objecting
from bildungsnetz.network.services.serial_texts import body_of


def write_serial_mails(run: Progress, *, now: datetime) -> None:
    """Write what is missing and count it; also takes up a run that broke off."""
    use = use_of_run(run)
    if use is not None:
        for pk in list(unwritten(use).values_list("pk", flat=True)):
            _write_one(run, pk, use, now=now)
    jobs.finish(run, now=now)


def _write_one(run: Progress, pk: int, use: ListUse, *, now: datetime) -> None:
    """One address, one transaction. What goes wrong with one takes nothing along: it is kept with the name."""
    with jobs.step(run, partial(_name, pk), now=now), override("de"):
        row = (
            ListRecipient.objects.select_for_update(of=("self",))
            .select_related("person", "institution")
            .filter(pk=pk, sent_at=None)
            .first()
        )
        if row is None:
            return
        _write(row, use, now=now)
        jobs.advance(run, now=now)


def _write(row: ListRecipient, use: ListUse, *, now: datetime) -> None:
    everybody = everybody_at(row)
    against = objecting([one.person_id for one in everybody if one.person_id], ObjectionSubject.MAILINGS)
    greeted = [one for one in everybody if one.person_id not in against]
    if not greeted:
        raise RuleViolation(_("Hat inzwischen widersprochen und bekommt nichts."))
    names = [one.person.name for one in greeted if one.person]
    row.mail = mail.queue(
        to=row.email,
        name=str(greeted[0]),
        subject=use.subject,
        body=body_of(use, row, salutation(names)),
        now=now,
        about=use,
    )
    row.sent_at = now
    row.save(update_fields=["mail", "sent_at"])


def _name(pk: int) -> str:
    row = ListRecipient.objects.select_related("person", "institution").filter(pk=pk).first()
    return str(row) if row else "–"
