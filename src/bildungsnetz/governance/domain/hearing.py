"""Items that cost cities money: the cities are heard, or a waiver is on record, before the body decides.

Source: story ST-03 of the domain report: a city is heard before a decision that costs its money; an item with a financial
effect needs an opinion round or a waiver. Whoever was asked read a text: when it changes, the round no longer counts.
"""

from __future__ import annotations

import hashlib
import json
from dataclasses import dataclass
from typing import TYPE_CHECKING

from django.db.models import TextChoices
from django.utils.translation import gettext_lazy as _

from bildungsnetz.governance.domain.refusals import Refusal, german_day

if TYPE_CHECKING:
    from collections.abc import Iterable, Sequence
    from datetime import date

REMIND_DAYS = 3


class HearingState(TextChoices):
    """Where the hearing of the cities stands; the label is what pages and papers say."""

    MISSING = "missing", _("Die Städte sind noch nicht gefragt.")
    RUNNING = "running", _("Die Städte sind gefragt, die Frist läuft noch.")
    OUTDATED = "outdated", _("Der Punkt hat sich geändert, seit die Städte gefragt wurden.")
    HEARD = "heard", _("Die Städte sind angehört.")
    WAIVED = "waived", _("Auf die Anhörung der Städte ist verzichtet.")


class OpinionAnswer(TextChoices):
    """What a city says."""

    AGREES = "agrees", _("zustimmend")
    CONCERNS = "concerns", _("Bedenken")
    NONE = "none", _("keine Stellungnahme")


@dataclass(frozen=True, slots=True)
class RoundFacts:
    """What counts of a round: the text it asked about, and whether it is over or was revoked."""

    text_key: str
    is_over: bool = False
    is_revoked: bool = False


def text_key(title: str, summary: str, proposal: str, estimate: str, cities: Iterable[int]) -> str:
    """Tells one text from another; blanks at the ends and between words do not matter."""
    words = [" ".join(text.split()) for text in (title, summary, proposal, estimate)]
    return hashlib.sha256(json.dumps([*words, sorted(cities)], ensure_ascii=False).encode()).hexdigest()


def hearing_state(key: str, rounds: Sequence[RoundFacts], waived_key: str = "") -> HearingState:
    """Where it stands for the text with this key; a waiver and a round count for the text they were about."""
    valid = [found for found in rounds if found.text_key == key and not found.is_revoked]
    if any(found.is_over for found in valid):
        return HearingState.HEARD
    if waived_key == key:
        return HearingState.WAIVED
    if valid:
        return HearingState.RUNNING
    return HearingState.OUTDATED if rounds or waived_key else HearingState.MISSING


def refuse_deciding(state: HearingState | None) -> list[Refusal]:
    """No decision before the cities were heard; None is an item that costs them nothing."""
    if state in {None, HearingState.HEARD, HearingState.WAIVED}:
        return []
    text = _(
        "Dieser Punkt kostet die Städte Geld. %(state)s Hören Sie die Städte an, halten Sie einen Verzicht fest, "
        "oder vertagen Sie den Punkt."
    )
    return [Refusal("cities_not_heard", text % {"state": state.label if state else ""})]


def refuse_round(state: HearingState, *, due_on: date, today: date, is_closed: bool) -> list[Refusal]:
    """A round asks about an open item, once at a time, and gives time to answer."""
    if is_closed:
        text = _("Ein vertraulicher Punkt geht nicht an die Städte. Halten Sie einen Verzicht fest.")
        return [Refusal("item_closed", text)]
    if state is HearingState.RUNNING:
        return [Refusal("round_running", _("Die Städte sind schon gefragt."))]
    if due_on <= today:
        return [Refusal("due_too_early", _("Geben Sie den Städten mindestens bis morgen Zeit."), "due_on")]
    return []


def refuse_opinion(
    *, is_revoked: bool, is_decided: bool, due_on: date, today: date, answer: str = "", text: str = ""
) -> list[Refusal]:
    """Answers count until the last day, and as long as the question stands; concerns say what they are."""
    if is_revoked:
        reason = _("Der Punkt hat sich geändert. Diese Anfrage gilt nicht mehr; Sie werden neu gefragt.")
        return [Refusal("revoked", reason)]
    if is_decided:
        return [Refusal("decided", _("Das Gremium hat über diesen Punkt schon entschieden."))]
    if today > due_on:
        late = _("Die Frist ist am %(day)s abgelaufen.") % {"day": german_day(due_on)}
        return [Refusal("over", late)]
    if answer == OpinionAnswer.CONCERNS and not text.strip():
        return [Refusal("text_missing", _("Schreiben Sie, welche Bedenken die Stadt hat."), "text")]
    return []
