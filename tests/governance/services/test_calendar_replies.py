"""Answers from the calendar of mail programs: taken, overtaken, or laid before the clerk."""

from datetime import UTC, date, datetime, timedelta
from email import message_from_bytes, policy
from email.message import EmailMessage

import pytest

from bildungsnetz.core.errors import NotAllowed, RuleViolation
from bildungsnetz.core.mailbox import Letter, Reading, read_mailbox
from bildungsnetz.core.models import AuditEntry, OutgoingMail
from bildungsnetz.governance.domain.invitation import Answer
from bildungsnetz.governance.models import IncomingReply, Session, SessionInvitation
from bildungsnetz.governance.selectors.incoming_replies import invitations_to_assign, waiting_replies
from bildungsnetz.governance.services.calendar_replies import assign_reply, discard_reply, take_reply
from bildungsnetz.governance.services.sessions import cancel_session, change_session
from tests.core.mailbox.fake import FakeMailbox
from tests.core.mailbox.imap_server import Post
from tests.governance.build import a_steering_body, an_actor, an_invited_session
from tests.governance.calendar_mail import a_reply, calendar_of

pytestmark = pytest.mark.django_db
CLERK = an_actor("clerk")
HOUR = timedelta(hours=1)


@pytest.fixture
def session() -> Session:
    return an_invited_session(a_steering_body())


def invitation_of(last_name: str) -> SessionInvitation:
    return SessionInvitation.objects.select_related("person", "session__body").get(
        person__last_name=last_name
    )


def take(message: EmailMessage, now: datetime) -> IncomingReply:
    assert take_reply(message, now)
    return IncomingReply.objects.get(message_id=message["Message-ID"])


def test_a_yes_from_the_calendar_counts_as_the_answer(session: Session, now: datetime) -> None:
    reply = take(a_reply(invitation_of("Winter"), "ACCEPTED", comment="Komme\n später"), now + HOUR)
    invitation = invitation_of("Winter")
    assert (reply.state, reply.invitation, reply.problem) == ("taken", invitation, "")
    assert (invitation.reply, invitation.note, invitation.replied_at) == ("accepted", "Komme später", now)
    entry = AuditEntry.objects.get(act="governance.invitation.reply")
    assert (entry.actor_name, entry.facts) == ("Karl Winter", {"reply": "zugesagt"})


def test_a_no_calls_the_deputy_in_and_a_later_yes_releases_her(session: Session, now: datetime) -> None:
    take(a_reply(invitation_of("Winter"), "DECLINED"), now)
    assert (invitation_of("Winter").sends_deputy, invitation_of("Herbst").as_deputy) == (True, True)
    called = calendar_of(OutgoingMail.objects.get(recipient_name="Dana Herbst")).walk("VEVENT")[0]
    take(a_reply(invitation_of("Winter"), "ACCEPTED", stamp=now + HOUR), now + HOUR)
    assert not SessionInvitation.objects.filter(person__last_name="Herbst").exists()
    released = OutgoingMail.objects.filter(recipient_name="Dana Herbst").order_by("-pk")[0]
    event = calendar_of(released).walk("VEVENT")[0]
    assert (calendar_of(released)["METHOD"], event["STATUS"]) == ("CANCEL", "CANCELLED")
    assert (event["UID"], event["SEQUENCE"] > called["SEQUENCE"]) == (called["UID"], True)
    take(a_reply(invitation_of("Winter"), "DECLINED", stamp=now + 2 * HOUR), now + 2 * HOUR)
    again = calendar_of(OutgoingMail.objects.filter(recipient_name="Dana Herbst").order_by("-pk")[0])
    assert (again["METHOD"], again.walk("VEVENT")[0]["SEQUENCE"] > event["SEQUENCE"]) == ("REQUEST", True)


def test_a_mail_counts_once_and_an_older_one_not_at_all(session: Session, now: datetime) -> None:
    declined = a_reply(invitation_of("Lang"), "DECLINED", stamp=now + HOUR)
    take(declined, now + HOUR)
    late = take(a_reply(invitation_of("Lang"), "ACCEPTED", stamp=now), now + 2 * HOUR)
    assert (late.state, invitation_of("Lang").reply) == ("overtaken", "declined")
    take_reply(declined, now + 3 * HOUR)
    assert IncomingReply.objects.count() == 2


@pytest.mark.parametrize(
    ("changes", "problem", "is_known"),
    [
        ({"uid": "fremd@example.org"}, "unknown", False),
        ({"sender": "bote@example.org"}, "other_sender", True),
        ({"attendee": "bote@example.org"}, "other_sender", True),
    ],
)
def test_what_does_not_match_waits_for_the_clerk(
    session: Session, now: datetime, changes: dict[str, str], problem: str, is_known: bool
) -> None:
    reply = take(a_reply(invitation_of("Winter"), "ACCEPTED", **changes), now)  # type: ignore[arg-type]
    assert (reply.state, reply.problem, reply.invitation is not None) == ("open", problem, is_known)
    assert invitation_of("Winter").reply == "open"
    assert AuditEntry.objects.filter(act="governance.invitation.reply").count() == 0


def test_an_answer_to_the_old_time_does_not_count_for_the_new_one(session: Session, now: datetime) -> None:
    old = a_reply(invitation_of("Winter"), "ACCEPTED")
    session.refresh_from_db()
    change_session(
        actor=CLERK,
        session=session,
        version=session.version,
        starts_at=session.starts_at + HOUR,
        ends_at=session.ends_at + HOUR,
        place=session.place,
        now=now,
    )
    assert take(old, now).problem == "old_time"
    assert take(a_reply(invitation_of("Winter"), "ACCEPTED"), now).state == "taken"


def test_maybe_and_too_late_wait_as_well(session: Session, now: datetime) -> None:
    assert take(a_reply(invitation_of("Winter"), "TENTATIVE"), now).problem == "unclear"
    late = a_reply(invitation_of("Lang"), "ACCEPTED")
    cancel_session(actor=CLERK, session=session, reason="Sturm", now=now)
    assert take(late, now).problem == "refused"
    assert take(a_reply(invitation_of("Weber"), "ACCEPTED"), datetime(2026, 4, 1, tzinfo=UTC)).state == "open"


def test_the_clerk_assigns_an_answer(session: Session, now: datetime) -> None:
    reply = take(a_reply(invitation_of("Winter"), "DECLINED", sender="sekretariat@example.org"), now)
    assert list(waiting_replies(CLERK)) == [reply]
    assert list(waiting_replies(an_actor("pedagogical"))) == []
    assert invitation_of("Winter") in invitations_to_assign(CLERK, reply, now)
    assign_reply(
        actor=CLERK, reply=reply, invitation=invitation_of("Winter"), answer=Answer.SENDS_DEPUTY, now=now
    )
    assert (invitation_of("Winter").reply, invitation_of("Herbst").as_deputy) == ("declined", True)
    entry = AuditEntry.objects.get(act="governance.reply.assign")
    assert (entry.actor_name, entry.facts) == ("Petra Sommer", {"person": "Karl Winter"})
    with pytest.raises(RuleViolation, match="schon zugeordnet"):
        discard_reply(actor=CLERK, reply=reply, now=now)


def test_the_clerk_discards_an_answer(session: Session, now: datetime) -> None:
    reply = take(a_reply(invitation_of("Winter"), "ACCEPTED", sender="werbung@example.org"), now)
    logged = AuditEntry.objects.count()
    with pytest.raises(NotAllowed):
        discard_reply(actor=an_actor("pedagogical"), reply=reply, now=now)
    with pytest.raises(NotAllowed):
        assign_reply(
            actor=an_actor("member"),
            reply=reply,
            invitation=invitation_of("Winter"),
            answer=Answer.COMES,
            now=now,
        )
    assert (AuditEntry.objects.count(), invitation_of("Winter").reply) == (logged, "open")
    discard_reply(actor=CLERK, reply=reply, now=now)
    assert (list(waiting_replies(CLERK)), invitation_of("Winter").reply) == ([], "open")


def test_the_mailbox_brings_answers_and_leaves_other_mails(session: Session, now: datetime) -> None:
    """From the bytes in the folder to the answer on the page, with a broken calendar in between."""
    plain, broken = EmailMessage(), EmailMessage()
    plain["Subject"] = "Frage"
    plain.set_content("Wann ist die Sitzung?")
    broken.set_content("BEGIN:VCALENDAR\nkaputt", subtype="calendar")
    request = message_from_bytes(a_reply(invitation_of("Lang"), "ACCEPTED").as_bytes(), policy=policy.default)
    messages = (plain, broken, request)
    post = Post(letters=[(Letter(n, m.as_bytes()), date(2026, 3, 4)) for n, m in enumerate(messages, 1)])
    done = read_mailbox(FakeMailbox(post), now=now)
    assert (done.seen, done.taken, invitation_of("Lang").reply) == (3, 1, "accepted")
    assert read_mailbox(FakeMailbox(post), now=now) == Reading()
