"""Who may do what in the programme."""

from bildungsnetz.core.actor import Actor
from bildungsnetz.core.errors import NotAllowed
from bildungsnetz.programme.models import Measure, Task

READ = "programme.measure.read"
PLAN = "programme.measure.plan"
CHANGE = "programme.measure.change"
WORK = "programme.task.work"
READ_REPORT = "programme.accountability.read"


def may_read(actor: Actor) -> bool:
    """All measures and tasks."""
    return actor.can(READ)


def may_plan(actor: Actor) -> bool:
    return actor.can(PLAN)


def may_change(actor: Actor, measure: Measure) -> bool:
    """The office and the person who leads the measure."""
    return actor.can(CHANGE) or leads(actor, measure)


def demand_change(actor: Actor, measure: Measure) -> None:
    """Raises NotAllowed when the actor may not change the measure; for pages that only lead to the act."""
    if not may_change(actor, measure):
        raise NotAllowed


def may_work_on(actor: Actor, task: Task) -> bool:
    """The office, the lead of the measure and the person to whom the task was given."""
    own = task.assignee is not None and _is(actor, task.assignee.user_id)
    return actor.can(WORK) or own or leads(actor, task.measure)


def leads(actor: Actor, measure: Measure) -> bool:
    return measure.lead is not None and _is(actor, measure.lead.user_id)


def _is(actor: Actor, user_id: int | None) -> bool:
    return user_id is not None and user_id == actor.user_id
