"""What runs by itself at fixed times: contexts register their recurring jobs, the worker of an installation runs them."""

from collections.abc import Callable
from dataclasses import dataclass
from datetime import datetime

from cronsim import CronSim
from django.utils.functional import Promise

Run = Callable[[datetime], str]


@dataclass(frozen=True)
class Recurring:
    """One recurring job: its name ("network.confirmation.remind"), what it does, its timetable in cron's five fields."""

    name: str
    label: str | Promise
    cron: str
    run: Run


_jobs: dict[str, Recurring] = {}


def register(name: str, label: str | Promise, *, cron: str, run: Run) -> None:
    """`run(now)` does the work and says in a short German sentence what came of it; times are those of Germany.

    After a downtime a job runs once, however often it was missed: it must look at the state, not at the last day. Nothing
    wraps it in a transaction (on SQLite that would keep everybody from writing): it acts in small ones of its own.
    Raises CronSimError for a timetable that is none.
    """
    CronSim(cron, datetime(2026, 1, 1))  # noqa: DTZ001 - only read for mistakes
    _jobs[name] = Recurring(name, label, cron, run)


def recurring() -> list[Recurring]:
    return sorted(_jobs.values(), key=lambda job: job.name)
