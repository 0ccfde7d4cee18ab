"""Ending serial mails by the link that stands in each of them."""

from datetime import datetime

from django.db import transaction
from django.utils.translation import gettext as _

from bildungsnetz.core import audit
from bildungsnetz.core.actor import Actor
from bildungsnetz.core.clock import day_of
from bildungsnetz.network.domain.contact import ObjectionSubject
from bildungsnetz.network.models import ListChoice, ListRecipient, Objection, Person
from bildungsnetz.network.selectors.list_runs import everybody_at


@transaction.atomic
def sign_off(*, recipient: ListRecipient, now: datetime) -> None:
    """Record for everybody at the address that they object to serial mails; an institution leaves this list.

    Whoever holds the link reads the mailbox. Doing it twice changes nothing.
    """
    for one in everybody_at(recipient):
        if one.person is not None:
            _object(one.person, now)
        else:
            _leave(one, now)


def _object(person: Person, now: datetime) -> None:
    kept = Person.objects.select_for_update().get(pk=person.pk)
    against = ObjectionSubject.MAILINGS.value
    if Objection.objects.filter(person=kept, against=against, withdrawn_on__isnull=True).exists():
        return
    row = Objection.objects.create(
        person=kept, against=against, received_on=day_of(now), note=_("Per Link in einer Serienmail")
    )
    holder = Actor(user_id=None, name=kept.name)
    subject = str(row.get_against_display())
    audit.record("network.objection.record", actor=holder, on=kept, now=now, against=subject)


def _leave(row: ListRecipient, now: datetime) -> None:
    known = row.use.mailing_list
    ListChoice.objects.filter(mailing_list=known, institution=row.institution).delete()
    ListChoice.objects.create(
        mailing_list=known,
        institution=row.institution,
        is_added=False,
        reason=_("Per Link in einer Serienmail abgemeldet"),
        noted_by=str(row),
        noted_at=now,
    )
    holder = Actor(user_id=None, name=str(row))
    audit.record("network.list.exclude", actor=holder, on=known, now=now, whom=str(row))
