"""Documents, reports, guests and consents of bodies."""

from collections import defaultdict
from dataclasses import dataclass
from datetime import date

from django.db.models import QuerySet

from bildungsnetz.core.actor import Actor
from bildungsnetz.governance.domain.body_documents import DocumentKind
from bildungsnetz.governance.domain.reporting import SHOWN_AHEAD, Standing, standing
from bildungsnetz.governance.models import Body, BodyDocument, NameConsent, TopicGuest, YearlyReport
from bildungsnetz.governance.policies import body_basis as policies
from bildungsnetz.governance.selectors.bodies import bodies
from bildungsnetz.governance.selectors.seats import running
from bildungsnetz.network.api import Person


def documents(actor: Actor) -> QuerySet[BodyDocument]:
    """All versions of all documents of bodies the actor may see, newest first."""
    rows = BodyDocument.objects.filter(body__in=bodies(actor)).select_related("body", "file")
    return rows.order_by("kind", "-valid_from", "-pk")


@dataclass(frozen=True)
class DocumentLine:
    """A version and whether it is the one in force on the day."""

    document: BodyDocument
    is_in_force: bool


def document_lines(actor: Actor, body: Body, on: date) -> list[DocumentLine]:
    """The versions of a body, each kind's version in force on the day marked."""
    rows = list(documents(actor).filter(body=body))
    current = {row.kind: row.pk for row in reversed(rows) if row.valid_from <= on}
    return [DocumentLine(row, current.get(row.kind) == row.pk) for row in rows]


def documents_in_force(actor: Actor, body: Body, on: date) -> list[BodyDocument]:
    """What is in force for a body on a day, its own before that of the body above; contract first, then rules."""
    line = [body, *([body.parent] if body.parent else [])]
    rows = documents(actor).filter(body__in=line, valid_from__lte=on)
    found: dict[str, BodyDocument] = {}
    for row in sorted(rows, key=lambda row: (row.body_id != body.pk, -row.valid_from.toordinal())):
        found.setdefault(row.kind, row)
    return [found[kind] for kind in DocumentKind.values if kind in found]


def yearly_reports(actor: Actor) -> QuerySet[YearlyReport]:
    """The reports of the bodies the actor may see, newest first."""
    rows = YearlyReport.objects.filter(body__in=bodies(actor)).select_related("body", "file")
    return rows.order_by("-due_on", "-pk")


def report_standing(body: Body, on: date) -> Standing:
    """What a body still owes. Ask for the right to see the body before."""
    given = YearlyReport.objects.filter(body=body).order_by("due_on").values_list("due_on", flat=True)
    return standing(body.report_first_due_on, given, on)


@dataclass(frozen=True)
class OwedReport:
    """The oldest report a body owes: the day on which it was or will be due, and how many are missing by now."""

    body: Body
    due_on: date
    missing: int


def reports_to_give(actor: Actor, on: date) -> list[OwedReport]:
    """One entry for each working body that misses reports or owes one soon and for which the actor may report; the oldest first."""
    found = [
        body
        for body in bodies(actor).filter(is_active=True, report_first_due_on__isnull=False)
        if policies.may_give_report(actor, body)
    ]
    given: dict[int, list[date]] = defaultdict(list)
    for body_pk, due_on in (
        YearlyReport.objects.filter(body__in=found).order_by("due_on").values_list("body", "due_on")
    ):
        given[body_pk].append(due_on)
    owed = []
    for body in found:
        stand = standing(body.report_first_due_on, given[body.pk], on)
        oldest = min(stand.missing, default=stand.next_due)
        if oldest is not None and (oldest - on).days <= SHOWN_AHEAD:
            owed.append(OwedReport(body, oldest, len(stand.missing)))
    return sorted(owed, key=lambda each: (each.due_on, each.body.name))


def topic_guests(actor: Actor) -> QuerySet[TopicGuest]:
    """The guests of the bodies the actor may see, by topic."""
    rows = TopicGuest.objects.filter(body__in=bodies(actor)).select_related("body", "person")
    return rows.order_by("topic", "person__last_name", "pk")


def topic_guests_on(body: Body, on: date) -> QuerySet[TopicGuest]:
    """Whom a body invites for a topic on a day. Ask for the right to see the body before."""
    return (
        TopicGuest.objects.filter(running(on), body=body)
        .select_related("person")
        .order_by("topic", "person__last_name", "pk")
    )


def consent_of(person: Person) -> NameConsent | None:
    """The consent of a person in force; ask for the right to see the person before."""
    return NameConsent.objects.filter(person=person, withdrawn_on__isnull=True).first()
