"""Each mail of the mailbox is read once; bounces reach the mail they belong to."""

from collections.abc import Iterator
from datetime import date, datetime
from email.message import EmailMessage
from textwrap import dedent

import pytest
from django.core.management import CommandError, call_command
from pytest_django import Settings

from bildungsnetz.core import delivery, mail
from bildungsnetz.core.mailbox import Letter, Reading, last_look, look, read_mailbox
from bildungsnetz.core.models import MailboxPosition, OutgoingMail
from bildungsnetz.core.registers import incoming
from bildungsnetz.core.tasks import plan_look_into_mailbox
from tests.core.mailbox.fake import FakeMailbox
from tests.core.mailbox.imap_server import PASSWORD, USER, Post, serving

pytestmark = pytest.mark.django_db
LETTER = b"From: anna@example.org\nMessage-ID: <1@example.org>\n\nHallo\n"


@pytest.fixture
def asked() -> Iterator[list[str]]:
    """The subjects that were offered to the contexts."""
    seen: list[str] = []

    def take(message: EmailMessage, _now: datetime) -> bool:
        subject = str(message["Subject"] or "")
        seen.append(subject)
        if subject == "kaputt":
            raise LookupError(subject)
        return subject == "Antwort"

    incoming.register("test", take)
    yield seen
    incoming._takers.pop("test")


def box(*subjects: str, day: date = date(2026, 3, 4)) -> FakeMailbox:
    letters = [Letter(n, b"Subject: " + s.encode() + b"\n\nText\n") for n, s in enumerate(subjects, start=1)]
    return FakeMailbox(Post(letters=[(letter, day) for letter in letters]))


def bounce(message_id: str, *, action: str = "failed") -> bytes:
    return (
        dedent(
            f"""\
            From: MAILER-DAEMON@mx.example.org
            Subject: Undelivered Mail
            Content-Type: multipart/report; report-type=delivery-status; boundary="b"

            --b
            Content-Type: text/plain

            Sorry.
            --b
            Content-Type: message/delivery-status

            Reporting-MTA: dns; mx.example.org

            Final-Recipient: rfc822; anna@example.org
            Action: {action}
            Status: 5.1.1
            Diagnostic-Code: smtp; 550 5.1.1 <anna@example.org>:
              User unknown

            --b
            Content-Type: text/rfc822-headers

            Subject: Einladung
            Message-ID: {message_id}

            --b--
            """
        )
    ).encode()


def a_sent_mail(now: datetime) -> OutgoingMail:
    written = mail.queue(to="anna@example.org", name="Anna", subject="Einladung", body="Text", now=now)
    delivery.deliver(written.pk, now=now)
    return written


def test_each_mail_is_offered_once(asked: list[str], now: datetime) -> None:
    mailbox = box("Antwort", "Werbung")
    assert read_mailbox(mailbox, now=now) == Reading(seen=2, taken=1, failed=0)
    assert read_mailbox(mailbox, now=now) == Reading()
    mailbox.post.letters.append((Letter(8, b"Subject: Antwort\n\n"), date(2026, 3, 4)))
    assert read_mailbox(mailbox, now=now) == Reading(seen=1, taken=1, failed=0)
    assert asked == ["Antwort", "Werbung", "Antwort"]


def test_a_broken_mail_keeps_nobody_from_being_read(asked: list[str], now: datetime) -> None:
    mailbox = box("kaputt", "Antwort")
    assert read_mailbox(mailbox, now=now) == Reading(seen=2, taken=1, failed=1)
    assert read_mailbox(mailbox, now=now) == Reading()


def test_the_first_look_goes_back_two_weeks_and_so_does_a_renumbered_folder(
    asked: list[str], now: datetime
) -> None:
    mailbox = box("alt", day=date(2026, 2, 1))
    mailbox.post.letters.append((Letter(2, b"Subject: neu\n\n"), date(2026, 3, 1)))
    read_mailbox(mailbox, now=now)
    assert asked == ["neu"]
    mailbox.post.validity = 8
    read_mailbox(mailbox, now=now)
    assert asked == ["neu", "neu"]
    assert MailboxPosition.objects.values_list("validity", "last_uid").get() == (8, 2)


def test_a_bounce_reaches_its_mail(now: datetime) -> None:
    written = a_sent_mail(now)
    post = Post(letters=[(Letter(1, bounce(written.message_id)), date(2026, 3, 4))])
    assert read_mailbox(FakeMailbox(post), now=now).taken == 1
    written.refresh_from_db()
    assert (written.state, written.failure) == (
        "bounced",
        "550 5.1.1 <anna@example.org>: User unknown",
    )


def test_a_delay_and_a_bounce_of_somebody_else_change_nothing(now: datetime) -> None:
    written = a_sent_mail(now)
    raws = (bounce(written.message_id, action="delayed"), bounce("<fremd@example.org>"), LETTER)
    post = Post(letters=[(Letter(n, raw), date(2026, 3, 4)) for n, raw in enumerate(raws, start=1)])
    assert read_mailbox(FakeMailbox(post), now=now) == Reading(seen=3, taken=0, failed=0)
    written.refresh_from_db()
    assert written.state == "sent"


def test_a_look_that_fails_says_why_and_the_next_one_goes_on(asked: list[str], now: datetime) -> None:
    mailbox = box("Antwort")
    mailbox.is_down = True
    assert look(mailbox, now=now) is None
    last = last_look(mailbox)
    assert last is not None
    assert (last.trouble, last.looked_at) == ("Connection refused", now)
    mailbox.is_down = False
    assert look(mailbox, now=now) == Reading(seen=1, taken=1, failed=0)
    last.refresh_from_db()
    assert last.trouble == ""


def test_the_command_reads_the_configured_mailbox(
    asked: list[str], settings: Settings, capsys: pytest.CaptureFixture[str]
) -> None:
    with pytest.raises(CommandError, match="Kein Postfach eingerichtet"):
        call_command("read_mailbox")
    with serving(box("Antwort", "Werbung").post) as port:
        settings.IMAP = {
            "host": "127.0.0.1",
            "port": port,
            "user": USER,
            "password": PASSWORD,
            "folder": "INBOX",
            "tls": False,
        }
        call_command("read_mailbox")
    assert capsys.readouterr().out == "gelesen: 2, davon Antworten und Rückläufer: 1, nicht lesbar: 0\n"


def test_without_a_mailbox_the_timetable_says_so(now: datetime) -> None:
    assert plan_look_into_mailbox(now) == "kein Postfach eingerichtet"
