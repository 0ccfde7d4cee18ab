"""Mail goes out once, as written, and a failure is kept."""

import smtplib
from datetime import datetime, timedelta

import pytest
from django.core import mail as post
from django.core.mail.backends.locmem import EmailBackend
from django_tasks_db.models import DBTaskResult
from pytest_django import DjangoCaptureOnCommitCallbacks, Settings

from bildungsnetz.core import delivery, mail
from bildungsnetz.core.models import OutgoingMail
from bildungsnetz.core.tasks import give_up_claims, send_mail, take_up_waiting_mail

pytestmark = pytest.mark.django_db


class DeadServer(EmailBackend):
    """A mail server that answers nobody."""

    def send_messages(self, _messages: list[object]) -> int:
        raise smtplib.SMTPServerDisconnected("Connection unexpectedly closed")


class DyingProcess(EmailBackend):
    """The process is killed while it talks to the mail server."""

    def send_messages(self, _messages: list[object]) -> int:
        raise KeyboardInterrupt


def queued(now: datetime, **changes: object) -> OutgoingMail:
    given = {
        "to": "anna@example.org",
        "name": "Anna Ähre",
        "subject": "Einladung",
        "body": "Guten Tag",
        "now": now,
    }
    return mail.queue(**given | changes)


def test_a_mail_leaves_after_the_commit(
    now: datetime, django_capture_on_commit_callbacks: DjangoCaptureOnCommitCallbacks
) -> None:
    with django_capture_on_commit_callbacks(execute=True):
        written = queued(now)
        assert post.outbox == []
    written.refresh_from_db()
    assert (written.state, written.sent_at, written.attempts) == ("sent", now, 1)
    assert [message.to for message in post.outbox] == [["Anna Ähre <anna@example.org>"]]


def test_nobody_gets_a_mail_twice(now: datetime) -> None:
    written = queued(now)
    assert delivery.deliver(written.pk, now=now)
    assert not delivery.deliver(written.pk, now=now + timedelta(minutes=1))
    assert len(post.outbox) == 1


@pytest.mark.parametrize(
    "name", ["Ähre, Anna", 'Anna "Änne" Ähre', "Anna <Ähre>", "A" * 200, "", "Anna @ Ähre; Büro"]
)
def test_any_name_of_a_person_can_be_written_to(name: str, now: datetime) -> None:
    written = queued(now, name=name)
    assert delivery.deliver(written.pk, now=now)
    address = post.outbox[0].message()["To"]
    assert str(address).endswith("anna@example.org>" if name else "anna@example.org")


def test_the_demo_holds_mail_back(now: datetime, settings: Settings) -> None:
    settings.MAIL_HELD = True
    written = queued(now)
    assert written.state == "held"
    assert not delivery.deliver(written.pk, now=now)
    assert post.outbox == []


def test_a_failure_is_kept_and_tried_again(now: datetime, settings: Settings) -> None:
    settings.EMAIL_BACKEND = f"{__name__}.DeadServer"
    written = queued(now)
    for attempt in range(1, delivery.MOST_ATTEMPTS + 1):
        assert not delivery.deliver(written.pk, now=now)
        written.refresh_from_db()
        assert (written.attempts, written.failure) == (attempt, "Connection unexpectedly closed")
        assert written.state == ("failed" if attempt == delivery.MOST_ATTEMPTS else "queued")
    settings.EMAIL_BACKEND = "django.core.mail.backends.locmem.EmailBackend"
    assert not delivery.deliver(written.pk, now=now)
    assert post.outbox == []


def test_an_address_that_is_none_fails_at_once_and_says_so(now: datetime) -> None:
    written = queued(now, to="anna ähre@example.org")
    assert not delivery.deliver(written.pk, now=now)
    written.refresh_from_db()
    assert (written.state, written.attempts, bool(written.failure)) == ("failed", 1, True)


def test_the_server_is_asked_only_after_the_claim_is_stored(now: datetime, settings: Settings) -> None:
    settings.EMAIL_BACKEND = f"{__name__}.DyingProcess"
    written = queued(now)
    with pytest.raises(KeyboardInterrupt):
        delivery.deliver(written.pk, now=now)
    written.refresh_from_db()
    assert (written.state, written.claimed_at) == ("sending", now)
    settings.EMAIL_BACKEND = "django.core.mail.backends.locmem.EmailBackend"
    assert not delivery.deliver(written.pk, now=now)
    assert post.outbox == []


def test_a_claim_of_a_dead_process_is_given_up_and_a_person_may_send_again(
    now: datetime, django_capture_on_commit_callbacks: DjangoCaptureOnCommitCallbacks
) -> None:
    written = queued(now)
    OutgoingMail.objects.update(state="sending", claimed_at=now)
    assert delivery.give_up_claims(now=now + delivery.LONGEST_CLAIM) == 0
    assert give_up_claims(now + timedelta(minutes=11)) == "1 Mails, deren Versand abbrach"
    written.refresh_from_db()
    assert (written.state, written.failure) == (
        "failed",
        "Der Versand brach ab; vielleicht kam die Mail an.",
    )
    with django_capture_on_commit_callbacks(execute=True):
        assert mail.send_again(written)
        assert not mail.send_again(written)
    written.refresh_from_db()
    assert (written.state, written.failure, len(post.outbox)) == ("sent", "", 1)


def test_a_mail_comes_back_once_and_only_if_it_is_ours(now: datetime) -> None:
    written = queued(now)
    assert delivery.note_bounce("<fremd@example.org>", "unbekannt") is None
    assert delivery.note_bounce(written.message_id, "zu früh") == written
    written.refresh_from_db()
    assert written.state == "queued"
    delivery.deliver(written.pk, now=now)
    delivery.note_bounce(written.message_id, "5.1.1 Postfach unbekannt")
    delivery.note_bounce(written.message_id, "noch einmal")
    written.refresh_from_db()
    assert (written.state, written.failure, written.sent_at) == ("bounced", "5.1.1 Postfach unbekannt", now)


def test_a_calendar_part_is_an_alternative_and_a_file_is_attached(now: datetime) -> None:
    calendar = mail.Attachment(
        "termin.ics", "text/calendar; method=REQUEST; charset=utf-8", "BEGIN:VCALENDAR Ä".encode()
    )
    paper = mail.Attachment("einladung.pdf", "application/pdf", b"%PDF")
    written = queued(now, attachments=[calendar, paper])
    delivery.deliver(written.pk, now=now)
    parts = [part.get_content_type() for part in post.outbox[0].message().walk()]
    assert parts == [
        "multipart/mixed",
        "multipart/alternative",
        "text/plain",
        "text/calendar",
        "application/pdf",
    ]


def test_the_worker_tries_again_later(now: datetime, settings: Settings) -> None:
    settings.EMAIL_BACKEND = f"{__name__}.DeadServer"
    settings.TASKS = {"default": {"BACKEND": "django_tasks_db.DatabaseBackend"}}
    written = queued(now)
    pauses = []
    for _ in range(delivery.MOST_ATTEMPTS):
        send_mail.call(written.pk)
        pauses += DBTaskResult.objects.values_list("run_after", flat=True)
        DBTaskResult.objects.all().delete()
    assert pauses == [now + timedelta(minutes=minutes) for minutes in (5, 10, 20, 40)]


def test_the_start_takes_up_what_waits(now: datetime) -> None:
    queued(now)
    sent = queued(now)
    delivery.deliver(sent.pk, now=now)
    assert take_up_waiting_mail() == 1
    assert len(post.outbox) == 2
    assert take_up_waiting_mail() == 0
