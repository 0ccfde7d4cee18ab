"""Conferences for members and for everybody, their forums and codes."""

from datetime import timedelta

import pytest

from bildungsnetz.core.actor import SYSTEM
from bildungsnetz.core.errors import NotAllowed, RuleViolation
from bildungsnetz.core.models import AuditEntry
from bildungsnetz.governance.domain.conferences import CODE_LETTERS
from bildungsnetz.governance.models import Conference, ContributionSupport, Forum
from bildungsnetz.governance.selectors.conferences import announced_conferences, forum_by_code
from bildungsnetz.governance.services.conferences import (
    close_expired_forums,
    close_forum,
    open_forum,
    refuse_in_open_conference,
    set_up_conference,
)
from bildungsnetz.governance.services.contributions import support_contribution
from bildungsnetz.governance.services.sessions import cancel_session
from tests.governance import build
from tests.governance.build_conference import CLOSES, a_conference, a_contribution, a_forum, an_open_forum

pytestmark = pytest.mark.django_db


def test_only_a_conference_has_forums() -> None:
    with pytest.raises(RuleViolation, match="Nur Sitzungen einer Bildungskonferenz"):
        set_up_conference(
            actor=SYSTEM, session=build.a_session(build.a_body()), audience="open", now=build.NOW
        )
    assert Conference.objects.count() == 0


def test_members_do_not_set_up() -> None:
    session = build.a_session(build.a_body("education_conference"))
    logged = AuditEntry.objects.count()
    with pytest.raises(NotAllowed):
        set_up_conference(
            actor=build.an_actor("member", session.body.scope),
            session=session,
            audience="open",
            now=build.NOW,
        )
    assert (Conference.objects.count(), AuditEntry.objects.count()) == (0, logged)


def test_an_open_conference_is_announced_and_decides_nothing() -> None:
    members, everybody = a_conference("members"), a_conference("open")
    assert list(announced_conferences(build.NOW)) == [everybody]
    refuse_in_open_conference(members.session)
    with pytest.raises(RuleViolation, match="fasst keine Beschlüsse"):
        refuse_in_open_conference(everybody.session)
    cancel_session(actor=SYSTEM, session=everybody.session, reason="Sturm", now=build.NOW)
    assert list(announced_conferences(build.NOW)) == []


def test_a_code_opens_one_forum_until_it_closes() -> None:
    forum = an_open_forum()
    assert set(forum.code) <= set(CODE_LETTERS)
    assert forum_by_code(forum.code_to_read.lower(), now=build.NOW) == forum
    assert forum_by_code(forum.code, now=CLOSES) is None
    assert forum_by_code("", now=build.NOW) is None
    code = forum.code
    closed = close_forum(actor=SYSTEM, forum=forum, now=build.NOW)
    assert (closed.code, forum_by_code(code, now=build.NOW)) == ("", None)
    again = open_forum(actor=SYSTEM, forum=closed, closes_at=CLOSES, now=build.NOW)
    assert again.code != code


def test_opening_needs_a_time_to_come_and_the_right() -> None:
    forum = a_forum()
    with pytest.raises(RuleViolation) as found:
        open_forum(actor=SYSTEM, forum=forum, closes_at=build.NOW, now=build.NOW)
    assert found.value.field == "closes_at"
    with pytest.raises(NotAllowed):
        open_forum(actor=build.an_actor("member"), forum=forum, closes_at=CLOSES, now=build.NOW)
    assert Forum.objects.get().state == "prepared"


def test_closing_forgets_the_marks_and_keeps_the_number() -> None:
    said = a_contribution(an_open_forum())
    for mark in ("a", "b", "a"):
        support_contribution(contribution=said, mark=mark, now=build.NOW)
    close_forum(actor=SYSTEM, forum=said.forum, now=build.NOW)
    said.refresh_from_db()
    assert (said.supporters, ContributionSupport.objects.count()) == (2, 0)


def test_what_nobody_closes_closes_by_itself() -> None:
    forum = an_open_forum()
    assert close_expired_forums(build.NOW) == "0 Foren geschlossen."
    assert close_expired_forums(CLOSES + timedelta(minutes=1)) == "1 Forum geschlossen."
    forum.refresh_from_db()
    assert (forum.state, forum.code) == ("closed", "")
    assert AuditEntry.objects.filter(act="governance.forum.close", actor_name="System").count() == 1
