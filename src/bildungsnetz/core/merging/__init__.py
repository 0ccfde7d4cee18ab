"""Making one row of two and two of one again."""

from bildungsnetz.core.merging.moving import Group, Journal, absorb, hanging_on, refusals, run_hooks
from bildungsnetz.core.merging.undoing import Leftover, separate

__all__ = ["Group", "Journal", "Leftover", "absorb", "hanging_on", "refusals", "run_hooks", "separate"]
