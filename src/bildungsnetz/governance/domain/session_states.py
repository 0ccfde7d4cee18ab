"""The life of a session.

Source: states of the domain report, table 2.4; closing needs the date of the next session (rules of procedure) and, in
a body with co-chairs, both sides' chair or deputy (domain rule 2).
"""

from __future__ import annotations

from dataclasses import dataclass
from typing import TYPE_CHECKING

from django.db.models import TextChoices
from django.utils.translation import gettext_lazy as _

from bildungsnetz.governance.domain.refusals import Refusal, german_day
from bildungsnetz.governance.domain.states import StateTable, Step

if TYPE_CHECKING:
    from datetime import date


class SessionState(TextChoices):
    """Where a session stands."""

    PLANNED = "planned", _("geplant")
    INVITED = "invited", _("eingeladen")
    IN_SESSION = "in_session", _("läuft")
    HELD = "held", _("durchgeführt")
    MINUTES_DRAFT = "minutes_draft", _("Protokollentwurf")
    MINUTES_APPROVED = "minutes_approved", _("Protokoll genehmigt")
    ARCHIVED = "archived", _("archiviert")
    CANCELLED = "cancelled", _("abgesagt")


class SessionMode(TextChoices):
    """How people meet."""

    ON_SITE = "on_site", _("vor Ort")
    ONLINE = "online", _("online")
    HYBRID = "hybrid", _("vor Ort und online")


SESSION_STEPS = StateTable(
    (
        Step(SessionState.PLANNED, SessionState.INVITED),
        Step(SessionState.INVITED, SessionState.IN_SESSION),
        Step(SessionState.IN_SESSION, SessionState.HELD),
        Step(SessionState.HELD, SessionState.MINUTES_DRAFT),
        Step(SessionState.MINUTES_DRAFT, SessionState.MINUTES_APPROVED),
        Step(SessionState.MINUTES_APPROVED, SessionState.ARCHIVED),
        Step(SessionState.PLANNED, SessionState.CANCELLED, needs_text=True),
        Step(SessionState.INVITED, SessionState.CANCELLED, needs_text=True),
        # People came, but not enough of them: nothing was decided and the session did not take place.
        Step(SessionState.IN_SESSION, SessionState.CANCELLED, needs_text=True),
    )
)


@dataclass(frozen=True, slots=True)
class SessionFacts:
    """What the guards need to know; `chair_sides_missing` holds the names of sides without chair or deputy."""

    session_on: date
    today: date
    accepted_items: int = 0
    open_items: int = 0
    decisions: int = 0
    has_next_date: bool = False
    chair_sides_missing: tuple[str, ...] = ()
    minutes_approved: bool = False


def refuse_session_step(
    source: SessionState, target: SessionState, facts: SessionFacts, text: str = ""
) -> list[Refusal]:
    """Why the session cannot take the step: the step itself first, then every unmet condition of the target."""
    if refusal := SESSION_STEPS.refuse(source, target, text):
        return [refusal]
    guard = _GUARDS.get(target)
    return guard(facts) if guard else []


def may_change_agenda(state: SessionState) -> bool:
    """Items can be added and withdrawn until the session is closed; changes after the invitation are logged."""
    return state in {SessionState.PLANNED, SessionState.INVITED, SessionState.IN_SESSION}


def may_record_results(state: SessionState) -> bool:
    """Attendance and decisions belong to a running session; gaps can be filled until the minutes are written."""
    return state in {SessionState.IN_SESSION, SessionState.HELD}


def _refuse_inviting(facts: SessionFacts) -> list[Refusal]:
    refusals = []
    if facts.accepted_items == 0:
        text = _("Nehmen Sie mindestens einen Tagesordnungspunkt an, bevor Sie einladen.")
        refusals.append(Refusal("agenda_empty", text))
    if facts.today > facts.session_on:
        past = _("Der Sitzungstag %(day)s ist schon vorbei.") % {"day": german_day(facts.session_on)}
        refusals.append(Refusal("session_past", past))
    return refusals


def _refuse_opening(facts: SessionFacts) -> list[Refusal]:
    if facts.today >= facts.session_on:
        return []
    text = _("Die Sitzung kann erst am %(day)s beginnen.") % {"day": german_day(facts.session_on)}
    return [Refusal("too_early", text)]


def _refuse_closing(facts: SessionFacts) -> list[Refusal]:
    refusals = []
    if facts.open_items:
        text = _("Offene Tagesordnungspunkte: %(count)s. Behandeln, vertagen oder streichen Sie sie.")
        refusals.append(Refusal("items_open", text % {"count": facts.open_items}))
    if not facts.has_next_date:
        text = _("Legen Sie den Termin der nächsten Sitzung fest.")
        refusals.append(Refusal("next_date_missing", text, "next_session_on"))
    refusals += [
        Refusal(
            "chair_missing",
            _("Für die Seite %(side)s fehlt der Ko-Vorsitz oder dessen Stellvertretung.") % {"side": side},
        )
        for side in facts.chair_sides_missing
    ]
    return refusals


def _refuse_approving(facts: SessionFacts) -> list[Refusal]:
    if facts.minutes_approved:
        return []
    return [Refusal("minutes_open", _("Das Protokoll ist noch nicht von allen Seiten genehmigt."))]


def _refuse_cancelling(facts: SessionFacts) -> list[Refusal]:
    if not facts.decisions:
        return []
    return [
        Refusal(
            "has_decisions", _("In dieser Sitzung wurde schon beschlossen; sie kann nicht abgesagt werden.")
        )
    ]


_GUARDS = {
    SessionState.INVITED: _refuse_inviting,
    SessionState.IN_SESSION: _refuse_opening,
    SessionState.HELD: _refuse_closing,
    SessionState.MINUTES_APPROVED: _refuse_approving,
    SessionState.CANCELLED: _refuse_cancelling,
}
