"""The job and the last answer end one circular at the same time: one decision, one item, one number."""

import pytest

from bildungsnetz.core.actor import SYSTEM
from bildungsnetz.core.models import AuditEntry
from bildungsnetz.governance.domain.circulars import CircularState
from bildungsnetz.governance.domain.decision_kinds import Position
from bildungsnetz.governance.models import AgendaItem, CircularResolution, Decision
from bildungsnetz.governance.services.circulars import answer_circular, close_circular
from tests.at_once import at_once
from tests.governance import build
from tests.governance.build import NOW, actor_of, member
from tests.governance.services.test_circulars import PEOPLE, all_say, ask, say


def what_came_of_it(circular: CircularResolution) -> tuple[str, int, int, int]:
    circular.refresh_from_db()
    return (
        circular.state,
        Decision.objects.count(),
        AgendaItem.objects.filter(title__startswith="Bekanntgabe").count(),
        AuditEntry.objects.filter(act="governance.circular.close").count(),
    )


@pytest.mark.postgres
@pytest.mark.django_db(transaction=True)
def test_the_last_answer_and_the_job() -> None:
    body = build.a_steering_body()
    build.a_session(body)
    circular = ask(body)
    all_say(circular, but=PEOPLE[-1:])
    last = actor_of(member(body, PEOPLE[-1]))

    def answer() -> None:
        answer_circular(actor=last, circular=circular, position=Position.AGREE, text="", now=NOW)

    def close() -> bool:
        return close_circular(actor=SYSTEM, circular=circular, now=NOW)

    at_once(answer, close, close)
    assert what_came_of_it(circular) == (CircularState.ADOPTED, 1, 1, 1)


@pytest.mark.postgres
@pytest.mark.django_db(transaction=True)
def test_two_jobs() -> None:
    body = build.a_steering_body()
    build.a_session(body)
    circular = ask(body)
    for name in PEOPLE[:-1]:
        say(circular, name)
    # The last seat is left; nobody else is waited for.
    circular.seats.filter(position="").delete()

    def close() -> bool:
        return close_circular(actor=SYSTEM, circular=circular, now=NOW)

    assert sorted(map(bool, at_once(close, close))) == [False, True]
    assert what_came_of_it(circular) == (CircularState.ADOPTED, 1, 1, 1)
