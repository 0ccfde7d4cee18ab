"""What was stated stays: nobody is taken off an item at which a position of hers is on record."""

from collections.abc import Iterator
from contextlib import contextmanager

from django.utils.translation import gettext as _

from bildungsnetz.core.actor import Actor
from bildungsnetz.core.errors import RuleViolation
from bildungsnetz.governance.models import Decision, Session
from bildungsnetz.governance.policies.visibility import may_read_visibility
from bildungsnetz.governance.selectors.presence import Presence, presence
from bildungsnetz.network.api import Person

Contradiction = tuple[Decision, Person]


@contextmanager
def no_new_contradictions(actor: Actor, session: Session, field: str | None = None) -> Iterator[None]:
    """Raise RuleViolation at the end when somebody who stated a position or objected may no longer have done so."""
    decisions = list(
        Decision.objects.filter(item__session=session)
        .select_related("item")
        .prefetch_related("positions__side", "positions__stated_by", "objections__person")
        .order_by("pk")
    )
    known = set(_contradictions(presence(session), decisions)) if decisions else set()
    yield
    for found in _contradictions(presence(session), decisions) if decisions else ():
        if found not in known:
            raise RuleViolation(_sentence(actor, session, *found), field=field)


def _contradictions(course: Presence, decisions: list[Decision]) -> Iterator[Contradiction]:
    for decision in decisions:
        there = course.at(decision.item)
        for entry in decision.positions.all():
            if entry.stated_by and str(entry.stated_by_id) not in there.speakers.get(entry.side.key, ()):
                yield decision, entry.stated_by
        for objection in decision.objections.all():
            if str(objection.person_id) not in there.objecting:
                yield decision, objection.person


def _sentence(actor: Actor, session: Session, decision: Decision, person: Person) -> str:
    text = _(
        "%(person)s hat bei %(item)s schon eine Position oder einen Widerspruch zu Protokoll gegeben. "
        "Sie bleiben; wählen Sie einen späteren Punkt, oder berichtigen Sie zuerst den Beschluss."
    )
    may_read = may_read_visibility(actor, decision.item.visibility, session.body.scope)
    return text % {"person": person, "item": decision.item if may_read else _("einem Punkt")}
