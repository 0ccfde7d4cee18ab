"""Opinion polls: by one-time links, without names, hidden under five."""

from datetime import date, timedelta

import pytest
import time_machine
from django.test import Client
from django.urls import reverse

from bildungsnetz.core.actor import SYSTEM
from bildungsnetz.core.errors import NotAllowed, RuleViolation
from bildungsnetz.core.models import AuditEntry, OutgoingMail
from bildungsnetz.governance.domain.opinion_poll import counts, refuse_people, refuse_poll
from bildungsnetz.governance.domain.visibility import Visibility
from bildungsnetz.governance.models import AgendaItem, OpinionPoll, PollAnswer, PollTicket, Session
from bildungsnetz.governance.services.opinion_polls import answer_poll, forget_polls, start_poll
from bildungsnetz.governance.services.publication import publish_session
from tests.governance import build

pytestmark = pytest.mark.django_db
NOW = build.NOW
BACKEND = "django.contrib.auth.backends.ModelBackend"
LAST, AFTER = date(2026, 3, 20), NOW + timedelta(days=17)
PEOPLE = [f"schule{number}@demo.example" for number in range(6)]


def published_item(visibility: Visibility = Visibility.PUBLIC) -> AgendaItem:
    body = build.a_steering_body()
    session = build.a_session(body)
    build.an_item(session, "Offener Punkt", visibility=Visibility.PUBLIC)
    item = build.an_item(session, "Gefragter Punkt", visibility=visibility)
    Session.objects.filter(pk=session.pk).update(state="invited", invited_at=NOW)
    session.refresh_from_db()
    publish_session(actor=SYSTEM, session=session, now=NOW)
    return AgendaItem.objects.select_related("session__body").get(pk=item.pk)


def started(item: AgendaItem, **facts: object) -> OpinionPoll:
    given = {
        "actor": build.actor_of(build.member(item.session.body, "Stadler")),
        "question": "Sollen wir zustimmen?",
        "options": ["Ja", "Nein"],
        "addresses": PEOPLE,
        "closes_on": LAST,
        "now": NOW,
    }
    return start_poll(item=item, **(given | facts))


def links() -> list[str]:
    rows = OutgoingMail.objects.filter(subject__startswith="Kurze Frage").order_by("pk")
    return [
        body.partition("/meinungsbild/")[2].partition("/")[0] for body in rows.values_list("body", flat=True)
    ]


OPTIONS = {"today": date(2026, 3, 4), "closes_on": LAST, "session_on": date(2026, 3, 25)}


@pytest.mark.parametrize(
    ("options", "changes", "code"),
    [
        (["Ja", "Nein"], {}, ""),
        (["Ja"], {}, "options"),
        (list("abcdef"), {}, "options"),
        (["Ja", "ja"], {}, "twice"),
        (["Ja", "Nein"], {"closes_on": date(2026, 3, 4)}, "ends_early"),
        (["Ja", "Nein"], {"closes_on": date(2026, 3, 25)}, "ends_late"),
    ],
)
def test_a_poll_has_two_to_five_answers_and_ends_before_the_session(
    options: list[str], changes: dict[str, date], code: str
) -> None:
    assert "".join(each.code for each in refuse_poll(options, **(OPTIONS | changes))) == code


@pytest.mark.parametrize(
    ("people", "polls", "code"), [(5, 0, ""), (4, 0, "few"), (101, 0, "many"), (9, 5, "polls")]
)
def test_how_many_are_asked(people: int, polls: int, code: str) -> None:
    assert "".join(each.code for each in refuse_people(people, polls)) == code


@pytest.mark.parametrize(
    ("answers", "today", "result"),
    [
        ([0, 1, 0, 0, 1], date(2026, 3, 21), [3, 2]),
        ([0, 1, 0, 0, 1], LAST, None),
        ([0, 1, 0, 0], date(2026, 3, 21), None),
    ],
)
def test_the_result_waits_and_hides_few(answers: list[int], today: date, result: list[int] | None) -> None:
    assert counts(2, answers, closes_on=LAST, today=today) == result


def test_each_address_gets_one_link_that_works_once() -> None:
    poll = started(published_item(), addresses=[*PEOPLE, PEOPLE[0].upper()])
    assert (poll.invited, len(links())) == (6, 6)
    assert OutgoingMail.objects.filter(subject__startswith="Kurze Frage", secret=True).count() == 6
    answer_poll(token=links()[0], option=1, now=NOW)
    with pytest.raises(RuleViolation):
        answer_poll(token=links()[0], option=0, now=NOW)
    with pytest.raises(RuleViolation):
        answer_poll(token=links()[1], option=2, now=NOW)
    assert (PollAnswer.objects.get().option, PollTicket.objects.count()) == (1, 5)
    assert AuditEntry.objects.filter(act__startswith="governance.poll").count() == 1


@pytest.mark.parametrize("visibility", [Visibility.NETWORK, Visibility.BODY, Visibility.OFFICE])
def test_only_public_items_are_asked_about(visibility: Visibility) -> None:
    with pytest.raises(RuleViolation):
        started(published_item(visibility))
    assert (OpinionPoll.objects.count(), links()) == (0, [])


def test_whoever_does_not_sit_there_asks_nobody() -> None:
    item = published_item()
    before = AuditEntry.objects.count()
    with pytest.raises(NotAllowed):
        started(item, actor=build.an_actor("clerk"))
    assert (OpinionPoll.objects.count(), links(), AuditEntry.objects.count()) == (0, [], before)


def test_an_item_that_is_closed_ends_the_poll() -> None:
    item = published_item()
    started(item)
    AgendaItem.objects.filter(pk=item.pk).update(visibility=Visibility.BODY)
    with pytest.raises(RuleViolation):
        answer_poll(token=links()[0], option=0, now=NOW)


def test_the_pages_ask_answer_and_show(client: Client, django_assert_num_queries) -> None:
    item = published_item()
    member = build.member(item.session.body, "Stadler").user
    client.force_login(member, backend=BACKEND)
    page = reverse("governance:session-polls", args=[item.session_id])
    assert "Noch keine Frage" in client.get(page).content.decode()
    facts = {"item": item.pk, "question": "Zustimmen?", "options": "Ja\nNein", "closes_on": "2026-03-20"}
    wrong = client.post(f"{page}neu/", {**facts, "addresses": "keine Adresse"}).content.decode()
    assert "Das ist keine Mailadresse: keine" in wrong
    client.post(f"{page}neu/", {**facts, "addresses": "; ".join(PEOPLE), "is_shown_to_body": "on"})
    visitor = Client()
    for number, token in enumerate(links()):
        address = reverse("governance:poll-answer", args=[token])
        assert "Zustimmen?" in visitor.get(address).content.decode()
        assert visitor.post(address, {"option": str(number % 2)}).status_code == 200
        assert visitor.get(address).status_code == 410
    assert visitor.cookies == {}
    assert "Bisher haben 6 von 6 geantwortet" in client.get(page).content.decode()
    session_page = reverse("governance:session", args=[item.session_id])
    assert "Meinungsbilder von Mitgliedern" not in client.get(session_page).content.decode()
    with time_machine.travel(AFTER, tick=False):
        client.force_login(member, backend=BACKEND)
        assert "Ja: <strong>3</strong>" in client.get(page).content.decode()
        assert "Zustimmen?" in client.get(session_page).content.decode()
        with django_assert_num_queries(7):
            client.get(page)
        OpinionPoll.objects.create(
            item=item,
            author=member,
            question="Noch?",
            options=["a", "b"],
            closes_on=LAST,
            started_at=NOW,
            invited=6,
        )
        with django_assert_num_queries(7):
            client.get(page)


def test_a_year_later_it_is_forgotten() -> None:
    started(published_item())
    assert forget_polls(AFTER) == "kein Meinungsbild ist so alt"
    assert PollTicket.objects.count() == 0
    assert forget_polls(AFTER + timedelta(days=370)) == "1 Meinungsbilder gelöscht"
