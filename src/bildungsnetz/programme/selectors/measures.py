"""Measures and tasks as a person may read them."""

from datetime import date

from django.db.models import Count, F, Q, QuerySet

from bildungsnetz.core.actor import Actor
from bildungsnetz.programme import policies
from bildungsnetz.programme.domain.states import MeasureState, TaskState
from bildungsnetz.programme.models import Measure, Task

OVER = (MeasureState.FINISHED, MeasureState.EVALUATED, MeasureState.ARCHIVED)


def measures(actor: Actor) -> QuerySet[Measure]:
    """All measures the actor may read, by title, with the number of all and of done tasks."""
    rows = (
        Measure.objects.select_related("order__body", "lead", "field_of_action")
        .annotate(
            task_count=Count("tasks", distinct=True),
            done_count=Count("tasks", filter=Q(tasks__state=TaskState.DONE), distinct=True),
        )
        .order_by("title", "pk")
    )
    if policies.may_read(actor):
        return rows
    if actor.user_id is None:
        return rows.none()
    return rows.filter(Q(lead__user_id=actor.user_id) | Q(tasks__assignee__user_id=actor.user_id)).distinct()


def running(rows: QuerySet[Measure]) -> QuerySet[Measure]:
    """Without those that are over."""
    return rows.exclude(state__in=OVER)


def tasks_of(actor: Actor, measure: Measure) -> QuerySet[Task]:
    """The tasks of a measure the actor may read, the earliest due first."""
    rows = measure.tasks.select_related("assignee", "measure__lead").order_by(
        F("due_on").asc(nulls_last=True), "pk"
    )
    if policies.may_read(actor) or policies.leads(actor, measure):
        return rows
    if actor.user_id is None:
        return rows.none()
    return rows.filter(assignee__user_id=actor.user_id)


def open_tasks(actor: Actor) -> QuerySet[Task]:
    """The tasks given to the actor that are not done, the earliest due first."""
    if actor.user_id is None:
        return Task.objects.none()
    return (
        Task.objects.filter(assignee__user_id=actor.user_id)
        .exclude(state=TaskState.DONE)
        .select_related("measure")
        .order_by(F("due_on").asc(nulls_last=True), "pk")
    )


def is_late(task: Task, on: date) -> bool:
    """Whether a task is overdue on a day."""
    return not task.is_done and task.due_on is not None and task.due_on < on
