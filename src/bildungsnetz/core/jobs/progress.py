"""How far a long work is: rows that survive a restart, so that the page shows it and the job goes on."""

from collections.abc import Callable, Iterator
from contextlib import contextmanager
from datetime import datetime, timedelta

from django.db import transaction
from django.db.models import Model, QuerySet

from bildungsnetz.core.actor import Actor
from bildungsnetz.core.audit import kind_of
from bildungsnetz.core.errors import RuleViolation
from bildungsnetz.core.models import Progress

BROKEN_OFF_AFTER = timedelta(minutes=3)


def begin(*, kind: str, about: Model, total: int, actor: Actor, now: datetime) -> Progress:
    """Note that a work begins: `total` steps on the thing `about`."""
    return Progress.objects.create(
        kind=kind,
        about_kind=kind_of(about),
        about_key=str(about.pk),
        total=total,
        started_at=now,
        started_by=actor.name,
        moved_at=now,
    )


def advance(progress: Progress, *, now: datetime, by: int = 1) -> None:
    """Count steps as done; the last one ends the work."""
    with transaction.atomic():
        row = Progress.objects.select_for_update().get(pk=progress.pk)
        row.done = min(row.done + by, row.total)
        row.moved_at = now
        if row.done == row.total:
            row.state = Progress.State.DONE
        row.save(update_fields=["done", "moved_at", "state"])


def fail(progress: Progress, name: str, reason: str, *, now: datetime) -> None:
    """Keep that one step failed and why, and count it as done."""
    with transaction.atomic():
        row = Progress.objects.select_for_update().get(pk=progress.pk)
        row.failures = [*row.failures, [name, reason]]
        row.save(update_fields=["failures"])
        advance(row, now=now)


@contextmanager
def step(progress: Progress, name: Callable[[], str], *, now: datetime) -> Iterator[None]:
    """One step in one transaction. What goes wrong is undone, kept with its name, and takes nothing along: the work goes on.

    The step itself says `advance` when it has done something.
    """
    try:
        with transaction.atomic():
            yield
    except RuleViolation as refused:
        fail(progress, name(), str(refused.message), now=now)
    except Exception as failure:  # noqa: BLE001 - whatever is wrong with one step, the others are done
        fail(progress, name(), f"{type(failure).__name__}: {failure}", now=now)


def finish(progress: Progress, *, now: datetime) -> None:
    """End the work, also when less was to do than thought."""
    Progress.objects.filter(pk=progress.pk).update(state=Progress.State.DONE, moved_at=now)


def of(about: Model, kind: str) -> QuerySet[Progress]:
    """The works of one kind on a thing, newest first. Ask for the right to see the thing before."""
    return Progress.objects.filter(about_kind=kind_of(about), about_key=str(about.pk), kind=kind).order_by(
        "-started_at", "-pk"
    )


def running(kind: str) -> QuerySet[Progress]:
    """The works of one kind that have not ended, for taking them up after a restart."""
    return Progress.objects.filter(kind=kind, state=Progress.State.RUNNING).order_by("started_at", "pk")


def running_one(kind: str, pk: int) -> Progress | None:
    """A work of this kind by its key; None once it has ended."""
    return running(kind).filter(pk=pk).first()


def broken_off(kind: str, now: datetime) -> list[Progress]:
    """Works that should go on and have not moved for a while: their process died."""
    return list(running(kind).filter(moved_at__lt=now - BROKEN_OFF_AFTER))
