"""Running what is due: each moment of a timetable once, after a downtime only the latest."""

import logging
from dataclasses import dataclass
from datetime import UTC, datetime

from cronsim import CronSim
from django.db import transaction

from bildungsnetz.core.clock import BERLIN
from bildungsnetz.core.models import ScheduledRun
from bildungsnetz.core.registers import schedule
from bildungsnetz.core.registers.schedule import Recurring

log = logging.getLogger(__name__)
_LONGEST_RESULT = 300


@dataclass(frozen=True)
class Line:
    """One recurring job as a page shows it; `last` is None before its first run."""

    job: Recurring
    last: ScheduledRun | None
    next_at: datetime


def lines(now: datetime) -> list[Line]:
    """All recurring jobs with their last run and the next moment of their timetable."""
    runs = {run.name: run for run in ScheduledRun.objects.order_by("name")}
    return [Line(job, runs.get(job.name), next_moment(job, now)) for job in schedule.recurring()]


def run_due(now: datetime) -> list[str]:
    """Run every job whose latest moment has not run yet; gives their names.

    A new installation runs nothing for moments before its start. A job that fails says so in its row and takes nothing
    along: the others run, and it comes again at its next moment.
    """
    return [job.name for job in schedule.recurring() if _is_claimed(job, now) and _run(job, now)]


def next_moment(job: Recurring, after: datetime) -> datetime:
    return next(CronSim(job.cron, after.astimezone(BERLIN))).astimezone(UTC)


def last_moment(job: Recurring, until: datetime) -> datetime:
    """The latest moment of the timetable that is not after `until`."""
    return next(CronSim(job.cron, until.astimezone(BERLIN), reverse=True)).astimezone(UTC)


@transaction.atomic
def _is_claimed(job: Recurring, now: datetime) -> bool:
    """Whether this process may run the job for its latest moment: the first to move the row takes it."""
    moment = last_moment(job, now)
    run, is_new = ScheduledRun.objects.select_for_update().get_or_create(
        name=job.name, defaults={"planned_at": moment}
    )
    if is_new or run.planned_at >= moment:
        return False
    run.planned_at = moment
    run.save(update_fields=["planned_at"])
    return True


def _run(job: Recurring, now: datetime) -> bool:
    try:
        result, failed = job.run(now), False
    except Exception as failure:  # whatever a job does wrong, the others run
        log.exception("Recurring job %s failed", job.name)
        result, failed = f"{type(failure).__name__}: {failure}", True
    ScheduledRun.objects.filter(name=job.name).update(
        ran_at=now, result=result[:_LONGEST_RESULT], failed=failed
    )
    return True
