"""School holidays: shipped, entered, changed."""

import itertools
from datetime import date, datetime

import pytest
from django.test import Client
from django.urls import reverse

from bildungsnetz.core.calendar import free_days, school_year_of
from bildungsnetz.core.calendar.ferienordnung import OFFICIAL
from bildungsnetz.core.calendar.upkeep import (
    change_holiday,
    enter_holiday,
    enter_official,
    holidays,
    remove_holiday,
)
from bildungsnetz.core.errors import NotAllowed, RuleViolation
from bildungsnetz.core.models import AuditEntry, SchoolHoliday
from tests.governance.build import an_actor
from tests.sign_in import signed_in

CLERK = an_actor("clerk")


def test_the_official_days_follow_one_another() -> None:
    ends = [(first, last) for _name, first, last in OFFICIAL]
    assert all(first <= last for first, last in ends)
    assert all(last < following for (_f, last), (following, _l) in itertools.pairwise(ends))
    assert sorted({school_year_of(first).start for _name, first, _last in OFFICIAL}) == list(
        range(2022, 2030)
    )


@pytest.mark.parametrize(
    ("name", "days"), [("Sommerferien", {44}), ("Herbstferien", {12, 13, 15}), ("Osterferien", {13})]
)
def test_the_official_holidays_are_as_long_as_usual(name: str, days: set[int]) -> None:
    assert {(last - first).days + 1 for known, first, last in OFFICIAL if known == name} == days


@pytest.mark.django_db
def test_the_shipped_days_are_in_the_calendar() -> None:
    found = free_days(date(2026, 10, 16), date(2026, 11, 2))
    assert (len(found), min(found), max(found)) == (16, date(2026, 10, 17), date(2026, 11, 1))
    assert holidays().count() == len(OFFICIAL)


@pytest.mark.django_db
def test_entering_changing_and_removing_is_recorded(now: datetime) -> None:
    made = enter_holiday(
        actor=CLERK, name="Brauchtum", first_day=date(2027, 2, 8), last_day=date(2027, 2, 8), now=now
    )
    change_holiday(
        actor=CLERK,
        holiday=made,
        name="Rosenmontag",
        first_day=date(2027, 2, 8),
        last_day=date(2027, 2, 9),
        now=now,
    )
    assert free_days(date(2027, 2, 7), date(2027, 2, 10)) == {
        date(2027, 2, 8): "Rosenmontag",
        date(2027, 2, 9): "Rosenmontag",
    }
    remove_holiday(actor=CLERK, holiday=made, now=now)
    acts = AuditEntry.objects.order_by("pk").values_list("act", flat=True)
    assert list(acts) == ["core.holiday.enter", "core.holiday.change", "core.holiday.remove"]


@pytest.mark.django_db
@pytest.mark.parametrize(
    ("first", "last", "field", "text"),
    [
        ("2027-02-09", "2027-02-08", "last_day", "liegt nicht vor dem ersten"),
        ("2027-01-10", "2028-01-11", "last_day", "Prüfen Sie das Jahr"),
        ("2027-01-06", "2027-01-09", "first_day", "Weihnachtsferien, 23.12.2026 bis 06.01.2027"),
    ],
)
def test_impossible_days_are_refused(first: str, last: str, field: str, text: str, now: datetime) -> None:
    with pytest.raises(RuleViolation, match=text) as refused:
        enter_holiday(
            actor=CLERK,
            name="X",
            first_day=date.fromisoformat(first),
            last_day=date.fromisoformat(last),
            now=now,
        )
    assert (refused.value.field, holidays().count()) == (field, len(OFFICIAL))


@pytest.mark.django_db
def test_whoever_may_not_changes_nothing(now: datetime) -> None:
    with pytest.raises(NotAllowed):
        remove_holiday(actor=an_actor("member"), holiday=holidays()[0], now=now)
    assert (holidays().count(), AuditEntry.objects.count()) == (len(OFFICIAL), 0)


@pytest.mark.django_db
def test_the_pages(client: Client) -> None:
    signed_in(client, "clerk")
    assert "Schuljahr 2026/27" in client.get(reverse("core:holidays")).content.decode()
    typed = {"name": "Brauchtum", "first_day": "2027-02-08", "last_day": "2027-02-08"}
    assert client.post(reverse("core:holiday-new"), typed).status_code == 302
    made = SchoolHoliday.objects.get(name="Brauchtum")
    edited = client.post(reverse("core:holiday-edit", args=[made.pk]), typed | {"name": "Karneval"})
    assert edited.status_code == 302
    assert client.post(reverse("core:holiday-remove", args=[made.pk])).status_code == 302
    assert not SchoolHoliday.objects.filter(pk=made.pk).exists()


@pytest.mark.django_db
def test_only_a_database_without_holidays_gets_the_official_ones() -> None:
    SchoolHoliday.objects.all().delete()
    enter_official()
    assert holidays().count() == len(OFFICIAL)
    SchoolHoliday.objects.exclude(first_day=OFFICIAL[0][1]).delete()
    enter_official()
    assert holidays().count() == 1
