"""Pages of sessions: list, record, planning, life, files."""

from collections.abc import Callable
from contextlib import AbstractContextManager
from datetime import date, datetime

import pytest
import time_machine
from django.test import Client
from django.urls import reverse

from bildungsnetz.core.models import AuditEntry
from bildungsnetz.governance.domain.visibility import Visibility
from bildungsnetz.governance.models import Session
from bildungsnetz.governance.services import agenda
from bildungsnetz.governance.services.sessions import change_session
from tests.governance import build
from tests.sign_in import signed_in

pytestmark = pytest.mark.django_db
Queries = Callable[..., AbstractContextManager[None]]
PLAN = {
    "on": "2026-03-25",
    "starts_at": "14:00",
    "ends_at": "16:00",
    "mode": "on_site",
    "place": "Kreishaus",
    "online_link": "",
}


@pytest.fixture
def clerk(client: Client) -> Client:
    signed_in(client, "clerk")
    return client


def text(client: Client, route: str, *args: object, query: str = "", status: int = 200) -> str:
    answer = client.get(reverse(f"governance:{route}", args=args) + query)
    assert answer.status_code == status
    return " ".join(answer.content.decode().split())


def sent(client: Client, route: str, *args: object, query: str = "", **typed: object) -> str:
    """The address to which an accepted form leads."""
    answer = client.post(reverse(f"governance:{route}", args=args) + query, typed)
    assert answer.status_code == 302, dict(answer.context["form"].errors)
    return answer.headers["Location"]


def errors(client: Client, route: str, *args: object, **typed: object) -> dict[str, list[str]]:
    answer = client.post(reverse(f"governance:{route}", args=args), typed)
    assert answer.status_code == 200
    return {name: list(found) for name, found in answer.context["form"].errors.items()}


def member_client(body: build.Body, name: str) -> Client:
    client = Client()
    client.force_login(build.member(body, name).user, backend="django.contrib.auth.backends.ModelBackend")
    return client


def test_planning_leads_to_the_agenda(clerk: Client) -> None:
    body = build.a_body()
    place = sent(clerk, "session-new", body=body.pk, **PLAN)
    session = Session.objects.get()
    assert place == f"/sitzungen/{session.pk}/"
    assert (session.starts_at.isoformat(), session.place) == ("2026-03-25T13:00:00+00:00", "Kreishaus")
    page = text(clerk, "session", session.pk)
    assert "Tagesordnungspunkt aufnehmen" in page
    assert "Noch nicht versendet. Die Frist endet am Mi., 11.03.2026 (in 7 Tagen)." in page


def test_a_past_day_is_refused_at_the_field(clerk: Client) -> None:
    body = build.a_body()
    found = errors(clerk, "session-new", body=body.pk, **PLAN | {"on": "2026-03-03"})
    assert found == {"on": ["Dieser Tag ist schon vorbei."]}
    assert Session.objects.count() == 0


@pytest.mark.parametrize("rows", [1, 3])
@pytest.mark.parametrize("query", ["", "?ansicht=vergangen"])
def test_the_list_costs_the_same_with_one_and_three_rows(
    clerk: Client, django_assert_num_queries: Queries, rows: int, query: str
) -> None:
    body = build.a_steering_body()
    for month in range(rows):
        session = build.a_session(body, on=date(2026, 4 + month, 1))
        if query:
            Session.objects.filter(pk=session.pk).update(state="held")
    with django_assert_num_queries(7):
        page = text(clerk, "sessions", query=query)
    assert page.count("Sitzung</a></th>") == rows


@pytest.mark.parametrize("rows", [1, 3])
def test_the_page_costs_the_same_with_one_and_three_items(
    clerk: Client, django_assert_num_queries: Queries, rows: int
) -> None:
    session = build.an_invited_session(build.a_steering_body())
    for number in range(rows):
        build.an_item(session, f"Punkt {number}")
    with django_assert_num_queries(12):
        text(clerk, "session", session.pk)


def test_the_list_is_filtered_by_body_and_time(clerk: Client) -> None:
    steering, conference = build.a_steering_body(), build.a_body("education_conference")
    build.a_session(steering)
    build.a_session(conference)
    page = text(clerk, "sessions", query=f"?gremium={steering.pk}")
    assert ("Lenkungskreis, 1. Sitzung" in page, "Bildungskonferenz, 1. Sitzung" in page) == (True, False)
    assert "Keine vergangene Sitzung" in text(clerk, "sessions", query="?ansicht=vergangen")


def test_a_session_of_another_body_is_not_to_be_known(client: Client) -> None:
    own, other = build.a_steering_body(), build.a_steering_body("Anderer Kreis")
    session = build.a_session(other)
    member = member_client(own, "Lang")
    assert member.get(reverse("governance:session", args=[session.pk])).status_code == 404
    assert "Anderer Kreis" not in text(member, "sessions")
    for route in ("session-pdf", "session-calendar", "session-screen"):
        assert member.get(reverse(f"governance:{route}", args=[session.pk])).status_code == 404


def test_a_confidential_item_leaves_no_trace_for_members(clerk: Client) -> None:
    body = build.a_steering_body()
    session = build.a_session(body)
    build.an_item(session, "Rohrdommel", visibility=Visibility.OFFICE)
    build.an_item(session, "Landkarte")
    seen = text(member_client(body, "Lang"), "session", session.pk)
    assert ("Rohrdommel" in seen, "Landkarte" in seen, "Geplant: 20 von 120 Minuten" in seen) == (
        False,
        True,
        True,
    )
    assert seen.count("hat einen Tagesordnungspunkt aufgenommen") == 1
    assert "Rohrdommel" in text(member_client(body, "Winter"), "session", session.pk)
    assert "Rohrdommel" in text(clerk, "session", session.pk)


def test_members_may_read_but_not_change(client: Client) -> None:
    body = build.a_steering_body()
    session = build.an_invited_session(body)
    member = member_client(body, "Lang")
    page = text(member, "session", session.pk)
    assert ("Kommen Sie?" in page, "Zeit und Ort ändern" in page, "Punkt aufnehmen" in page) == (
        True,
        False,
        False,
    )
    logged = AuditEntry.objects.count()
    for route in (
        "session-edit",
        "session-invite",
        "session-open",
        "session-cancel",
        "attendance",
        "item-new",
    ):
        assert member.post(reverse(f"governance:{route}", args=[session.pk])).status_code == 403
    assert AuditEntry.objects.count() == logged


def test_a_second_save_shows_what_the_first_one_wrote(clerk: Client) -> None:
    session = build.a_session(build.a_body())
    change_session(
        actor=build.an_actor("head"),
        session=session,
        version=1,
        starts_at=session.starts_at,
        ends_at=session.ends_at,
        place="Rathaus Haan",
        now=build.NOW,
    )
    answer = clerk.post(
        reverse("governance:session-edit", args=[session.pk]),
        PLAN | {"version": 1, "place": "Rathaus Hilden"},
    )
    others = answer.context["others"]
    assert [(other.label, other.theirs, other.mine) for other in others] == [
        ("Ort", "Rathaus Haan", "Rathaus Hilden")
    ]
    page = answer.content.decode()
    assert 'value="Rathaus Hilden"' in page
    assert 'name="version" value="2"' in page
    sent(clerk, "session-edit", session.pk, **PLAN | {"version": 2, "place": "Rathaus Hilden"})
    session.refresh_from_db()
    assert session.place == "Rathaus Hilden"


def test_files_of_a_session(clerk: Client) -> None:
    session = build.an_invited_session(build.a_steering_body())
    pdf = clerk.get(reverse("governance:session-pdf", args=[session.pk]))
    assert (pdf.headers["Content-Type"], pdf.content[:5]) == ("application/pdf", b"%PDF-")
    calendar = clerk.get(reverse("governance:session-calendar", args=[session.pk])).content.decode()
    assert "METHOD:PUBLISH" in calendar
    assert "SUMMARY:Lenkungskreis\\, 1. Sitzung" in calendar
    assert "ATTENDEE" not in calendar


def test_opening_and_closing_in_the_browser(clerk: Client) -> None:
    session = build.an_invited_session(build.a_steering_body())
    assert errors(clerk, "session-open", session.pk) == {
        "__all__": ["Die Sitzung kann erst am 25.03.2026 beginnen."]
    }
    with time_machine.travel(build.AT_SESSION, tick=False):
        signed_in(clerk, "head")
        assert sent(clerk, "session-open", session.pk) == f"/sitzungen/{session.pk}/anwesenheit/"
        build.everybody_present(session)
        assert errors(clerk, "session-close", session.pk, next_session_on="2026-06-10") == {
            "__all__": ["Offene Tagesordnungspunkte: 2. Behandeln, vertagen oder streichen Sie sie."]
        }
        for item in session.items.exclude(fixed="next_date"):
            agenda.treat_item(actor=build.an_actor("clerk"), item=item, now=build.AT_SESSION)
        assert sent(clerk, "session-close", session.pk, next_session_on="2026-06-10") == (
            f"/sitzungen/{session.pk}/"
        )
    session.refresh_from_db()
    assert (session.state, session.next_date) == ("held", date(2026, 6, 10))


def test_cancelling_says_who_is_told(clerk: Client) -> None:
    session = build.an_invited_session(build.a_steering_body())
    page = text(clerk, "session-cancel", session.pk)
    assert "Diese 8 Personen bekommen sofort eine Mail" in page
    assert "Karl Winter" in page
    sent(clerk, "session-cancel", session.pk, reason="Streik im Nahverkehr")
    page = text(clerk, "session", session.pk)
    assert "Diese Sitzung ist abgesagt." in page
    assert "Streik im Nahverkehr" in page


def test_the_time_is_the_time_in_germany(clerk: Client) -> None:
    session = build.a_session(build.a_body(), on=date(2026, 7, 1))
    assert "Mi., 01.07.2026, 14:00 Uhr" in text(clerk, "session", session.pk)
    assert session.starts_at == datetime.fromisoformat("2026-07-01T12:00:00+00:00")


def test_more_minutes_than_the_session_has_are_warned_of(clerk: Client) -> None:
    session = build.a_session(build.a_steering_body())
    build.an_item(session, minutes_planned=110)
    assert "Die Zeit reicht nicht" not in text(clerk, "session", session.pk)
    build.an_item(session, minutes_planned=30)
    page = text(clerk, "session", session.pk)
    assert "Die Punkte brauchen 150 Minuten, die Sitzung dauert 120: 30 Minuten zu viel." in page


def test_the_chairs_release_the_agenda_on_the_page(client: Client) -> None:
    body = build.a_steering_body()
    build.Body.objects.update(release_needed=True)
    session = build.a_session(body)
    build.an_item(session)
    signed_in(client, "clerk")
    assert "Die Tagesordnung wartet auf die Freigabe: Land, Kommune." in text(client, "session", session.pk)
    winter = member_client(body, "Winter")
    assert "Für Land freigeben" in text(winter, "session", session.pk)
    sent(winter, "session-release", session.pk, side="land")
    assert "freigegeben von Karl Winter" in text(winter, "session", session.pk)
    assert "Die Tagesordnung wartet auf die Freigabe: Kommune." in text(client, "session", session.pk)
