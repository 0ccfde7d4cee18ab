"""Nothing unfinished gets lost between two sessions."""

from datetime import UTC, date, datetime

import pytest

from bildungsnetz.core.actor import SYSTEM
from bildungsnetz.governance.models import AgendaItem, Paper, Session
from bildungsnetz.governance.selectors.agenda import postponed_before
from bildungsnetz.governance.services.agenda import postpone_item
from bildungsnetz.governance.services.agenda_start import take_over_postponed
from bildungsnetz.governance.services.papers import add_paper
from bildungsnetz.governance.services.sessions import cancel_session
from tests.governance import build
from tests.governance.build import NOW, actor_of, an_actor, member

pytestmark = pytest.mark.django_db
CLERK = an_actor("clerk")
LATER, LATEST = date(2026, 4, 15), date(2026, 5, 20)


def titles(session: Session) -> list[str]:
    return [item.title for item in postponed_before(CLERK, session)]


def put_off(body: build.Body, title: str) -> AgendaItem:
    session = build.a_session(body)
    item = build.an_item(session, title)
    add_paper(actor=SYSTEM, item=item, name="Plan.txt", content=b"Plan", visibility="office", now=NOW)
    Session.objects.filter(pk=session.pk).update(state="in_session")
    item.refresh_from_db()
    return postpone_item(actor=SYSTEM, item=item, now=datetime(2026, 3, 25, 14, tzinfo=UTC))


def test_what_was_put_off_is_offered_until_an_agenda_takes_it_up() -> None:
    body = build.a_steering_body()
    put_off(body, "Ganztag")
    between, last = build.a_session(body, on=LATER), build.a_session(body, on=LATEST)
    assert (titles(between), titles(last)) == (["Ganztag"], ["Ganztag"])
    made = take_over_postponed(actor=CLERK, session=between, now=NOW)
    assert [item.title for item in made] == ["Ganztag"]
    assert (titles(between), titles(last)) == ([], [])


def test_the_papers_come_along_with_their_visibility() -> None:
    body = build.a_steering_body()
    old = put_off(body, "Ganztag")
    made = take_over_postponed(actor=CLERK, session=build.a_session(body, on=LATER), now=NOW)
    copied = Paper.objects.get(item=made[0])
    assert (copied.file, copied.visibility, copied.is_late) == (old.papers.get().file, "office", False)


def test_the_items_of_a_cancelled_session_are_offered() -> None:
    body = build.a_steering_body()
    session = build.an_invited_session(body)
    cancel_session(actor=SYSTEM, session=session, reason="Sturm", now=NOW)
    assert titles(build.a_session(body, on=LATER)) == ["Landkarte der Sprachangebote"]


def test_confidential_ones_are_offered_to_whoever_may_read_them() -> None:
    body = build.a_steering_body()
    item = put_off(body, "Personal")
    AgendaItem.objects.filter(pk=item.pk).update(visibility="office")
    session = build.a_session(body, on=LATER)
    assert postponed_before(actor_of(member(body, "Weber")), session) == []
    assert titles(session) == ["Personal"]
