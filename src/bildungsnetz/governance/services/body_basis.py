"""Documents, yearly reports and topic guests of a body."""

from datetime import date, datetime

from django.db import transaction
from django.utils.translation import gettext as _

from bildungsnetz.core import audit, files
from bildungsnetz.core.actor import Actor
from bildungsnetz.core.errors import NotAllowed, RuleViolation
from bildungsnetz.governance.domain.body_documents import DocumentKind
from bildungsnetz.governance.domain.refusals import german_day
from bildungsnetz.governance.domain.reporting import due_days
from bildungsnetz.governance.domain.seats import common_span, refuse_span
from bildungsnetz.governance.models import Body, BodyDocument, TopicGuest, YearlyReport
from bildungsnetz.governance.policies import body_basis as policies
from bildungsnetz.governance.services.refusals import raise_first
from bildungsnetz.network.api import Person

Upload = tuple[str, bytes]


@transaction.atomic
def add_document(
    *,
    actor: Actor,
    body: Body,
    kind: str,
    valid_from: date,
    upload: Upload,
    now: datetime,
    text: str = "",
    note: str = "",
) -> BodyDocument:
    """Keep a version of a document; earlier ones stay and were in force until the day before.

    Raises NotAllowed, RuleViolation (field `valid_from`, or for a file we do not take).
    """
    kept = Body.objects.select_for_update().get(pk=body.pk)
    if not policies.may_add_document(actor, kept):
        raise NotAllowed
    kind = DocumentKind(kind)
    if BodyDocument.objects.filter(body=kept, kind=kind, valid_from=valid_from).exists():
        raise RuleViolation(_("Für diesen Tag gibt es schon eine Fassung."), "valid_from")
    name, content = upload
    document = BodyDocument.objects.create(
        body=kept,
        kind=kind,
        valid_from=valid_from,
        file=files.keep(name=name, content=content, now=now),
        text=text.strip(),
        note=note.strip(),
        added_at=now,
    )
    audit.record("governance.document.add", actor=actor, on=document, thread=kept, now=now)
    return document


@transaction.atomic
def give_yearly_report(
    *, actor: Actor, body: Body, due_on: date, text: str, now: datetime, upload: Upload | None = None
) -> YearlyReport:
    """Give the report for a due day, also one that is late. Raises NotAllowed, RuleViolation (field `due_on`)."""
    kept = Body.objects.select_for_update().get(pk=body.pk)
    if not policies.may_give_report(actor, kept):
        raise NotAllowed
    first = kept.report_first_due_on
    if first is None or due_on not in due_days(first, due_on):
        raise RuleViolation(_("Zu diesem Tag schuldet das Gremium keinen Bericht."), "due_on")
    if YearlyReport.objects.filter(body=kept, due_on=due_on).exists():
        raise RuleViolation(_("Dieser Bericht liegt schon vor."), "due_on")
    stored = files.keep(name=upload[0], content=upload[1], now=now) if upload else None
    report = YearlyReport.objects.create(
        body=kept, due_on=due_on, text=text.strip(), file=stored, given_at=now
    )
    audit.record("governance.yearly_report.give", actor=actor, on=report, thread=kept, now=now)
    return report


@transaction.atomic
def set_topic_guest(
    *,
    actor: Actor,
    body: Body,
    person: Person,
    topic: str,
    starts_on: date,
    now: datetime,
    ends_on: date | None = None,
) -> TopicGuest:
    """Name a guest for a topic or occasion. Raises NotAllowed, RuleViolation (fields `person`, `ends_on`)."""
    kept = Body.objects.select_for_update().get(pk=body.pk)
    if not policies.may_set_guest(actor, kept):
        raise NotAllowed
    raise_first(refuse_span(starts_on, ends_on))
    same = TopicGuest.objects.filter(body=kept, person=person, topic=topic.strip()).order_by("pk")
    if any(common_span((starts_on, ends_on), (row.starts_on, row.ends_on)) for row in same):
        raise RuleViolation(_("Diese Person ist zu diesem Thema schon als Gast eingetragen."), "person")
    guest = TopicGuest.objects.create(
        body=kept, person=person, topic=topic.strip(), starts_on=starts_on, ends_on=ends_on
    )
    day = german_day(starts_on)
    audit.record("governance.topic_guest.set", actor=actor, on=guest, thread=kept, now=now, starts_on=day)
    return guest


@transaction.atomic
def end_topic_guest(*, actor: Actor, guest: TopicGuest, ends_on: date, now: datetime) -> TopicGuest:
    """Let the standing invitation of a guest end with a day. Raises NotAllowed, RuleViolation (field `ends_on`)."""
    body = Body.objects.select_for_update().get(pk=guest.body_id)
    if not policies.may_set_guest(actor, body):
        raise NotAllowed
    raise_first(refuse_span(guest.starts_on, ends_on))
    guest.ends_on = ends_on
    guest.save(update_fields=["ends_on"])
    day = german_day(ends_on)
    audit.record("governance.topic_guest.end", actor=actor, on=guest, thread=body, now=now, ends_on=day)
    return guest
