"""The mails of an invitation are written in the background: taken up again, nobody twice."""

import smtplib
from collections.abc import Iterator
from contextlib import contextmanager
from datetime import datetime, timedelta
from itertools import count

import pytest
from django.core import mail as post
from django.core.mail.backends.locmem import EmailBackend
from django.db.models.signals import post_save
from pytest_django import DjangoCaptureOnCommitCallbacks, Settings

from bildungsnetz.core import jobs
from bildungsnetz.core.actor import SYSTEM
from bildungsnetz.core.delivery import deliver
from bildungsnetz.core.errors import NotAllowed, RuleViolation
from bildungsnetz.core.models import AuditEntry, OutgoingMail, Progress
from bildungsnetz.governance.models import Session, SessionInvitation
from bildungsnetz.governance.selectors.invitation_runs import RUN, delivery_report
from bildungsnetz.governance.services import invitation_run
from bildungsnetz.governance.services.invitation_repeat import repeat_invitations
from bildungsnetz.governance.services.invitations import Sent, send_invitations
from bildungsnetz.governance.services.sessions import cancel_session, change_session
from bildungsnetz.governance.tasks import take_up_runs, write_invitation_mails
from tests.governance.build import a_session, a_steering_body, an_actor, an_item

pytestmark = pytest.mark.django_db
CLERK = an_actor("clerk")


class DeadServer(EmailBackend):
    """A mail server that answers nobody."""

    def send_messages(self, _messages: list[object]) -> int:
        raise smtplib.SMTPServerDisconnected("Connection unexpectedly closed")


@pytest.fixture
def sent(now: datetime) -> Sent:
    """Eight people are invited; no mail is written yet."""
    session = a_session(a_steering_body())
    an_item(session)
    return send_invitations(actor=CLERK, session=session, now=now)


def session_of(sent: Sent) -> Session:
    return Session.objects.select_related("body").get(pk=sent.run.about_key)


def written_names() -> list[str]:
    return sorted(OutgoingMail.objects.values_list("recipient_name", flat=True))


def test_inviting_writes_no_mail_but_begins_a_run(sent: Sent) -> None:
    assert (sent.run.kind, sent.run.total, sent.run.done, sent.run.is_running) == (RUN, 8, 0, True)
    assert (OutgoingMail.objects.count(), SessionInvitation.objects.filter(sent_at=None).count()) == (0, 8)


def test_the_worker_writes_and_sends_after_the_commit(
    now: datetime, django_capture_on_commit_callbacks: DjangoCaptureOnCommitCallbacks
) -> None:
    session = a_session(a_steering_body())
    an_item(session)
    with django_capture_on_commit_callbacks(execute=True):
        send_invitations(actor=CLERK, session=session, now=now)
    report = delivery_report(session)
    assert (report.total, report.written, report.handed_over, report.is_under_way) == (8, 8, 8, False)
    assert len(post.outbox) == 8
    assert {row.mail_id for row in SessionInvitation.objects.all()} == set(
        OutgoingMail.objects.values_list("pk", flat=True)
    )


@contextmanager
def dying_at(number: int) -> Iterator[None]:
    """The process is killed while it writes this mail."""
    written = count(1)

    def die(**_facts: object) -> None:
        if next(written) == number:
            raise KeyboardInterrupt

    post_save.connect(die, sender=OutgoingMail)
    try:
        with pytest.raises(KeyboardInterrupt):
            yield
    finally:
        post_save.disconnect(die, sender=OutgoingMail)


def test_a_killed_run_goes_on_and_nobody_gets_two(sent: Sent, now: datetime) -> None:
    """The process dies at the fourth person; the timetable takes the run up."""
    with dying_at(4):
        invitation_run.write_invitation_mails(sent.run, now=now)
    sent.run.refresh_from_db()
    assert (OutgoingMail.objects.count(), sent.run.done, sent.run.is_running) == (3, 3, True)
    assert take_up_runs(now + timedelta(minutes=2)) == "kein Versandlauf unterbrochen"
    assert take_up_runs(now + timedelta(minutes=4)) == "1 Versandläufe wieder aufgenommen"
    sent.run.refresh_from_db()
    assert (sent.run.done, sent.run.is_running, sent.run.failures) == (8, False, [])
    assert len(written_names()) == len(set(written_names())) == 8


def test_two_workers_on_one_run_write_everything_once(sent: Sent, now: datetime) -> None:
    invitation_run.write_invitation_mails(sent.run, now=now)
    invitation_run.write_invitation_mails(sent.run, now=now)
    write_invitation_mails.call(sent.run.pk)
    assert len(written_names()) == len(set(written_names())) == 8


def test_what_fails_with_one_takes_nothing_along_and_is_named(sent: Sent, now: datetime) -> None:
    first = sent.invitations[0].person
    type(first).objects.filter(pk=first.pk).update(email="")
    invitation_run.write_invitation_mails(sent.run, now=now)
    sent.run.refresh_from_db()
    assert sent.run.failures == [[first.name, "Die E-Mail-Adresse fehlt."]]
    assert (OutgoingMail.objects.count(), delivery_report(session_of(sent)).is_stuck) == (7, True)
    type(first).objects.filter(pk=first.pk).update(email="neu@demo.example")
    assert repeat_invitations(actor=CLERK, session=session_of(sent), now=now) == 1
    again = jobs.of(session_of(sent), RUN)[0]
    assert (again.total, again.pk != sent.run.pk) == (1, True)
    invitation_run.write_invitation_mails(again, now=now)
    assert len(written_names()) == len(set(written_names())) == 8


def test_the_mail_server_is_down_during_the_run(sent: Sent, now: datetime, settings: Settings) -> None:
    """The run ends, the mails wait; given up after five attempts they are sent by a button, once."""
    settings.EMAIL_BACKEND = f"{__name__}.DeadServer"
    invitation_run.write_invitation_mails(sent.run, now=now)
    mails = list(OutgoingMail.objects.order_by("pk"))
    for each in mails[:2]:
        for _attempt in range(5):
            deliver(each.pk, now=now)
    report = delivery_report(session_of(sent))
    assert (report.written, report.handed_over, report.failed, report.is_under_way) == (8, 0, 2, True)
    settings.EMAIL_BACKEND = "django.core.mail.backends.locmem.EmailBackend"
    assert repeat_invitations(actor=CLERK, session=session_of(sent), now=now) == 2
    for each in mails:
        deliver(each.pk, now=now)
        deliver(each.pk, now=now)
    assert len(post.outbox) == len({message.to[0] for message in post.outbox}) == 8
    entry = AuditEntry.objects.get(act="governance.session.repeat_invitations")
    assert entry.facts == {"count": 2}


def test_there_is_nothing_to_repeat_while_it_runs_or_when_all_is_out(sent: Sent, now: datetime) -> None:
    with pytest.raises(RuleViolation, match="Der Versand läuft noch"):
        repeat_invitations(actor=CLERK, session=session_of(sent), now=now)
    invitation_run.write_invitation_mails(sent.run, now=now)
    with pytest.raises(RuleViolation, match="nichts zu wiederholen"):
        repeat_invitations(actor=CLERK, session=session_of(sent), now=now)
    logged = AuditEntry.objects.count()
    with pytest.raises(NotAllowed):
        repeat_invitations(actor=an_actor("pedagogical"), session=session_of(sent), now=now)
    assert (AuditEntry.objects.count(), Progress.objects.count()) == (logged, 1)


def test_who_has_no_mail_yet_hears_of_a_cancellation_by_silence(sent: Sent, now: datetime) -> None:
    cancel_session(actor=SYSTEM, session=session_of(sent), reason="Sturm", now=now)
    invitation_run.write_invitation_mails(sent.run, now=now)
    sent.run.refresh_from_db()
    assert (OutgoingMail.objects.count(), sent.run.is_running) == (0, False)
    assert {reason for _name, reason in sent.run.failures} == {"Die Sitzung ist abgesagt."}


def test_a_run_tells_what_was_changed_meanwhile(sent: Sent, now: datetime) -> None:
    session = session_of(sent)
    change_session(
        actor=SYSTEM,
        session=session,
        version=session.version,
        starts_at=session.starts_at,
        ends_at=session.ends_at,
        place="Rathaus",
        now=now,
    )
    assert OutgoingMail.objects.count() == 0
    invitation_run.write_invitation_mails(sent.run, now=now)
    assert all("Ort: Rathaus" in body for body in OutgoingMail.objects.values_list("body", flat=True))
