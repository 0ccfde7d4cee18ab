from datetime import date, datetime, timedelta

import pytest

from bildungsnetz.core.clock import BERLIN
from bildungsnetz.core.errors import NotAllowed, RuleViolation, StaleVersion
from bildungsnetz.core.models import AuditEntry, OutgoingMail
from bildungsnetz.governance.models import Session, SessionInvitation
from bildungsnetz.governance.services import agenda
from bildungsnetz.governance.services.replies import Answer, reply_to_invitation
from bildungsnetz.governance.services.sessions import (
    archive_session,
    cancel_session,
    change_session,
    close_session,
    open_session,
    plan_session,
    show_item,
)
from tests.governance.build import (
    AT_SESSION,
    a_body,
    a_running_session,
    a_session,
    a_steering_body,
    actor_of,
    an_actor,
    an_invited_session,
    everybody_present,
    member,
)

pytestmark = pytest.mark.django_db

CLERK = an_actor("clerk")
TWO = datetime(2026, 3, 25, 14, tzinfo=BERLIN)
FOUR = datetime(2026, 3, 25, 16, tzinfo=BERLIN)
NEXT = date(2026, 6, 10)


def calendar_of(mail: OutgoingMail) -> str:
    part = mail.attachments.get(content_type__startswith="text/calendar")
    return bytes(part.content).decode().replace("\r\n ", "")


def test_planning_counts_the_sessions_of_a_body_and_starts_the_agenda(now: datetime) -> None:
    body = a_body()
    first = plan_session(actor=CLERK, body=body, starts_at=TWO, ends_at=FOUR, now=now)
    later = timedelta(days=77)
    second = plan_session(actor=CLERK, body=body, starts_at=TWO + later, ends_at=FOUR + later, now=now)
    assert (first.number, second.number, second.state) == (1, 2, "planned")
    assert list(first.items.order_by("number").values_list("fixed", flat=True)) == [
        "approval_of_agenda",
        "next_date",
    ]
    assert list(second.items.order_by("number").values_list("number", "title")) == [
        (1, "Genehmigung der Tagesordnung"),
        (2, "Genehmigung des Protokolls der 1. Sitzung"),
        (3, "Nächster Termin"),
    ]
    assert AuditEntry.objects.filter(act="governance.session.plan").count() == 2


def test_whoever_may_not_plans_nothing(now: datetime) -> None:
    body = a_body()
    logged = AuditEntry.objects.count()
    with pytest.raises(NotAllowed):
        plan_session(actor=an_actor("member", body.scope), body=body, starts_at=TWO, ends_at=FOUR, now=now)
    assert (Session.objects.count(), AuditEntry.objects.count()) == (0, logged)


@pytest.mark.parametrize(
    ("starts", "ends", "field", "sentence"),
    [
        (TWO - timedelta(days=30), FOUR, "on", "Dieser Tag ist schon vorbei."),
        (FOUR, TWO, "ends_at", "Das Ende liegt nach dem Beginn."),
        (TWO, FOUR + timedelta(days=1), "ends_at", "Eine Sitzung endet am selben Tag."),
    ],
)
def test_a_time_that_cannot_be_is_refused(
    now: datetime, starts: datetime, ends: datetime, field: str, sentence: str
) -> None:
    with pytest.raises(RuleViolation) as refused:
        plan_session(actor=CLERK, body=a_body(), starts_at=starts, ends_at=ends, now=now)
    assert (refused.value.field, str(refused.value.message)) == (field, sentence)


def test_a_new_room_tells_the_invited_and_keeps_their_answers(now: datetime) -> None:
    body = a_steering_body()
    session = an_invited_session(body)
    winter = SessionInvitation.objects.get(session=session, person=member(body, "Winter"))
    reply_to_invitation(
        actor=actor_of(member(body, "Winter")), invitation=winter, answer=Answer.COMES, now=now
    )
    OutgoingMail.objects.all().delete()
    change_session(
        actor=CLERK,
        session=session,
        version=session.version,
        starts_at=session.starts_at,
        ends_at=session.ends_at,
        place="Rathaus Haan",
        now=now,
    )
    winter.refresh_from_db()
    mails = OutgoingMail.objects.order_by("pk")
    assert (mails.count(), winter.reply) == (8, "accepted")
    assert mails[0].subject == "Geändert: Lenkungskreis, 1. Sitzung am 25.03.2026"
    assert "Ihre Antwort auf die Einladung gilt weiter" in mails[0].body
    content = calendar_of(mails[0])
    assert "SEQUENCE:1" in content
    assert "LOCATION:Rathaus Haan" in content


def test_a_new_day_asks_everybody_again_with_a_new_link(now: datetime) -> None:
    body = a_steering_body()
    session = an_invited_session(body)
    winter = SessionInvitation.objects.get(session=session, person=member(body, "Winter"))
    old_hash = winter.token_hash
    reply_to_invitation(
        actor=actor_of(member(body, "Winter")), invitation=winter, answer=Answer.COMES, now=now
    )
    change_session(
        actor=CLERK,
        session=session,
        version=session.version,
        starts_at=session.starts_at + timedelta(days=1),
        ends_at=session.ends_at + timedelta(days=1),
        place=session.place,
        now=now,
    )
    winter.refresh_from_db()
    assert (winter.reply, winter.replied_at, winter.expires_on) == ("open", None, date(2026, 3, 26))
    assert winter.token_hash != old_hash


def test_a_second_change_on_an_old_version_is_refused_and_tells_nobody(now: datetime) -> None:
    session = an_invited_session(a_steering_body())
    mails = OutgoingMail.objects.count()
    with pytest.raises(StaleVersion):
        change_session(
            actor=CLERK, session=session, version=1, starts_at=TWO, ends_at=FOUR, place="X", now=now
        )
    session.refresh_from_db()
    assert (session.place, OutgoingMail.objects.count()) == ("Kreishaus, Raum 1.102", mails)


def test_a_session_opens_on_its_day(now: datetime) -> None:
    session = an_invited_session(a_steering_body())
    with pytest.raises(RuleViolation, match=r"Die Sitzung kann erst am 25\.03\.2026 beginnen\."):
        open_session(actor=CLERK, session=session, now=now)
    opened = open_session(actor=CLERK, session=session, now=AT_SESSION)
    assert opened.current_item is not None
    assert (opened.state, opened.current_item.number) == ("in_session", 1)


def test_a_planned_session_does_not_open_without_invitation() -> None:
    with pytest.raises(RuleViolation, match="Der Schritt von „geplant“ zu „läuft“ ist nicht vorgesehen"):
        open_session(actor=CLERK, session=a_session(a_body()), now=AT_SESSION)


def settle(session: Session) -> None:
    for item in session.items.exclude(fixed="next_date").order_by("pk"):
        agenda.treat_item(actor=CLERK, item=item, now=AT_SESSION)


def test_closing_needs_settled_items_both_chairs_and_the_next_date() -> None:
    session = a_running_session(a_steering_body())
    with pytest.raises(RuleViolation, match="Offene Tagesordnungspunkte: 2"):
        close_session(actor=CLERK, session=session, next_date=NEXT, now=AT_SESSION)
    settle(session)
    with pytest.raises(RuleViolation, match="Für die Seite Land fehlt der Ko-Vorsitz"):
        close_session(actor=CLERK, session=session, next_date=NEXT, now=AT_SESSION)
    everybody_present(session)
    with pytest.raises(RuleViolation, match="Der nächste Termin liegt nach dieser Sitzung") as refused:
        close_session(actor=CLERK, session=session, next_date=date(2026, 3, 25), now=AT_SESSION)
    assert refused.value.field == "next_session_on"
    session.refresh_from_db()
    assert session.state == "in_session"
    closed = close_session(actor=CLERK, session=session, next_date=NEXT, now=AT_SESSION)
    assert (closed.state, closed.next_date, closed.current_item) == ("held", NEXT, None)
    last = session.items.get(fixed="next_date")
    assert (last.state, last.result) == ("treated", "Die nächste Sitzung ist am 10.06.2026.")


def test_without_a_next_date_the_closing_item_keeps_the_session_open() -> None:
    session = a_running_session(a_steering_body())
    settle(session)
    everybody_present(session)
    agenda.treat_item(actor=CLERK, item=session.items.get(fixed="next_date"), now=AT_SESSION)
    with pytest.raises(RuleViolation, match="Legen Sie den Termin der nächsten Sitzung fest"):
        close_session(actor=CLERK, session=session, next_date=None, now=AT_SESSION)


def test_cancelling_needs_a_reason_and_takes_the_date_out_of_all_calendars(now: datetime) -> None:
    session = an_invited_session(a_steering_body())
    with pytest.raises(RuleViolation, match="Schreiben Sie den Grund") as refused:
        cancel_session(actor=CLERK, session=session, reason=" ", now=now)
    assert refused.value.field == "reason"
    OutgoingMail.objects.all().delete()
    cancelled = cancel_session(actor=CLERK, session=session, reason="Erkrankung", now=now)
    assert (cancelled.state, cancelled.cancel_reason, cancelled.sequence) == ("cancelled", "Erkrankung", 1)
    mails = OutgoingMail.objects.order_by("pk")
    assert mails.count() == 8
    assert mails[0].subject == "Abgesagt: Lenkungskreis, 1. Sitzung am 25.03.2026"
    content = calendar_of(mails[0])
    for line in ("METHOD:CANCEL", "STATUS:CANCELLED", "SEQUENCE:1"):
        assert line in content


def test_only_approved_minutes_let_a_session_go_to_the_archive(now: datetime) -> None:
    session = a_session(a_body())
    with pytest.raises(RuleViolation, match="Der Schritt von „geplant“ zu „archiviert“ ist nicht vorgesehen"):
        archive_session(actor=CLERK, session=session, now=now)


def test_the_screen_shows_what_stands_on_the_agenda_of_the_running_session() -> None:
    body = a_steering_body()
    session = a_running_session(body)
    item = session.items.get(fixed="")
    assert show_item(actor=CLERK, session=session, item=item).current_item == item
    other = a_session(a_body("education_conference")).items.order_by("pk")[0]
    with pytest.raises(RuleViolation, match="Gezeigt wird, was auf der Tagesordnung"):
        show_item(actor=CLERK, session=session, item=other)
