"""What the parts of the demo share while it is being made."""

import random
from collections.abc import Callable, Iterator
from dataclasses import dataclass, field
from datetime import date, datetime

from bildungsnetz.accounts.api import User, actor_for, roles
from bildungsnetz.config.demo.calendar import moment, working_day
from bildungsnetz.config.demo.canary import Canary
from bildungsnetz.config.demo.diary import Diary
from bildungsnetz.config.demo.names import invented_names
from bildungsnetz.core.actor import SYSTEM, Actor
from bildungsnetz.core.clock import day_of
from bildungsnetz.core.registers import acts
from bildungsnetz.governance.api import Body, Recommendation
from bildungsnetz.network.api import FieldOfAction, Institution, Person

SEED = 78  # § 78a SchulG NRW
FOUNDED = -1200
"""The day on which the network began to work, counted from today."""


def chance_from(seed: int | str) -> random.Random:
    """Chance that is the same each time: no secret is drawn from it."""
    return random.Random(seed)  # noqa: S311


@dataclass
class Region:
    """Who and what exists so far; `is_small` leaves out what repeats itself."""

    now: datetime
    is_small: bool = False
    canary: Canary = field(default_factory=Canary)
    say: Callable[[str], object] = lambda _line: None
    diary: Diary = field(default_factory=Diary)
    chance: random.Random = field(default_factory=lambda: chance_from(SEED))
    names: Iterator[tuple[str, str]] = field(default_factory=lambda: invented_names(chance_from(SEED)))
    people: dict[str, Person] = field(default_factory=dict)
    users: dict[str, User] = field(default_factory=dict)
    candidates: dict[str, Iterator[Person]] = field(default_factory=dict)
    institutions: dict[str, Institution] = field(default_factory=dict)
    fields_of_action: dict[str, FieldOfAction] = field(default_factory=dict)
    bodies: dict[str, Body] = field(default_factory=dict)
    recommendations: dict[str, Recommendation] = field(default_factory=dict)
    _actors: dict[tuple[str, date], Actor] = field(default_factory=dict)

    def secret(self, text: str, where: str, visibility: str, *, joint: str = " ") -> str:
        """A text that only readers of a body (or, "office", of its confidential items) may see, with its canary."""
        act = {"office": "governance.session.read_closed", "body": "governance.session.read"}.get(visibility)
        return self.canary.mark(text, where, self.who_may(act), joint=joint) if act else text

    def who_may(self, act: str) -> frozenset[str]:
        """The keys of the roles that hold an act in a fresh installation."""
        return frozenset(seed.key for seed in roles.SEEDS if act in acts.acts_of(seed.key))

    @property
    def today(self) -> date:
        return day_of(self.now)

    def day(self, days: int) -> date:
        """The working day so many days from today."""
        return working_day(self.today, days)

    def at(self, days: int, hour: int = 9, minute: int = 0) -> datetime:
        """A moment on the working day so many days from today."""
        return moment(self.day(days), hour, minute)

    def actor(self, key: str, at: datetime) -> Actor:
        """The person with this key with the rights that were in force at the moment; without a key the system."""
        if not key:
            return SYSTEM
        found = self._actors.get((key, day_of(at)))
        if found is None:
            found = self._actors[key, day_of(at)] = actor_for(self.users[key], now=at)
        return found

    def rights_have_changed(self) -> None:
        """Seats were given: ask for the rights of everybody anew."""
        self._actors.clear()
