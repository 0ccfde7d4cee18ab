"""Bodies as their pages show them."""

from collections import defaultdict
from collections.abc import Iterable
from dataclasses import dataclass
from datetime import date, datetime

from django.db.models import Min, QuerySet

from bildungsnetz.accounts.api import User, users_who_may
from bildungsnetz.core.actor import Actor
from bildungsnetz.core.clock import day_of
from bildungsnetz.governance.domain.composition import Composition
from bildungsnetz.governance.domain.composition_words import in_a_word
from bildungsnetz.governance.domain.preset_shape import BodyKind
from bildungsnetz.governance.domain.session_states import SessionState
from bildungsnetz.governance.models import Body, BodySide, SeatRuleRow, Session
from bildungsnetz.governance.policies import bodies as policies
from bildungsnetz.governance.policies.visibility import readable_body_ids
from bildungsnetz.governance.selectors.seats import compositions


@dataclass(frozen=True)
class BodyLine:
    """One body in the tree; `depth` 0 is the top, `state` the composition of the day in a word."""

    body: Body
    depth: int
    next_session: datetime | None
    state: str
    tone: str
    members: int


def bodies(actor: Actor) -> QuerySet[Body]:
    """The bodies whose members the actor may see, by name."""
    found = Body.objects.select_related("parent").order_by("name", "pk")
    seen = policies.seen_body_ids(actor)
    return found if seen is None else found.filter(pk__in=seen)


def overview(actor: Actor, *, now: datetime) -> list[BodyLine]:
    """All bodies the actor may see as a tree, steering ones first, each with next session and composition today."""
    places = {kind: place for place, kind in enumerate(BodyKind)}
    found = sorted(bodies(actor), key=lambda body: places[BodyKind(body.kind)])
    next_sessions = _next_sessions(actor, now)
    filled = compositions(found, day_of(now))
    return [_line(body, depth, next_sessions, filled[body.pk]) for body, depth in in_tree(found)]


def bodies_to_fill(actor: Actor, *, on: date) -> list[tuple[Body, str]]:
    """The working bodies in which the actor may enter mandates and the composition of the day is not in order."""
    found = [body for body in bodies(actor).filter(is_active=True) if policies.may_add_mandate(actor, body)]
    filled = compositions(found, on)
    return [(body, in_a_word(filled[body.pk])[0]) for body in found if not filled[body.pk].is_in_order]


def in_tree(found: Iterable[Body]) -> list[tuple[Body, int]]:
    """Bodies below the one they belong to, in the given order; without that one in the list they stand at the top."""
    rows = list(found)
    known = {body.pk for body in rows}
    below: dict[int | None, list[Body]] = defaultdict(list)
    for body in rows:
        below[body.parent_id if body.parent_id in known else None].append(body)

    def walk(parent: int | None, depth: int) -> list[tuple[Body, int]]:
        return [pair for body in below[parent] for pair in ((body, depth), *walk(body.pk, depth + 1))]

    return walk(None, 0)


def seat_rules(actor: Actor) -> QuerySet[SeatRuleRow]:
    """The seats of all bodies the actor may see."""
    return (
        SeatRuleRow.objects.filter(body__in=bodies(actor))
        .select_related("body", "side")
        .order_by("order", "pk")
    )


def sides(actor: Actor) -> QuerySet[BodySide]:
    """The sides of all bodies the actor may see."""
    return BodySide.objects.filter(body__in=bodies(actor)).select_related("body").order_by("order", "pk")


def next_session(actor: Actor, body: Body, *, now: datetime) -> Session | None:
    """The next session that the actor may read about."""
    return _sessions_to_come(actor, now).filter(body=body).order_by("starts_at", "pk").first()


def who_sees(body: Body, *, on: date) -> list[User]:
    """The accounts that may see the body and its members on a day, by name."""
    return users_who_may(policies.READ, on=on, scope=body.scope)


def _sessions_to_come(actor: Actor, now: datetime) -> QuerySet[Session]:
    found = Session.objects.filter(
        state__in=(SessionState.PLANNED, SessionState.INVITED, SessionState.IN_SESSION), ends_at__gte=now
    )
    readable = readable_body_ids(actor)
    return found if readable is None else found.filter(body__in=readable)


def _next_sessions(actor: Actor, now: datetime) -> dict[int, datetime]:
    rows = _sessions_to_come(actor, now).order_by("body").values_list("body").annotate(first=Min("starts_at"))
    return {pk: first for pk, first in rows if first is not None}


def _line(body: Body, depth: int, next_sessions: dict[int, datetime], filled: Composition) -> BodyLine:
    state, tone = in_a_word(filled) if body.is_active else ("", "quiet")
    members = sum(finding.filled for finding in filled.findings)
    return BodyLine(body, depth, next_sessions.get(body.pk), state, tone, members)
