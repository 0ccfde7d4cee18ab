"""The public interface, read by a client of its own; what is withdrawn is gone, and told to be gone."""

import json
from collections.abc import Callable
from datetime import UTC, datetime, timedelta
from itertools import count

import pytest
from django.test import Client
from hypothesis import HealthCheck, Phase, given, settings
from hypothesis import strategies as st

from bildungsnetz.core.actor import SYSTEM
from bildungsnetz.governance.domain.agenda import ItemKind
from bildungsnetz.governance.domain.visibility import Visibility
from bildungsnetz.governance.models import AgendaItem, Paper, PublicRecord, Session
from bildungsnetz.governance.services.agenda import change_item
from bildungsnetz.governance.services.consents import record_consent, withdraw_consent
from bildungsnetz.governance.services.invitations import send_invitations
from bildungsnetz.governance.services.papers import add_paper, withdraw_paper
from bildungsnetz.governance.services.public_records import refresh, refresh_all
from bildungsnetz.governance.services.publication import publish_session, unpublish_session
from bildungsnetz.governance.tasks import check_public_records
from tests.governance import build, results
from tests.governance.build import NOW, an_item, member
from tests.governance.oparl.walk import Walker

pytestmark = pytest.mark.django_db
ROOT = "http://127.0.0.1:8000"
LATER = NOW + timedelta(hours=1)
OnCommit = Callable[..., object]
_bodies = count(1)


def get(url: str) -> tuple[int, dict[str, str], bytes]:
    answer = Client().get(url.removeprefix(ROOT))
    heads = dict(answer.items())
    if answer.cookies:
        heads["Set-Cookie"] = str(answer.cookies)
    return answer.status_code, heads, answer.content


def a_walker() -> Walker:
    return Walker(get, f"{ROOT}/oparl/1.1/system")


@pytest.fixture(autouse=True)
def new_installation() -> None:
    """As after the first start at the moment of the tests."""
    PublicRecord.objects.all().delete()
    refresh_all(now=NOW)


def a_public_session(name: str = "Lenkungskreis") -> Session:
    """Invited and published: one open item with a paper, one for the body, one confidential."""
    session = build.a_session(build.a_steering_body(name))
    for title, visibility in (("Ganztag", "public"), ("Haushalt", "body"), ("Personal", "office")):
        an_item(session, title, visibility=visibility)
    opened = session.items.get(title="Ganztag")
    add_paper(
        actor=SYSTEM,
        item=opened,
        name="Zahlen.csv",
        content=b"Ort;Zahl\nHaan;3\n",
        visibility="public",
        now=NOW,
    )
    send_invitations(actor=SYSTEM, session=session, now=NOW)
    return publish_session(actor=SYSTEM, session=session, now=NOW)


def told_of(kind: str) -> list[dict[str, object]]:
    return json.loads(get(f"{ROOT}/oparl/1.1/body/1/{kind}")[2])["data"]


def test_an_empty_installation_has_a_valid_interface():
    walker = a_walker()
    body = walker.the_body()
    assert (body["name"], "legislativeTerm" in body) == ("Regionales Bildungsnetzwerk Kreis Mettmann", True)
    assert [thing["name"] for thing in walker.walk().values()] == ["Schuljahr 2025/26"]


def test_a_walk_over_everything():
    session = a_public_session()
    weber = member(session.body, "Weber")
    record_consent(actor=SYSTEM, person=weber, given_on=build.TODAY, how="schriftlich", now=NOW)
    refresh_all(now=NOW)
    found = a_walker().walk()
    kinds = sorted(address.rsplit("/", 2)[1] for address in found)
    assert {kind: kinds.count(kind) for kind in kinds} == {
        "agendaitem": 1,
        "consultation": 1,
        "file": 1,
        "legislativeterm": 1,
        "location": 1,
        "meeting": 1,
        "membership": 1,
        "organization": 1,
        "paper": 1,
        "person": 1,
    }
    meeting = next(thing for address, thing in found.items() if "/meeting/" in address)
    assert (meeting["meetingState"], meeting["start"]) == ("eingeladen", "2026-03-25T14:00:00+01:00")
    item = next(thing for address, thing in found.items() if "/agendaitem/" in address)
    assert (item["number"], item["name"], item["public"]) == ("2", "Ganztag", True)
    everything = json.dumps(found)
    assert "Haushalt" not in everything
    assert "Personal" not in everything
    assert weber.email not in everything


def test_files_are_shown_and_saved():
    session = a_public_session()
    refresh(sessions=[session.pk], now=NOW)
    file = told_of("file")[0]
    status, heads, content = get(str(file["accessUrl"]))
    assert (status, content, "Content-Disposition" in heads) == (200, b"Ort;Zahl\nHaan;3\n", False)
    assert get(str(file["downloadUrl"]))[1]["Content-Disposition"] == 'attachment; filename="Zahlen.csv"'
    withdraw_paper(actor=SYSTEM, paper=Paper.objects.get(), reason="falsch", now=LATER)
    assert [get(str(file[name]))[0] for name in ("accessUrl", "downloadUrl")] == [404, 404]


def test_the_decision_is_told_once_the_minutes_are_approved():
    session = results.a_running_session()
    decision = results.a_decision(session, "Fachtag")
    AgendaItem.objects.filter(pk=decision.item_id).update(visibility=Visibility.PUBLIC)
    Session.objects.filter(pk=session.pk).update(published_at=NOW)
    refresh(sessions=[session.pk], now=NOW)
    assert "resolutionText" not in told_of("agendaitem")[0]
    Session.objects.filter(pk=session.pk).update(state="minutes_approved")
    refresh(sessions=[session.pk], now=LATER)
    told = told_of("agendaitem")[0]
    assert (told["result"], told["resolutionText"]) == ("beschlossen", results.WORDING)


def test_acts_reach_the_interface_with_their_commit(django_capture_on_commit_callbacks: OnCommit):
    with django_capture_on_commit_callbacks(execute=True):
        session = a_public_session()
    assert len(told_of("meeting")) == 1
    with django_capture_on_commit_callbacks(execute=True):
        unpublish_session(actor=SYSTEM, session=session, reason="versehentlich", now=LATER)
    assert told_of("meeting") == []
    gone = json.loads(get(f"{ROOT}/oparl/1.1/meeting/{session.pk}")[2])
    assert (gone["deleted"], gone["modified"], "name" in gone) == (True, "2026-03-04T16:00:00+01:00", False)
    assert not PublicRecord.objects.exclude(content={}).filter(origin=f"session:{session.pk}").exists()


def test_a_withdrawn_consent_takes_the_name_away(django_capture_on_commit_callbacks: OnCommit):
    with django_capture_on_commit_callbacks(execute=True):
        weber = member(build.a_steering_body(), "Weber")
    with django_capture_on_commit_callbacks(execute=True):
        consent = record_consent(actor=SYSTEM, person=weber, given_on=build.TODAY, how="schriftlich", now=NOW)
    assert [person["name"] for person in told_of("person")] == [weber.name]
    with django_capture_on_commit_callbacks(execute=True):
        withdraw_consent(actor=SYSTEM, consent=consent, now=LATER)
    assert told_of("person") == []
    assert weber.last_name not in json.dumps(list(PublicRecord.objects.values_list("content", flat=True)))


def test_the_nightly_look_mends_what_was_missed():
    a_public_session()
    assert not PublicRecord.objects.filter(kind="meeting").exists()
    assert check_public_records(NOW).endswith("öffentliche Angaben nachgetragen")
    assert check_public_records(LATER) == "alle öffentlichen Angaben stimmen"
    assert not PublicRecord.objects.filter(modified=LATER).exists()


@pytest.mark.parametrize(
    ("path", "status"),
    [
        ("body/1/unicorn", 404),
        ("meeting/999", 404),
        ("unicorn/1", 404),
        ("organization/999/meeting", 404),
        ("body/1/meeting?page=2", 404),
        ("body/1/meeting?created_since=gestern", 400),
        ("body?limit=0", 400),
    ],
)
def test_errors_are_told_in_the_form_of_the_standard(path: str, status: int):
    found, heads, body = get(f"{ROOT}/oparl/1.1/{path}")
    told = json.loads(body)
    assert (found, told["type"]) == (status, "https://schema.oparl.org/1.1/Error")
    assert (set(told), heads["Access-Control-Allow-Origin"]) == ({"type", "message", "debug"}, "*")


def test_only_reading(client: Client):
    assert client.post("/oparl/1.1/system").status_code == 405


def test_pages_keep_filters_and_order():
    for number in range(5):
        PublicRecord.objects.create(
            kind="location",
            key=number,
            origin="session:1",
            content={"description": f"Ort {number}"},
            created=NOW + timedelta(days=number),
            modified=NOW + timedelta(days=number),
        )
    since = "modified_since=2026-03-05T00%3A00%3A00%2B01%3A00"
    page = json.loads(get(f"{ROOT}/oparl/1.1/body/1/location?limit=2&{since}")[2])
    assert [thing["description"] for thing in page["data"]] == ["Ort 1", "Ort 2"]
    assert page["pagination"] == {
        "totalElements": 4,
        "elementsPerPage": 2,
        "currentPage": 1,
        "totalPages": 2,
    }
    assert page["links"]["next"] == f"{ROOT}/oparl/1.1/body/1/location?{since}&limit=2&page=2"
    rest = a_walker().read(page["links"]["next"])
    assert [thing["description"] for thing in rest["data"]] == ["Ort 3", "Ort 4"]
    assert rest["links"]["prev"] == rest["links"]["first"] == page["links"]["self"]


def test_a_list_costs_the_same_with_one_and_with_many(django_assert_num_queries: OnCommit):
    session = a_public_session()
    for number in (1, 3):
        if number == 3:
            for title in ("Zwei", "Drei"):
                an_item(session, title, visibility="public")
        refresh(sessions=[session.pk], now=NOW)
        with django_assert_num_queries(3):
            assert len(told_of("meeting")[0]["agendaItem"]) == number


@settings(
    max_examples=5, phases=[Phase.generate], suppress_health_check=[HealthCheck.function_scoped_fixture]
)
@given(acts=st.lists(st.sampled_from(["open", "close", "rename", "paper", "withdraw", "toggle"]), max_size=4))
def test_a_client_that_keeps_up_knows_the_same_as_one_that_reads_all(acts: list[str]):
    """Random acts: after each, a copy kept by `modified_since` equals a fresh reading."""
    PublicRecord.objects.all().delete()
    Session.objects.update(published_at=None)
    example = next(_bodies)
    session = a_public_session(f"Lenkungskreis {example}")
    # Time goes on from example to example: they share the rows of one test.
    walker, now = a_walker(), datetime(2026, 3, 5, 9, 0, tzinfo=UTC) + timedelta(hours=example)
    for act in [*acts, "rename"]:
        now += timedelta(minutes=1)
        do(act, session, now)
        refresh_all(now=now)
        walker.keep_up()
        assert walker.known == a_walker().walk()


def do(act: str, session: Session, now: datetime) -> None:
    item = AgendaItem.objects.get(session=session, title__startswith="Ganztag")
    papers = Paper.objects.filter(item=item, withdrawn_at__isnull=True)
    session.refresh_from_db()
    if act in {"open", "close", "rename"}:
        change_item(
            actor=SYSTEM,
            item=item,
            version=item.version,
            title=f"Ganztag {now:%H:%M}" if act == "rename" else item.title,
            kind=ItemKind(item.kind),
            visibility={"open": "public", "close": "office"}.get(act, item.visibility),
            now=now,
        )
    elif act == "paper":
        add_paper(
            actor=SYSTEM, item=item, name="Neu.csv", content=b"a;b\n", visibility=item.visibility, now=now
        )
    elif act == "withdraw" and papers:
        withdraw_paper(actor=SYSTEM, paper=papers[0], reason="überholt", now=now)
    elif act == "toggle" and session.published_at:
        unpublish_session(actor=SYSTEM, session=session, reason="prüfen", now=now)
    elif act == "toggle" and item.visibility == "public":
        publish_session(actor=SYSTEM, session=session, now=now)
