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
from bildungsnetz.core.tasks import send_mail, take_up_waiting_mail

pytestmark = pytest.mark.django_db


class DeadServer(EmailBackend):
    """A mail server that answers nobody."""

    def send_messages(self, _messages: list[object]) -> int:
        raise smtplib.SMTPServerDisconnected("Connection unexpectedly closed")


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
