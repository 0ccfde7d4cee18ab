from datetime import UTC, datetime

import pytest

from bildungsnetz.core.errors import NotAllowed, RuleViolation
from bildungsnetz.core.models import AuditEntry, OutgoingMail
from bildungsnetz.governance.domain.invitation import Answer
from bildungsnetz.governance.models import Session, SessionInvitation
from bildungsnetz.governance.services.replies import may_send_deputy, reply_by_link, reply_to_invitation
from bildungsnetz.governance.services.sessions import cancel_session
from tests.governance.build import (
    AT_SESSION,
    a_deputy,
    a_person,
    a_steering_body,
    actor_of,
    an_actor,
    an_invited_session,
    mandate_of,
    member,
)

pytestmark = pytest.mark.django_db

DAY_AFTER = datetime(2026, 3, 26, 8, 0, tzinfo=UTC)


@pytest.fixture
def session() -> Session:
    return an_invited_session(a_steering_body())


def token_of(name: str) -> str:
    mail = OutgoingMail.objects.filter(recipient_name=name, subject__startswith="Einladung").order_by("-pk")[
        0
    ]
    return mail.body.split("/einladung/sitzung/")[1].split("/")[0]


def invitation_of(session: Session, last_name: str) -> SessionInvitation:
    return SessionInvitation.objects.get(session=session, person__last_name=last_name)


def test_the_link_takes_the_answer_without_an_account(session: Session, now: datetime) -> None:
    reply_by_link(token=token_of("Karl Winter"), answer=Answer.COMES, note=" Komme später ", now=now)
    invitation = invitation_of(session, "Winter")
    assert (invitation.reply, invitation.replied_at, invitation.note) == ("accepted", now, "Komme später")
    entry = AuditEntry.objects.get(act="governance.invitation.reply")
    assert (entry.actor_name, entry.facts) == ("Karl Winter", {"reply": "zugesagt"})


def test_who_sends_a_deputy_calls_in_the_first_one(session: Session, now: datetime) -> None:
    reply_by_link(token=token_of("Karl Winter"), answer=Answer.SENDS_DEPUTY, now=now)
    principal, deputy = invitation_of(session, "Winter"), invitation_of(session, "Herbst")
    assert (principal.reply, principal.sends_deputy) == ("declined", True)
    assert (deputy.as_deputy, deputy.mandate, deputy.reply) == (True, principal.mandate, "open")
    mail = OutgoingMail.objects.get(recipient_name="Dana Herbst")
    assert "Karl Winter kann nicht kommen. Wir laden Sie deshalb als Vertretung ein:" in mail.body
    entry = AuditEntry.objects.get(act="governance.invitation.call_deputy")
    assert (entry.object_label, entry.facts) == ("Dana Herbst", {"principal": "Karl Winter"})
    reply_by_link(token=token_of("Karl Winter"), answer=Answer.SENDS_DEPUTY, now=now)
    assert OutgoingMail.objects.filter(recipient_name="Dana Herbst").count() == 1


def test_who_comes_after_all_releases_the_deputy(session: Session, now: datetime) -> None:
    reply_by_link(token=token_of("Karl Winter"), answer=Answer.SENDS_DEPUTY, now=now)
    reply_by_link(token=token_of("Karl Winter"), answer=Answer.COMES, now=now)
    assert not SessionInvitation.objects.filter(person__last_name="Herbst").exists()
    mail = OutgoingMail.objects.filter(recipient_name="Dana Herbst").order_by("-pk")[0]
    assert mail.subject.startswith("Ihre Vertretung wird nicht gebraucht")
    assert "METHOD:CANCEL" in bytes(mail.attachments.get().content).decode()


def test_a_deputy_who_declines_passes_the_seat_on(session: Session, now: datetime) -> None:
    second = a_deputy(mandate_of(session.body, "Winter"), a_person("Zweite", "Zora")).person
    reply_by_link(token=token_of("Karl Winter"), answer=Answer.SENDS_DEPUTY, now=now)
    reply_by_link(token=token_of("Dana Herbst"), answer=Answer.STAYS_AWAY, now=now)
    assert invitation_of(session, "Zweite").person == second
    assert not may_send_deputy(invitation_of(session, "Herbst"))


def test_without_a_deputy_the_seat_stays_empty(session: Session, now: datetime) -> None:
    assert not may_send_deputy(invitation_of(session, "Lang"))
    with pytest.raises(RuleViolation, match="Für Ihren Sitz ist keine Vertretung frei"):
        reply_by_link(token=token_of("Lena Lang"), answer=Answer.SENDS_DEPUTY, now=now)
    assert invitation_of(session, "Lang").reply == "open"


def test_an_expired_link_says_so_and_changes_nothing(session: Session) -> None:
    reply_by_link(token=token_of("Karl Winter"), answer=Answer.COMES, now=AT_SESSION)
    with pytest.raises(RuleViolation) as refused:
        reply_by_link(token=token_of("Karl Winter"), answer=Answer.STAYS_AWAY, now=DAY_AFTER)
    assert str(refused.value.message) == (
        "Dieser Link galt bis zum 25.03.2026. Wenden Sie sich an die Geschäftsstelle."
    )
    assert invitation_of(session, "Winter").reply == "accepted"


def test_a_cancelled_session_needs_no_answer(session: Session, now: datetime) -> None:
    cancel_session(actor=an_actor("clerk"), session=session, reason="Streik", now=now)
    with pytest.raises(RuleViolation, match=r"Diese Sitzung ist abgesagt\. Sie müssen nicht antworten"):
        reply_by_link(token=token_of("Karl Winter"), answer=Answer.COMES, now=now)


def test_a_wrong_link_is_refused(now: datetime) -> None:
    with pytest.raises(RuleViolation, match="Diesen Link gibt es nicht mehr"):
        reply_by_link(token="erfunden", answer=Answer.COMES, now=now)


def test_nobody_answers_for_somebody_else(session: Session, now: datetime) -> None:
    logged = AuditEntry.objects.count()
    with pytest.raises(NotAllowed):
        reply_to_invitation(
            actor=actor_of(member(session.body, "Lang")),
            invitation=invitation_of(session, "Winter"),
            answer=Answer.COMES,
            now=now,
        )
    assert (invitation_of(session, "Winter").reply, AuditEntry.objects.count()) == ("open", logged)
