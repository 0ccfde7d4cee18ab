"""The session that takes up what happened between two sessions."""

from datetime import datetime

from bildungsnetz.governance.domain.session_states import SessionState
from bildungsnetz.governance.models import Body, Session


def next_session(body: Body, now: datetime) -> Session | None:
    """The nearest planned session of the body that has not begun, if there is one."""
    ahead = Session.objects.filter(
        body=body, state__in=[SessionState.PLANNED, SessionState.INVITED], ends_at__gt=now
    )
    return ahead.order_by("starts_at", "pk").first()
