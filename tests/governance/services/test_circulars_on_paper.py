"""What minutes and the room make of a decision that a circular resolution brought about."""

import pytest

from bildungsnetz.core.errors import RuleViolation
from bildungsnetz.core.models import AuditEntry
from bildungsnetz.governance.models import Body
from bildungsnetz.governance.services.decision_wording import read_out_decision
from bildungsnetz.governance.services.minutes_content import composed
from tests.governance import build
from tests.governance.build import NOW, a_session
from tests.governance.services.test_circulars import CLERK, all_say, ask

pytestmark = pytest.mark.django_db


@pytest.fixture
def body() -> Body:
    return build.a_steering_body()


def test_the_minutes_say_that_it_was_a_circular(body: Body) -> None:
    session = a_session(body)
    all_say(ask(body))
    text = next(part for part in composed(session) if part.heading.endswith("Förderantrag Sprachbildung"))
    at = next(place for place, line in enumerate(text.paragraphs) if line.startswith("Beschluss 1/2026"))
    said = text.paragraphs[at + 1]
    assert said.startswith("Im Umlaufverfahren gefasst: ")
    assert said.endswith("niemand widersprochen.")


def test_nobody_reads_it_out(body: Body) -> None:
    a_session(body)
    decision = all_say(ask(body)).decision
    assert decision is not None
    logged = AuditEntry.objects.count()
    with pytest.raises(RuleViolation, match="Umlaufbeschluss wird nicht verlesen"):
        read_out_decision(actor=CLERK, decision=decision, now=NOW)
    decision.refresh_from_db()
    assert (decision.read_out_at, AuditEntry.objects.count()) == (None, logged)
