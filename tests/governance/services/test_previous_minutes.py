"""The item on the minutes of the session before names them, and their state answers it."""

from datetime import timedelta

import pytest

from bildungsnetz.core.actor import SYSTEM
from bildungsnetz.governance.models import AgendaItem, Body, Session
from bildungsnetz.governance.selectors.previous_minutes import previous_minutes
from bildungsnetz.governance.services.sessions import (
    cancel_session,
    close_session,
    open_session,
    plan_session,
)
from tests.governance import build, results

pytestmark = pytest.mark.django_db
NEXT_START = results.STARTS + timedelta(days=98)


def a_next_session(body: Body, days: int = 98) -> Session:
    start = results.STARTS + timedelta(days=days)
    return plan_session(
        actor=SYSTEM, body=body, starts_at=start, ends_at=start + timedelta(hours=2), now=build.NOW
    )


def opened(session: Session) -> Session:
    Session.objects.filter(pk=session.pk).update(state="invited", invited_at=build.NOW)
    return open_session(actor=SYSTEM, session=session, now=session.starts_at)


def item_of(session: Session) -> AgendaItem:
    return session.items.get(fixed="previous_minutes")


def test_the_title_names_the_last_session_that_was_not_called_off() -> None:
    body = build.a_steering_body()
    first, second, third = (a_next_session(body, days) for days in (7, 14, 21))
    assert [item_of(session).title for session in (second, third)] == [
        "Genehmigung des Protokolls der 1. Sitzung",
        "Genehmigung des Protokolls der 2. Sitzung",
    ]
    cancel_session(actor=SYSTEM, session=second, reason="Streik", now=build.NOW)
    assert item_of(third).title == "Genehmigung des Protokolls der 1. Sitzung"
    cancel_session(actor=SYSTEM, session=first, reason="Streik", now=build.NOW)
    assert item_of(third).title == "Protokoll der vorigen Sitzung"
    assert previous_minutes(third) is None


def test_approved_minutes_answer_the_item_at_the_opening() -> None:
    minutes = results.approved()
    session = opened(a_next_session(minutes.session.body))
    item = item_of(session)
    assert (item.state, item.result) == (
        "treated",
        "Das Protokoll der 1. Sitzung ist seit dem 19.03.2026 genehmigt.",
    )


def test_minutes_that_become_final_answer_the_item_of_the_running_session() -> None:
    minutes = results.delivered()
    session = opened(a_next_session(minutes.session.body))
    assert item_of(session).state == "accepted"
    results.finish_minutes(actor=SYSTEM, minutes=minutes, now=session.starts_at)
    assert item_of(session).result == "Das Protokoll der 1. Sitzung ist seit dem 10.06.2026 genehmigt."


@pytest.mark.parametrize(
    ("make", "sentence"),
    [
        (results.a_draft, "Das Protokoll der 1. Sitzung wird noch geschrieben."),
        (results.submitted, "Das Protokoll der 1. Sitzung liegt dem Vorsitz zur Freigabe vor."),
        (
            results.delivered,
            (
                "Das Protokoll der 1. Sitzung ist freigegeben und zugestellt."
                " Widerspruch ist bis zum 18.03.2026 möglich."
            ),
        ),
    ],
)
def test_whatever_the_state_is_the_record_keeps_it_at_the_end(make: object, sentence: str) -> None:
    minutes = make()  # type: ignore[operator]
    session = opened(a_next_session(minutes.session.body))
    results.enter_present(session)
    session.items.exclude(fixed="previous_minutes").update(state="treated")
    close_session(
        actor=SYSTEM, session=session, next_date=NEXT_START.date() + timedelta(days=90), now=NEXT_START
    )
    assert (item_of(session).state, item_of(session).result) == ("treated", sentence)
