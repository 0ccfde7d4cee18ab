"""Following: who is told what, once, and only what she may see when the mail is written."""

from datetime import date, datetime, timedelta

import pytest
from django.test import Client
from django.urls import reverse

from bildungsnetz.accounts.api import User
from bildungsnetz.core.actor import PUBLIC, SYSTEM, Actor
from bildungsnetz.core.delivery import message_of
from bildungsnetz.core.errors import NotAllowed, RuleViolation
from bildungsnetz.core.models import OutgoingMail
from bildungsnetz.governance.domain.following import Rhythm
from bildungsnetz.governance.domain.visibility import Visibility
from bildungsnetz.governance.models import Body, Follow, Follower, NewsTold, Session
from bildungsnetz.governance.selectors.following import stop_token
from bildungsnetz.governance.services.following import follow, set_rhythm, stop_news, unfollow
from bildungsnetz.governance.services.mandates import end_mandate
from bildungsnetz.governance.services.news_mails import tell_news, tell_one
from bildungsnetz.governance.services.papers import add_paper
from bildungsnetz.governance.services.publication import publish_session, unpublish_session
from bildungsnetz.network.api import FieldOfAction, Person
from tests.governance import build, results

pytestmark = pytest.mark.django_db
NOW = build.NOW
APPROVED = results.AFTER_WINDOW
LATER = APPROVED + timedelta(days=1)


def reader(name: str = "Leserin") -> User:
    """An account without any seat."""
    return build.a_user(name)


def actor_for(user: User) -> Actor:
    return Actor(user_id=user.pk, name=user.name, email=user.email)


def following(user: User, body: Body, *, rhythm: Rhythm = Rhythm.AT_ONCE, now: datetime = NOW) -> None:
    follow(actor=actor_for(user), body=body, now=now)
    set_rhythm(actor=actor_for(user), rhythm=rhythm, now=now)


def told(user: User) -> list[str]:
    """The texts of the mails with news, the first first."""
    rows = OutgoingMail.objects.filter(recipient=user.email, subject__startswith="Neues aus")
    return list(rows.order_by("pk").values_list("body", flat=True))


def user_of(body: Body, last_name: str) -> User:
    person: Person = build.member(body, last_name)
    assert person.user is not None
    return person.user


def decided(body: Body) -> Session:
    """Approved minutes with a decision of each visibility."""
    session = results.a_running_session(body)
    for level in Visibility:
        results.a_decision(session, f"Punkt {level.value}", visibility=level)
    results.approved(results.submitted(results.a_draft(session)))
    return Session.objects.get(pk=session.pk)


def test_decisions_are_told_once_their_minutes_are_approved() -> None:
    body = build.a_steering_body()
    member, chair, stranger = user_of(body, "Stadler"), user_of(body, "Winter"), reader()
    for user in (member, chair, stranger):
        following(user, body)
    session = results.a_running_session(body)
    for level in Visibility:
        results.a_decision(session, f"Punkt {level.value}", visibility=level)
    draft = results.a_draft(session)
    tell_news(results.ENDS)
    assert "Punkt" not in "".join(told(member))
    results.approved(results.submitted(draft))
    tell_news(APPROVED)
    assert [f"Punkt {level}" in told(member)[-1] for level in ("public", "network", "body", "office")] == [
        True,
        True,
        True,
        False,
    ]
    assert "Punkt office" in told(chair)[-1]
    assert told(stranger) == []


def test_nothing_is_told_twice_and_a_stranger_gets_what_is_published() -> None:
    body = build.a_steering_body()
    stranger = reader()
    following(stranger, body)
    session = decided(body)
    tell_news(APPROVED)
    assert told(stranger) == []
    publish_session(actor=SYSTEM, session=session, now=LATER)
    tell_news(LATER)
    tell_news(LATER + timedelta(minutes=10))
    assert len(told(stranger)) == 1
    assert [f"Punkt {level}" in told(stranger)[0] for level in ("public", "network", "body", "office")] == [
        True,
        True,
        False,
        False,
    ]
    again = LATER + timedelta(hours=1)
    unpublish_session(actor=SYSTEM, session=session, reason="Versehen", now=again)
    publish_session(actor=SYSTEM, session=session, now=again)
    tell_news(again)
    assert len(told(stranger)) == 1


def test_rights_are_those_of_the_moment_of_writing() -> None:
    body = build.a_steering_body()
    member = user_of(body, "Stadler")
    following(member, body)
    decided(body)
    end_mandate(actor=SYSTEM, mandate=build.mandate_of(body, "Stadler"), ends_on=date(2026, 3, 4), now=NOW)
    tell_news(APPROVED)
    assert told(member) == []


def test_papers_of_a_published_session_are_told() -> None:
    body = build.a_steering_body()
    stranger = reader()
    following(stranger, body)
    session = build.an_invited_session(body)
    item = results.an_item(session, "Offener Punkt", visibility=Visibility.PUBLIC)
    files = {"Offen.txt": Visibility.PUBLIC, "Intern.txt": Visibility.BODY}
    for name, level in files.items():
        add_paper(actor=SYSTEM, item=item, name=name, content=b"Text", visibility=level, now=NOW)
    after = NOW + timedelta(hours=1)
    publish_session(actor=SYSTEM, session=session, now=after)
    tell_news(after)
    assert ("Offen" in told(stranger)[0], "Intern" in told(stranger)[0]) == (True, False)
    assert "Tagesordnung" in told(stranger)[0]


def test_a_topic_is_told_without_betraying_a_confidential_item() -> None:
    body = build.a_steering_body()
    topic = FieldOfAction.objects.create(name="Sprachbildung")
    member, chair = user_of(body, "Stadler"), user_of(body, "Winter")
    for user in (member, chair):
        follow(actor=actor_for(user), field_of_action=topic, now=NOW)
        set_rhythm(actor=actor_for(user), rhythm=Rhythm.AT_ONCE, now=NOW)
    recommendation = build.a_recommendation(adopted=True)
    recommendation.field_of_action = topic
    recommendation.save()
    session = build.a_session(body)
    item = build.an_item(session, "Vertrauliches", visibility=Visibility.OFFICE)
    item.recommendation = recommendation
    item.save()
    Session.objects.filter(pk=session.pk).update(state="invited", invited_at=NOW + timedelta(minutes=1))
    tell_news(NOW + timedelta(hours=1))
    assert (len(told(member)), len(told(chair))) == (0, 1)


def test_daily_waits_for_the_morning_and_gathers() -> None:
    body = build.a_steering_body()
    member = user_of(body, "Stadler")
    following(member, body, rhythm=Rhythm.DAILY)
    decided(body)
    same_day = datetime(2026, 3, 4, 20, tzinfo=NOW.tzinfo)
    tell_news(same_day)
    assert told(member) == []
    tell_news(APPROVED)
    tell_news(datetime(2026, 3, 19, 6, 10, tzinfo=NOW.tzinfo))
    assert told(member)[-1].count("Beschluss ") == 3


def test_the_mail_offers_the_way_out(client: Client) -> None:
    body = build.a_steering_body()
    member = user_of(body, "Stadler")
    following(member, body)
    decided(body)
    tell_news(APPROVED)
    mail = OutgoingMail.objects.get(recipient=member.email, subject__startswith="Neues")
    headers = message_of(mail).message()
    assert headers["List-Unsubscribe"] == f"<{mail.unsubscribe_url}>"
    assert headers["List-Unsubscribe-Post"] == "List-Unsubscribe=One-Click"
    address = reverse("governance:news-stop", args=[stop_token(Follower.objects.get())])
    assert mail.unsubscribe_url.endswith(address)
    assert mail.secret
    assert client.get(address).status_code == 200
    assert Follower.objects.get().rhythm == Rhythm.AT_ONCE
    assert client.post(address, {"List-Unsubscribe": "One-Click"}).status_code == 200
    assert Follower.objects.get().rhythm == Rhythm.NEVER
    assert client.cookies == {}
    assert client.get(reverse("governance:news-stop", args=["x" * 20])).status_code == 410


def test_a_run_that_broke_off_is_taken_up() -> None:
    """The process dies after the first mail: the next run writes the others, and nobody gets a second one."""
    body = build.a_steering_body()
    first, second = user_of(body, "Lang"), user_of(body, "Stadler")
    for user in (first, second):
        following(user, body)
    decided(body)
    tell_one(Follower.objects.get(user=first).pk, now=APPROVED)
    assert (len(told(first)), len(told(second))) == (1, 0)
    assert tell_news(APPROVED + timedelta(minutes=10)) == "1 Mails mit Neuigkeiten"
    assert (len(told(first)), len(told(second))) == (1, 1)


def test_only_accounts_follow_and_only_one_thing() -> None:
    body = build.a_steering_body()
    with pytest.raises(NotAllowed):
        follow(actor=PUBLIC, body=body, now=NOW)
    with pytest.raises(RuleViolation):
        follow(actor=actor_for(reader()), now=NOW)
    assert (Follow.objects.count(), Follower.objects.count()) == (0, 0)


def test_nobody_ends_what_another_follows() -> None:
    body, mine, other = build.a_steering_body(), reader("Eine"), reader("Andere")
    following(mine, body)
    with pytest.raises(NotAllowed):
        unfollow(actor=actor_for(other), followed=Follow.objects.get())
    unfollow(actor=actor_for(mine), followed=Follow.objects.get())
    assert Follow.objects.count() == 0


def test_a_forged_link_ends_nothing() -> None:
    following(reader(), build.a_steering_body())
    with pytest.raises(RuleViolation):
        stop_news(token="1:gefaelscht")
    assert Follower.objects.get().rhythm == Rhythm.AT_ONCE


def test_what_is_old_is_forgotten() -> None:
    following(reader(), build.a_steering_body())
    NewsTold.objects.create(follower=Follower.objects.get(), kind="agenda", key=1, told_at=NOW)
    tell_news(NOW + timedelta(days=91))
    assert NewsTold.objects.count() == 0
