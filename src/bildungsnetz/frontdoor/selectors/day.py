"""My day: what is due, what waits, what comes next."""

from collections.abc import Sequence
from dataclasses import dataclass
from datetime import datetime

from bildungsnetz.accounts.api import User, users_who_may
from bildungsnetz.core.actor import Actor
from bildungsnetz.core.clock import day_of
from bildungsnetz.core.registers import my_day
from bildungsnetz.core.registers.my_day import Matter

GRANT_ROLE = "accounts.role.grant"


@dataclass(frozen=True)
class Day:
    due: Sequence[Matter]
    waiting: Sequence[Matter]
    next: Sequence[Matter]

    @property
    def is_clear(self) -> bool:
        return not self.due and not self.waiting


def day_of_actor(actor: Actor, now: datetime) -> Day:
    """All matters of the actor by group, the nearest date first."""
    matters = my_day.matters_for(actor, now)
    groups = {group: [m for m in matters if m.group == group] for group in ("due", "waiting", "next")}
    return Day(**groups)


def whom_to_ask(now: datetime) -> list[User]:
    """The people who can give a role today; shown to those who hold none."""
    return users_who_may(GRANT_ROLE, on=day_of(now))
