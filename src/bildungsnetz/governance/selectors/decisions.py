"""Reading decisions."""

import re
from dataclasses import dataclass
from datetime import date

from django.db.models import Q, QuerySet

from bildungsnetz.core.actor import Actor
from bildungsnetz.core.search import find_keys
from bildungsnetz.governance.domain.decision_kinds import Outcome, ReasonCode
from bildungsnetz.governance.domain.visibility import Visibility
from bildungsnetz.governance.models import Body, Decision
from bildungsnetz.governance.policies.visibility import closed_body_ids, readable_body_ids
from bildungsnetz.network.api import FieldOfAction, fields_of_action

DECISION = "governance.decision"
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
    rows = Decision.objects.select_related("body", "item__session", "circular").order_by(*SORTS[NEWEST_FIRST])
    if (bodies := readable_body_ids(actor)) is not None:
        rows = rows.filter(body__in=bodies)
    if (closed := closed_body_ids(actor)) is not None:
        rows = rows.filter(~Q(item__visibility=Visibility.OFFICE) | Q(body__in=closed))
    return rows


@dataclass(frozen=True)
class Wanted:
    """What a reader looks for; empty means everything. `side` is the name of the side that brought the item in."""

    text: str = ""
    body: Body | None = None
    year: int | None = None
    outcome: str = ""
    sort: str = NEWEST_FIRST
    first_day: date | None = None
    last_day: date | None = None
    field_of_action: FieldOfAction | None = None
    side: str = ""


def found(actor: Actor, wanted: Wanted) -> QuerySet[Decision]:
    """The decisions the actor may read that fit, in the order asked for.

    Text is looked for as the search of the house does: by German word stems, in compounds, forgiving slips of the pen.
    A number such as 3/2026 is looked for exactly.
    """
    rows = _narrowed(decisions(actor), wanted)
    words = wanted.text.split()
    for word in (word for word in words if REFERENCE.fullmatch(word)):
        rows = rows.filter(_numbered(word))
    if text := " ".join(word for word in words if not REFERENCE.fullmatch(word)):
        rows = rows.filter(pk__in=find_keys(text, DECISION, actor=actor))
    rows = rows.select_related("overtaken__later__body", "overtaken__later__item")
    return rows.order_by(*SORTS.get(wanted.sort, SORTS[NEWEST_FIRST]))


def _narrowed(rows: QuerySet[Decision], wanted: Wanted) -> QuerySet[Decision]:
    exact = {
        "body": wanted.body,
        "year": wanted.year,
        "outcome": wanted.outcome,
        "item__submitted_by__name": wanted.side,
        "decided_on__gte": wanted.first_day,
        "decided_on__lte": wanted.last_day,
    }
    rows = rows.filter(**{name: value for name, value in exact.items() if value})
    if field := wanted.field_of_action:
        about = Q(item__recommendation__field_of_action=field) | Q(orders__field_of_action=field)
        rows = rows.filter(pk__in=Decision.objects.filter(about).order_by().values("pk"))
    return rows


def sides_heard(actor: Actor) -> list[str]:
    """The names of the sides that brought in what was decided, as far as the actor may read it."""
    names = decisions(actor).order_by("item__submitted_by__name").exclude(item__submitted_by__isnull=True)
    return list(names.values_list("item__submitted_by__name", flat=True).distinct())


def fields_decided_on(actor: Actor) -> QuerySet[FieldOfAction]:
    """The fields of action that decisions the actor may read are about: by their recommendation or their orders."""
    read = decisions(actor).order_by()
    about = Q(pk__in=read.values("item__recommendation__field_of_action"))
    return fields_of_action().filter(about | Q(pk__in=read.values("orders__field_of_action")))


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


def _numbered(word: str) -> Q:
    reference = REFERENCE.fullmatch(word)
    if reference is None:
        return Q()
    closed = bool(reference["closed"])
    return Q(number=int(reference["number"]), period__iexact=reference["period"], is_closed=closed)
