"""What has to be known to record a decision: who may speak for a side, who may object, whether the body can decide."""

from dataclasses import dataclass
from typing import Any

from django.db.models import QuerySet

from bildungsnetz.core.actor import Actor
from bildungsnetz.core.clock import day_of
from bildungsnetz.governance.domain.agenda import ItemState
from bildungsnetz.governance.domain.decision_kinds import DecisionRule, Outcome
from bildungsnetz.governance.models import AgendaItem, Body, BodySide, Decision
from bildungsnetz.governance.selectors.agenda import items
from bildungsnetz.governance.selectors.attendance import quorum_sentences
from bildungsnetz.governance.selectors.hearing import Hearing, hearing_of
from bildungsnetz.governance.selectors.presence import presence
from bildungsnetz.governance.selectors.seats import people_of
from bildungsnetz.network.api import Person


@dataclass(frozen=True)
class SideLine:
    """A side whose agreement counts, and who of those present may speak for it."""

    key: str
    name: str
    speakers: tuple[Person, ...]


@dataclass(frozen=True)
class DecisionSheet:
    """An item with all that the form for its decision offers."""

    item: AgendaItem
    rule: DecisionRule
    sides: tuple[SideLine, ...]
    objectors: tuple[Person, ...]
    objection_blocks: bool
    quorum_missing: tuple[str, ...]
    gives_orders: bool
    hearing: Hearing | None = None


def items_to_decide(actor: Actor) -> QuerySet[AgendaItem]:
    """The items the actor may read on which a body may decide."""
    return items(actor).filter(fixed="").exclude(state__in=[ItemState.WITHDRAWN, ItemState.PROPOSED])


def sheet_for(item: AgendaItem) -> DecisionSheet:
    """What the form for a decision on the item offers. Ask for the right to record before."""
    session, body = item.session, item.session.body
    there = presence(session).at(item)
    people = {str(person.pk): person for person in people_of(body, day_of(session.starts_at))}
    speakers, hint = there.speakers, there.quorum
    is_short = not hint.is_met and not session.quorum_stated
    return DecisionSheet(
        item=item,
        rule=DecisionRule(body.decision_rule),
        sides=tuple(
            SideLine(side.key, side.name, _named(people, speakers.get(side.key, frozenset())))
            for side in deciding_sides(body)
        ),
        objectors=_named(people, there.objecting),
        objection_blocks=body.member_objection_blocks
        or body.decision_rule == DecisionRule.CONSENSUS_NO_OBJECTION,
        quorum_missing=tuple(quorum_sentences(session, hint)) if is_short else (),
        gives_orders=body.gives_orders,
        hearing=hearing_of(item),
    )


def values_of(decision: Decision) -> dict[str, Any]:
    """A decision with its positions and objections as the values of its form."""
    values: dict[str, Any] = {
        "wording": decision.wording,
        "note": decision.note,
        "is_deferred": decision.outcome == Outcome.DEFERRED,
        "votes_yes": decision.votes_yes,
        "votes_no": decision.votes_no,
        "votes_abstained": decision.votes_abstained,
    }
    for entry in decision.positions.all():
        values |= {f"position_{entry.side.key}": entry.position, f"text_{entry.side.key}": entry.text}
        if entry.stated_by_id:
            values[f"stated_by_{entry.side.key}"] = str(entry.stated_by_id)
    for row, objection in enumerate(decision.objections.all()):
        values |= {f"objector_{row}": str(objection.person_id), f"objection_{row}": objection.text}
    return values


def deciding_sides(body: Body) -> list[BodySide]:
    """The sides whose position makes the outcome: those of the consensus, where the body decides by it."""
    if body.decision_rule != DecisionRule.CONSENSUS_SIDES:
        return []
    return [side for side in body.sides.all() if side.in_consensus]


def _named(people: dict[str, Person], keys: frozenset[str]) -> tuple[Person, ...]:
    return tuple(person for key, person in people.items() if key in keys)
