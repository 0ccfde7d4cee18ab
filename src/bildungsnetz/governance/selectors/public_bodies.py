"""What everybody may see of a body: its functions always, names only of people who agreed to it."""

from dataclasses import dataclass
from datetime import date

from django.db.models import QuerySet

from bildungsnetz.governance.models import Body, NameConsent
from bildungsnetz.governance.selectors.body_record import occupancy, record_of


@dataclass(frozen=True)
class PublicSeat:
    """A kind of seat: how many people hold it, and the names among them that may be said."""

    function: str
    side: str
    advisory: bool
    filled: int
    names: list[str]

    @property
    def unnamed(self) -> int:
        """So many more sit there without being named."""
        return self.filled - len(self.names)


@dataclass(frozen=True)
class PublicComposition:
    """A body as the public sees it today; `chairs` are the functions (and names) that chair."""

    seats: list[PublicSeat]
    chairs: list[PublicSeat]
    members: int


def public_bodies() -> QuerySet[Body]:
    """The bodies that work, with the one they belong to."""
    return Body.objects.filter(is_active=True).select_related("parent").order_by("name", "pk")


def public_composition(body: Body, on: date) -> PublicComposition:
    """The composition of a day without any name nobody agreed to."""
    record = record_of(body, on)
    filled = occupancy(record)
    people = {mandate.person_id for mandate in filled.members}
    agreed = NameConsent.objects.filter(person__in=people, given_on__lte=on, withdrawn_on__isnull=True)
    named = set(agreed.order_by("pk").values_list("person_id", flat=True))
    seats = [
        PublicSeat(
            line.row.function,
            line.row.side.name,
            line.row.advisory,
            len(line.mandates),
            [mandate.person.name for mandate in line.mandates if mandate.person_id in named],
        )
        for line in filled.seats
    ]
    chairs = [
        PublicSeat(
            mandate.seat_rule.function,
            mandate.seat_rule.side.name,
            advisory=mandate.seat_rule.advisory,
            filled=1,
            names=[mandate.person.name] if mandate.person_id in named else [],
        )
        for mandate in filled.members
        if mandate.is_chair  # type: ignore[attr-defined]
    ]
    return PublicComposition(seats, chairs, len(filled.members))
