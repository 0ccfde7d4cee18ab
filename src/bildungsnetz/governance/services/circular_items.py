"""The item of the next session that announces a circular resolution, or takes up what it could not settle."""

from datetime import datetime

from django.utils.translation import gettext as _
from django.utils.translation import override

from bildungsnetz.core import files
from bildungsnetz.core.actor import SYSTEM
from bildungsnetz.core.clock import day_of
from bildungsnetz.governance.domain.agenda import ItemKind
from bildungsnetz.governance.domain.circulars import CircularState, counted, ending, side_positions
from bildungsnetz.governance.domain.decision_kinds import DecisionRule
from bildungsnetz.governance.domain.refusals import german_day
from bildungsnetz.governance.domain.visibility import paper_start
from bildungsnetz.governance.models import AgendaItem, Body, CircularResolution, Decision, Paper, Session
from bildungsnetz.governance.selectors.circulars import answer_of, seats_of, waiting
from bildungsnetz.governance.selectors.decision_sheet import deciding_sides
from bildungsnetz.governance.services.agenda import add_item
from bildungsnetz.governance.services.decisions import numbered_decision, tell, write
from bildungsnetz.governance.services.moving_items import move_to_session
from bildungsnetz.governance.services.statements import Statement


def place_circulars(body: Body, session: Session, *, now: datetime) -> None:
    """Put each circular that waits on the agenda; body and session are locked."""
    rows = CircularResolution.objects.filter(body=body).select_for_update(of=("self",))
    for circular in waiting(rows).order_by("closed_at", "pk"):
        place_circular(circular, session, now=now)


def place_circular(circular: CircularResolution, session: Session, *, now: datetime) -> None:
    """Give an ended circular its item, and the decision its number; an item of a cancelled session moves along."""
    if circular.item is not None:
        move_to_session(circular.item, session)
        return
    with override("de"):
        circular.item = _new_item(circular, session, now)
        if circular.state == CircularState.ADOPTED:
            circular.decision = _decide(circular, now)
    circular.save(update_fields=["item", "decision"])


def _new_item(circular: CircularResolution, session: Session, now: datetime) -> AgendaItem:
    is_adopted = circular.state == CircularState.ADOPTED
    title = _("Bekanntgabe des Umlaufbeschlusses: %(title)s") if is_adopted else "%(title)s"
    item = add_item(
        actor=SYSTEM,
        session=session,
        title=title % {"title": circular.title},
        kind=ItemKind.INFORMATION if is_adopted else ItemKind.DECISION,
        summary=_summary(circular),
        proposal="" if is_adopted else circular.wording,
        visibility=circular.visibility,
        minutes_planned=5 if is_adopted else 15,
        now=now,
    )
    if circular.file is not None:
        Paper.objects.create(
            item=item,
            # A row of its own: withdrawing the paper must not touch what the members were asked about.
            file=files.keep(name=circular.file.name, content=files.read(circular.file), now=now),
            title=circular.file.name[:200],
            visibility=paper_start(item.visibility),
            added_at=now,
        )
    return item


def _summary(circular: CircularResolution) -> str:
    """Without names: the item may be public one day; who said what stands on the page of the circular."""
    closed_on = german_day(day_of(circular.closed_at)) if circular.closed_at else ""
    if circular.state == CircularState.ADOPTED:
        return _("Im Umlaufverfahren beschlossen am %(day)s.") % {"day": closed_on}
    told = _("Das Umlaufverfahren endete am %(day)s ohne Beschluss. %(why)s") % {
        "day": closed_on,
        "why": circular.get_end_reason_display(),
    }
    return f"{circular.reason}\n\n{told}"


def _decide(circular: CircularResolution, now: datetime) -> Decision:
    """The decision of the circular with the day on which it came about."""
    assert circular.item is not None  # noqa: S101 - just set
    assert circular.closed_at is not None  # noqa: S101 - ended
    on = day_of(circular.closed_at)
    answers = [answer_of(seat, on) for seat in seats_of(circular)]
    body = circular.body
    sides = tuple(side.key for side in deciding_sides(body))
    end = ending(DecisionRule(body.decision_rule), sides, answers)
    assert end.verdict is not None  # noqa: S101 - adopted means there was one
    votes = counted(answers)
    note = _(
        "Im Umlaufverfahren gefasst: %(asked)s Sitze gefragt, %(yes)s zugestimmt, %(abstained)s enthalten, niemand widersprochen."
    )
    decision = numbered_decision(circular.item, body, on, now)
    statement = Statement(
        wording=circular.wording,
        positions=side_positions(sides, answers),
        ballot=votes if body.decision_rule == DecisionRule.SIMPLE_MAJORITY else Statement("").ballot,
        note=note % {"asked": len(answers), "yes": votes.yes, "abstained": votes.abstained},
    )
    write(decision, statement, end.verdict)
    tell("record", decision, actor=SYSTEM, now=now)
    return decision
