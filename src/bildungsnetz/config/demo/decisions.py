"""Decisions as the sides state their positions, and what follows from them: orders and answers to recommendations."""

from datetime import datetime, timedelta
from functools import partial

from bildungsnetz.config.demo.accounts import CLERK, HEAD
from bildungsnetz.config.demo.meeting import Meeting
from bildungsnetz.config.demo.orders import issue
from bildungsnetz.config.demo.scripts import DecisionScript, ItemScript
from bildungsnetz.governance.api import (
    AgendaItem,
    LinkKind,
    MemberObjection,
    Position,
    RecommendationState,
    SidePosition,
    Statement,
    answer_recommendation,
    link_decision,
    presence,
    read_out_decision,
    record_decision,
)


def decide(meeting: Meeting, item: ItemScript, script: DecisionScript, on: AgendaItem, at: datetime) -> None:
    """Record the decision on an item; its order goes out in the same breath, the answer some days later."""
    region = meeting.region
    decision = record_decision(
        actor=region.actor(CLERK, at), item=on, statement=_statement(meeting, item, script, on), now=at
    )
    if script.read_out:
        read_out_decision(actor=region.actor(CLERK, at), decision=decision, now=at)
    if script.overtakes:
        link_decision(
            actor=region.actor(CLERK, at),
            decision=decision,
            earlier=meeting.body.decisions.get(item__title=script.overtakes),
            kind=LinkKind.SUPERSEDES,
            now=at,
        )
    if item.order:
        issue(region, item.order, decision, item.visibility, at + timedelta(minutes=1))
    if item.answer:
        region.diary.note(region.at(item.answer_day, 10), partial(_answer, meeting, item))


def _statement(meeting: Meeting, item: ItemScript, script: DecisionScript, on: AgendaItem) -> Statement:
    kept, seen = meeting.secret, item.visibility
    people = meeting.region.people
    return Statement(
        wording=kept(script.wording or item.proposal, "Decision.wording", seen),
        positions=() if script.deferred else tuple(_positions(meeting, item, script, on)),
        objections=tuple(
            MemberObjection(str(people[key].pk), kept(text, "DecisionObjection.text", seen))
            for key, text in script.objections.items()
        ),
        is_deferred=script.deferred,
        note=kept(script.note, "Decision.note", seen),
    )


def _positions(
    meeting: Meeting, item: ItemScript, script: DecisionScript, on: AgendaItem
) -> list[SidePosition]:
    if not meeting.body.gives_orders:
        return []
    said = {"land": script.land, "kommune": script.kommune}
    return [
        SidePosition(
            side,
            Position(words.partition(":")[0]),
            _speaker(meeting, on, side),
            meeting.secret(words.partition(": ")[2], "DecisionPosition.text", item.visibility),
        )
        for side, words in said.items()
    ]


def _speaker(meeting: Meeting, on: AgendaItem, side: str) -> str:
    """The chair of the side, or the deputy who sits there at this item."""
    return min(presence(meeting.session).at(on).speakers[side])


def _answer(meeting: Meeting, item: ItemScript, at: datetime) -> None:
    known = meeting.region.recommendations
    known[item.recommendation] = answer_recommendation(
        actor=meeting.region.actor(HEAD, at),
        recommendation=known[item.recommendation],
        position=RecommendationState(item.answer),
        text=item.answer_text,
        now=at,
    )
