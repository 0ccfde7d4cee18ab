"""Work that runs by itself or takes long: `run_due` for recurring jobs, `begin`, `advance`, `finish` for progress."""

from bildungsnetz.core.jobs.progress import advance, begin, fail, finish, of, running
from bildungsnetz.core.jobs.recurring import Line, lines, run_due

__all__ = ["Line", "advance", "begin", "fail", "finish", "lines", "of", "run_due", "running"]
