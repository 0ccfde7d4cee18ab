"""Conferences, their forums and contributions, as the office, the code holders and the public may read them."""

from collections.abc import Collection
from dataclasses import dataclass
from datetime import datetime

from django.db.models import Count, Prefetch, Q, QuerySet

from bildungsnetz.core.actor import EVERYWHERE, Actor
from bildungsnetz.governance.domain.conferences import Audience, ContributionState, ForumState, plain_code
from bildungsnetz.governance.domain.preset_shape import BodyKind
from bildungsnetz.governance.domain.session_states import SessionState
from bildungsnetz.governance.models import Conference, Contribution, ContributionSupport, Forum, Session
from bildungsnetz.governance.policies import conferences as policies
from bildungsnetz.governance.selectors.sessions import sessions

NOT_ANNOUNCED = (SessionState.CANCELLED, SessionState.ARCHIVED)


def conference_sessions(actor: Actor) -> QuerySet[Session]:
    """The sessions of Bildungskonferenzen the actor may read."""
    return sessions(actor).filter(body__kind=BodyKind.EDUCATION_CONFERENCE).select_related("conference")


def forums_of(session: Session) -> QuerySet[Forum]:
    """The forums of a session in their order, with how many contributions are shown and wait."""
    shown = Q(contributions__state=ContributionState.SHOWN)
    waiting = Q(contributions__state=ContributionState.WAITING)
    return (
        Forum.objects.filter(conference__session=session)
        .annotate(
            shown_count=Count("contributions", filter=shown),
            waiting_count=Count("contributions", filter=waiting),
        )
        .order_by("order", "pk")
    )


def forums(actor: Actor) -> QuerySet[Forum]:
    """The forums of all conferences the actor may moderate."""
    found = Forum.objects.select_related("conference__session__body").order_by("pk")
    scopes = actor.scopes(policies.MODERATE)
    if EVERYWHERE in scopes:
        return found
    return found.filter(conference__session__body__in=actor.scope_keys(policies.MODERATE, "body"))


def forums_with_waiting(actor: Actor) -> QuerySet[Forum]:
    """The forums in which contributions wait for release by the actor, with their number."""
    waiting = Count("contributions", filter=Q(contributions__state=ContributionState.WAITING))
    return forums(actor).annotate(waiting_count=waiting).filter(waiting_count__gt=0)


def contributions(actor: Actor) -> QuerySet[Contribution]:
    """All contributions in forums the actor may moderate, those of one forum by support."""
    return (
        Contribution.objects.filter(forum__in=forums(actor).order_by())
        .select_related("forum__conference__session__body", "recommendation", "merged_into")
        .order_by("forum", "-supporters", "pk")
    )


def in_forum(actor: Actor, forum: Forum, state: str) -> QuerySet[Contribution]:
    """The contributions of a forum in one state, with what they were merged from."""
    originals = Prefetch("originals", Contribution.objects.order_by("pk"))
    return contributions(actor).filter(forum=forum, state=state).prefetch_related(originals)


def count_by_state(forum: Forum) -> dict[str, int]:
    """How many contributions of a forum are in each state."""
    rows = forum.contributions.order_by("state").values_list("state").annotate(count=Count("pk"))
    return {state.value: 0 for state in ContributionState} | dict(rows)


def forum_by_code(typed: str, *, now: datetime) -> Forum | None:
    """The forum that a code opens at the moment."""
    code = plain_code(typed)
    found = Forum.objects.filter(state=ForumState.OPEN, code=code).exclude(code="")
    forum = found.select_related("conference__session__body").order_by("pk").first()
    return forum if forum is not None and forum.takes(now) else None


@dataclass(frozen=True)
class ShownContribution:
    """What code holders see of a contribution, and whether this one supports it already."""

    contribution: Contribution
    is_supported: bool


def shown_in(forum: Forum, mark: str) -> list[ShownContribution]:
    """The released contributions of a forum for those who hold its code, in the order in which they came."""
    found = list(forum.contributions.filter(state=ContributionState.SHOWN).order_by("pk"))
    supported = _supported(found, mark)
    return [ShownContribution(each, each.pk in supported) for each in found]


def announced_conferences(now: datetime) -> QuerySet[Conference]:
    """The open conferences to come, for everybody, the nearest first."""
    return (
        Conference.objects.filter(audience=Audience.OPEN, session__ends_at__gte=now)
        .exclude(session__state__in=NOT_ANNOUNCED)
        .select_related("session__body")
        .order_by("session__starts_at", "pk")
    )


def public_conferences() -> QuerySet[Conference]:
    """All open conferences, for everybody: what they are about and which forums they have."""
    return (
        Conference.objects.filter(audience=Audience.OPEN)
        .exclude(session__state=SessionState.CANCELLED)
        .select_related("session__body")
        .prefetch_related("forums")
        .order_by("pk")
    )


def _supported(found: Collection[Contribution], mark: str) -> set[int]:
    rows = ContributionSupport.objects.filter(contribution__in=found, mark=mark)
    return set(rows.order_by().values_list("contribution_id", flat=True))
