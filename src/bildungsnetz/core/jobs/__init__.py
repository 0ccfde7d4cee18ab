"""Work that runs by itself or takes long: `run_due` for recurring jobs, `begin`, `step`, `advance`, `finish` for progress."""

from bildungsnetz.core.jobs.progress import (
    advance,
    begin,
    broken_off,
    fail,
    finish,
    of,
    running,
    running_one,
    step,
)
from bildungsnetz.core.jobs.recurring import Line, lines, run_due

__all__ = [
    "Line",
    "advance",
    "begin",
    "broken_off",
    "fail",
    "finish",
    "lines",
    "of",
    "run_due",
    "running",
    "running_one",
    "step",
]
