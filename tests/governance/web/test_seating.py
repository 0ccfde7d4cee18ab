"""Pages on all bodies at once."""

from collections.abc import Callable
from contextlib import AbstractContextManager
from datetime import date
from io import BytesIO

import pytest
from django.test import Client
from django.urls import reverse
from python_calamine import CalamineWorkbook

from bildungsnetz.governance.models import Body
from bildungsnetz.network.api import FieldOfAction
from tests.governance import build
from tests.sign_in import signed_in

pytestmark = pytest.mark.django_db
Queries = Callable[..., AbstractContextManager[None]]
PAGES = ("bodies-tree", "open-seats", "who-sits-where", "overlaps")


@pytest.fixture
def clerk(client: Client) -> Client:
    signed_in(client, "clerk")
    return client


def text(client: Client, route: str, query: str = "") -> str:
    answer = client.get(reverse(f"governance:{route}") + query)
    assert answer.status_code == 200
    return " ".join(answer.content.decode().split())


def rows(client: Client, route: str, query: str = "") -> list[list[object]]:
    answer = client.get(reverse(f"governance:{route}") + query)
    return CalamineWorkbook.from_filelike(BytesIO(answer.content)).get_sheet_by_index(0).to_python()


def with_topic(body: Body, name: str = "Sprache") -> Body:
    topic, _ = FieldOfAction.objects.get_or_create(name=name)
    body.fields_of_action.add(topic)
    return body


def test_the_tree_nests_what_belongs_together(clerk: Client) -> None:
    body = build.a_steering_body()
    below = build.a_body("working_group", "AG Sprache", parent=body)
    build.a_body("working_group", "AG Zweitsprache", parent=below)
    page = text(clerk, "bodies-tree")
    assert (
        page.index(">Lenkungskreis</a>") < page.index(">AG Sprache</a>") < page.index(">AG Zweitsprache</a>")
    )
    assert "Konsens der Seiten, erteilt Aufträge · 8 Mitglieder" in page
    assert page.count("<ul> <li>") >= 1


def test_open_seats_of_all_bodies_on_any_day(clerk: Client) -> None:
    body = build.a_steering_body()
    build.a_body("working_group", "AG Sprache", parent=body)
    now = text(clerk, "open-seats")
    assert "Bitten Sie um Benennung von 1 Person: Lenkungskreis." in now
    assert "Tragen Sie den Vorsitz ein." in now
    before = text(clerk, "open-seats", "?am=2024-12-31")
    assert "Bitten Sie um Benennung von 2 Personen: Schulen." in before
    assert "Seite Land" not in before


def test_a_mandate_that_ends_within_three_months_is_named_until_somebody_follows(clerk: Client) -> None:
    body = build.a_body()
    ending = build.a_mandate(body, "kreis", build.a_person("Kaiser", "Katrin"), ends_on=date(2026, 6, 4))
    sentence = "Das Mandat von Katrin Kaiser endet am 04.06.2026. Bitten Sie rechtzeitig um eine Benennung."
    assert sentence in text(clerk, "open-seats")
    assert sentence not in text(clerk, "open-seats", "?am=2026-03-03")
    build.a_mandate(body, "kreis", starts_on=date(2026, 6, 5))
    assert ending.ends_on == date(2026, 6, 4)
    assert sentence not in text(clerk, "open-seats")


def test_the_chair_of_one_side_is_missing(clerk: Client) -> None:
    body = build.a_body()
    build.a_chair(build.a_mandate(body, "kreis"))
    assert rows(clerk, "open-seats-file")[1:] == [
        ["Lenkungskreis", "Schulaufsicht (obere und untere)", "Land", "unbesetzt", "Bezirksregierung und Schulamt",
         "Bitten Sie um Benennung von 1 Person: Bezirksregierung und Schulamt."],
        ["Lenkungskreis", "Schulleitungen (Sprecherinnen und Sprecher)", "Schulen", "unbesetzt", "Schulen",
         "Bitten Sie um Benennung von 2 Personen: Schulen."],
        ["Lenkungskreis", "Bildungsbüro (Leitung und pädagogische Mitarbeit)", "Bildungsbüro", "unbesetzt",
         "Land und Kreis", "Bitten Sie um Benennung von 2 Personen: Land und Kreis."],
        ["Lenkungskreis", "Vorsitz", "Land", "unbesetzt", "", "Tragen Sie den Vorsitz ein."],
        ["Lenkungskreis", "Kreis", "Kommune", "Vertretung fehlt", "", "Ohne Vertretung: Petra Sommer. Tragen Sie eine Vertretung ein."],
    ]  # fmt: skip
    page = clerk.get(reverse("governance:body", args=[body.pk])).content.decode()
    assert "Für die Seite Land ist an diesem Tag kein Vorsitz eingetragen." in page
    assert "Für die Seite Kommune" not in page


def test_a_seat_without_deputy_is_named_until_one_is_entered(clerk: Client) -> None:
    body = build.a_steering_body()
    sentence = "Ohne Vertretung: Lena Lang. Tragen Sie eine Vertretung ein."
    assert sentence in text(clerk, "open-seats")
    assert "Karl Winter" not in text(clerk, "open-seats")
    build.a_deputy(build.mandate_of(body, "Lang"), starts_on=date(2026, 6, 1))
    assert sentence in text(clerk, "open-seats", "?am=2026-05-31")
    assert sentence not in text(clerk, "open-seats", "?am=2026-06-01")


def test_who_sits_where(clerk: Client) -> None:
    body = build.a_steering_body()
    group = build.a_body("working_group", "AG Sprache", parent=body)
    build.a_mandate(group, "mitglieder", build.member(body, "Weber"))
    table = rows(clerk, "who-sits-where-file")
    assert table[0] == ["Titel", "Vorname", "Nachname", "AG Sprache", "Lenkungskreis"]
    assert ["", "Wiebke", "Weber", "Mitglied", "Mitglied"] in table
    assert ["", "Karl", "Winter", "", "Vorsitz"] in table
    assert ["", "Dana", "Herbst", "", "Vertretung"] in table
    several = rows(clerk, "who-sits-where-file", "?mehrfach=on")
    assert [row[2] for row in several[1:]] == ["Weber"]


def test_the_matrix_of_one_field_of_action(clerk: Client) -> None:
    build.a_steering_body()
    group = with_topic(build.a_body("working_group", "AG Sprache"))
    build.a_mandate(group, "mitglieder", build.a_person("Zander", "Zoe"))
    page = text(clerk, "who-sits-where", f"?feld={group.fields_of_action.get().pk}")
    assert "Zander, Zoe" in page
    assert "Winter, Karl" not in page


def test_overlaps_name_topic_share_and_people(clerk: Client) -> None:
    first, second = (with_topic(build.a_body("working_group", name)) for name in ("AG Eins", "AG Zwei"))
    both = [build.a_person("Adam", "Ada"), build.a_person("Bock", "Ben")]
    for person in both:
        build.a_mandate(first, "mitglieder", person)
        build.a_mandate(second, "mitglieder", person)
    build.a_mandate(second, "mitglieder")
    assert rows(clerk, "overlaps-file")[1:] == [
        ["AG Eins", "AG Zwei", "Sprache", 2, 100, "Ada Adam, Ben Bock"]
    ]
    assert "100 %" in text(clerk, "overlaps")
    assert "Keine Überschneidungen" in text(clerk, "overlaps", "?am=2024-12-31")


def test_a_member_sees_only_the_own_bodies(client: Client) -> None:
    body = build.a_steering_body()
    build.a_mandate(build.a_body("working_group", "AG Geheim"), "mitglieder", build.a_person("Zander"))
    signed_in(client, "member", scope=body.scope)
    for page in PAGES:
        shown = text(client, page)
        assert "AG Geheim" not in shown
        assert "Zander" not in shown


@pytest.mark.parametrize("page", PAGES)
def test_the_pages_cost_the_same_for_all(
    clerk: Client, django_assert_max_num_queries: Queries, django_assert_num_queries: Queries, page: str
) -> None:
    with_topic(build.a_steering_body())
    clerk.get(reverse(f"governance:{page}"))
    with django_assert_max_num_queries(15) as counted:
        clerk.get(reverse(f"governance:{page}"))
    for name in ("AG Eins", "AG Zwei"):
        build.a_mandate(with_topic(build.a_body("working_group", name)), "mitglieder")
    with django_assert_num_queries(len(counted)):  # type: ignore[arg-type]
        clerk.get(reverse(f"governance:{page}"))


@pytest.mark.parametrize("page", PAGES)
def test_nothing_yet(clerk: Client, page: str) -> None:
    assert "bn-empty" in text(clerk, page)
