"""Orders: issued from a decision, accepted, reported on, delivered, accepted or returned, withdrawn."""

from collections.abc import Callable
from datetime import datetime

from bildungsnetz.config.demo.accounts import HEAD, KOMMUNE, LAND, PEDAGOGICAL
from bildungsnetz.config.demo.measures import note_measure
from bildungsnetz.config.demo.region import Region
from bildungsnetz.config.demo.scripts import OrderScript, StepScript
from bildungsnetz.core.actor import Actor
from bildungsnetz.governance.api import (
    Decision,
    Order,
    Terms,
    accept_order,
    close_order,
    deliver_order,
    issue_order,
    report_on_order,
    return_order,
    settle_order,
    start_order,
    withdraw_order,
)

BY_CHAIRS = {"settle": LAND, "return": LAND, "close": HEAD, "withdraw": KOMMUNE}
WITHOUT_TEXT: dict[str, Callable[..., object]] = {
    "accept": accept_order,
    "start": start_order,
    "settle": settle_order,
    "close": close_order,
}
WITH_TEXT: dict[str, Callable[..., object]] = {"report": report_on_order, "deliver": deliver_order}
WITH_REASON: dict[str, Callable[..., object]] = {"return": return_order, "withdraw": withdraw_order}


def issue(region: Region, script: OrderScript, decision: Decision, visibility: str, at: datetime) -> None:
    """Give the order and write down what becomes of it."""
    kind, _colon, key = script.who.partition(":")
    order = issue_order(
        actor=region.actor(HEAD, at),
        decision=decision,
        terms=Terms(
            title=region.secret(script.title, "governance.Order.title", visibility),
            goal=region.secret(script.goal, "governance.Order.goal", visibility),
            due_on=region.day(script.due),
            report_dates=[region.day(day) for day in script.reports],
            person=None if key else region.people[script.who],
            institution=region.institutions[key] if kind == "institution" else None,
            body=region.bodies[key] if kind == "body" else None,
            field_of_action=region.fields_of_action[script.field] if script.field else None,
        ),
        now=at,
    )
    carrier = script.who if script.who in region.users else PEDAGOGICAL
    for number, step in enumerate(script.steps):
        region.diary.note(region.at(step.day, 10, number), _act(region, order, step, carrier, visibility))
    if script.measure:
        note_measure(region, script.measure, order, at)


def _act(
    region: Region, order: Order, step: StepScript, carrier: str, visibility: str
) -> Callable[[datetime], object]:
    def act(at: datetime) -> object:
        actor: Actor = region.actor(BY_CHAIRS.get(step.act, carrier), at)
        if step.act in WITHOUT_TEXT:
            return WITHOUT_TEXT[step.act](actor=actor, order=order, now=at)
        if step.act in WITH_TEXT:
            text = region.secret(step.text, "governance.OrderReport.text", visibility)
            return WITH_TEXT[step.act](actor=actor, order=order, text=text, now=at)
        reason = region.secret(step.text, "governance.Order.state_note", visibility)
        return WITH_REASON[step.act](actor=actor, order=order, reason=reason, now=at)

    return act
