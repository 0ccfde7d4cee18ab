"""School years and days without school."""

from datetime import date

import pytest

from bildungsnetz.core.calendar import SchoolYear, free_days, is_free, public_holidays, school_year_of
from bildungsnetz.core.models import SchoolHoliday


@pytest.mark.parametrize(
    ("day", "shown"),
    [
        (date(2026, 7, 31), "2025/26"),
        (date(2026, 8, 1), "2026/27"),
        (date(2027, 1, 1), "2026/27"),
        (date(1999, 9, 1), "1999/00"),
    ],
)
def test_the_school_year_turns_on_the_first_of_august(day, shown):
    assert str(school_year_of(day)) == shown
    assert day in school_year_of(day)
    assert day not in school_year_of(day).next


def test_public_holidays_of_the_land():
    year = SchoolYear(2026)
    found = public_holidays(year.first_day, year.last_day)
    assert found[date(2026, 11, 1)] == "Allerheiligen"
    assert found[date(2027, 5, 27)] == "Fronleichnam"
    assert len(found) == 11


@pytest.mark.django_db
def test_free_days_join_both_and_are_cut_to_what_is_asked():
    SchoolHoliday.objects.all().delete()
    SchoolHoliday.objects.create(
        name="Weihnachtsferien", first_day=date(2026, 12, 23), last_day=date(2027, 1, 6)
    )
    assert free_days(date(2026, 12, 22), date(2026, 12, 25)) == {
        date(2026, 12, 23): "Weihnachtsferien",
        date(2026, 12, 24): "Weihnachtsferien",
        date(2026, 12, 25): "Erster Weihnachtstag",
    }
    assert (is_free(date(2027, 1, 6)), is_free(date(2027, 1, 7))) == (True, False)
