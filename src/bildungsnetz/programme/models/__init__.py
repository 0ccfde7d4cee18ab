from bildungsnetz.programme.models.measure import Measure
from bildungsnetz.programme.models.task import Task

__all__ = ["Measure", "Task"]
