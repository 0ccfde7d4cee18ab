"""What programme puts on the page "Heute": the tasks of a person."""

from datetime import datetime

from django.urls import reverse
from django.utils.translation import gettext_lazy as _

from bildungsnetz.core.actor import Actor
from bildungsnetz.core.registers import my_day
from bildungsnetz.core.registers.my_day import Matter
from bildungsnetz.programme.selectors.measures import open_tasks


def register() -> None:
    my_day.register(_tasks)


def _tasks(actor: Actor, now: datetime) -> list[Matter]:  # noqa: ARG001 - the form of every source
    return [
        Matter(
            "due",
            _("Aufgabe"),
            f"{task.title} ({task.measure})",
            reverse("programme:measure", args=[task.measure_id]) + "#aufgaben",
            task.due_on,
        )
        for task in open_tasks(actor)
    ]
