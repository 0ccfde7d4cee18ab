"""Electing speakers: who is elected, who needs a lot, what a ballot may hold.

Source: two seats of the Lenkungskreis Mettmann are named by the schools; user story SL-08 of the domain report (electorate
by school form, secret ballot, result protocol); Warendorf elects its delegates in assemblies (1.3). Elected is who has
most votes; equal votes on the last place are decided by lot.
"""

from __future__ import annotations

from collections import Counter
from dataclasses import dataclass
from typing import TYPE_CHECKING

from django.db.models import TextChoices
from django.utils.translation import gettext_lazy as _

from bildungsnetz.governance.domain.refusals import Refusal

if TYPE_CHECKING:
    from collections.abc import Collection, Iterable, Mapping, Sequence


class ElectionState(TextChoices):
    """How far an election is."""

    DRAFT = "draft", _("vorbereitet")
    OPEN = "open", _("läuft")
    COUNTED = "counted", _("ausgezählt")
    SETTLED = "settled", _("festgestellt")


@dataclass(frozen=True, slots=True)
class Result:
    """Votes per candidate; `elected` have a place, `tied` share the last `open_places` and need a lot."""

    votes: Mapping[str, int]
    cast: int
    blank: int
    elected: tuple[str, ...]
    tied: tuple[str, ...]
    open_places: int


def count(candidates: Sequence[str], ballots: Iterable[Collection[str]], places: int) -> Result:
    """Count the ballots. Nobody without a vote is elected; a ballot without a choice is an abstention."""
    papers = [frozenset(ballot) for ballot in ballots]
    counted = Counter(key for paper in papers for key in paper)
    votes = {key: counted[key] for key in candidates}
    ranked = sorted((key for key in candidates if votes[key]), key=lambda key: -votes[key])
    blank = sum(not paper for paper in papers)
    if len(ranked) <= places:
        return Result(votes, len(papers), blank, tuple(ranked), (), 0)
    last = votes[ranked[places - 1]]
    safe = tuple(key for key in ranked if votes[key] > last)
    level = tuple(key for key in ranked if votes[key] == last)
    if len(safe) + len(level) == places:
        return Result(votes, len(papers), blank, safe + level, (), 0)
    return Result(votes, len(papers), blank, safe, level, places - len(safe))


def refuse_ballot(choices: Collection[str], candidates: Collection[str], places: int) -> list[Refusal]:
    """At most as many names as places, only candidates, each once."""
    if len(set(choices)) < len(choices) or not set(choices) <= set(candidates):
        return [Refusal("unknown_candidate", _("Wählen Sie nur Personen, die zur Wahl stehen."), "choices")]
    if len(choices) > places:
        text = _("Sie haben zu viele Personen gewählt. Möglich sind höchstens %(places)s.") % {
            "places": places
        }
        return [Refusal("too_many", text, "choices")]
    return []


def refuse_lots(result: Result, drawn: Collection[str]) -> list[Refusal]:
    """The lot decides among those with equal votes, for exactly the places still open."""
    if len(set(drawn)) != result.open_places or not set(drawn) <= set(result.tied):
        text = _("Das Los entscheidet unter den Gleichauf-Liegenden über genau %(places)s Plätze.") % {
            "places": result.open_places
        }
        return [Refusal("wrong_lots", text, "drawn")]
    return []
