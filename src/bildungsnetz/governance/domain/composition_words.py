"""What the composition check says to people: how a seat stands and what to do about it."""

from __future__ import annotations

from typing import TYPE_CHECKING

from django.utils.translation import gettext as _
from django.utils.translation import ngettext

from bildungsnetz.governance.domain.composition import SeatStatus
from bildungsnetz.governance.domain.refusals import german_day

if TYPE_CHECKING:
    from bildungsnetz.governance.domain.composition import Composition, RuleFinding

TONES = {
    SeatStatus.OK: "success",
    SeatStatus.VACANT: "warning",
    SeatStatus.EXPIRED: "warning",
    SeatStatus.OVER_FILLED: "danger",
}


def what_to_do(finding: RuleFinding) -> str:
    """The next step for one seat, naming who nominates; empty when it is in order."""
    if finding.status is SeatStatus.OK:
        return ""
    party = str(finding.rule.nominating_party)
    if finding.status is SeatStatus.OVER_FILLED:
        return _clear_surplus(finding.surplus, party)
    ended = ""
    if finding.status is SeatStatus.EXPIRED and finding.last_ended_on:
        ended = _("Das letzte Mandat endete am %(day)s.") % {"day": german_day(finding.last_ended_on)} + " "
    return ended + _ask_for(finding.missing, party)


def in_a_word(composition: Composition) -> tuple[str, str]:
    """The state of the whole body for a list, with its tone."""
    to_do = sum(finding.status is not SeatStatus.OK for finding in composition.findings)
    to_do += composition.total.status is not SeatStatus.OK
    if not composition.findings:
        return _("keine Sitze eingerichtet"), "quiet"
    if not to_do:
        return _("in Ordnung"), "success"
    is_over = composition.total.status is SeatStatus.OVER_FILLED or any(
        f.surplus for f in composition.findings
    )
    words = ngettext("%(count)s Hinweis", "%(count)s Hinweise", to_do) % {"count": to_do}
    return words, "danger" if is_over else "warning"


def too_many(composition: Composition) -> str:
    """The sentence when the body as a whole has too many voting members; empty otherwise."""
    if composition.total.status is SeatStatus.OK:
        return ""
    return _(
        "Das Gremium hat %(filled)s stimmberechtigte Mitglieder, erlaubt sind höchstens %(maximum)s."
    ) % {
        "filled": composition.total.filled,
        "maximum": composition.total.maximum,
    }


def _ask_for(missing: int, party: str) -> str:
    if not party:
        return ngettext(
            "Es fehlt %(count)s Person. Klären Sie, wer benennt.",
            "Es fehlen %(count)s Personen. Klären Sie, wer benennt.",
            missing,
        ) % {"count": missing}
    return ngettext(
        "Bitten Sie um Benennung von %(count)s Person: %(party)s.",
        "Bitten Sie um Benennung von %(count)s Personen: %(party)s.",
        missing,
    ) % {"count": missing, "party": party}


def _clear_surplus(surplus: int, party: str) -> str:
    if not party:
        return ngettext(
            "%(count)s Person zu viel. Klären Sie, wer ausscheidet.",
            "%(count)s Personen zu viel. Klären Sie, wer ausscheidet.",
            surplus,
        ) % {"count": surplus}
    return ngettext(
        "%(count)s Person zu viel. Klären Sie, wer ausscheidet, mit: %(party)s.",
        "%(count)s Personen zu viel. Klären Sie, wer ausscheidet, mit: %(party)s.",
        surplus,
    ) % {"count": surplus, "party": party}
