"""Who asks the register, for which day, at which moment."""

from dataclasses import dataclass
from datetime import date, datetime

from bildungsnetz.core.actor import Actor


@dataclass(frozen=True, slots=True)
class Asking:
    """Functions and memberships count on the day; freshness is that of the moment."""

    actor: Actor
    on: date
    now: datetime
