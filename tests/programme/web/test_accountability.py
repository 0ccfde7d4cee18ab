"""The page and the paper of the accountability report."""

from io import BytesIO

import pytest
from django.urls import reverse
from pypdf import PdfReader

from bildungsnetz.governance.domain.visibility import Visibility
from tests.governance import build
from tests.governance.build_orders import a_decision, an_order
from tests.programme.build_report import a_measure, answered_with_order
from tests.sign_in import signed_in

pytestmark = pytest.mark.django_db
PAGE, PAPER = reverse("programme:accountability"), reverse("programme:accountability-pdf")


def text_of(content: bytes) -> str:
    return " ".join(" ".join(page.extract_text() for page in PdfReader(BytesIO(content)).pages).split())


@pytest.mark.parametrize("rows", [1, 3])
def test_the_page_costs_the_same_whatever_it_shows(client, rows, django_assert_num_queries):
    body = build.a_body()
    for number in range(1, rows + 1):
        a_measure(f"Maßnahme {number}", answered_with_order(f"Sache {number}", number, body))
    signed_in(client, "clerk")
    with django_assert_num_queries(9):
        answer = client.get(PAGE, {"schuljahr": "2025"})
    report = answer.context["report"]
    assert (len(report.answers), report.order_count, report.measure_count) == (rows, rows, rows)
    assert "Rechenschaftsbericht 2025/26" in answer.content.decode()


def test_a_year_that_is_not_offered_is_refused_at_the_field(client):
    signed_in(client, "clerk")
    for wrong in ("1999", "-1", "abc"):
        answer = client.get(PAGE, {"schuljahr": wrong})
        assert (answer.status_code, answer.context["report"]) == (200, None)
        assert "schuljahr" in answer.context["form"].errors
        assert client.get(PAPER, {"schuljahr": wrong}).status_code == 404


def test_an_empty_year_says_so(client):
    signed_in(client, "head")
    page = client.get(PAGE, {"schuljahr": ""}).content.decode()
    assert "Keine Antwort in diesem Schuljahr" in page
    assert "In diesem Schuljahr lief kein Auftrag, den Sie sehen dürfen." in page


def test_the_paper_names_its_reader_and_holds_the_year(client):
    a_measure("Tandems erproben", answered_with_order("Tandems"))
    user = signed_in(client, "scientific")
    answer = client.get(PAPER, {"schuljahr": "2025"})
    assert answer["Content-Type"] == "application/pdf"
    assert answer["Content-Disposition"] == 'attachment; filename="Rechenschaftsbericht-2025-26.pdf"'
    assert PdfReader(BytesIO(answer.content)).trailer["/Root"]["/MarkInfo"]["/Marked"]
    text = text_of(answer.content)
    for part in (
        f"Erstellt für {user.name} am",
        "Empfehlung 1/2026: Tandems",
        "angenommen",
        "Antwort 1",
        "Auftrag „Auftrag Tandems“. Der Auftrag ist erteilt.",
        "Maßnahme „Tandems erproben“: Idee",
        "Tandems erproben",
    ):
        assert part in text
    assert "Vertraulich" not in text


def test_the_paper_is_german_for_an_english_reader(client):
    a_measure("Tandems erproben", answered_with_order("Tandems"))
    signed_in(client, "head")
    answer = client.get(f"/en{PAPER}", {"schuljahr": "2025"})
    assert answer.status_code == 200
    assert "Maßnahme „Tandems erproben“: Idee" in text_of(answer.content)


def test_confidential_things_stand_only_in_the_paper_of_those_who_may_read_them(client):
    body = build.a_body()
    an_order(a_decision(body, visibility=Visibility.OFFICE), title="Geheimer Auftrag")
    signed_in(client, "co_chair", body.scope)
    text = text_of(client.get(PAPER, {"schuljahr": "2025"}).content)
    assert "Geheimer Auftrag (vertraulich)" in text
    assert "Vertraulich: Der Bericht enthält Punkte" in text
    client.logout()
    signed_in(client, "head")
    assert "vertraulich</span>" in client.get(PAGE, {"schuljahr": "2025"}).content.decode()
    client.logout()
    signed_in(client, "member", body.scope)
    assert client.get(PAPER, {"schuljahr": "2025"}).status_code == 403


def test_who_does_not_open_it(client):
    assert client.get(PAGE).status_code == 302
    signed_in(client, "member", build.a_body().scope)
    assert (client.get(PAGE).status_code, client.get(PAPER).status_code) == (403, 403)
