from datetime import UTC, date, datetime

import pytest

from bildungsnetz.governance.registers.my_day_sessions import _matters
from bildungsnetz.governance.services.replies import Answer, reply_to_invitation
from tests.governance.build import (
    AT_SESSION,
    NOW,
    a_running_session,
    a_session,
    a_steering_body,
    actor_of,
    an_actor,
    an_invited_session,
    an_item,
    everybody_present,
    member,
)

pytestmark = pytest.mark.django_db

CLERK = an_actor("clerk", user_id=0)


def lines(actor: object, now: datetime) -> list[tuple[str, str, date | None]]:
    return [(matter.group, str(matter.kind), matter.due) for matter in _matters(actor, now)]  # type: ignore[arg-type]


def test_the_clerk_is_told_to_invite_open_and_fill_the_list() -> None:
    session = a_session(a_steering_body())
    an_item(session)
    day = date(2026, 3, 25)
    assert lines(CLERK, NOW) == [
        ("due", "Einladung versenden", date(2026, 3, 11)),
        ("next", "Sitzung", day),
    ]
    long_before = datetime(2026, 2, 20, tzinfo=UTC)
    assert lines(CLERK, long_before) == [("next", "Sitzung", day)]


def test_on_the_day_the_session_is_to_be_opened_and_the_list_filled() -> None:
    body = a_steering_body()
    an_invited_session(body)
    assert ("due", "Sitzung eröffnen", date(2026, 3, 25)) in lines(CLERK, AT_SESSION)
    assert ("due", "Sitzung eröffnen", date(2026, 3, 25)) not in lines(an_actor("pedagogical"), AT_SESSION)
    running = a_running_session(body)
    assert ("due", "Anwesenheit festhalten", date(2026, 3, 25)) in lines(CLERK, AT_SESSION)
    everybody_present(running)
    assert "Anwesenheit festhalten" not in [kind for _group, kind, _due in lines(CLERK, AT_SESSION)]


def test_a_member_is_asked_until_she_has_answered() -> None:
    body = a_steering_body()
    session = an_invited_session(body)
    lang = actor_of(member(body, "Lang"))
    assert lines(lang, NOW) == [
        ("waiting", "Zusagen oder absagen", date(2026, 3, 25)),
        ("next", "Sitzung", date(2026, 3, 25)),
    ]
    invitation = session.invitations.get(person__last_name="Lang")
    reply_to_invitation(actor=lang, invitation=invitation, answer=Answer.COMES, now=NOW)
    assert lines(lang, NOW) == [("next", "Sitzung", date(2026, 3, 25))]
