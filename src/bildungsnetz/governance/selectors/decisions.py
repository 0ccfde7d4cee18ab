"""Reading decisions."""

import re
from dataclasses import dataclass

from django.db.models import Q, QuerySet

from bildungsnetz.core.actor import Actor
from bildungsnetz.governance.domain.decision_kinds import Outcome, ReasonCode
from bildungsnetz.governance.domain.visibility import Visibility
from bildungsnetz.governance.models import Body, Decision
from bildungsnetz.governance.policies.visibility import closed_body_ids, readable_body_ids

REFERENCE = re.compile(r"(?P<closed>[Vv]?)(?P<number>\d{1,4})/(?P<period>[\w.-]{1,20})")
SORTS = {
    "datum": ("decided_on", "is_closed", "number", "pk"),
    "-datum": ("-decided_on", "is_closed", "-number", "-pk"),
    "gremium": ("body__name", "-decided_on", "is_closed", "-number", "-pk"),
    "-gremium": ("-body__name", "-decided_on", "is_closed", "-number", "-pk"),
    "ergebnis": ("outcome", "-decided_on", "is_closed", "-number", "-pk"),
    "-ergebnis": ("-outcome", "-decided_on", "is_closed", "-number", "-pk"),
}
NEWEST_FIRST = "-datum"


def decisions(actor: Actor) -> QuerySet[Decision]:
    """The decisions of the bodies whose sessions the actor may read, newest first; confidential ones only to those
    who may read confidential items of the body."""
    rows = Decision.objects.select_related("body", "item__session").order_by(*SORTS[NEWEST_FIRST])
    if (bodies := readable_body_ids(actor)) is not None:
        rows = rows.filter(body__in=bodies)
    if (closed := closed_body_ids(actor)) is not None:
        rows = rows.filter(~Q(item__visibility=Visibility.OFFICE) | Q(body__in=closed))
    return rows


@dataclass(frozen=True)
class Wanted:
    """What a reader looks for; empty means everything."""

    text: str = ""
    body: Body | None = None
    year: int | None = None
    outcome: str = ""
    sort: str = NEWEST_FIRST


def found(actor: Actor, wanted: Wanted) -> QuerySet[Decision]:
    """The decisions the actor may read that fit, in the order asked for."""
    rows = decisions(actor)
    if wanted.body is not None:
        rows = rows.filter(body=wanted.body)
    if wanted.year is not None:
        rows = rows.filter(year=wanted.year)
    if wanted.outcome:
        rows = rows.filter(outcome=wanted.outcome)
    for word in wanted.text.split():
        rows = rows.filter(_matches(word))
    return rows.order_by(*SORTS.get(wanted.sort, SORTS[NEWEST_FIRST]))


def years(actor: Actor) -> list[int]:
    """The years in which there are decisions the actor may read, newest first."""
    return list(decisions(actor).order_by("-year").values_list("year", flat=True).distinct())


def deciding_bodies(actor: Actor) -> QuerySet[Body]:
    """The bodies of which the actor may read decisions, by name."""
    return Body.objects.filter(pk__in=decisions(actor).order_by().values("body")).order_by("name", "pk")


def decision_in_full(actor: Actor, pk: int) -> Decision | None:
    """One decision with positions, objections and orders, if the actor may read it."""
    full = decisions(actor).prefetch_related(
        "positions__side", "positions__stated_by", "objections__person", "orders", "body__sides"
    )
    return full.filter(pk=pk).first()


def reasons_of(decision: Decision) -> list[str]:
    """Why the outcome is what it is, in sentences; those about one side begin with its name."""
    names = {side.key: side.name for side in decision.body.sides.all()}
    return [
        f"{names.get(side, side)}: {ReasonCode(code).label}" if side else str(ReasonCode(code).label)
        for code, side in decision.reasons
    ]


def tone_of(outcome: str) -> str:
    """The tone in which pages show an outcome; its word stands beside it."""
    return {
        Outcome.ADOPTED: "success",
        Outcome.ADOPTED_WITH_RESERVATION: "success",
        Outcome.NO_CONSENSUS: "danger",
        Outcome.DEFERRED: "warning",
    }.get(Outcome(outcome), "quiet")


def _matches(word: str) -> Q:
    if reference := REFERENCE.fullmatch(word):
        closed = bool(reference["closed"])
        return Q(number=int(reference["number"]), period__iexact=reference["period"], is_closed=closed)
    # SQLite ignores case only in ASCII, so words with umlauts are looked for in each way they may be written.
    fits = Q()
    for spelled in {word, word.lower(), word.capitalize(), word.upper()}:
        fits |= Q(wording__icontains=spelled) | Q(item__title__icontains=spelled) | Q(note__icontains=spelled)
    return fits
