"""The hearing of cities: asked, answered, reminded, revoked, waived; no decision without it."""

import re
from datetime import date, datetime, timedelta

import pytest

from bildungsnetz.core.actor import SYSTEM
from bildungsnetz.core.errors import NotAllowed, RuleViolation
from bildungsnetz.core.models import AuditEntry, OutgoingMail
from bildungsnetz.governance.domain.hearing import HearingState
from bildungsnetz.governance.domain.visibility import Visibility
from bildungsnetz.governance.models import AgendaItem, CityCosts, Opinion, OpinionRound, Session
from bildungsnetz.governance.selectors.agenda import agenda_of
from bildungsnetz.governance.selectors.hearing import Hearing, hearing_of
from bildungsnetz.governance.services.agenda import change_item
from bildungsnetz.governance.services.decisions import record_decision
from bildungsnetz.governance.services.hearing import (
    Contact,
    ask_cities,
    drop_costs,
    give_opinion,
    send_again,
    state_costs,
    waive_hearing,
    why_no_opinion,
)
from bildungsnetz.governance.services.hearing_jobs import close_due_hearings, remind_of_hearings
from bildungsnetz.governance.services.invitation_paper import paper_of
from bildungsnetz.governance.services.minutes_content import composed
from bildungsnetz.governance.services.statements import Statement
from bildungsnetz.network.api import Municipality
from tests.governance import build, results

pytestmark = pytest.mark.django_db

CLERK = build.an_actor("clerk")
NOW = results.STARTS
DUE = date(2026, 3, 14)
LINK = re.compile(r"/stellungnahme/([\w-]+)/")


@pytest.fixture
def cities() -> list[Municipality]:
    names = {"05158012": "Hilden", "05158028": "Ratingen"}
    return [Municipality.objects.create(ags=ags, name=name) for ags, name in names.items()]


@pytest.fixture
def item(cities: list[Municipality]) -> AgendaItem:
    """An item of a running session that costs both cities money."""
    made = results.an_item(results.a_running_session())
    state_costs(actor=CLERK, item=made, estimate="40.000 Euro", cities=cities, now=NOW)
    return AgendaItem.objects.get(pk=made.pk)


def ask(item: AgendaItem, cities: list[Municipality], now: datetime = NOW) -> OpinionRound:
    contacts = [Contact(city, f"{city.name.lower()}@demo.example", "Amt") for city in cities]
    return ask_cities(actor=CLERK, item=item, due_on=DUE, contacts=contacts, now=now)


def token(city: Municipality) -> str:
    mails = OutgoingMail.objects.filter(recipient=f"{city.name.lower()}@demo.example").order_by("-pk")
    found = LINK.search(mails[0].body)
    assert found is not None
    return found.group(1)


def answer(city: Municipality, said: str = "agrees", text: str = "", now: datetime = NOW) -> Opinion:
    return give_opinion(token=token(city), answer=said, text=text, answered_by="Amtsleitung", now=now)


def decide(item: AgendaItem, *, is_deferred: bool = False) -> None:
    said = results.both_agree(item.session.body)
    positions = () if is_deferred else said.positions
    statement = Statement(said.wording, positions, is_deferred=is_deferred)
    record_decision(actor=CLERK, item=AgendaItem.objects.get(pk=item.pk), statement=statement, now=NOW)


def found(item: AgendaItem) -> Hearing:
    hearing = hearing_of(AgendaItem.objects.get(pk=item.pk))
    assert hearing is not None
    return hearing


def change(item: AgendaItem, **new: object) -> None:
    fresh = AgendaItem.objects.get(pk=item.pk)
    texts = {"title": fresh.title, "kind": fresh.kind, "summary": fresh.summary, "proposal": fresh.proposal}
    change_item(actor=CLERK, item=fresh, version=fresh.version, now=NOW, **{**texts, **new})  # type: ignore[arg-type]


def test_no_decision_before_the_cities_were_heard(item: AgendaItem, cities: list[Municipality]) -> None:
    with pytest.raises(RuleViolation) as refused:
        decide(item)
    assert str(refused.value.message) == (
        "Dieser Punkt kostet die Städte Geld. Die Städte sind noch nicht gefragt. Hören Sie die Städte an, "
        "halten Sie einen Verzicht fest, oder vertagen Sie den Punkt."
    )
    ask(item, cities)
    answer(cities[0])
    with pytest.raises(RuleViolation, match="die Frist läuft noch"):
        decide(item)
    answer(cities[1], "concerns", "Zu teuer.")
    assert found(item).state is HearingState.HEARD
    decide(item)
    assert item.decisions.count() == 1


def test_postponing_is_always_possible(item: AgendaItem) -> None:
    decide(item, is_deferred=True)
    assert item.decisions.get().outcome == "deferred"


def test_a_recorded_waiver_lets_the_body_decide(item: AgendaItem) -> None:
    for wrong in ({"waived_by": " ", "reason": "Eilt"}, {"waived_by": "Runde", "reason": " "}):
        with pytest.raises(RuleViolation):
            waive_hearing(actor=CLERK, item=item, now=NOW, **wrong)
    waive_hearing(actor=CLERK, item=item, waived_by="Runde der Dezernate", reason="Schon beraten", now=NOW)
    assert found(item).sentences == [
        "Kostet die Städte Geld: 40.000 Euro (Hilden, Ratingen).",
        "Auf die Anhörung der Städte ist verzichtet.",
        "Verzicht: Runde der Dezernate. Grund: Schon beraten",
    ]
    assert AuditEntry.objects.filter(act="governance.hearing.waive", actor_name="Petra Sommer").count() == 1
    decide(item)


def test_an_item_that_becomes_confidential_takes_its_links_back(
    item: AgendaItem, cities: list[Municipality]
) -> None:
    asked, old = ask(item, cities), token(cities[0])
    change(item, visibility="office")
    asked.refresh_from_db()
    assert asked.revoked_at == NOW
    with pytest.raises(RuleViolation, match="Diese Anfrage gilt nicht mehr"):
        give_opinion(token=old, answer="agrees", text="", answered_by="Amt", now=NOW)


def test_a_changed_text_makes_round_and_waiver_void(item: AgendaItem, cities: list[Municipality]) -> None:
    asked = ask(item, cities)
    old = token(cities[0])
    change(item, minutes_planned=25)
    assert found(item).state is HearingState.RUNNING
    change(item, proposal="Ein ganz anderer Beschluss.")
    asked.refresh_from_db()
    assert (found(item).state, asked.revoked_at) == (HearingState.OUTDATED, NOW)
    assert OutgoingMail.objects.filter(subject__startswith="Anfrage gilt nicht mehr").count() == 2
    with pytest.raises(RuleViolation, match="Diese Anfrage gilt nicht mehr"):
        give_opinion(token=old, answer="agrees", text="", answered_by="Amt", now=NOW)
    waive_hearing(actor=CLERK, item=item, waived_by="Runde", reason="Eilt", now=NOW)
    change(item, summary="Noch einmal anders.")
    assert found(item).state is HearingState.OUTDATED
    ask(item, cities)
    assert found(item).state is HearingState.RUNNING


def test_after_the_last_day_the_round_is_over(item: AgendaItem, cities: list[Municipality]) -> None:
    ask(item, cities)
    last = NOW + timedelta(days=10)
    assert close_due_hearings(last) == "0 Anhörungen beendet."
    assert answer(cities[0], now=last).answer == "agrees"
    assert close_due_hearings(last + timedelta(days=1)) == "1 Anhörung beendet."
    opinion = Opinion.objects.get(city=cities[1])
    assert why_no_opinion(opinion, now=last + timedelta(days=1)) == "Die Frist ist am 14.03.2026 abgelaufen."
    assert found(item).sentences[1:] == [
        "Die Städte sind angehört.",
        "Geantwortet haben 1 von 2 Städten.",
        "zustimmend: Hilden.",
    ]


def test_one_reminder_to_each_city_without_answer(item: AgendaItem, cities: list[Municipality]) -> None:
    ask(item, cities)
    answer(cities[0])
    old, near = token(cities[1]), NOW + timedelta(days=8)
    assert remind_of_hearings(NOW + timedelta(days=2)) == "0 Erinnerungen geschrieben."
    assert remind_of_hearings(near) == "1 Erinnerung geschrieben."
    assert remind_of_hearings(near + timedelta(days=1)) == "0 Erinnerungen geschrieben."
    assert token(cities[1]) != old
    assert answer(cities[1], "none", now=near).answer == "none"


def test_a_lost_link_is_replaced(item: AgendaItem, cities: list[Municipality]) -> None:
    ask(item, cities)
    old = token(cities[0])
    send_again(actor=CLERK, opinion=Opinion.objects.get(city=cities[0]), now=NOW)
    with pytest.raises(RuleViolation, match="Diesen Link gibt es nicht mehr"):
        give_opinion(token=old, answer="agrees", text="", answered_by="Amt", now=NOW)
    assert answer(cities[0]).answered_by == "Amtsleitung"


def test_what_cannot_be_is_refused(item: AgendaItem, cities: list[Municipality]) -> None:
    logged, sent = AuditEntry.objects.count(), OutgoingMail.objects.count()
    one = [Contact(cities[0], "a@demo.example")]
    with pytest.raises(RuleViolation, match="jede Stadt"):
        ask_cities(actor=CLERK, item=item, due_on=DUE, contacts=one, now=NOW)
    with pytest.raises(NotAllowed):
        state_costs(actor=build.an_actor("member"), item=item, estimate="1", cities=cities, now=NOW)
    with pytest.raises(RuleViolation):
        state_costs(actor=CLERK, item=item, estimate=" ", cities=cities, now=NOW)
    assert (AuditEntry.objects.count(), OutgoingMail.objects.count()) == (logged, sent)
    ask(item, cities)
    with pytest.raises(RuleViolation, match="Die Angabe bleibt"):
        drop_costs(actor=CLERK, item=item, now=NOW)
    with pytest.raises(RuleViolation, match="welche Bedenken"):
        answer(cities[0], "concerns")


def test_a_confidential_item_never_goes_to_the_cities(cities: list[Municipality]) -> None:
    session = results.a_running_session()
    closed = results.an_item(session, "Personal", visibility=Visibility.OFFICE)
    state_costs(actor=CLERK, item=closed, estimate="1 Euro", cities=cities, now=NOW)
    with pytest.raises(RuleViolation, match="Ein vertraulicher Punkt geht nicht an die Städte"):
        ask(closed, cities)
    assert not OutgoingMail.objects.filter(subject__contains="Personal").exists()
    drop_costs(actor=CLERK, item=closed, now=NOW)
    assert not CityCosts.objects.exists()


def test_papers_and_minutes_tell_what_the_cities_said(item: AgendaItem, cities: list[Municipality]) -> None:
    ask(item, cities)
    answer(cities[0])
    answer(cities[1], "concerns", "Zu teuer.")
    session = Session.objects.get(pk=item.session_id)
    told = [
        "Kostet die Städte Geld: 40.000 Euro (Hilden, Ratingen).",
        "Die Städte sind angehört.",
        "Geantwortet haben 2 von 2 Städten.",
        "zustimmend: Hilden.",
        "Bedenken: Ratingen („Zu teuer.“).",
    ]
    lines = {line["title"]: line for line in paper_of(session, agenda_of(SYSTEM, session))["items"]}  # type: ignore[attr-defined]
    assert lines[item.title]["hearing"] == told
    (section,) = [part for part in composed(session) if part.key == f"item-{item.pk}"]
    assert " ".join(told) in section.paragraphs
