"""Entering and changing school holidays; sessions already planned keep their day."""

from datetime import date, datetime

from django.db import connection, transaction
from django.db.models import QuerySet
from django.utils.translation import gettext as _

from bildungsnetz.core import audit
from bildungsnetz.core.actor import Actor
from bildungsnetz.core.calendar.ferienordnung import OFFICIAL
from bildungsnetz.core.calendar.school_year import SchoolYear, school_year_of
from bildungsnetz.core.errors import NotAllowed, RuleViolation
from bildungsnetz.core.models import SchoolHoliday

CHANGE = "core.holiday.change"
LONGEST = 60  # days; the summer holidays have 44


def holidays() -> QuerySet[SchoolHoliday]:
    """All school holidays, oldest first."""
    return SchoolHoliday.objects.order_by("first_day", "pk")


def enter_official() -> None:
    """Enter the days of the Ferienordnung where no holidays are known at all, as in a new or emptied database."""
    is_there = SchoolHoliday._meta.db_table in connection.introspection.table_names()
    if is_there and not SchoolHoliday.objects.exists():
        SchoolHoliday.objects.bulk_create(
            SchoolHoliday(name=name, first_day=first, last_day=last) for name, first, last in OFFICIAL
        )


def by_school_year() -> dict[SchoolYear, list[SchoolHoliday]]:
    """The holidays by the school year in which they begin, the latest year first."""
    found: dict[SchoolYear, list[SchoolHoliday]] = {}
    for holiday in holidays():
        found.setdefault(school_year_of(holiday.first_day), []).append(holiday)
    return dict(sorted(found.items(), reverse=True))


@transaction.atomic
def enter_holiday(
    *, actor: Actor, name: str, first_day: date, last_day: date, now: datetime
) -> SchoolHoliday:
    """Enter holidays. Raises NotAllowed, RuleViolation (fields `first_day`, `last_day`)."""
    _may(actor)
    _refuse(first_day, last_day)
    made = SchoolHoliday.objects.create(name=name.strip(), first_day=first_day, last_day=last_day)
    _record("enter", made, actor, now)
    return made


@transaction.atomic
def change_holiday(
    *, actor: Actor, holiday: SchoolHoliday, name: str, first_day: date, last_day: date, now: datetime
) -> SchoolHoliday:
    """Change name or days. Raises NotAllowed, RuleViolation (fields `first_day`, `last_day`)."""
    _may(actor)
    changed = SchoolHoliday.objects.select_for_update().get(pk=holiday.pk)
    _refuse(first_day, last_day, but=changed.pk)
    changed.name, changed.first_day, changed.last_day = name.strip(), first_day, last_day
    changed.save()
    _record("change", changed, actor, now)
    return changed


@transaction.atomic
def remove_holiday(*, actor: Actor, holiday: SchoolHoliday, now: datetime) -> None:
    """Take holidays out of the calendar. Raises NotAllowed."""
    _may(actor)
    _record("remove", holiday, actor, now)
    holiday.delete()


def _may(actor: Actor) -> None:
    if not actor.can(CHANGE):
        raise NotAllowed


def _refuse(first_day: date, last_day: date, but: int = 0) -> None:
    if last_day < first_day:
        raise RuleViolation(_("Der letzte Ferientag liegt nicht vor dem ersten."), "last_day")
    if (last_day - first_day).days >= LONGEST:
        text = _("So lange Ferien gibt es nicht. Prüfen Sie das Jahr; erlaubt sind %(days)s Tage.")
        raise RuleViolation(text % {"days": LONGEST}, "last_day")
    others = holidays().exclude(pk=but).filter(first_day__lte=last_day, last_day__gte=first_day)
    if (other := others.first()) is not None:
        text = _("An diesen Tagen sind schon Ferien eingetragen: %(name)s, %(first)s bis %(last)s.")
        shown = {
            "name": other.name,
            "first": f"{other.first_day:%d.%m.%Y}",
            "last": f"{other.last_day:%d.%m.%Y}",
        }
        raise RuleViolation(text % shown, "first_day")


def _record(verb: str, holiday: SchoolHoliday, actor: Actor, now: datetime) -> None:
    audit.record(
        f"core.holiday.{verb}",
        actor=actor,
        on=holiday,
        now=now,
        first=f"{holiday.first_day:%d.%m.%Y}",
        last=f"{holiday.last_day:%d.%m.%Y}",
    )
