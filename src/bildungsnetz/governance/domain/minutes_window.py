"""The window in which members may object to delivered minutes.

Source: table 1.5 of the domain report, row "minutes" (both co-chairs sign off, 14 days for objections after delivery, then
an immutable version; deemed approved when nobody objects) and story VK-04. The order is decided in docs/adr/0040.
"""

from __future__ import annotations

from datetime import date, timedelta

from django.utils.translation import gettext_lazy as _

from bildungsnetz.governance.domain.minutes import MinutesState
from bildungsnetz.governance.domain.refusals import Refusal, german_day


def after_approval(objection_days: int) -> MinutesState:
    """Where minutes go when the last side has approved; a body without a window makes them final at once."""
    return MinutesState.DELIVERED if objection_days else MinutesState.APPROVED


def last_day(delivered_on: date, objection_days: int) -> date:
    """The last day on which an objection counts; the day of delivery itself is not one of the days."""
    return delivered_on + timedelta(days=objection_days)


def is_final(state: MinutesState, until: date | None, today: date) -> bool:
    """Whether delivered minutes become final today: the last day has passed and no objection is open."""
    return state is MinutesState.DELIVERED and until is not None and today > until


def refuse_objection(state: MinutesState, until: date | None, today: date, text: str) -> list[Refusal]:
    """An objection needs delivered minutes, the window, and words; further ones may follow the first."""
    if state not in {MinutesState.DELIVERED, MinutesState.CONTESTED} or until is None:
        return [Refusal("no_window", _("Zu diesem Protokoll läuft keine Widerspruchsfrist."))]
    if today > until:
        reason = _("Die Widerspruchsfrist ist am %(day)s abgelaufen.") % {"day": german_day(until)}
        return [Refusal("too_late", reason)]
    if not text.strip():
        missing = _("Schreiben Sie, welche Stelle falsch ist und wie es richtig heißt.")
        return [Refusal("text_missing", missing, "text")]
    return []


def refuse_answer(state: MinutesState, reason: str) -> list[Refusal]:
    """Chairs answer while an objection stands, with the reason why the text stays."""
    if state is not MinutesState.CONTESTED:
        return [Refusal("nothing_open", _("Zu diesem Protokoll ist kein Widerspruch offen."))]
    if not reason.strip():
        return [Refusal("reason_missing", _("Schreiben Sie, warum der Text bleibt."), "reason")]
    return []
