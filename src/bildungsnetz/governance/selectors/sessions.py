"""Sessions as a person may see them."""

from datetime import datetime

from django.db.models import Count, Q, QuerySet

from bildungsnetz.core.actor import Actor
from bildungsnetz.governance.domain.session_states import SessionState
from bildungsnetz.governance.models import Body, InvitationReply, Session
from bildungsnetz.governance.policies.sessions import PLAN
from bildungsnetz.governance.policies.visibility import readable_body_ids

OPEN_STATES = (SessionState.PLANNED, SessionState.INVITED, SessionState.IN_SESSION)


def sessions(actor: Actor) -> QuerySet[Session]:
    """All sessions of the bodies the actor may read, newest first."""
    found = Session.objects.select_related("body", "current_item").order_by("-starts_at", "-pk")
    ids = readable_body_ids(actor)
    return found if ids is None else found.filter(body__in=ids)


def upcoming_sessions(actor: Actor, now: datetime, body_id: int | None = None) -> QuerySet[Session]:
    """Sessions still to come or running, the nearest first, each with its replies counted."""
    found = _of_body(sessions(actor), body_id).filter(Q(state=SessionState.IN_SESSION) | _ahead(now))
    return with_replies(found).order_by("starts_at", "pk")


def past_sessions(actor: Actor, now: datetime, body_id: int | None = None) -> QuerySet[Session]:
    """All other sessions, the latest first."""
    return with_replies(
        _of_body(sessions(actor), body_id).exclude(Q(state=SessionState.IN_SESSION) | _ahead(now))
    )


def with_replies(found: QuerySet[Session]) -> QuerySet[Session]:
    """Each session with `invited_count`, `coming_count` and `open_count` of its invitations."""
    return found.annotate(
        invited_count=Count("invitations"),
        coming_count=Count("invitations", filter=Q(invitations__reply=InvitationReply.ACCEPTED)),
        open_count=Count("invitations", filter=Q(invitations__reply=InvitationReply.OPEN)),
    )


def bodies_with_sessions(actor: Actor) -> QuerySet[Body]:
    """The bodies whose sessions the actor may read, by name."""
    ids = readable_body_ids(actor)
    found = Body.objects.order_by("name", "pk")
    return found if ids is None else found.filter(pk__in=ids)


def bodies_to_plan_for(actor: Actor) -> QuerySet[Body]:
    """The working bodies for which the actor may plan a session, by name."""
    found = Body.objects.filter(is_active=True).order_by("name", "pk")
    return found if actor.can(PLAN) else found.filter(pk__in=actor.scope_keys(PLAN, "body"))


def _of_body(found: QuerySet[Session], body_id: int | None) -> QuerySet[Session]:
    return found.filter(body=body_id) if body_id else found


def _ahead(now: datetime) -> Q:
    return Q(state__in=[SessionState.PLANNED, SessionState.INVITED], ends_at__gte=now)
