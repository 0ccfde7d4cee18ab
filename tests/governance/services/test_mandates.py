"""Mandates, deputies and chairs: what is entered, what is refused and where the refusal stands."""

from datetime import date

import pytest

from bildungsnetz.core.actor import SYSTEM
from bildungsnetz.core.errors import NotAllowed, RuleViolation
from bildungsnetz.core.models import AuditEntry
from bildungsnetz.governance.domain.composition import SeatStatus
from bildungsnetz.governance.models import Chair, Deputyship, Mandate
from bildungsnetz.governance.selectors.seats import composition
from bildungsnetz.governance.services.chairs import end_chair, set_chair
from bildungsnetz.governance.services.deputyships import add_deputyship, end_deputyship
from bildungsnetz.governance.services.mandates import add_mandate, end_mandate
from bildungsnetz.governance.services.seat_rules import end_seat_rule
from tests.governance import build

pytestmark = pytest.mark.django_db
YEAR_END = date(2026, 12, 31)


def acts() -> list[str]:
    return list(AuditEntry.objects.order_by("pk").values_list("act", flat=True))


def test_a_mandate_is_entered_and_told() -> None:
    body, clerk = build.a_body(), build.an_actor("clerk")
    mandate = add_mandate(
        actor=clerk, seat_rule=build.seat(body, "kreis"), person=build.a_person("Kaiser", "Katrin"),
        starts_on=build.START, ends_on=YEAR_END, nominated_by="Landrat", now=build.NOW,
    )  # fmt: skip
    assert (mandate.starts_on, mandate.ends_on, mandate.nominated_by) == (build.START, YEAR_END, "Landrat")
    entry = AuditEntry.objects.get(act="governance.mandate.add")
    assert (entry.object_label, entry.facts, entry.thread) == (
        "Katrin Kaiser („Kreis“)", {"starts_on": "01.01.2025"}, f"governance.body:{body.pk}",
    )  # fmt: skip


def test_composition_before_during_and_after() -> None:
    body = build.a_body()
    build.a_mandate(body, "kreis", ends_on=YEAR_END)
    status = [
        composition(body, day).findings[1].status
        for day in (date(2024, 12, 31), build.START, YEAR_END, date(2027, 1, 1))
    ]
    assert status == [SeatStatus.VACANT, SeatStatus.OK, SeatStatus.OK, SeatStatus.EXPIRED]


def test_too_many_is_entered_and_named() -> None:
    body = build.a_body()
    for _ in range(2):
        build.a_mandate(body, "kreis")
    finding = composition(body, build.TODAY).findings[1]
    assert (finding.status, finding.surplus) == (SeatStatus.OVER_FILLED, 1)


def test_the_same_seat_twice() -> None:
    body, person = build.a_body(), build.a_person()
    build.a_mandate(body, "kreis", person, ends_on=YEAR_END)
    for starts_on in (YEAR_END, date(2024, 1, 1)):
        with pytest.raises(RuleViolation, match="bereits ein Mandat auf diesem Sitz") as found:
            build.a_mandate(body, "kreis", person, starts_on=starts_on)
        assert found.value.field == "starts_on"
    build.a_mandate(body, "kreis", person, starts_on=date(2027, 1, 1))
    assert Mandate.objects.count() == 2


def test_one_person_has_one_seat_in_a_body() -> None:
    body, person = build.a_body(), build.a_person()
    build.a_mandate(body, "kreis", person)
    with pytest.raises(RuleViolation, match="einen anderen Sitz") as found:
        build.a_mandate(body, "staedte", person)
    assert found.value.field == "person"
    build.a_mandate(build.a_body("working_group"), "mitglieder", person)


def test_end_before_start() -> None:
    body = build.a_body()
    before = acts()
    with pytest.raises(RuleViolation, match="nicht vor dem Beginn") as found:
        build.a_mandate(body, "kreis", ends_on=date(2024, 12, 31))
    assert (found.value.field, Mandate.objects.count(), acts()) == ("ends_on", 0, before)


def test_outside_the_time_of_the_seat() -> None:
    body = build.a_body()
    end_seat_rule(actor=SYSTEM, row=build.seat(body, "kreis"), valid_until=YEAR_END, now=build.NOW)
    with pytest.raises(RuleViolation, match=r"nur bis zum 31\.12\.2026") as found:
        build.a_mandate(body, "kreis")
    assert (found.value.field, Mandate.objects.count()) == ("ends_on", 0)
    build.a_mandate(body, "kreis", ends_on=YEAR_END)


def test_ending_a_mandate() -> None:
    body = build.a_steering_body()
    mandate = build.mandate_of(body, "Stadler")
    end_mandate(actor=build.an_actor("clerk"), mandate=mandate, ends_on=YEAR_END, now=build.NOW)
    mandate.refresh_from_db()
    assert mandate.ends_on == YEAR_END
    entry = AuditEntry.objects.get(act="governance.mandate.end")
    assert (entry.object_label, entry.facts) == (
        "Sven Stadler („kreisangehörige Städte“)", {"ends_on": "31.12.2026"},
    )  # fmt: skip


def test_a_mandate_cannot_end_before_it_began() -> None:
    mandate = build.a_mandate(build.a_body(), "kreis")
    with pytest.raises(RuleViolation) as found:
        end_mandate(actor=SYSTEM, mandate=mandate, ends_on=date(2024, 12, 31), now=build.NOW)
    mandate.refresh_from_db()
    assert (found.value.field, mandate.ends_on) == ("ends_on", None)


def test_deputies() -> None:
    mandate = build.a_mandate(build.a_body(), "kreis")
    first, second = build.a_deputy(mandate), build.a_deputy(mandate)
    assert (first.rank, second.rank) == (1, 2)
    with pytest.raises(RuleViolation, match="selbst inne") as own:
        build.a_deputy(mandate, mandate.person)
    with pytest.raises(RuleViolation, match="bereits als Vertretung") as twice:
        build.a_deputy(mandate, first.person)
    assert (own.value.field, twice.value.field, Deputyship.objects.count()) == ("person", "person", 2)
    end_deputyship(actor=SYSTEM, deputyship=first, ends_on=YEAR_END, now=build.NOW)
    first.refresh_from_db()
    assert first.ends_on == YEAR_END


def test_the_place_of_a_deputy_is_held_once() -> None:
    mandate = build.a_mandate(build.a_body(), "kreis")
    build.a_deputy(mandate)
    with pytest.raises(RuleViolation, match="schon eine andere Vertretung") as found:
        add_deputyship(
            actor=SYSTEM,
            mandate=mandate,
            person=build.a_person(),
            rank=1,
            starts_on=build.TODAY,
            now=build.NOW,
        )
    assert found.value.field == "rank"


def test_a_new_chair_follows_the_old_one_of_the_same_side() -> None:
    body = build.a_steering_body()
    lang = build.mandate_of(body, "Lang")
    new = set_chair(actor=build.an_actor("head"), mandate=lang, starts_on=build.TODAY, now=build.NOW)
    old = Chair.objects.get(mandate=build.mandate_of(body, "Winter"))
    assert (new.side, old.ends_on) == (lang.seat_rule.side, date(2026, 3, 3))
    assert Chair.objects.get(mandate=build.mandate_of(body, "Kaiser")).ends_on is None


def test_a_single_chair_has_no_side() -> None:
    body = build.a_body("working_group")
    assert build.a_chair(build.a_mandate(body, "mitglieder")).side is None


def test_no_chair_where_a_later_one_is_entered() -> None:
    body = build.a_steering_body()
    with pytest.raises(RuleViolation, match=r"Ab dem 01\.01\.2025 ist bereits ein Vorsitz") as found:
        build.a_chair(build.mandate_of(body, "Lang"), starts_on=build.START)
    assert (found.value.field, Chair.objects.count()) == ("starts_on", 2)


def test_a_chair_needs_a_running_mandate() -> None:
    mandate = build.a_mandate(build.a_body(), "kreis", ends_on=YEAR_END)
    with pytest.raises(RuleViolation, match=r"Das Mandat endet am 31\.12\.2026") as found:
        build.a_chair(mandate, starts_on=date(2027, 1, 1))
    assert (found.value.field, Chair.objects.count()) == ("starts_on", 0)


def test_a_chair_ends() -> None:
    chair = build.a_chair(build.a_mandate(build.a_body(), "kreis"))
    end_chair(actor=SYSTEM, chair=chair, ends_on=YEAR_END, now=build.NOW)
    chair.refresh_from_db()
    assert chair.ends_on == YEAR_END


@pytest.mark.parametrize("role", ["pedagogical", "co_chair", "administration"])
def test_who_may_not(role: str) -> None:
    body = build.a_steering_body()
    actor, mandate = build.an_actor(role, body.scope), build.mandate_of(body, "Winter")
    counts = (Mandate.objects.count(), Deputyship.objects.count(), Chair.objects.count(), len(acts()))
    person, day = build.a_person("Neu"), build.TODAY
    with pytest.raises(NotAllowed):
        add_mandate(actor=actor, seat_rule=mandate.seat_rule, person=person, starts_on=day, now=build.NOW)
    with pytest.raises(NotAllowed):
        end_mandate(actor=actor, mandate=mandate, ends_on=day, now=build.NOW)
    with pytest.raises(NotAllowed):
        add_deputyship(actor=actor, mandate=mandate, person=person, starts_on=day, now=build.NOW)
    with pytest.raises(NotAllowed):
        end_deputyship(actor=actor, deputyship=mandate.deputyships.get(), ends_on=day, now=build.NOW)
    with pytest.raises(NotAllowed):
        set_chair(actor=actor, mandate=mandate, starts_on=day, now=build.NOW)
    with pytest.raises(NotAllowed):
        end_chair(actor=actor, chair=mandate.chairs.get(), ends_on=day, now=build.NOW)
    assert counts == (Mandate.objects.count(), Deputyship.objects.count(), Chair.objects.count(), len(acts()))
    assert not Mandate.objects.filter(ends_on__isnull=False).exists()
