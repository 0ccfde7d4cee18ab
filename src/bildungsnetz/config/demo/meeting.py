"""What is known of one session of the demo while it is lived through."""

from dataclasses import dataclass, field
from datetime import date, datetime
from functools import cached_property
from random import Random

from bildungsnetz.config.demo.region import Region
from bildungsnetz.config.demo.scripts import ItemScript, SessionScript
from bildungsnetz.core.clock import day_of
from bildungsnetz.governance.api import AgendaItem, Body, Session, chair_seats
from bildungsnetz.network.api import Person


@dataclass
class Meeting:
    """`session` and `items` come with planning and preparing; `next_day` is when the body meets next."""

    region: Region
    body_key: str
    script: SessionScript
    next_day: int
    start: datetime
    end: datetime
    chance: Random
    items: list[tuple[ItemScript, AgendaItem]] = field(default_factory=list)
    _session: Session | None = None

    @property
    def body(self) -> Body:
        return self.region.bodies[self.body_key]

    @property
    def session(self) -> Session:
        if self._session is None:
            raise LookupError("the session is not planned yet")
        return self._session

    @session.setter
    def session(self, session: Session) -> None:
        self._session = session

    @property
    def on(self) -> date:
        return day_of(self.start)

    def secret(self, text: str, field_name: str, visibility: str, *, joint: str = " ") -> str:
        """A text of this session with its canary, if it is confidential."""
        return self.region.secret(text, f"governance.{field_name}", visibility, joint=joint)

    @cached_property
    def chairs(self) -> dict[str, Person]:
        """Who chairs, by side; "" is the only chair."""
        people = {str(person.pk): person for person in self.region.people.values()}
        return {seat.side: people[seat.person_key] for seat in chair_seats(self.body, self.on)}

    def objectors(self) -> list[Person]:
        """Who will object to something today."""
        decisions = [item.decision for item in self.script.item if item.decision]
        return [self.region.people[key] for decision in decisions for key in decision.objections]

    def key_of(self, person: Person) -> str:
        """The key under which the demo knows a person."""
        return next(key for key, known in self.region.people.items() if known.pk == person.pk)
