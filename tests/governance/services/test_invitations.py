from datetime import UTC, date, datetime
from io import BytesIO

import pytest
from pypdf import PdfReader

from bildungsnetz.core.errors import NotAllowed, RuleViolation
from bildungsnetz.core.models import AuditEntry, OutgoingMail
from bildungsnetz.governance.domain.visibility import Visibility
from bildungsnetz.governance.models import Session, SessionInvitation
from bildungsnetz.governance.selectors.invitations import invitation_plan
from bildungsnetz.governance.services.invitation_run import write_invitation_mails
from bildungsnetz.governance.services.invitations import Sent, send_invitations
from tests.governance.build import (
    START,
    a_body,
    a_mandate,
    a_person,
    a_session,
    a_steering_body,
    an_actor,
    an_invited_session,
    an_item,
    member,
)

pytestmark = pytest.mark.django_db

CLERK = an_actor("clerk")
LATE = datetime(2026, 3, 14, 9, 0, tzinfo=UTC)


def ready(body: object = None) -> Session:
    session = a_session(body or a_steering_body())  # type: ignore[arg-type]
    an_item(session)
    return session


def send(session: Session, now: datetime, **facts: object) -> Sent:
    """Invite and let the run write the mails."""
    sent = send_invitations(actor=CLERK, session=session, now=now, **facts)  # type: ignore[arg-type]
    write_invitation_mails(sent.run, now=now)
    return sent


def text_of(pdf: bytes) -> str:
    return "\n".join(page.extract_text() for page in PdfReader(BytesIO(pdf)).pages)


def part(mail: OutgoingMail, kind: str) -> bytes:
    return bytes(mail.attachments.get(content_type__startswith=kind).content)


def test_everybody_with_a_seat_is_invited_once(now: datetime) -> None:
    session = ready()
    sent = send(session, now)
    session.refresh_from_db()
    assert (len(sent.invitations), sent.without_mail) == (8, ())
    assert (session.state, session.invited_at, session.late_reason) == ("invited", now, "")
    assert OutgoingMail.objects.count() == 8
    entry = AuditEntry.objects.get(act="governance.session.invite")
    assert entry.facts == {"count": 8}


def test_the_mail_says_all_in_german_and_brings_paper_and_date(now: datetime) -> None:
    body = a_steering_body()
    send(ready(body), now)
    mail = OutgoingMail.objects.get(recipient_name="Karl Winter")
    assert (mail.subject, mail.secret) == ("Einladung: Lenkungskreis, 1. Sitzung am 25.03.2026", True)
    for line in (
        "Guten Tag Karl Winter,",
        "Mi., 25.03.2026, 14:00 Uhr",
        "Ort: Kreishaus, Raum 1.102",
        "2. Landkarte der Sprachangebote (Information)",
        "/einladung/sitzung/",
    ):
        assert line in mail.body
    paper = part(mail, "application/pdf")
    assert "Landkarte der Sprachangebote" in text_of(paper)
    root = PdfReader(BytesIO(paper)).trailer["/Root"]
    assert (root["/MarkInfo"]["/Marked"], root["/Lang"]) == (True, "de-DE")
    calendar = part(mail, "text/calendar").decode().replace("\r\n ", "")
    invitation = SessionInvitation.objects.get(person=member(body, "Winter"))
    for line in (
        "METHOD:REQUEST",
        f"UID:{invitation.uid}",
        "DTSTAMP:20260304T140000Z",
        "SEQUENCE:0",
        "DTSTART;TZID=Europe/Berlin:20260325T140000",
        "DTEND;TZID=Europe/Berlin:20260325T160000",
        "TZID:Europe/Berlin",
        f"RSVP=TRUE:mailto:{mail.recipient}",
        "ORGANIZER;CN=",
    ):
        assert line in calendar


def test_only_the_hash_of_the_link_is_kept(now: datetime) -> None:
    session = an_invited_session(a_steering_body())
    for mail in OutgoingMail.objects.all():
        token = mail.body.split("/einladung/sitzung/")[1].split("/")[0]
        assert not SessionInvitation.objects.filter(session=session, token_hash=token).exists()


def test_confidential_items_reach_only_those_who_may_read_them(now: datetime) -> None:
    session = ready()
    an_item(session, "Geheimsache Rohrdommel", visibility=Visibility.OFFICE)
    send(session, now)
    readers = {
        mail.recipient_name
        for mail in OutgoingMail.objects.all()
        if "Rohrdommel" in mail.body or "Rohrdommel" in text_of(part(mail, "application/pdf"))
    }
    assert readers == {"Karl Winter", "Katrin Kaiser"}


def test_a_guest_gets_no_item_of_the_body(now: datetime) -> None:
    session = ready()
    an_item(session, "Bericht der Öffentlichkeit", visibility=Visibility.PUBLIC)
    guest = a_person("Gast", "Gerda")
    send(session, now, guests=[guest])
    mail = OutgoingMail.objects.get(recipient_name="Gerda Gast")
    paper = text_of(part(mail, "application/pdf"))
    assert ("Bericht der Öffentlichkeit" in paper, "Landkarte" in paper, "Landkarte" in mail.body) == (
        True,
        False,
        False,
    )


def test_sending_again_reaches_only_those_not_yet_invited(now: datetime) -> None:
    body = a_steering_body()
    session = an_invited_session(body)
    with pytest.raises(RuleViolation, match="Niemand bekommt zwei Mails"):
        send(session, now)
    a_mandate(body, "staedte", a_person("Neumann", "Nora"))
    sent = send(session, LATE)
    assert [invitation.person.name for invitation in sent.invitations] == ["Nora Neumann"]
    assert OutgoingMail.objects.filter(recipient_name="Karl Winter").count() == 1


def test_after_the_deadline_a_reason_is_needed_and_stands_in_the_invitation() -> None:
    session = ready()
    with pytest.raises(RuleViolation) as refused:
        send(session, LATE, reason=" ")
    assert refused.value.field == "reason"
    assert str(refused.value.message) == (
        "Die Einladungsfrist endete am 11.03.2026. Begründen Sie die spätere Einladung."
    )
    session.refresh_from_db()
    assert (session.state, OutgoingMail.objects.count()) == ("planned", 0)
    send(session, LATE, reason="Der Raum stand nicht fest.")
    session.refresh_from_db()
    assert session.late_reason == "Der Raum stand nicht fest."
    assert "Der Raum stand nicht fest." in OutgoingMail.objects.order_by("pk")[0].body


@pytest.mark.parametrize(
    ("change", "sentence"),
    [
        ({"place": ""}, "Tragen Sie den Ort der Sitzung ein"),
        ({"mode": "online"}, "Tragen Sie den Link zur Videokonferenz ein"),
        ({"state": "held"}, "Diese Sitzung ist durchgeführt"),
    ],
)
def test_what_is_missing_is_named(now: datetime, change: dict[str, str], sentence: str) -> None:
    session = ready()
    Session.objects.filter(pk=session.pk).update(**change)
    with pytest.raises(RuleViolation, match=sentence):
        send(session, now)
    assert OutgoingMail.objects.count() == 0


def test_nobody_is_invited_to_an_empty_agenda(now: datetime) -> None:
    with pytest.raises(RuleViolation, match="Nehmen Sie mindestens einen Tagesordnungspunkt an"):
        send_invitations(actor=CLERK, session=a_session(a_steering_body()), now=now)


def test_a_session_before_the_mandates_start_invites_nobody(now: datetime) -> None:
    body = a_body()
    a_mandate(body, "kreis", starts_on=date(2026, 4, 1))
    session = ready(body)
    with pytest.raises(RuleViolation, match="Am Sitzungstag hat niemand ein Mandat"):
        send(session, now)


def test_whoever_may_not_sends_nothing(now: datetime) -> None:
    session = ready()
    logged = AuditEntry.objects.count()
    with pytest.raises(NotAllowed):
        send_invitations(actor=an_actor("pedagogical"), session=session, now=now)
    assert (SessionInvitation.objects.count(), OutgoingMail.objects.count()) == (0, 0)
    assert AuditEntry.objects.count() == logged


def test_the_plan_names_who_gets_what_and_who_has_no_address(now: datetime) -> None:
    body = a_steering_body()
    silent = a_person("Still", "Stella")
    silent.email = ""
    silent.save()
    a_mandate(body, "staedte", silent, starts_on=START)
    plan = invitation_plan(ready(body), now=now)
    assert [entry.person.last_name for entry in plan.without_mail] == ["Still"]
    assert [entry.person.last_name for entry in plan.standing_by] == ["Herbst", "Krause"]
    assert [entry.person.last_name for entry in plan.recipients if entry.reads == "everything"] == [
        "Winter",
        "Kaiser",
    ]
    assert plan.recipients[0].why.startswith("Land: ")
    assert (plan.deadlines.invitation_by, plan.days_late, plan.is_first) == (date(2026, 3, 11), 0, True)
