"""Chairs are reminded of minutes they have not approved, and approve without an account by a link of one use."""

from datetime import date, timedelta

import pytest

from bildungsnetz.core.audit import history_of
from bildungsnetz.core.errors import NotAllowed, RuleViolation
from bildungsnetz.core.models import AuditEntry, OutgoingMail
from bildungsnetz.governance.models import Body, Minutes, MinutesLink
from bildungsnetz.governance.selectors.minutes_links import unapproved_for
from bildungsnetz.governance.services.minutes import submit_minutes, take_back_minutes
from bildungsnetz.governance.services.minutes_links import (
    approve_by_link,
    remind_of_approvals,
    send_approval_link,
)
from tests.governance import results
from tests.governance.build import actor_of, an_actor, member
from tests.governance.results import ENDS, approve_as, submitted

pytestmark = pytest.mark.django_db
CLERK = an_actor("clerk")
WEEK = timedelta(days=7)


@pytest.fixture
def minutes() -> Minutes:
    return submitted()


def chair(minutes: Minutes, name: str = "Winter") -> object:
    return member(minutes.session.body, name)


def send(minutes: Minutes, name: str = "Winter") -> str:
    """The token of the link in the mail."""
    send_approval_link(actor=CLERK, minutes=minutes, person=member(minutes.session.body, name), now=ENDS)
    body = OutgoingMail.objects.filter(body__contains="/protokoll-freigabe/").order_by("-pk")[0].body
    return body.split("/protokoll-freigabe/")[1].split("/")[0]


def test_the_link_approves_once_exactly_this_text(minutes: Minutes) -> None:
    token = send(minutes)
    with pytest.raises(RuleViolation):
        approve_by_link(token=token, read_hash="other", now=ENDS)
    assert MinutesLink.objects.get().used_at is None
    approve_by_link(token=token, read_hash=minutes.content_hash, now=ENDS)
    approval = minutes.approvals.get()
    assert (approval.person, approval.side and approval.side.key) == (chair(minutes), "land")
    said = [entry.sentence for entry in history_of(minutes.session)]
    assert any("Karl Winter hat" in sentence and "freigegeben" in sentence for sentence in said)
    with pytest.raises(RuleViolation, match="nur einmal"):
        approve_by_link(token=token, read_hash=minutes.content_hash, now=ENDS)
    assert minutes.approvals.count() == 1


def test_the_last_side_by_link_delivers_the_minutes(minutes: Minutes) -> None:
    approve_as(minutes, "Winter", "land")
    done = approve_by_link(token=send(minutes, "Kaiser"), read_hash=minutes.content_hash, now=ENDS)
    assert done.state == "delivered"


def test_a_new_link_voids_the_old_one_and_a_link_ends(minutes: Minutes) -> None:
    old, new = send(minutes), send(minutes)
    with pytest.raises(RuleViolation, match="gibt es nicht mehr"):
        approve_by_link(token=old, read_hash=minutes.content_hash, now=ENDS)
    with pytest.raises(RuleViolation, match="abgelaufen"):
        approve_by_link(token=new, read_hash=minutes.content_hash, now=ENDS + timedelta(days=15))


def test_a_text_taken_back_voids_the_links(minutes: Minutes) -> None:
    token = send(minutes)
    draft = take_back_minutes(actor=CLERK, minutes=minutes, reason="Ein Name fehlt.", now=ENDS)
    submit_minutes(actor=CLERK, minutes=draft, now=ENDS)
    with pytest.raises(RuleViolation, match="gibt es nicht mehr"):
        approve_by_link(token=token, read_hash=minutes.content_hash, now=ENDS)


def test_who_no_longer_chairs_approves_nothing(minutes: Minutes) -> None:
    token = send(minutes)
    minutes.session.body.chairs.filter(mandate__person=chair(minutes)).update(ends_on=date(2026, 3, 3))
    with pytest.raises(RuleViolation, match="leiten das Gremium nicht mehr"):
        approve_by_link(token=token, read_hash=minutes.content_hash, now=ENDS)


@pytest.mark.parametrize("name", ["Herbst", "Weber"])
def test_only_chairs_whose_approval_is_missing_get_a_link(minutes: Minutes, name: str) -> None:
    before = AuditEntry.objects.count()
    with pytest.raises(RuleViolation, match="steht nicht aus"):
        send(minutes, name)
    with pytest.raises(NotAllowed):
        send_approval_link(
            actor=actor_of(member(minutes.session.body, "Weber")),
            minutes=minutes,
            person=member(minutes.session.body, "Winter"),
            now=ENDS,
        )
    assert (MinutesLink.objects.count(), AuditEntry.objects.count()) == (0, before)


def reminders() -> list[str]:
    rows = OutgoingMail.objects.filter(subject__startswith="Erinnerung: Freigabe").order_by("pk")
    return [name.split()[-1] for name in rows.values_list("recipient_name", flat=True)]


def test_chairs_are_reminded_once_in_each_interval(minutes: Minutes) -> None:
    approve_as(minutes, "Winter", "land")
    assert remind_of_approvals(ENDS + timedelta(days=6)) == "An 0 Protokolle erinnert."
    assert unapproved_for(CLERK) == []
    assert remind_of_approvals(ENDS + WEEK) == "An 1 Protokoll erinnert."
    assert remind_of_approvals(ENDS + WEEK) == "An 0 Protokolle erinnert."
    assert remind_of_approvals(ENDS + 2 * WEEK) == "An 1 Protokoll erinnert."
    assert reminders() == ["Kaiser", "Kaiser"]
    assert unapproved_for(CLERK) == [minutes]


def test_a_body_may_want_no_reminders(minutes: Minutes) -> None:
    Body.objects.update(approval_reminder_days=0)
    assert remind_of_approvals(ENDS + WEEK) == "An 0 Protokolle erinnert."


def test_who_has_no_account_gets_a_new_link_instead(minutes: Minutes) -> None:
    person = member(minutes.session.body, "Winter")
    type(person).objects.filter(pk=person.pk).update(user=None)
    old = send(minutes)
    remind_of_approvals(ENDS + WEEK)
    assert reminders() == ["Kaiser"]
    with pytest.raises(RuleViolation, match="gibt es nicht mehr"):
        approve_by_link(token=old, read_hash=minutes.content_hash, now=ENDS + WEEK)
    assert MinutesLink.objects.get().expires_on == results.ENDS.date() + timedelta(days=21)
