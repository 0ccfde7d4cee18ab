"""Composes the results minutes of a session from its facts.

Source: the office writes results minutes (Duisburg), not a record of who said what. The minutes are a German document
whatever language the reader uses.
"""

from __future__ import annotations

import re
from dataclasses import dataclass, replace
from typing import TYPE_CHECKING

from django.utils.translation import gettext_lazy as _
from django.utils.translation import override

from bildungsnetz.governance.domain.agenda import ItemState
from bildungsnetz.governance.domain.decision_kinds import Outcome, ReasonCode
from bildungsnetz.governance.domain.refusals import german_day

if TYPE_CHECKING:
    from collections.abc import Iterable
    from datetime import date

    from bildungsnetz.governance.domain.agenda import ItemKind
    from bildungsnetz.governance.domain.decision_kinds import Position

# How `_decision` begins its first paragraph; pages and papers set such paragraphs apart.
_DECISION = re.compile(r"Beschluss [^()]+ \([^)]+\): ")


@dataclass(frozen=True, slots=True)
class PositionText:
    """The position of a side as the minutes print it."""

    side_name: str
    position: Position
    stated_by: str = ""
    text: str = ""


@dataclass(frozen=True, slots=True)
class DecisionText:
    """A decision as the minutes print it; `objections` are pairs of name and wording; `note` says how it came about."""

    number: str
    wording: str
    outcome: Outcome
    positions: tuple[PositionText, ...] = ()
    objections: tuple[tuple[str, str], ...] = ()
    note: str = ""


@dataclass(frozen=True, slots=True)
class ItemText:
    """An agenda item with its result; an item that never got a number has none. `presence` says who was away or came."""

    key: str
    number: str
    title: str
    kind: ItemKind
    state: ItemState
    result: str = ""
    decision: DecisionText | None = None
    presence: tuple[str, ...] = ()
    hearing: str = ""


@dataclass(frozen=True, slots=True)
class SessionText:
    """The facts of a session; names are printed as given, in the order given."""

    body_name: str
    session_number: str
    held_on: date
    place: str
    present: tuple[str, ...]
    excused: tuple[str, ...] = ()
    guests: tuple[str, ...] = ()
    quorum: tuple[str, ...] = ()
    items: tuple[ItemText, ...] = ()
    next_session_on: date | None = None


@dataclass(frozen=True, slots=True)
class Section:
    """One part of the minutes; `key` stays the same between versions."""

    key: str
    heading: str
    paragraphs: tuple[str, ...]

    @property
    def marked(self) -> tuple[tuple[str, bool], ...]:
        """Each paragraph, and whether it is the wording of a decision, which pages and papers set apart."""
        return tuple((text, _DECISION.match(text) is not None) for text in self.paragraphs)


def compose(session: SessionText) -> tuple[Section, ...]:
    """The minutes as sections: head, attendance, one per agenda item, next date."""
    with override("de"):
        sections = (_head(session), _attendance(session), *map(_item, session.items), *_next_date(session))
    # Results and wordings may hold blank lines: the same paragraphs come out as after the first edit by hand.
    split = (replace(section, paragraphs=paragraphs_of(text_of(section))) for section in sections)
    return tuple(section for section in split if section.paragraphs)


def text_of(section: Section) -> str:
    """The paragraphs as one text to write in, separated by blank lines."""
    return "\n\n".join(section.paragraphs)


def paragraphs_of(text: str) -> tuple[str, ...]:
    """The paragraphs of a typed text: blank lines separate them."""
    normal = text.replace("\r\n", "\n").replace("\r", "\n")
    return tuple(part.strip() for part in re.split(r"\n[ \t]*\n", normal) if part.strip())


def _head(session: SessionText) -> Section:
    heading = _("Protokoll der %(number)s. Sitzung: %(body)s")
    held = _("Sitzung am %(day)s") % {"day": german_day(session.held_on)}
    return Section(
        "head",
        heading % {"number": session.session_number, "body": session.body_name},
        _filled((held, _labelled(_("Ort"), session.place))),
    )


def _attendance(session: SessionText) -> Section:
    people = (
        _labelled(_("Anwesend"), ", ".join(session.present)),
        _labelled(_("Entschuldigt"), ", ".join(session.excused)),
        _labelled(_("Gäste"), ", ".join(session.guests)),
    )
    return Section("attendance", str(_("Anwesenheit")), _filled((*people, *session.quorum)))


def _item(item: ItemText) -> Section:
    number = _("TOP %(number)s: ") % {"number": item.number} if item.number else ""
    state = (
        "" if item.state is ItemState.TREATED else _("Der Punkt ist %(state)s.") % {"state": item.state.label}
    )
    decision = _decision(item.decision) if item.decision else ()
    kind = _labelled(_("Art"), str(item.kind.label))
    return Section(
        f"item-{item.key}",
        f"{number}{item.title}",
        _filled((kind, state, *item.presence, item.hearing, item.result, *decision)),
    )


def _decision(decision: DecisionText) -> tuple[str, ...]:
    head = _("Beschluss %(number)s (%(outcome)s): %(wording)s") % {
        "number": decision.number,
        "outcome": decision.outcome.label,
        "wording": decision.wording,
    }
    objections = (
        _("Widerspruch von %(name)s: %(text)s") % {"name": name, "text": text}
        for name, text in decision.objections
    )
    open_end = str(ReasonCode.COMPETENCE.label) if decision.outcome is Outcome.NO_CONSENSUS else ""
    return (head, decision.note, *map(_position, decision.positions), *objections, open_end)


def _position(entry: PositionText) -> str:
    speaker = f" ({entry.stated_by})" if entry.stated_by else ""
    wording = f": {entry.text}" if entry.text else ""
    return f"{entry.side_name}{speaker} {entry.position.label}{wording}"


def _next_date(session: SessionText) -> tuple[Section, ...]:
    if session.next_session_on is None:
        return ()
    return (Section("next_date", str(_("Nächste Sitzung")), (german_day(session.next_session_on),)),)


def _labelled(label: object, text: str) -> str:
    return f"{label}: {text}" if text else ""


def _filled(paragraphs: Iterable[str]) -> tuple[str, ...]:
    return tuple(paragraph for paragraph in paragraphs if paragraph.strip())
