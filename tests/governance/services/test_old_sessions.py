"""What changes with effect from a day leaves the sessions before it as they were; a mandate counts on its whole last day."""

from dataclasses import replace
from datetime import UTC, datetime, time, timedelta

import pytest

from bildungsnetz.core.actor import SYSTEM
from bildungsnetz.governance.domain.attendance import AttendanceStatus
from bildungsnetz.governance.domain.composition import SeatStatus
from bildungsnetz.governance.models import Attendance, Body
from bildungsnetz.governance.selectors.attendance import quorum
from bildungsnetz.governance.selectors.seats import composition, held_seats, rule_of
from bildungsnetz.governance.services.attendance import SeatEntry, record_attendance
from bildungsnetz.governance.services.mandates import end_mandate
from bildungsnetz.governance.services.seat_rules import change_seat_rule
from tests.governance import build

pytestmark = pytest.mark.django_db
DAY_AFTER = build.SESSION_DAY + timedelta(days=1)


def numbers(body: Body) -> list[tuple[str, int, int, bool, SeatStatus]]:
    """What the check says of the day of the session, without the days on which the rules end."""
    return [
        (found.rule.key, found.rule.minimum, found.filled, found.rule.advisory, found.status)
        for found in composition(body, build.SESSION_DAY).findings
    ]


def test_an_old_session_keeps_the_seat_rules_of_its_day() -> None:
    body = build.a_steering_body()
    session = build.a_running_session(body)
    build.everybody_present(session)
    before = (numbers(body), held_seats(body, build.SESSION_DAY), quorum(session))
    row = build.seat(body, "schulleitungen")
    wanted = replace(rule_of(row), minimum=3, maximum=3, advisory=True)
    change_seat_rule(actor=SYSTEM, row=row, wanted=wanted, effective_on=DAY_AFTER, now=build.AT_SESSION)
    assert (numbers(body), held_seats(body, build.SESSION_DAY), quorum(session)) == before
    after = {finding.rule.key: finding for finding in composition(body, DAY_AFTER).findings}["schulleitungen"]
    assert (after.rule.advisory, after.status, after.missing) == (True, SeatStatus.VACANT, 1)
    assert sum(seat.advisory for seat in held_seats(body, DAY_AFTER)) == 2


def test_a_mandate_that_ends_on_the_day_of_the_session_counts_in_it_and_not_the_day_after() -> None:
    body = build.a_steering_body()
    session = build.a_running_session(body)
    mandate = build.mandate_of(body, "Lang")
    end_mandate(actor=SYSTEM, mandate=mandate, ends_on=build.SESSION_DAY, now=build.AT_SESSION)
    record_attendance(
        actor=SYSTEM,
        session=session,
        seats=[SeatEntry(mandate, AttendanceStatus.PRESENT)],
        now=build.AT_SESSION,
    )
    assert Attendance.objects.get(session=session).mandate == mandate
    person = build.member(body, "Lang")
    late = [datetime.combine(day, time(22, 30), tzinfo=UTC) for day in (build.SESSION_DAY, DAY_AFTER)]
    assert str(person.pk) in {seat.person_key for seat in held_seats(body, build.SESSION_DAY)}
    assert str(person.pk) not in {seat.person_key for seat in held_seats(body, DAY_AFTER)}
    noon = [datetime.combine(day, time(12), tzinfo=UTC) for day in (build.SESSION_DAY, DAY_AFTER)]
    assert [build.actor_of(person, at).can("governance.session.read", body.scope) for at in noon] == [
        True,
        False,
    ]
    assert [build.actor_of(person, at).can("governance.session.read", body.scope) for at in late] == [
        True,
        False,
    ]


def test_a_quorum_of_the_body_itself() -> None:
    body = build.a_steering_body()
    session = build.a_running_session(body)
    seats = [
        SeatEntry(build.mandate_of(body, name), AttendanceStatus.PRESENT)
        for name in ("Winter", "Kaiser", "Lang", "Weber")
    ]
    record_attendance(actor=SYSTEM, session=session, seats=seats, now=build.AT_SESSION)
    assert quorum(session).is_met
    body.quorum_percent = 60
    body.save(update_fields=["quorum_percent"])
    session.body.refresh_from_db()
    hint = quorum(session)
    assert (hint.is_met, hint.notes[0].needed) == (False, 5)
