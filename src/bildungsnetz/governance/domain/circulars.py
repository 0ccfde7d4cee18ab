"""The circular resolution (Umlaufbeschluss): who is asked, when it ends, and what comes of it.

Source: table 1.5 of the domain report, row "circular resolution" (deadline, every seat must answer, one objection ⇒ goes to
next session), and story CO-04. The outcome itself comes from the rule of the body (`consensus`); what the circular cannot
settle is no decision, it becomes an item of the next session.
"""

from __future__ import annotations

from dataclasses import dataclass
from datetime import timedelta
from typing import TYPE_CHECKING

from django.db.models import TextChoices
from django.utils.translation import gettext_lazy as _

from bildungsnetz.governance.domain.consensus import Ballot, Proposal, SidePosition, Verdict, decide
from bildungsnetz.governance.domain.decision_kinds import DecisionRule, Position
from bildungsnetz.governance.domain.refusals import Refusal
from bildungsnetz.governance.domain.states import StateTable, Step
from bildungsnetz.governance.domain.visibility import Visibility

if TYPE_CHECKING:
    from collections.abc import Iterable, Sequence
    from datetime import date

REMIND_DAYS = 3
# Every seat is asked, also seats that may not read confidential items; so none of these can be one.
LEVELS = (Visibility.PUBLIC, Visibility.NETWORK, Visibility.BODY)
_NEEDS_TEXT = frozenset({Position.OBJECT, Position.RESERVATION})


class CircularState(TextChoices):
    """Where a circular resolution stands."""

    OPEN = "open", _("läuft")
    ADOPTED = "adopted", _("beschlossen")
    TO_SESSION = "to_session", _("in die Sitzung verwiesen")
    WITHDRAWN = "withdrawn", _("zurückgezogen")


CIRCULAR_STEPS = StateTable(
    (
        Step(CircularState.OPEN, CircularState.ADOPTED),
        Step(CircularState.OPEN, CircularState.TO_SESSION),
        Step(CircularState.OPEN, CircularState.WITHDRAWN, needs_text=True),
    )
)


class EndReason(TextChoices):
    """Why a circular ended as it did."""

    AGREED = "agreed", _("Alle Sitze haben geantwortet, niemand hat widersprochen.")
    OBJECTION = "objection", _("Ein Mitglied hat widersprochen.")
    MISSING = "missing", _("Bis zum Ende der Frist haben nicht alle Sitze geantwortet.")
    NO_CONSENSUS = "no_consensus", _("Nach der Beschlussregel des Gremiums kam kein Beschluss zustande.")


@dataclass(frozen=True, slots=True)
class SeatAnswer:
    """What the holder of a seat said. `speaks_for` is the side whose position it is; a vacant seat is not waited for."""

    person: str
    position: Position | None = None
    speaks_for: str = ""
    text: str = ""
    is_held: bool = True


@dataclass(frozen=True, slots=True)
class Ending:
    """How a circular ends; `verdict` is the decision where there is one."""

    state: CircularState
    reason: EndReason
    verdict: Verdict | None = None


def positions_for(*, speaks_for_a_side: bool) -> tuple[Position, ...]:
    """What a seat may answer; a reservation is a position of a side."""
    reservation = (Position.RESERVATION,) if speaks_for_a_side else ()
    return (Position.AGREE, *reservation, Position.ABSTAIN, Position.OBJECT)


def refuse_start(
    rule: DecisionRule, *, today: date, answer_by: date, seats: int, sides_missing: Sequence[str]
) -> list[Refusal]:
    """A circular needs a body that decides, people to ask, a chair on each side that counts, and a day to come."""
    refusals = []
    if rule is DecisionRule.INFORMATION_ONLY:
        refusals.append(Refusal("never_decides", _("Dieses Gremium fasst keine Beschlüsse."), "body"))
    elif not seats:
        refusals.append(Refusal("nobody", _("In diesem Gremium ist kein Sitz mit Stimme besetzt."), "body"))
    refusals += [
        Refusal(
            "chair_missing",
            _("Für die Seite %(side)s ist kein Vorsitz eingetragen.") % {"side": side},
            "body",
        )
        for side in sides_missing
    ]
    if answer_by <= today:
        refusals.append(Refusal("too_soon", _("Die Frist endet frühestens morgen."), "answer_by"))
    return refusals


def refuse_answer(
    state: CircularState, position: Position, text: str, *, speaks_for_a_side: bool, is_late: bool = False
) -> list[Refusal]:
    """An answer needs a running circular, a position the seat may take, and words where the record needs them."""
    if state is not CircularState.OPEN or is_late:
        return [Refusal("not_open", _("Dieses Umlaufverfahren ist beendet."))]
    if position not in positions_for(speaks_for_a_side=speaks_for_a_side):
        return [Refusal("no_such_answer", _("Wählen Sie eine der angebotenen Antworten."), "position")]
    if position in _NEEDS_TEXT and not text.strip():
        missing = _("Halten Sie den Vorbehalt oder Widerspruch im Wortlaut fest.")
        return [Refusal("text_missing", missing, "text")]
    return []


def is_over(answers: Iterable[SeatAnswer], *, today: date, answer_by: date) -> bool:
    """One objection ends it, so does the last answer, and so does the day after the deadline."""
    known = list(answers)
    if any(answer.position is Position.OBJECT for answer in known) or today > answer_by:
        return True
    return all(answer.position is not None for answer in known if answer.is_held)


def ending(rule: DecisionRule, sides: tuple[str, ...], answers: Iterable[SeatAnswer]) -> Ending:
    """What comes of the answers: a decision by the rule of the body, or an item of the next session."""
    known = list(answers)
    said = [answer for answer in known if answer.position is not None]
    if any(answer.position is Position.OBJECT for answer in said):
        return Ending(CircularState.TO_SESSION, EndReason.OBJECTION)
    if not said or any(answer.position is None for answer in known if answer.is_held):
        return Ending(CircularState.TO_SESSION, EndReason.MISSING)
    verdict = decide(_proposal(rule, sides, said))
    if not verdict.is_adopted:
        return Ending(CircularState.TO_SESSION, EndReason.NO_CONSENSUS, verdict)
    return Ending(CircularState.ADOPTED, EndReason.AGREED, verdict)


def side_positions(sides: tuple[str, ...], answers: Iterable[SeatAnswer]) -> tuple[SidePosition, ...]:
    """The positions of the sides, stated by those who chair them."""
    return tuple(
        SidePosition(answer.speaks_for, answer.position, answer.person, answer.text)
        for answer in answers
        if answer.position is not None and answer.speaks_for in sides
    )


def counted(answers: Iterable[SeatAnswer]) -> Ballot:
    """The answers as votes; a reservation is a yes."""
    said = [answer.position for answer in answers if answer.position is not None]
    yes = sum(position in {Position.AGREE, Position.RESERVATION} for position in said)
    no = said.count(Position.OBJECT)
    return Ballot(yes, no, said.count(Position.ABSTAIN))


def is_reminder_due(*, today: date, answer_by: date, asked_on: date) -> bool:
    """A seat is reminded in the last days, but not on the day it was asked."""
    return asked_on < today <= answer_by and answer_by - today <= timedelta(days=REMIND_DAYS)


def _proposal(rule: DecisionRule, sides: tuple[str, ...], said: list[SeatAnswer]) -> Proposal:
    positions = side_positions(sides, said)
    return Proposal(
        rule=rule,
        sides=sides,
        positions=positions,
        speakers={entry.side: frozenset({entry.stated_by}) for entry in positions},
        ballot=counted(said),
    )
