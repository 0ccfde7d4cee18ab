"""From the records of a session to the sections of its minutes, and to their stored form."""

from collections.abc import Iterable
from typing import Any

from django.db.models import Prefetch
from django.utils.translation import override

from bildungsnetz.core.clock import day_of
from bildungsnetz.governance.domain.agenda import ItemKind, ItemState
from bildungsnetz.governance.domain.decision_kinds import Outcome, Position
from bildungsnetz.governance.domain.minutes_text import (
    DecisionText,
    ItemText,
    PositionText,
    Section,
    SessionText,
    compose,
)
from bildungsnetz.governance.models import AgendaItem, Decision, Session, agenda_order
from bildungsnetz.governance.selectors.hearing import PREFETCH, hearing_of
from bildungsnetz.governance.services.minutes_presence import PeopleOfMinutes


def stored(sections: Iterable[Section]) -> list[dict[str, Any]]:
    """Sections as JSON."""
    return [{"key": s.key, "heading": s.heading, "paragraphs": list(s.paragraphs)} for s in sections]


def composed(session: Session) -> tuple[Section, ...]:
    """The minutes of a session as its records say."""
    people = PeopleOfMinutes(session)
    items = (
        session.items.exclude(state__in=[ItemState.WITHDRAWN, ItemState.PROPOSED])
        .select_related("city_costs")
        .prefetch_related(
            *PREFETCH,
            Prefetch("decisions", Decision.objects.select_related("circular")),
            "decisions__positions__side",
            "decisions__positions__stated_by",
            "decisions__objections__person",
        )
        .order_by(*agenda_order())
    )
    return compose(
        SessionText(
            body_name=session.body.name,
            session_number=str(session.number),
            held_on=day_of(session.starts_at),
            place=session.place,
            present=people.present,
            excused=people.excused,
            guests=people.guests,
            quorum=(session.quorum_note,) if session.quorum_note else (),
            items=tuple(_item(item, people) for item in items),
            next_session_on=session.next_date,
        )
    )


def _item(item: AgendaItem, people: PeopleOfMinutes) -> ItemText:
    # What a later session replaced or revoked was still decided in this one.
    decision = next(iter(item.decisions.all()), None)
    return ItemText(
        key=str(item.pk),
        number=item.numeral,
        title=item.title,
        kind=ItemKind(item.kind),
        state=ItemState(item.state),
        presence=people.at(item),
        hearing=_hearing(item),
        result=item.result,
        decision=_decision(decision) if decision else None,
    )


def _hearing(item: AgendaItem) -> str:
    """What the cities said, in one paragraph of the German document."""
    with override("de"):
        return " ".join(hearing.sentences) if (hearing := hearing_of(item)) else ""


def _decision(decision: Decision) -> DecisionText:
    return DecisionText(
        number=decision.reference,
        wording=decision.wording,
        outcome=Outcome(decision.outcome),
        positions=tuple(
            PositionText(entry.side.name, Position(entry.position), str(entry.stated_by or ""), entry.text)
            for entry in decision.positions.all()
        ),
        objections=tuple((str(entry.person), entry.text) for entry in decision.objections.all()),
        note=decision.note if hasattr(decision, "circular") else "",
    )
