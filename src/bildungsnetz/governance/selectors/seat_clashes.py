"""Where two persons sit at the same time, by their keys: asked before they become one."""

from django.db.models import Q

from bildungsnetz.governance.domain.seats import common_span
from bildungsnetz.governance.models import Deputyship, Mandate


def bodies_with_both(one: int, other: int) -> list[str]:
    """The names of the bodies in which both hold a seat on a common day."""
    rows = Mandate.objects.filter(person__in=[one, other]).select_related("seat_rule__body").order_by("pk")
    first = [row for row in rows if row.person_id == one]
    second = [row for row in rows if row.person_id == other]
    found = {
        a.seat_rule.body.name
        for a in first
        for b in second
        if a.seat_rule.body_id == b.seat_rule.body_id
        and common_span((a.starts_on, a.ends_on), (b.starts_on, b.ends_on)) is not None
    }
    return sorted(found)


def deputies_of_each_other(one: int, other: int) -> list[str]:
    """The names of the bodies in which one of them stands in for the other."""
    rows = Deputyship.objects.filter(
        Q(person=one, mandate__person=other) | Q(person=other, mandate__person=one)
    ).select_related("mandate__seat_rule__body")
    return sorted({row.mandate.seat_rule.body.name for row in rows.order_by("pk")})
