"""The links of the chain that live in programme: measure and task."""

from collections.abc import Iterable

from django.urls import reverse
from django.utils.translation import gettext_lazy as _

from bildungsnetz.core.actor import Actor
from bildungsnetz.core.registers import chain
from bildungsnetz.core.registers.chain import Key, Link
from bildungsnetz.programme import policies
from bildungsnetz.programme.domain.states import MeasureState, TaskState
from bildungsnetz.programme.models import Measure, Task

ORDER, MEASURE, TASK = "governance.order", "programme.measure", "programme.task"
TONE_OF_MEASURE = {
    MeasureState.RUNNING: "info",
    MeasureState.PAUSED: "warning",
    MeasureState.FINISHED: "success",
    MeasureState.EVALUATED: "success",
}


def register() -> None:
    chain.register(MEASURE, rank=50, reader=_measures)
    chain.register(TASK, rank=60, reader=_tasks)
    chain.register_upward(_measures_of_orders)


def _measures_of_orders(kind: str, pks: Iterable[int]) -> dict[int, set[Key]]:
    if kind != ORDER:
        return {}
    found: dict[int, set[Key]] = {}
    for pk, order_id in Measure.objects.filter(order__in=pks).order_by("pk").values_list("pk", "order_id"):
        found.setdefault(order_id, set()).add((MEASURE, pk))
    return found


def _measures(actor: Actor, pks: Iterable[int]) -> list[Link]:
    rows = Measure.objects.filter(pk__in=pks).select_related("lead").prefetch_related("tasks").order_by("pk")
    return [
        Link(
            MEASURE,
            row.pk,
            _("Maßnahme"),
            row.title,
            MeasureState(row.state).label,
            TONE_OF_MEASURE.get(MeasureState(row.state), "quiet"),
            row.starts_on,
            reverse("programme:measure", args=[row.pk]),
            frozenset((TASK, task.pk) for task in row.tasks.all())
            | (frozenset({(ORDER, row.order_id)}) if row.order_id else frozenset()),
        )
        for row in rows
        if policies.may_read(actor) or policies.leads(actor, row)
    ]


def _tasks(actor: Actor, pks: Iterable[int]) -> list[Link]:
    rows = Task.objects.filter(pk__in=pks).select_related("measure__lead", "assignee").order_by("pk")
    return [
        Link(
            TASK,
            row.pk,
            _("Aufgabe"),
            row.title,
            TaskState(row.state).label,
            "success" if row.is_done else "quiet",
            row.due_on,
            reverse("programme:measure", args=[row.measure_id]) + "#aufgaben",
            frozenset({(MEASURE, row.measure_id)}),
        )
        for row in rows
        if policies.may_read(actor) or policies.may_work_on(actor, row)
    ]
