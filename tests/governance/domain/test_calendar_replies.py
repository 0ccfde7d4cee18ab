"""Which answers of a calendar count by themselves (RFC 5546)."""

from dataclasses import replace
from datetime import UTC, datetime, timedelta

import pytest
from hypothesis import given
from hypothesis import strategies as st

from bildungsnetz.governance.domain.calendar_replies import (
    Asked,
    CalendarReply,
    ReplyProblem,
    answer_of,
    is_overtaken,
    problem_of,
)
from bildungsnetz.governance.domain.invitation import Answer

AT = datetime(2026, 3, 4, 14, tzinfo=UTC)
REPLY = CalendarReply("<1@x>", "uid", 2, "ACCEPTED", "anna@x.org", "anna@x.org", AT)
ASKED = Asked("Anna@X.org", 2)


@pytest.mark.parametrize(
    ("changes", "problem"),
    [
        ({}, None),
        ({"said": "DECLINED"}, None),
        ({"sequence": 3}, None),
        ({"sequence": 1}, ReplyProblem.OLD_TIME),
        ({"sender": "bert@x.org"}, ReplyProblem.OTHER_SENDER),
        ({"attendee": "bert@x.org"}, ReplyProblem.OTHER_SENDER),
        ({"sender": "bert@x.org", "attendee": "bert@x.org"}, ReplyProblem.OTHER_SENDER),
        ({"sender": "", "attendee": ""}, ReplyProblem.OTHER_SENDER),
        ({"said": "TENTATIVE"}, ReplyProblem.UNCLEAR),
        ({"said": "DELEGATED"}, ReplyProblem.UNCLEAR),
        ({"said": "NEEDS-ACTION"}, ReplyProblem.UNCLEAR),
        ({"said": "ACCEPTED; rm"}, ReplyProblem.UNCLEAR),
    ],
)
def test_what_counts_by_itself(changes: dict[str, object], problem: ReplyProblem | None) -> None:
    assert problem_of(replace(REPLY, **changes), ASKED) is problem  # type: ignore[arg-type]


def test_without_an_invitation_nothing_counts() -> None:
    assert problem_of(REPLY, None) is ReplyProblem.UNKNOWN


@given(sender=st.emails(), said=st.sampled_from(["ACCEPTED", "DECLINED"]))
def test_nobody_answers_from_another_address(sender: str, said: str) -> None:
    reply = replace(REPLY, sender=sender.casefold(), said=said)
    assert (problem_of(reply, ASKED) is None) == (sender.casefold() == "anna@x.org")


def test_an_older_answer_is_overtaken_by_a_newer_one() -> None:
    later = replace(ASKED, answered_at=AT + timedelta(seconds=1))
    assert (is_overtaken(REPLY, ASKED), is_overtaken(REPLY, later)) == (False, True)
    assert not is_overtaken(REPLY, replace(ASKED, answered_at=AT))


def test_a_refusal_calls_the_deputy_in_where_there_is_one() -> None:
    assert answer_of("ACCEPTED", has_deputy=True) is Answer.COMES
    assert answer_of("DECLINED", has_deputy=True) is Answer.SENDS_DEPUTY
    assert answer_of("DECLINED", has_deputy=False) is Answer.STAYS_AWAY
