"""Rotating seats: turns are mandates, both read around the change, two turns change places."""

from datetime import UTC, date, datetime, time, timedelta

import pytest

from bildungsnetz.core.actor import SYSTEM
from bildungsnetz.core.errors import NotAllowed, RuleViolation
from bildungsnetz.core.models import AuditEntry
from bildungsnetz.governance.domain.invitation import Capacity
from bildungsnetz.governance.models import Body, Mandate, Rotation
from bildungsnetz.governance.selectors.invitations import invitation_plan
from bildungsnetz.governance.selectors.mandates import own_turns
from bildungsnetz.governance.selectors.seats import composition, held_seats
from bildungsnetz.governance.services.rotations import plan_rotation, swap_turns
from bildungsnetz.network.api import Person
from tests.governance import build

pytestmark = pytest.mark.django_db
FIRST, CHANGE, UNTIL = date(2025, 4, 1), date(2026, 4, 1), date(2028, 3, 31)
READ = "governance.session.read"


def cities() -> list[Person]:
    return [build.a_person_with_account(name) for name in ("Haan", "Hilden", "Velbert")]


def a_rotation(body: Body, people: list[Person], **facts: object) -> Rotation:
    wanted = {"actor": SYSTEM, "starts_on": FIRST, "months": 12, "until": UNTIL, "now": build.NOW, **facts}
    return plan_rotation(seat_rule=build.seat(body, "staedte"), people=people, **wanted)  # type: ignore[arg-type]


def may_read(person: Person, body: Body, on: date) -> bool:
    return build.actor_of(person, datetime.combine(on, time(12), tzinfo=UTC)).can(READ, body.scope)


def test_each_turn_is_a_mandate_and_one_sits_there_each_day() -> None:
    body, people = build.a_body(), cities()
    a_rotation(body, people)
    turns = Mandate.objects.order_by("starts_on")
    assert [(turn.person, turn.starts_on, turn.ends_on) for turn in turns] == [
        (people[0], FIRST, date(2026, 3, 31)), (people[1], CHANGE, date(2027, 3, 31)), (people[2], date(2027, 4, 1), UNTIL),
    ]  # fmt: skip
    for on, who in ((date(2026, 3, 31), people[0]), (CHANGE, people[1])):
        assert [seat.person_key for seat in held_seats(body, on)] == [str(who.pk)]
        assert composition(body, on).findings[2].filled == 1
    assert AuditEntry.objects.get(act="governance.rotation.plan").facts["people"] == (
        "Petra Haan, Petra Hilden, Petra Velbert"
    )


def test_both_read_around_the_change_and_nobody_longer() -> None:
    body, (haan, hilden, velbert) = build.a_body(), cities()
    a_rotation(body, [haan, hilden, velbert], handover_days=10)
    days = [CHANGE + timedelta(days=number) for number in (-11, -10, 9, 10)]
    assert [may_read(haan, body, day) for day in days] == [True, True, True, False]
    assert [may_read(hilden, body, day) for day in days] == [False, True, True, True]
    assert [may_read(velbert, body, day) for day in days] == [False] * 4


def test_both_are_invited_around_the_change_and_one_has_the_seat() -> None:
    body, (haan, hilden, velbert) = build.a_body(), cities()
    a_rotation(body, [haan, hilden, velbert])
    session = build.a_session(body)  # a week before the change
    plan = invitation_plan(session, now=build.NOW)
    assert [(entry.person, entry.capacity) for entry in plan.recipients] == [
        (haan, Capacity.MEMBER), (hilden, Capacity.HANDOVER),
    ]  # fmt: skip
    assert plan.recipients[1].why == "Wechsel auf dem Sitz „kreisangehörige Städte“: liest mit"
    assert plan.recipients[0].levels == plan.recipients[1].levels
    later = build.a_session(body, on=date(2026, 6, 1))
    assert [entry.person for entry in invitation_plan(later, now=build.NOW).recipients] == [hilden]


def test_everybody_knows_when_it_is_their_turn() -> None:
    body, (haan, hilden, velbert) = build.a_body(), cities()
    a_rotation(body, [haan, hilden, velbert])
    told = {
        person: [(words, day) for _turn, words, day in own_turns(build.actor_of(person), on=build.TODAY)]
        for person in (haan, hilden, velbert)
    }
    assert told == {
        haan: [("Sie übergeben den Sitz", date(2026, 3, 31))],
        hilden: [("Sie übernehmen den Sitz", CHANGE)],
        velbert: [],
    }


def test_two_turns_change_places_with_their_rights() -> None:
    body, (haan, hilden, velbert) = build.a_body(), cities()
    a_rotation(body, [haan, hilden, velbert])
    _now, second, third = Mandate.objects.order_by("starts_on")
    swap_turns(actor=build.an_actor("clerk"), one=third, other=second, now=build.NOW)
    assert [turn.person for turn in Mandate.objects.order_by("starts_on")] == [haan, velbert, hilden]
    assert (may_read(velbert, body, date(2026, 6, 1)), may_read(hilden, body, date(2026, 6, 1))) == (
        True,
        False,
    )
    assert AuditEntry.objects.filter(act="governance.rotation.swap").count() == 1


def test_what_cannot_be_swapped() -> None:
    body, people = build.a_body(), cities()
    a_rotation(body, people)
    running, second, third = Mandate.objects.order_by("starts_on")
    build.a_deputy(third, starts_on=third.starts_on)
    for one, other in (
        (running, second),
        (second, second),
        (second, third),
        (second, build.a_mandate(body, "kreis")),
    ):
        with pytest.raises(RuleViolation):
            swap_turns(actor=SYSTEM, one=one, other=other, now=build.NOW)
    with pytest.raises(NotAllowed):
        swap_turns(actor=build.an_actor("member", body.scope), one=second, other=third, now=build.NOW)
    assert [
        turn.person for turn in Mandate.objects.filter(rotation__isnull=False).order_by("starts_on")
    ] == people
    assert AuditEntry.objects.filter(act="governance.rotation.swap").count() == 0


def test_a_person_who_sits_there_already_stops_the_whole_plan() -> None:
    body, people = build.a_body(), cities()
    build.a_mandate(body, "kreis", people[1], starts_on=date(2027, 1, 1))
    with pytest.raises(RuleViolation, match=r"Petra Hilden, 01\.04\.2026") as caught:
        a_rotation(body, people)
    assert caught.value.field == "people"
    assert (Rotation.objects.count(), Mandate.objects.count()) == (0, 1)
    with pytest.raises(NotAllowed):
        a_rotation(body, people[:1] + people[2:], actor=build.an_actor("member", body.scope))
    assert (Rotation.objects.count(), AuditEntry.objects.filter(act="governance.rotation.plan").count()) == (
        0,
        0,
    )
