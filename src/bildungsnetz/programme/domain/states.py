"""The life of a measure and of a task, and what a measure should say.

Source: table of objects and states of the network's steering cycle (idea … archived; open … done); effect logic
Input–Output–Outcome–Impact and the usual gaps of goals (target group, indicator) after PHINEO. Gaps warn, never block.
"""

from __future__ import annotations

from dataclasses import dataclass
from datetime import date

from django.db.models import TextChoices
from django.utils.translation import gettext_lazy as _


class MeasureState(TextChoices):
    """Where a measure stands."""

    IDEA = "idea", _("Idee")
    CONCEPT = "concept", _("Konzept")
    APPROVED = "approved", _("freigegeben")
    RUNNING = "running", _("läuft")
    PAUSED = "paused", _("ruht")
    FINISHED = "finished", _("beendet")
    EVALUATED = "evaluated", _("ausgewertet")
    ARCHIVED = "archived", _("archiviert")


class TaskState(TextChoices):
    """Where a task stands."""

    OPEN = "open", _("offen")
    DOING = "doing", _("in Arbeit")
    WAITING = "waiting", _("wartet")
    DONE = "done", _("erledigt")


_M = MeasureState
MEASURE_STEPS: dict[MeasureState, tuple[MeasureState, ...]] = {
    _M.IDEA: (_M.CONCEPT, _M.ARCHIVED),
    _M.CONCEPT: (_M.APPROVED, _M.IDEA, _M.ARCHIVED),
    _M.APPROVED: (_M.RUNNING, _M.ARCHIVED),
    _M.RUNNING: (_M.PAUSED, _M.FINISHED),
    _M.PAUSED: (_M.RUNNING, _M.FINISHED),
    _M.FINISHED: (_M.EVALUATED,),
    _M.EVALUATED: (_M.ARCHIVED,),
    _M.ARCHIVED: (),
}


def may_become(source: MeasureState, target: MeasureState) -> bool:
    """Whether a measure may step from one state to the other."""
    return target in MEASURE_STEPS[source]


@dataclass(frozen=True, slots=True)
class MeasureText:
    """What a measure says about itself."""

    target_group: str
    outcome: str
    indicator: str
    ends_on: date | None


def gaps(measure: MeasureText) -> list[str]:
    """What the description still lacks, as German sentences; empty when nothing is missing."""
    found = [
        (measure.target_group, _("Die Zielgruppe fehlt: Für wen soll sich etwas ändern?")),
        (measure.outcome, _("Die Wirkung fehlt: Was ist danach bei der Zielgruppe anders?")),
        (measure.indicator, _("Der Indikator fehlt: Woran ist die Wirkung zu erkennen?")),
        (measure.ends_on, _("Das Ende fehlt: Bis wann soll das Ziel erreicht sein?")),
    ]
    return [str(sentence) for said, sentence in found if not said]
