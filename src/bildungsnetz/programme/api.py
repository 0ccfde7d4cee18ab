"""What other contexts may use of programme."""

from bildungsnetz.programme.domain.states import (
    MeasureState,
    TaskState,
)
from bildungsnetz.programme.models import (
    Measure,
    Task,
)
from bildungsnetz.programme.services.measures import (
    Description,
    move_measure,
    plan_measure,
)
from bildungsnetz.programme.services.tasks import (
    add_task,
    move_task,
)

__all__ = [
    "Description",
    "Measure",
    "MeasureState",
    "Task",
    "TaskState",
    "add_task",
    "move_measure",
    "move_task",
    "plan_measure",
]
