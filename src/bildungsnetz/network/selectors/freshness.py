"""Which entries are confirmed, asked, silent or resting. For the office: the route asks for the right."""

from datetime import date, datetime, time
from typing import Final

from django.db.models import BooleanField as Bool
from django.db.models import Case, Exists, OuterRef, Prefetch, Q, QuerySet, Value, When

from bildungsnetz.core.clock import BERLIN, day_of
from bildungsnetz.network.domain.freshness import (
    ASKED_AFTER,
    HIDDEN_AFTER,
    REMINDED_AFTER,
    UNCONFIRMED_AFTER,
    Stand,
    months_before,
)
from bildungsnetz.network.domain.school_keys import OperatingStatus
from bildungsnetz.network.models import ConfirmationRequest, ContactChannel, Institution

_WORKING: Final = Q(is_public=True) & ~Q(status=OperatingStatus.CLOSED)


def kept_public() -> QuerySet[Institution]:
    """The entries the loop cares for: public and not closed, resting ones included."""
    return Institution.objects.filter(_WORKING).select_related("municipality").order_by("name", "pk")


def known_before(day: date) -> Q:
    """Entries whose last confirmation (else their entry) lies before a day."""
    start = datetime.combine(day, time.min, BERLIN)
    return Q(confirmed_on__lt=day) | Q(confirmed_on__isnull=True, entered_at__lt=start)


def with_freshness(found: QuerySet[Institution], *, on: date) -> QuerySet[Institution]:
    """Each with `is_unconfirmed`: whether it wears the badge on the day."""
    late = known_before(months_before(on, UNCONFIRMED_AFTER))
    return found.annotate(
        is_unconfirmed=Case(
            When(late, then=Value(value=True)), default=Value(value=False), output_field=Bool()
        )
    )


def standing(stand: Stand, *, now: datetime) -> QuerySet[Institution]:
    """The list behind one figure of the page "Aktualität"."""
    late = known_before(months_before(day_of(now), UNCONFIRMED_AFTER))
    found = kept_public()
    if stand is Stand.CONFIRMED:
        return found.exclude(late)
    if stand is Stand.UNCONFIRMED:
        return found.filter(late)
    if stand is Stand.RESTING:
        return found.filter(resting_since__isnull=False)
    if stand is Stand.ASKED:
        return found.filter(Exists(_open_requests()))
    return found.filter(_is_silent(now))


def to_ask(*, on: date) -> QuerySet[Institution]:
    """Entries due for the yearly question, each with `mails` and the open question in `asked`."""
    mails = ContactChannel.objects.filter(kind=ContactChannel.Kind.EMAIL).order_by("is_official", "pk")
    asked = ConfirmationRequest.objects.filter(answered_at__isnull=True).order_by("pk")
    return (
        kept_public()
        .filter(known_before(months_before(on, ASKED_AFTER)))
        .prefetch_related(
            Prefetch("channels", queryset=mails, to_attr="mails"),
            Prefetch("confirmation_requests", queryset=asked, to_attr="asked"),
        )
    )


def to_hide(*, on: date) -> QuerySet[Institution]:
    """Entries that go to rest: too long unconfirmed, asked half a year ago, and no official list vouches for them.

    An installation that begins to ask hides nothing before it has asked.
    """
    late = known_before(months_before(on, HIDDEN_AFTER))
    asked_on = months_before(on, HIDDEN_AFTER - UNCONFIRMED_AFTER)
    asked = _open_requests().filter(sent_at__lt=datetime.combine(asked_on, time.min, BERLIN))
    return kept_public().filter(late, Exists(asked), official_number__isnull=True, resting_since__isnull=True)


def requests_to_remind(*, now: datetime) -> QuerySet[ConfirmationRequest]:
    due = ConfirmationRequest.objects.filter(
        answered_at__isnull=True, reminded_at__isnull=True, sent_at__lte=now - REMINDED_AFTER
    )
    return due.exclude(email="").select_related("institution").order_by("pk")


def open_requests() -> QuerySet[ConfirmationRequest]:
    """All questions that wait for an answer, oldest first."""
    found = ConfirmationRequest.objects.filter(answered_at__isnull=True).select_related("institution")
    return found.order_by("sent_at", "institution__name", "pk")


def _open_requests() -> QuerySet[ConfirmationRequest]:
    return ConfirmationRequest.objects.filter(institution=OuterRef("pk"), answered_at__isnull=True).order_by()


def _is_silent(now: datetime) -> Exists:
    """Reminded a fortnight ago without an answer, or no address to write to."""
    waited = Q(reminded_at__lte=now - REMINDED_AFTER) | Q(email="")
    return Exists(_open_requests().filter(waited))


def with_calls(found: QuerySet[Institution]) -> QuerySet[Institution]:
    """Each with `phones`, `mails` and `questions` (the last one first), for lists from which somebody calls."""
    ways = ContactChannel.objects.order_by("is_official", "pk")
    kinds = ContactChannel.Kind
    return found.prefetch_related(
        Prefetch("channels", queryset=ways.filter(kind=kinds.PHONE), to_attr="phones"),
        Prefetch("channels", queryset=ways.filter(kind=kinds.EMAIL), to_attr="mails"),
        Prefetch(
            "confirmation_requests",
            queryset=ConfirmationRequest.objects.order_by("-sent_at", "-pk"),
            to_attr="questions",
        ),
    )
