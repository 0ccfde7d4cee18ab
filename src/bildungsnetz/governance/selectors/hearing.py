"""The hearing of cities on items that cost them money. Ask for the right to read the item before."""

from collections.abc import Sequence
from dataclasses import dataclass

from django.db.models import QuerySet
from django.utils.translation import gettext as _

from bildungsnetz.governance.domain.hearing import (
    HearingState,
    OpinionAnswer,
    RoundFacts,
    hearing_state,
    text_key,
)
from bildungsnetz.governance.models import AgendaItem, CityCosts, Opinion, OpinionRound

# Costs nothing while no item of a list costs cities money.
PREFETCH = ("city_costs__cities", "city_costs__rounds__opinions__city")


@dataclass(frozen=True)
class Hearing:
    """What is known of one item: its costs, where it stands, and the round that counts, else the last one."""

    costs: CityCosts
    state: HearingState
    round: OpinionRound | None

    @property
    def is_settled(self) -> bool:
        return self.state in {HearingState.HEARD, HearingState.WAIVED}

    @property
    def opinions(self) -> Sequence[Opinion]:
        return list(self.round.opinions.all()) if self.round else []

    @property
    def cities(self) -> str:
        return ", ".join(city.name for city in self.costs.cities.all())

    @property
    def sentences(self) -> list[str]:
        """What pages, papers and minutes say: the costs, where it stands, and what the cities said."""
        costs = _("Kostet die Städte Geld: %(estimate)s (%(cities)s).")
        head = costs % {"estimate": self.costs.estimate, "cities": self.cities}
        return [head, str(self.state.label), *self._waiver(), *self._answers()]

    def _waiver(self) -> list[str]:
        if self.state is not HearingState.WAIVED:
            return []
        text = _("Verzicht: %(by)s. Grund: %(reason)s")
        return [text % {"by": self.costs.waived_by, "reason": self.costs.waive_reason}]

    def _answers(self) -> list[str]:
        if self.round is None or self.state not in {HearingState.HEARD, HearingState.RUNNING}:
            return []
        given = [row for row in self.opinions if row.answer]
        count = _("Geantwortet haben %(given)s von %(asked)s Städten.")
        counted = count % {"given": len(given), "asked": len(self.opinions)}
        return [counted, *(_told(answer, given) for answer in OpinionAnswer if _of(answer, given))]


def _of(answer: OpinionAnswer, given: Sequence[Opinion]) -> list[Opinion]:
    return [row for row in given if row.answer == answer]


def _told(answer: OpinionAnswer, given: Sequence[Opinion]) -> str:
    """One kind of answer with its cities; what they wrote stands behind the name."""
    rows = [f"{row.city} („{row.text}“)" if row.text else str(row.city) for row in _of(answer, given)]
    return f"{answer.label}: {', '.join(rows)}."


def hearing_of(item: AgendaItem) -> Hearing | None:
    """The hearing of an item that costs cities money, None for all others; ask with `PREFETCH`."""
    costs: CityCosts | None = getattr(item, "city_costs", None)
    if costs is None:
        return None
    rounds, key = list(costs.rounds.all()), key_of(item, costs)
    state = hearing_state(key, [_facts(row) for row in rounds], costs.waived_key)
    valid = [row for row in rounds if row.text_key == key and row.revoked_at is None]
    counts = valid or rounds
    return Hearing(costs, state, counts[-1] if counts else None)


def key_of(item: AgendaItem, costs: CityCosts) -> str:
    """The key of the text as it is now."""
    cities = [city.pk for city in costs.cities.all()]
    return text_key(item.title, item.summary, item.proposal, costs.estimate, cities)


def _facts(row: OpinionRound) -> RoundFacts:
    return RoundFacts(row.text_key, row.closed_at is not None, row.revoked_at is not None)


def opinion_by_hash(token_hash: str) -> Opinion | None:
    """The question behind a link."""
    rows = Opinion.objects.filter(token_hash=token_hash)
    return rows.select_related("city", "round__costs__item__session__body").order_by("pk").first()


def opinions_to_send_again() -> QuerySet[Opinion]:
    """All questions of all rounds, with the item."""
    return Opinion.objects.select_related("city", "round__costs__item__session__body").order_by("pk")


def known_contacts() -> dict[int, tuple[str, str]]:
    """Whom each city was asked through last: name and address by key of the city."""
    rows = Opinion.objects.order_by("pk").values_list("city_id", "name", "email")
    return {city: (name, email) for city, name, email in rows}
