"""Rights follow from mandate, deputyship and chair: they begin and end with them."""

from datetime import UTC, date, datetime, time, timedelta

import pytest

from bildungsnetz.accounts.models import Grant
from bildungsnetz.core.actor import SYSTEM, Actor
from bildungsnetz.governance.models import Body
from bildungsnetz.governance.services.chairs import set_chair
from bildungsnetz.governance.services.deputyships import end_deputyship
from bildungsnetz.governance.services.mandates import end_mandate
from bildungsnetz.network.api import Person
from bildungsnetz.network.signals import person_linked
from tests.governance import build

pytestmark = pytest.mark.django_db
READ, READ_CLOSED, APPROVE = (
    "governance.session.read",
    "governance.session.read_closed",
    "governance.minutes.approve",
)
LAST_DAY = date(2026, 6, 30)


def on(day: date, person: Person) -> Actor:
    """The person with the rights of the day, at noon."""
    return build.actor_of(person, datetime.combine(day, time(12), tzinfo=UTC))


def rights(day: date, person: Person, body: Body) -> tuple[bool, bool, bool]:
    actor = on(day, person)
    return (actor.can(READ, body.scope), actor.can(READ_CLOSED, body.scope), actor.can(APPROVE, body.scope))


def test_a_member_reads_its_own_body_from_the_first_to_the_last_day() -> None:
    body, other = build.a_body(), build.a_body("working_group")
    person = build.a_person_with_account()
    mandate = build.a_mandate(body, "kreis", person)
    end_mandate(actor=SYSTEM, mandate=mandate, ends_on=LAST_DAY, now=build.NOW)
    days = (date(2024, 12, 31), build.START, LAST_DAY, LAST_DAY + timedelta(days=1))
    assert [rights(day, person, body)[0] for day in days] == [False, True, True, False]
    assert rights(build.TODAY, person, other) == (False, False, False)
    grant = Grant.objects.get()
    assert (grant.role.key, grant.scope, grant.valid_from, grant.valid_until, grant.source) == (
        "member", body.scope, build.START, LAST_DAY, f"governance.mandate:{mandate.pk}",
    )  # fmt: skip


def test_a_person_without_account_gets_the_rights_with_the_account() -> None:
    body, person = build.a_body(), build.a_person()
    mandate = build.a_mandate(body, "kreis", person)
    build.a_chair(mandate)
    stood_in = build.a_mandate(build.a_body("working_group"), "mitglieder")
    build.a_deputy(stood_in, person)
    assert Grant.objects.count() == 0
    person.user = build.a_user()
    person.save(update_fields=["user"])
    person_linked.send(Person, person=person, user=person.user, now=build.NOW)
    assert sorted(Grant.objects.values_list("role__key", "scope")) == [
        ("co_chair", body.scope),
        ("deputy", stood_in.seat_rule.body.scope),
        ("member", body.scope),
    ]
    assert rights(build.TODAY, person, body) == (True, True, True)


def test_linking_twice_gives_the_rights_once() -> None:
    person = build.a_person_with_account()
    build.a_mandate(build.a_body(), "kreis", person)
    for _ in range(2):
        person_linked.send(Person, person=person, user=person.user, now=build.NOW)
    assert Grant.objects.count() == 1


def test_chair_and_deputies_of_the_chair() -> None:
    body = build.a_steering_body()
    assert rights(build.TODAY, build.member(body, "Winter"), body) == (True, True, True)
    assert rights(build.TODAY, build.member(body, "Herbst"), body) == (True, True, True)
    assert rights(build.TODAY, build.member(body, "Lang"), body) == (True, False, False)


def test_a_deputy_of_a_member_reads_and_does_not_approve() -> None:
    body = build.a_steering_body()
    deputy = build.a_person_with_account("Voss")
    deputyship = build.a_deputy(build.mandate_of(body, "Stadler"), deputy, starts_on=build.TODAY)
    yesterday = build.TODAY - timedelta(days=1)
    assert [rights(day, deputy, body) for day in (yesterday, build.TODAY)] == [
        (False, False, False), (True, False, False),
    ]  # fmt: skip
    end_deputyship(actor=SYSTEM, deputyship=deputyship, ends_on=LAST_DAY, now=build.NOW)
    assert [rights(day, deputy, body)[0] for day in (LAST_DAY, LAST_DAY + timedelta(days=1))] == [True, False]


def test_with_the_mandate_end_chair_and_deputies() -> None:
    body = build.a_steering_body()
    end_mandate(actor=SYSTEM, mandate=build.mandate_of(body, "Winter"), ends_on=LAST_DAY, now=build.NOW)
    after = LAST_DAY + timedelta(days=1)
    for name in ("Winter", "Herbst"):
        person = build.member(body, name)
        assert (rights(LAST_DAY, person, body), rights(after, person, body)) == (
            (True, True, True), (False, False, False),
        )  # fmt: skip


def test_the_former_chair_stays_a_member() -> None:
    body = build.a_steering_body()
    set_chair(actor=SYSTEM, mandate=build.mandate_of(body, "Lang"), starts_on=build.TODAY, now=build.NOW)
    yesterday = build.TODAY - timedelta(days=1)
    winter, lang = build.member(body, "Winter"), build.member(body, "Lang")
    assert [rights(yesterday, winter, body), rights(yesterday, lang, body)] == [
        (True, True, True), (True, False, False),
    ]  # fmt: skip
    assert [rights(build.TODAY, winter, body), rights(build.TODAY, lang, body)] == [
        (True, False, False), (True, True, True),
    ]  # fmt: skip
