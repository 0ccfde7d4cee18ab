"""Measures and their tasks, for an order or on the office's own account."""

from datetime import datetime, timedelta
from functools import partial

from bildungsnetz.config.demo.accounts import HEAD, PEDAGOGICAL
from bildungsnetz.config.demo.region import Region
from bildungsnetz.config.demo.scripts import MeasureScript, TaskScript, measure_scripts
from bildungsnetz.governance.api import Order
from bildungsnetz.programme.api import (
    Description,
    Measure,
    Task,
    add_task,
    move_measure,
    move_task,
    plan_measure,
)

BEGUN_AFTER = timedelta(days=3)


def note_own_measures(region: Region) -> None:
    """What the office does without an order."""
    for script in measure_scripts():
        region.diary.note(region.at(script.entered or 0, 14), partial(_plan, region, script, None))


def note_measure(region: Region, script: MeasureScript, order: Order, issued_at: datetime) -> None:
    """Plan the measure that carries out an order, the day before its first step or soon after the order."""
    at = region.at(script.moves[0][1] - 1, 14) if script.moves else issued_at + timedelta(days=2)
    region.diary.note(max(at, issued_at), partial(_plan, region, script, order))


def _plan(region: Region, script: MeasureScript, order: Order | None, at: datetime) -> None:
    measure = plan_measure(
        actor=region.actor(HEAD, at), description=_description(region, script), order=order, now=at
    )
    for number, (state, day) in enumerate(script.moves):
        region.diary.note(region.at(day, 15, number), partial(_move, region, measure, state))
    for number, task in enumerate(script.tasks, start=1):
        _add_task(region, measure, task, at + timedelta(minutes=5 * number))


def _description(region: Region, script: MeasureScript) -> Description:
    return Description(
        title=_secret(region, script.title, "Measure.title"),
        target_group=script.target_group,
        inputs=_secret(region, script.inputs, "Measure.inputs"),
        outputs=_secret(region, script.outputs, "Measure.outputs"),
        outcome=_secret(region, script.outcome, "Measure.outcome"),
        impact=_secret(region, script.impact, "Measure.impact"),
        indicator=_secret(region, script.indicator, "Measure.indicator"),
        starts_on=region.day(script.starts) if script.starts is not None else None,
        ends_on=region.day(script.ends) if script.ends is not None else None,
        lead=region.people[script.lead],
        field_of_action=region.fields_of_action[script.field] if script.field else None,
    )


def _move(region: Region, measure: Measure, state: str, at: datetime) -> None:
    move_measure(actor=region.actor(HEAD, at), measure=measure, state=state, now=at)


def _add_task(region: Region, measure: Measure, script: TaskScript, at: datetime) -> None:
    task = add_task(
        actor=region.actor(HEAD, at),
        measure=measure,
        title=_secret(region, script.title, "Task.title"),
        assignee=region.people[script.who] if script.who else None,
        due_on=region.day(script.due) if script.due is not None else None,
        now=at,
    )
    state, moved = (
        ("done", region.at(script.done, 17)) if script.done is not None else (script.state, at + BEGUN_AFTER)
    )
    if state != "open":
        region.diary.note(max(moved, at), partial(_move_task, region, task, state))


def _move_task(region: Region, task: Task, state: str, at: datetime) -> None:
    move_task(actor=region.actor(PEDAGOGICAL, at), task=task, state=state, now=at)


def _secret(region: Region, text: str, where: str) -> str:
    return region.canary.mark(text, f"programme.{where}", region.who_may("programme.measure.read"))
