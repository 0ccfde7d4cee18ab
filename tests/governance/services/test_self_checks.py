"""A link answers once, and nothing that is stored says whose answer it was."""

import re
from datetime import timedelta

import pytest
from django.db.models import DateField, DateTimeField

from bildungsnetz.core.actor import SYSTEM
from bildungsnetz.core.errors import NotAllowed, RuleViolation
from bildungsnetz.core.models import AuditEntry, OutgoingMail
from bildungsnetz.governance.models import Body, SelfCheck, SelfCheckAnswer, SelfCheckTicket
from bildungsnetz.governance.selectors.self_checks import bodies_due, result_of
from bildungsnetz.governance.services.self_checks import answer_self_check, start_self_check
from tests.governance import build

pytestmark = pytest.mark.django_db
CLOSES = build.TODAY + timedelta(days=14)
AFTER = CLOSES + timedelta(days=1)
LINK = re.compile(r"/selbstcheck/([\w-]+)/")


def started(body: Body | None = None) -> SelfCheck:
    return start_self_check(
        actor=SYSTEM, body=body or build.a_steering_body(), closes_on=CLOSES, now=build.NOW
    )


def links() -> list[str]:
    """The secrets that were mailed, in the order of the mails."""
    return [LINK.findall(mail.body)[0] for mail in OutgoingMail.objects.order_by("pk")]


def test_everybody_with_a_seat_gets_a_link_of_their_own() -> None:
    check = started()
    assert (check.year, check.invited, len(set(links()))) == (2026, 8, 8)
    assert SelfCheckTicket.objects.count() == 8
    assert all(mail.secret for mail in OutgoingMail.objects.order_by("pk"))


def test_an_answer_uses_up_the_link_and_leaves_no_trace() -> None:
    started()
    logged = AuditEntry.objects.count()
    token = links()[0]
    answer_self_check(token=token, ratings={"goals": 3}, now=build.NOW)
    with pytest.raises(RuleViolation, match="schon geantwortet"):
        answer_self_check(token=token, ratings={"goals": 1}, now=build.NOW)
    kept = SelfCheckAnswer.objects.get()
    assert (kept.ratings, kept.answered_on) == ({"goals": 3}, build.TODAY)
    assert (SelfCheckTicket.objects.count(), AuditEntry.objects.count()) == (7, logged)


def test_answers_and_tickets_hold_no_person_and_no_time() -> None:
    held = {
        model: {field.name for field in model._meta.concrete_fields}
        for model in (SelfCheckAnswer, SelfCheckTicket)
    }
    assert held == {
        SelfCheckAnswer: {"id", "self_check", "answered_on", "ratings"},
        SelfCheckTicket: {"id", "self_check", "token_hash"},
    }
    day = SelfCheckAnswer._meta.get_field("answered_on")
    assert isinstance(day, DateField)
    assert not isinstance(day, DateTimeField)


def test_the_result_waits_for_the_end_and_for_five() -> None:
    check = started()
    for token in links()[:4]:
        answer_self_check(token=token, ratings={"goals": 4}, now=build.NOW)
    assert result_of(check, AFTER) == []
    answer_self_check(token=links()[4], ratings={"goals": 1}, now=build.NOW)
    assert result_of(check, CLOSES) == []
    strategy = result_of(check, AFTER)[0]
    assert (strategy.years, strategy.statements[0].result.counts) == ([(2026, 3.4)], (1, 0, 0, 4))


def test_earlier_years_stand_beside_it() -> None:
    body = build.a_steering_body()
    last = SelfCheck.objects.create(
        body=body, year=2025, opens_on=build.START, closes_on=build.START + timedelta(days=9), invited=8
    )
    for _number in range(5):
        SelfCheckAnswer.objects.create(self_check=last, answered_on=build.START, ratings={"goals": 2})
    check = started(body)
    for token in links()[:5]:
        answer_self_check(token=token, ratings={"goals": 3}, now=build.NOW)
    strategy = result_of(check, AFTER)[0]
    assert (strategy.years, strategy.statements[0].before) == ([(2026, 3.0), (2025, 2.0)], 2.0)
    assert result_of(last, AFTER)[0].years == [(2025, 2.0)]


def test_over_is_over() -> None:
    started()
    with pytest.raises(RuleViolation, match="Umfrage ist vorbei"):
        answer_self_check(token=links()[0], ratings={"goals": 3}, now=build.NOW + timedelta(days=15))
    with pytest.raises(RuleViolation, match="mindestens eine Aussage"):
        answer_self_check(token=links()[0], ratings={}, now=build.NOW)
    assert (SelfCheckAnswer.objects.count(), SelfCheckTicket.objects.count()) == (0, 8)


def test_once_a_year_and_only_where_sides_agree() -> None:
    body = build.a_steering_body()
    assert list(bodies_due(SYSTEM, build.TODAY)) == [body]
    started(body)
    assert list(bodies_due(SYSTEM, build.TODAY)) == []
    with pytest.raises(RuleViolation, match="In diesem Jahr") as found:
        started(body)
    assert found.value.field == "body"
    with pytest.raises(RuleViolation, match="im Konsens der Seiten"):
        started(build.a_body("education_conference"))
    assert SelfCheck.objects.count() == 1


def test_who_does_not_start_one() -> None:
    body = build.a_steering_body()
    logged = AuditEntry.objects.count()
    with pytest.raises(NotAllowed):
        start_self_check(
            actor=build.an_actor("member", body.scope), body=body, closes_on=CLOSES, now=build.NOW
        )
    assert (SelfCheck.objects.count(), OutgoingMail.objects.count(), AuditEntry.objects.count()) == (
        0,
        0,
        logged,
    )
