"""The Bildungskonferenz as a session: member mode or open mode, its forums and what people contribute there.

Source: domain report 1.3 (Düsseldorf: most conferences with fixed seats, every fourth an open day; Rhein-Berg: forums give
recommendations), story PM-08 (entry by phone without account, by code; merge; supporters count).
"""

from __future__ import annotations

from collections.abc import Iterable
from datetime import datetime

from django.db.models import TextChoices
from django.utils.translation import gettext_lazy as _

from bildungsnetz.governance.domain.refusals import Refusal
from bildungsnetz.governance.domain.states import StateTable, Step

CODE_LENGTH = 6
# No vowels (no words by chance), nothing that looks like something else on a screen far away.
CODE_LETTERS = "BCDFGHJKMPQRTVWXY346789"


class Audience(TextChoices):
    """For whom a conference is."""

    MEMBERS = "members", _("Mitglieder: Sitze, Empfehlungen, Beschlüsse")
    OPEN = "open", _("offen für alle: Foren, keine Beschlüsse")


class ForumState(TextChoices):
    """Whether a forum takes contributions."""

    PREPARED = "prepared", _("vorbereitet")
    OPEN = "open", _("geöffnet")
    CLOSED = "closed", _("geschlossen")


class ContributionState(TextChoices):
    """What became of a contribution."""

    WAITING = "waiting", _("wartet auf Freigabe")
    SHOWN = "shown", _("freigegeben")
    REFUSED = "refused", _("nicht freigegeben")
    MERGED = "merged", _("zusammengefasst")


FORUM_STEPS = StateTable(
    (
        Step(ForumState.PREPARED, ForumState.OPEN),
        Step(ForumState.OPEN, ForumState.CLOSED),
        # More is said after the break: the forum opens again with a new code.
        Step(ForumState.CLOSED, ForumState.OPEN),
    )
)
CONTRIBUTION_STEPS = StateTable(
    (
        Step(ContributionState.WAITING, ContributionState.SHOWN),
        Step(ContributionState.WAITING, ContributionState.REFUSED, needs_text=True),
        Step(ContributionState.SHOWN, ContributionState.REFUSED, needs_text=True),
        Step(ContributionState.REFUSED, ContributionState.SHOWN),
        Step(ContributionState.SHOWN, ContributionState.MERGED),
    )
)


def may_resolve(audience: Audience) -> bool:
    """Only a conference of members decides: in an open one nobody can say who has a seat."""
    return audience is Audience.MEMBERS


def takes_contributions(state: ForumState, closes_at: datetime | None, now: datetime) -> bool:
    """Whether the code of a forum opens anything at the moment."""
    return state is ForumState.OPEN and closes_at is not None and now < closes_at


def plain_code(typed: str) -> str:
    """The code as it is stored, whatever case, spaces and hyphens somebody typed."""
    return "".join(letter for letter in typed.upper() if letter.isalnum())


def shown_code(code: str) -> str:
    """The code in two groups, as it is read out."""
    half = CODE_LENGTH // 2
    return f"{code[:half]}-{code[half:]}" if code else ""


def refuse_merge(states: Iterable[ContributionState]) -> list[Refusal]:
    """Two or more contributions that everybody can see become one; the originals stay behind it."""
    chosen = list(states)
    if len(chosen) < 2:
        text = _("Wählen Sie mindestens zwei Beiträge.")
        return [Refusal("too_few", text, "contributions")]
    if any(state is not ContributionState.SHOWN for state in chosen):
        text = _("Zusammenfassen lassen sich nur freigegebene Beiträge.")
        return [Refusal("not_shown", text, "contributions")]
    return []


def supporters_of_merged(counts: Iterable[int], distinct: int | None) -> int:
    """How many people support what several contributions became.

    While the forum is open the marks tell how many different ones there are (`distinct`). Afterwards only the counts are
    left and may hold the same people, so no more is claimed than is certain: the largest of them.
    """
    return distinct if distinct is not None else max(counts, default=0)
