"""The survey of the network: its states, and what may happen in which.

An answer is personal data of whoever gives it and of nobody else: it rests on consent (Art. 6 Abs. 1 lit. a DSGVO), which is
asked before anything is kept, can be proved (Art. 7 Abs. 1) and withdrawn as easily as it was given (Art. 7 Abs. 3).
"""

from __future__ import annotations

from dataclasses import dataclass
from datetime import date, timedelta
from enum import StrEnum
from typing import TYPE_CHECKING, Final

from django.utils.translation import gettext as _
from django.utils.translation import gettext_lazy

from bildungsnetz.core.errors import RuleViolation

if TYPE_CHECKING:
    from django.utils.functional import _StrPromise

REMINDED_BEFORE: Final = timedelta(days=7)
WAITED_AT_LEAST: Final = timedelta(days=3)
"""One reminder, a week before the last day, but not at once after the invitation."""


class SurveyState(StrEnum):
    DRAFT = "draft"
    RUNNING = "running"
    CLOSED = "closed"


class InvitationState(StrEnum):
    """WAITING: not sent yet. NO_ADDRESS: nobody to write to. DECLINED and WITHDRAWN keep no answer."""

    WAITING = "waiting"
    NO_ADDRESS = "no_address"
    SENT = "sent"
    ANSWERED = "answered"
    DECLINED = "declined"
    WITHDRAWN = "withdrawn"


class AnswerState(StrEnum):
    """NAMED by one end, CONFIRMED by the other end or the office, DISPUTED by one of them: then it is no relation."""

    NAMED = "named"
    CONFIRMED = "confirmed"
    DISPUTED = "disputed"


SURVEY_STATES: Final[dict[SurveyState, _StrPromise]] = {
    SurveyState.DRAFT: gettext_lazy("Entwurf"),
    SurveyState.RUNNING: gettext_lazy("läuft"),
    SurveyState.CLOSED: gettext_lazy("beendet"),
}
INVITATION_STATES: Final[dict[InvitationState, _StrPromise]] = {
    InvitationState.WAITING: gettext_lazy("noch nicht versandt"),
    InvitationState.NO_ADDRESS: gettext_lazy("ohne Mailadresse"),
    InvitationState.SENT: gettext_lazy("ohne Antwort"),
    InvitationState.ANSWERED: gettext_lazy("geantwortet"),
    InvitationState.DECLINED: gettext_lazy("möchte nicht"),
    InvitationState.WITHDRAWN: gettext_lazy("widerrufen"),
}
ANSWER_STATES: Final[dict[AnswerState, _StrPromise]] = {
    AnswerState.NAMED: gettext_lazy("von einer Seite genannt"),
    AnswerState.CONFIRMED: gettext_lazy("bestätigt"),
    AnswerState.DISPUTED: gettext_lazy("bestritten"),
}
DEFAULT_QUESTION: Final = gettext_lazy("Mit wem arbeiten Sie zu welchem Thema wie oft zusammen?")
DEFAULT_PURPOSE: Final = gettext_lazy(
    "Wir möchten sehen, wer im Netzwerk mit wem zusammenarbeitet und wo Schulen Partner fehlen. Ihre Angaben erscheinen "
    "als Verbindung zwischen zwei Einrichtungen im Netzwerkgraphen, ohne Namen von Personen."
)
DEFAULT_BASIS: Final = gettext_lazy(
    "Ihre Einwilligung (Art. 6 Abs. 1 lit. a DSGVO). Die Teilnahme ist freiwillig. Sie können die Einwilligung jederzeit mit "
    "demselben Link widerrufen; dann löschen wir Ihre Angaben."
)
_ACTS: Final[dict[str, frozenset[SurveyState]]] = {
    "edit": frozenset({SurveyState.DRAFT}),
    "start": frozenset({SurveyState.DRAFT}),
    "answer": frozenset({SurveyState.RUNNING}),
    "close": frozenset({SurveyState.RUNNING}),
    "withdraw": frozenset({SurveyState.RUNNING, SurveyState.CLOSED}),
    "judge": frozenset({SurveyState.RUNNING, SurveyState.CLOSED}),
}
_REFUSED: Final[dict[str, _StrPromise]] = {
    "edit": gettext_lazy("Nur ein Entwurf kann geändert werden."),
    "start": gettext_lazy("Diese Befragung ist schon gestartet."),
    "answer": gettext_lazy("Diese Befragung läuft nicht."),
    "close": gettext_lazy("Diese Befragung läuft nicht."),
    "withdraw": gettext_lazy("Zu dieser Befragung gibt es noch keine Angaben."),
    "judge": gettext_lazy("Zu dieser Befragung gibt es noch keine Angaben."),
}


@dataclass(frozen=True, slots=True, kw_only=True)
class SurveyEntry:
    """What the form of a survey holds; an empty kind or municipality asks all."""

    title: str
    question: str
    purpose: str
    legal_basis: str
    closes_on: date
    kind: str = ""
    municipality: int | None = None


@dataclass(frozen=True, slots=True)
class AnswerEntry:
    """One relation as an institution names it."""

    partner: int
    intensity: int
    field_of_action: int | None = None


def allows(state: str, act: str) -> bool:
    """Whether an act is possible in a state."""
    return SurveyState(state) in _ACTS[act]


def require(state: str, act: str) -> None:
    """Raises RuleViolation where the act is not possible."""
    if not allows(state, act):
        raise RuleViolation(str(_REFUSED[act]))


def check_survey(entry: SurveyEntry, *, today: date) -> None:
    """Raises RuleViolation for a last day that leaves no time to answer and be reminded."""
    if entry.closes_on < today + REMINDED_BEFORE:
        raise RuleViolation(
            _("Geben Sie mindestens eine Woche Zeit: Der letzte Tag liegt zu früh."), field="closes_on"
        )


def response_rate(answered: int, asked: int) -> int | None:
    """Answers in whole percent of those who were asked; None when nobody was."""
    return round(100 * answered / asked) if asked else None
