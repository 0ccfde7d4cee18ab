"""Rights that follow from seats: they begin and end with mandate, deputyship and chair.

A right needs an account; until the person has one, nothing is written, and `sync_person` makes up for it.
"""

from datetime import date, timedelta

from bildungsnetz.accounts.api import User, replace_grants, roles
from bildungsnetz.governance.domain.seats import common_span
from bildungsnetz.governance.models import Chair, Deputyship, Mandate
from bildungsnetz.network.api import Person

Span = tuple[date, date | None]
Wanted = tuple[User, str, str, date, date | None]


def sync_mandate(mandate: Mandate) -> None:
    """Write the rights of a mandate, of its deputies and of its chairs anew."""
    _write(mandate, _wanted(mandate.person, roles.MEMBER, mandate, _with_handover(mandate)))
    for deputyship in mandate.deputyships.select_related("person__user"):
        _write(
            deputyship, _wanted(deputyship.person, roles.DEPUTY, mandate, _span(deputyship), _span(mandate))
        )
    for chair in mandate.chairs.order_by("pk"):
        _write(chair, _wanted_by_chair(chair, mandate))


def sync_person(person: Person) -> None:
    """Write all rights of a person anew, e.g. when she has got an account."""
    for mandate in mandates_touching(person):
        sync_mandate(mandate)


def mandates_touching(person: Person) -> list[Mandate]:
    """The mandates the person holds or stands in for, past and future ones too."""
    held = Mandate.objects.filter(person=person)
    stood_in = Mandate.objects.filter(deputyships__person=person)
    return list((held | stood_in).distinct().order_by("pk"))


def _wanted_by_chair(chair: Chair, mandate: Mandate) -> list[Wanted]:
    """The deputies of the mandate stand in as chair too: they approve minutes and read closed items."""
    spans = (_span(chair), _span(mandate))
    wanted = _wanted(mandate.person, roles.CO_CHAIR, mandate, *spans)
    for deputyship in mandate.deputyships.select_related("person__user"):
        wanted += _wanted(deputyship.person, roles.CO_CHAIR, mandate, _span(deputyship), *spans)
    return wanted


def _wanted(person: Person, role: str, mandate: Mandate, *spans: Span) -> list[Wanted]:
    span = common_span(*spans)
    if person.user is None or span is None:
        return []
    return [(person.user, role, mandate.seat_rule.body.scope, *span)]


def _write(follows_from: Mandate | Deputyship | Chair, wanted: list[Wanted]) -> None:
    replace_grants(source=f"governance.{follows_from._meta.model_name}:{follows_from.pk}", wanted=wanted)


def _with_handover(mandate: Mandate) -> Span:
    """On a rotating seat both read the papers for some days before and after the change."""
    starts_on, ends_on = _span(mandate)
    if mandate.rotation is None:
        return (starts_on, ends_on)
    around = timedelta(days=mandate.rotation.handover_days)
    return (starts_on - around, ends_on + around if ends_on else None)


def _span(row: Mandate | Deputyship | Chair) -> Span:
    return (row.starts_on, row.ends_on)


def sync_keys(keys: list[int], *, deputies: bool = False) -> None:
    """The rights of mandates known by their keys, or of those to which deputyships belong, after a merge has moved them."""
    rows = Mandate.objects.filter(deputyships__in=keys) if deputies else Mandate.objects.filter(pk__in=keys)
    for mandate in rows.distinct().order_by("pk"):
        sync_mandate(mandate)
