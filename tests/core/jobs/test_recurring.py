"""Recurring jobs: each moment once, after a downtime once, one failure takes nobody along."""

from collections.abc import Iterator
from datetime import UTC, datetime, timedelta

import pytest
from cronsim import CronSimError

from bildungsnetz.core import jobs
from bildungsnetz.core.actor import SYSTEM
from bildungsnetz.core.jobs.recurring import last_moment, next_moment
from bildungsnetz.core.models import AuditEntry, Progress, ScheduledRun
from bildungsnetz.core.registers import schedule

pytestmark = pytest.mark.django_db
MONDAY = datetime(2026, 3, 2, 12, 0, tzinfo=UTC)


@pytest.fixture
def timetable(monkeypatch: pytest.MonkeyPatch) -> Iterator[dict[str, schedule.Recurring]]:
    """A timetable of its own, so that the jobs of the house do not run here."""
    own: dict[str, schedule.Recurring] = {}
    monkeypatch.setattr(schedule, "_jobs", own)
    return own


def test_a_new_job_waits_for_its_next_moment_then_runs_once(timetable):
    ran = []
    schedule.register(
        "core.test.count", "Zählen", cron="0 6 * * *", run=lambda now: ran.append(now) or "eins"
    )
    assert jobs.run_due(MONDAY) == []
    tuesday = MONDAY + timedelta(days=1)
    assert jobs.run_due(tuesday) == ["core.test.count"]
    assert jobs.run_due(tuesday + timedelta(minutes=5)) == []
    assert ran == [tuesday]
    run = ScheduledRun.objects.get()
    assert (run.planned_at, run.ran_at, run.result, run.failed) == (
        datetime(2026, 3, 3, 5, 0, tzinfo=UTC),
        tuesday,
        "eins",
        False,
    )


def test_after_a_downtime_it_runs_once(timetable):
    ran = []
    schedule.register("core.test.count", "Zählen", cron="0 6 * * *", run=lambda now: ran.append(now) or "")
    jobs.run_due(MONDAY)
    later = MONDAY + timedelta(days=9)
    assert (jobs.run_due(later), jobs.run_due(later)) == (["core.test.count"], [])
    assert ran == [later]


def test_a_job_that_fails_says_so_and_lets_the_others_run(timetable):
    def break_down(_now: datetime) -> str:
        raise ValueError("kaputt")

    schedule.register("core.test.a", "Bricht ab", cron="* * * * *", run=break_down)
    schedule.register("core.test.b", "Läuft", cron="* * * * *", run=lambda _now: "gut")
    jobs.run_due(MONDAY)
    assert jobs.run_due(MONDAY + timedelta(minutes=1)) == ["core.test.a", "core.test.b"]
    told = [(run.name, run.failed, run.result) for run in ScheduledRun.objects.all()]
    assert told == [("core.test.a", True, "ValueError: kaputt"), ("core.test.b", False, "gut")]


def test_times_are_german_times_across_the_change_of_the_clock(timetable):
    schedule.register("core.test.six", "Sechs Uhr", cron="0 6 * * *", run=lambda _now: "")
    job = timetable["core.test.six"]
    saturday = datetime(2026, 3, 28, 12, 0, tzinfo=UTC)
    assert last_moment(job, saturday) == datetime(2026, 3, 28, 5, 0, tzinfo=UTC)
    assert next_moment(job, saturday) == datetime(2026, 3, 29, 4, 0, tzinfo=UTC)


def test_a_timetable_that_is_none_is_refused(timetable):
    with pytest.raises(CronSimError):
        schedule.register("core.test.never", "Nie", cron="61 * * * *", run=lambda _now: "")
    assert timetable == {}


def test_progress_counts_fails_and_ends(now):
    about = AuditEntry(pk=7)
    work = jobs.begin(kind="core.test", about=about, total=3, actor=SYSTEM, now=now)
    jobs.advance(work, now=now)
    jobs.fail(work, "Anna Ähre", "keine Adresse", now=now)
    shown = jobs.of(about, "core.test").get()
    assert (shown.done, shown.total, shown.failures, shown.is_running) == (
        2,
        3,
        [["Anna Ähre", "keine Adresse"]],
        True,
    )
    assert list(jobs.running("core.test")) == [shown]
    jobs.advance(work, now=now, by=5)
    work.refresh_from_db()
    assert (work.done, work.state) == (3, Progress.State.DONE)


def test_work_ends_when_less_was_to_do(now):
    work = jobs.begin(kind="core.test", about=AuditEntry(pk=7), total=3, actor=SYSTEM, now=now)
    jobs.finish(work, now=now)
    assert list(jobs.running("core.test")) == []
