from datetime import date

import pytest

from bildungsnetz.core.errors import NotAllowed, RuleViolation
from bildungsnetz.core.models import AuditEntry
from bildungsnetz.governance.domain.attendance import AttendanceStatus
from bildungsnetz.governance.models import Attendance, Session
from bildungsnetz.governance.selectors.attendance import attendances, quorum, quorum_sentences, seat_lines
from bildungsnetz.governance.services.attendance import SeatEntry, record_attendance, state_quorum
from bildungsnetz.governance.services.replies import Answer, reply_to_invitation
from tests.governance.build import (
    AT_SESSION,
    NOW,
    a_mandate,
    a_person,
    a_running_session,
    a_steering_body,
    actor_of,
    an_actor,
    an_invited_session,
    everybody_present,
    mandate_of,
    member,
)

pytestmark = pytest.mark.django_db

CLERK = an_actor("clerk")
PRESENT, EXCUSED, ABSENT = AttendanceStatus.PRESENT, AttendanceStatus.EXCUSED, AttendanceStatus.ABSENT


@pytest.fixture
def session() -> Session:
    return a_running_session(a_steering_body())


def entry(session: Session, last_name: str, status: AttendanceStatus, deputy: str = "") -> SeatEntry:
    stands_in = member(session.body, deputy) if deputy else None
    return SeatEntry(mandate_of(session.body, last_name), status, stands_in)


def test_the_list_holds_seats_deputies_and_guests(session: Session) -> None:
    guest = a_person("Gast", "Gerda")
    record_attendance(
        actor=CLERK,
        session=session,
        seats=[entry(session, "Kaiser", PRESENT), entry(session, "Winter", EXCUSED, "Herbst")],
        guests=[guest],
        now=AT_SESSION,
    )
    rows = [(row.person.last_name, row.status, row.as_deputy, str(row.side)) for row in attendances(session)]
    assert rows == [
        ("Winter", "excused", False, "Land"),
        ("Herbst", "present", True, "Land"),
        ("Kaiser", "present", False, "Kommune"),
        ("Gast", "guest", False, "None"),
    ]
    assert AuditEntry.objects.get(act="governance.attendance.record").facts == {"count": 2}


def test_the_hint_warns_when_a_side_or_half_of_the_seats_is_missing(session: Session) -> None:
    record_attendance(actor=CLERK, session=session, seats=[entry(session, "Kaiser", PRESENT)], now=AT_SESSION)
    hint = quorum(session)
    assert (hint.is_met, quorum_sentences(session, hint)) == (
        False,
        ["Nur 1 von 8 besetzten Sitzen sind vertreten, nötig sind 4.", "Die Seite Land ist nicht vertreten."],
    )
    everybody_present(session)
    assert quorum(session).is_met


@pytest.mark.parametrize(
    ("starts_on", "ends_on", "sentence"),
    [
        (date(2026, 4, 1), None, "Dieses Mandat beginnt erst am 01.04.2026. Führen Sie die Person als Gast."),
        (
            date(2025, 1, 1),
            date(2026, 3, 1),
            "Dieses Mandat endete am 01.03.2026. Führen Sie die Person als Gast.",
        ),
    ],
)
def test_a_mandate_that_does_not_run_is_refused_at_its_row(
    session: Session, starts_on: date, ends_on: date | None, sentence: str
) -> None:
    mandate = a_mandate(session.body, "staedte", starts_on=starts_on, ends_on=ends_on)
    with pytest.raises(RuleViolation) as refused:
        record_attendance(
            actor=CLERK,
            session=session,
            seats=[entry(session, "Kaiser", PRESENT), SeatEntry(mandate, PRESENT)],
            now=AT_SESSION,
        )
    assert (refused.value.field, str(refused.value.message)) == (f"status_{mandate.pk}", sentence)
    assert Attendance.objects.count() == 0


def test_a_deputy_counts_only_while_the_member_is_away(session: Session) -> None:
    wrong = entry(session, "Winter", PRESENT, "Herbst")
    with pytest.raises(RuleViolation, match="Eine Vertretung zählt nur, wenn das Mitglied fehlt") as refused:
        record_attendance(actor=CLERK, session=session, seats=[wrong], now=AT_SESSION)
    assert refused.value.field == f"deputy_{wrong.mandate.pk}"
    with pytest.raises(RuleViolation, match="Dana Krause vertritt diesen Sitz am Sitzungstag nicht"):
        record_attendance(
            actor=CLERK, session=session, seats=[entry(session, "Winter", ABSENT, "Krause")], now=AT_SESSION
        )


def test_nobody_sits_on_two_chairs(session: Session) -> None:
    with pytest.raises(RuleViolation, match="Karl Winter steht schon auf der Liste") as refused:
        record_attendance(
            actor=CLERK,
            session=session,
            seats=[entry(session, "Winter", PRESENT)],
            guests=[member(session.body, "Winter")],
            now=AT_SESSION,
        )
    assert (refused.value.field, Attendance.objects.count()) == ("guests", 0)


def test_the_list_waits_for_the_session_and_for_those_who_may(session: Session) -> None:
    with pytest.raises(NotAllowed):
        record_attendance(actor=an_actor("pedagogical"), session=session, seats=[], now=AT_SESSION)
    Session.objects.filter(pk=session.pk).update(state="invited")
    with pytest.raises(RuleViolation, match="sobald die Sitzung eröffnet ist"):
        record_attendance(actor=CLERK, session=session, seats=[], now=AT_SESSION)
    assert not AuditEntry.objects.filter(act="governance.attendance.record").exists()


def test_the_chair_states_the_quorum(session: Session) -> None:
    state_quorum(actor=CLERK, session=session, is_stated=True, note=" ohne Widerspruch ", now=AT_SESSION)
    session.refresh_from_db()
    assert (session.quorum_stated, session.quorum_note) == (True, "ohne Widerspruch")
    assert AuditEntry.objects.get(act="governance.quorum.state").facts == {"statement": "festgestellt"}


def test_answers_fill_the_list_in_advance() -> None:
    body = a_steering_body()
    session = an_invited_session(body)
    for name, answer in (("Kaiser", Answer.COMES), ("Winter", Answer.SENDS_DEPUTY), ("Herbst", Answer.COMES)):
        invitation = session.invitations.get(person__last_name=name)
        reply_to_invitation(actor=actor_of(member(body, name)), invitation=invitation, answer=answer, now=NOW)
    lines = {line.mandate.person.last_name: line for line in seat_lines(session)}
    assert (lines["Kaiser"].expected, lines["Lang"].expected) == ("present", "")
    assert (lines["Winter"].expected, lines["Winter"].expected_deputy_id) == (
        "excused",
        member(body, "Herbst").pk,
    )
