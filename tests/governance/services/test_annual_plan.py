"""Templates and the plan of a school year."""

from datetime import UTC, date, datetime, time

import pytest

from bildungsnetz.core.calendar import SchoolYear
from bildungsnetz.core.calendar.ferienordnung import OFFICIAL
from bildungsnetz.core.clock import BERLIN
from bildungsnetz.core.errors import NotAllowed, RuleViolation, StaleVersion
from bildungsnetz.core.models import AuditEntry, SchoolHoliday
from bildungsnetz.governance.models import Body, Session, SessionTemplate
from bildungsnetz.governance.selectors.templates import templates, year_plan
from bildungsnetz.governance.services.annual_plan import PlannedDay, plan_year
from bildungsnetz.governance.services.sessions import change_session, plan_session
from bildungsnetz.governance.services.templates import (
    RecurringItem,
    TemplateSettings,
    add_template_item,
    change_template,
    change_template_item,
    create_template,
    remove_template_item,
)
from tests.governance.build import NOW, TODAY, a_body, a_session, an_actor

pytestmark = pytest.mark.django_db
CLERK = an_actor("clerk")
YEAR = SchoolYear(2026)
SETTINGS = TemplateSettings(
    name="Ordentlich", months=(9, 12, 3, 10), weekday=2, week=3, starts_at=time(14), place="Kreishaus"
)


@pytest.fixture(autouse=True)
def school_holidays() -> None:
    """As the migration brings them, also after a test that emptied the tables."""
    SchoolHoliday.objects.all().delete()
    SchoolHoliday.objects.bulk_create(
        SchoolHoliday(name=name, first_day=first, last_day=last) for name, first, last in OFFICIAL
    )


@pytest.fixture
def template() -> SessionTemplate:
    return create_template(actor=CLERK, body=a_body(), settings=SETTINGS, now=NOW)


def days(*given: date, reason: str = "") -> list[PlannedDay]:
    return [PlannedDay(day, time(14), reason, row) for row, day in enumerate(given)]


def agenda(session: Session) -> list[str]:
    rows = session.items.filter(fixed="").order_by("number").values_list("title", flat=True)
    return list(rows)


def test_the_plan_goes_around_the_holidays(template: SessionTemplate) -> None:
    plan = year_plan(template, YEAR, today=TODAY)
    assert [(day.on, day.blocked) for day in plan.proposed] == [
        (date(2026, 9, 16), ""),
        (date(2026, 10, 14), "Herbstferien"),
        (date(2026, 12, 16), ""),
        (date(2027, 3, 17), ""),
    ]


def test_a_month_with_a_session_gets_no_second_one(template: SessionTemplate) -> None:
    a_session(template.body, on=date(2026, 12, 2))
    plan = year_plan(template, YEAR, today=date(2026, 9, 20))
    assert [day.on.month for day in plan.proposed] == [10, 3]
    assert [session.number for session in plan.existing] == [1]


def test_all_sessions_are_planned_in_one_act(template: SessionTemplate) -> None:
    made = plan_year(
        actor=CLERK, template=template, year=YEAR, days=days(date(2027, 3, 17), date(2026, 9, 16)), now=NOW
    )
    assert [(session.number, session.starts_at, session.ends_at) for session in made] == [
        (1, datetime(2026, 9, 16, 12, tzinfo=UTC), datetime(2026, 9, 16, 14, tzinfo=UTC)),
        (2, datetime(2027, 3, 17, 13, tzinfo=UTC), datetime(2027, 3, 17, 15, tzinfo=UTC)),
    ]
    assert {session.place for session in made} == {"Kreishaus"}
    assert AuditEntry.objects.filter(act="governance.session.plan").count() == 2


@pytest.mark.parametrize(
    ("given", "field", "text"),
    [
        (
            [date(2026, 9, 16), date(2026, 10, 21)],
            "1-blocked_reason",
            "Der 21.10.2026 ist frei: Herbstferien",
        ),
        ([date(2026, 9, 16), date(2027, 8, 4)], "1-on", "nicht im Schuljahr 2026/27"),
        ([date(2026, 9, 16), date(2026, 9, 16)], "1-on", "tagt das Gremium schon"),
        ([], None, "Wählen Sie mindestens einen Termin"),
    ],
)
def test_one_day_that_cannot_be_stops_the_whole_plan(
    template: SessionTemplate, given: list[date], field: str | None, text: str
) -> None:
    before = AuditEntry.objects.count()
    with pytest.raises(RuleViolation, match=text) as refused:
        plan_year(actor=CLERK, template=template, year=YEAR, days=days(*given), now=NOW)
    assert (refused.value.field, Session.objects.count()) == (field, 0)
    assert AuditEntry.objects.count() == before


def test_a_free_day_is_possible_with_a_reason(template: SessionTemplate) -> None:
    given = days(date(2026, 10, 21), reason="Nur dann ist die Ministerin da")
    made = plan_year(actor=CLERK, template=template, year=YEAR, days=given, now=NOW)
    assert made[0].blocked_reason == "Nur dann ist die Ministerin da"


def test_whoever_may_not_plans_nothing(template: SessionTemplate) -> None:
    member = an_actor("member", template.body.scope)
    with pytest.raises(NotAllowed):
        plan_year(actor=member, template=template, year=YEAR, days=days(date(2026, 9, 16)), now=NOW)
    assert Session.objects.count() == 0


def test_recurring_items_come_when_they_are_due(template: SessionTemplate) -> None:
    for title, recurrence, every in (
        ("Aufträge", "every", 1),
        ("Arbeitsplan", "yearly", 1),
        ("Haushalt", "nth", 3),
    ):
        item = RecurringItem(title=title, recurrence=recurrence, every=every)
        add_template_item(actor=CLERK, template=template, item=item, now=NOW)
    dates = (date(2026, 9, 16), date(2026, 12, 16), date(2027, 3, 17))
    made = plan_year(actor=CLERK, template=template, year=YEAR, days=days(*dates), now=NOW)
    assert [agenda(session) for session in made] == [
        ["Aufträge", "Arbeitsplan"],
        ["Aufträge"],
        ["Aufträge", "Haushalt"],
    ]


def at(day: date) -> dict[str, datetime]:
    return {
        "starts_at": datetime.combine(day, time(14), tzinfo=BERLIN),
        "ends_at": datetime.combine(day, time(16), tzinfo=BERLIN),
    }


def test_a_single_session_on_a_free_day_needs_a_reason_too() -> None:
    body = a_body()
    with pytest.raises(RuleViolation, match="ist frei: Osterferien") as refused:
        plan_session(actor=CLERK, body=body, now=NOW, **at(date(2026, 4, 8)))
    assert (refused.value.field, Session.objects.count()) == ("blocked_reason", 0)
    session = plan_session(actor=CLERK, body=body, now=NOW, **at(date(2026, 4, 15)))
    with pytest.raises(RuleViolation, match="ist frei: Erster Mai"):
        change_session(actor=CLERK, session=session, version=1, now=NOW, **at(date(2026, 5, 1)))
    moved = change_session(
        actor=CLERK, session=session, version=1, blocked_reason="Fest", now=NOW, **at(date(2026, 5, 1))
    )
    back = change_session(actor=CLERK, session=moved, version=2, now=NOW, **at(date(2026, 5, 5)))
    assert (moved.blocked_reason, back.blocked_reason) == ("Fest", "")


@pytest.mark.parametrize("day", [date(2026, 3, 29), date(2026, 10, 25)])
def test_on_the_days_the_clocks_change_a_session_begins_as_planned_on_the_clock(day: date) -> None:
    late = TemplateSettings(
        name="Nachts", months=(day.month,), weekday=0, week=1, starts_at=time(0, 30), minutes=180
    )
    template = create_template(actor=CLERK, body=a_body(), settings=late, now=NOW)
    year = SchoolYear(2025 if day.month < 8 else 2026)
    given = [PlannedDay(day, time(0, 30), "Probe")]
    session = plan_year(actor=CLERK, template=template, year=year, days=given, now=NOW)[0]
    session.refresh_from_db()
    local = [moment.astimezone(BERLIN) for moment in (session.starts_at, session.ends_at)]
    assert [f"{moment:%d.%m. %H:%M}" for moment in local] == [f"{day:%d.%m.} 00:30", f"{day:%d.%m.} 03:30"]


def test_templates_are_kept_with_care(template: SessionTemplate) -> None:
    body = Body.objects.get()
    with pytest.raises(RuleViolation, match="diesem Namen") as refused:
        create_template(actor=CLERK, body=body, settings=SETTINGS, now=NOW)
    assert refused.value.field == "name"
    changed = change_template(actor=CLERK, template=template, version=1, settings=SETTINGS, now=NOW)
    with pytest.raises(StaleVersion):
        change_template(actor=CLERK, template=template, version=1, settings=SETTINGS, now=NOW)
    row = add_template_item(actor=CLERK, template=changed, item=RecurringItem(title="Aufträge"), now=NOW)
    nth = RecurringItem(title="X", recurrence="nth", every=1)
    with pytest.raises(RuleViolation, match="wievielten Sitzung"):
        change_template_item(actor=CLERK, row=row, item=nth, now=NOW)
    with pytest.raises(NotAllowed):
        remove_template_item(actor=an_actor("member", body.scope), row=row, now=NOW)
    assert template.items.count() == 1
    remove_template_item(actor=CLERK, row=row, now=NOW)
    assert template.items.count() == 0
    assert list(templates(an_actor("member", body.scope))) == []
