"""Tasks of a measure."""

from datetime import date, datetime

from django.db import transaction
from django.utils.translation import gettext as _

from bildungsnetz.core import audit
from bildungsnetz.core.actor import Actor
from bildungsnetz.core.clock import day_of
from bildungsnetz.core.errors import NotAllowed, RuleViolation
from bildungsnetz.network.api import Person
from bildungsnetz.programme import policies
from bildungsnetz.programme.domain.states import TaskState
from bildungsnetz.programme.models import Measure, Task


@transaction.atomic
def add_task(
    *,
    actor: Actor,
    measure: Measure,
    title: str,
    now: datetime,
    assignee: Person | None = None,
    due_on: date | None = None,
) -> Task:
    """Add one thing to do. Raises NotAllowed, RuleViolation."""
    if not policies.may_change(actor, measure):
        raise NotAllowed
    if not title.strip():
        raise RuleViolation(_("Sagen Sie, was zu tun ist."), field="title")
    task = Task.objects.create(
        measure=measure, title=title.strip(), assignee=assignee, due_on=due_on, entered_at=now
    )
    audit.record("programme.task.add", actor=actor, on=task, thread=measure, now=now)
    return task


@transaction.atomic
def move_task(*, actor: Actor, task: Task, state: str, now: datetime) -> Task:
    """Move a task to any other state. Raises NotAllowed."""
    task = (
        Task.objects.select_related("measure__lead", "assignee")
        .select_for_update(of=("self",))
        .get(pk=task.pk)
    )
    if not policies.may_work_on(actor, task):
        raise NotAllowed
    target = TaskState(state)
    task.state = target
    task.done_on = day_of(now) if target is TaskState.DONE else None
    task.save_version(task.version)
    audit.record(
        "programme.task.move",
        actor=actor,
        on=task,
        thread=task.measure,
        now=now,
        state=str(target.label),
    )
    return task
