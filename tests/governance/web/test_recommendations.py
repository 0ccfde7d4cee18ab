"""Pages of recommendations."""

from collections.abc import Callable
from contextlib import AbstractContextManager

import pytest
from django.test import Client
from django.urls import reverse

from bildungsnetz.governance.domain.decision_kinds import Outcome
from bildungsnetz.governance.domain.recommendations import RecommendationState
from bildungsnetz.governance.models import Recommendation
from tests.governance import build
from tests.governance.services.test_recommendation_agenda import planned
from tests.governance.services.test_recommendations import decided, submitted
from tests.sign_in import signed_in

pytestmark = pytest.mark.django_db
S = RecommendationState
Queries = Callable[..., AbstractContextManager[None]]


@pytest.fixture
def clerk(client: Client) -> Client:
    signed_in(client, "clerk")
    return client


def text(client: Client, route: str, *args: object, query: str = "") -> str:
    answer = client.get(reverse(f"governance:{route}", args=args) + query)
    assert answer.status_code == 200
    return " ".join(answer.content.decode().split())


def send(client: Client, route: str, *args: object, **typed: object) -> None:
    answer = client.post(reverse(f"governance:{route}", args=args), typed)
    assert answer.status_code == 302, dict(answer.context["form"].errors)


def test_collect_and_lead_on(clerk: Client) -> None:
    conference = build.a_body("education_conference")
    assert "Noch keine Empfehlung" in text(clerk, "recommendations")
    send(clerk, "recommendation-new", body=conference.pk, title="Sprachbildung stärken", forum="Forum 2")
    found = Recommendation.objects.get()
    for label, state in (
        ("Bündeln", S.CLUSTERED),
        ("Beschluss der Konferenz eintragen", S.ADOPTED),
        ("An den Lenkungskreis übergeben", S.SUBMITTED),
    ):
        assert label in text(clerk, "recommendation", found.pk)
        assert label in text(clerk, "recommendation-advance", found.pk)
        send(clerk, "recommendation-advance", found.pk)
        found.refresh_from_db()
        assert found.state == state
    page = text(clerk, "recommendation", found.pk)
    assert "Konto clerk hat die Empfehlung 1/2026 weitergeführt: an den Lenkungskreis übergeben." in page
    address = reverse("governance:recommendation-advance", args=[found.pk])
    assert clerk.get(address).headers["Location"] == reverse("governance:recommendation", args=[found.pk])


def test_edit(clerk: Client) -> None:
    found = build.a_recommendation(text="Weil.")
    assert "Weil." in text(clerk, "recommendation-edit", found.pk)
    send(clerk, "recommendation-edit", found.pk, title="Neu", text="Darum.", version=1)
    found.refresh_from_db()
    assert (found.title, found.text, found.version) == ("Neu", "Darum.", 2)
    typed = {"title": "Anders", "text": "Darum.", "version": 1}
    answer = clerk.post(reverse("governance:recommendation-edit", args=[found.pk]), typed)
    assert [(row.theirs, row.mine) for row in answer.context["others"]] == [("Neu", "Anders")]
    found.refresh_from_db()
    assert found.title == "Neu"


def test_answer_and_report_back(clerk: Client) -> None:
    found = submitted()
    assert "hat noch nicht beschlossen" in text(clerk, "recommendation-answer", found.pk)
    decided(found, Outcome.NO_CONSENSUS)
    assert "Antwort eintragen" in text(clerk, "recommendation", found.pk)
    page = text(clerk, "recommendation-answer", found.pk)
    assert "bei der bisher zuständigen Stelle" in page
    assert "geändert angenommen" not in page
    answer = clerk.post(
        reverse("governance:recommendation-answer", args=[found.pk]), {"position": "referred"}
    )
    assert answer.context["form"].errors["text"] == [
        "Begründen Sie den Schritt zu „an die zuständige Stelle verwiesen“."
    ]
    send(clerk, "recommendation-answer", found.pk, position="referred", text="Die Schulträger entscheiden.")
    page = text(clerk, "recommendation", found.pk)
    assert "Die Schulträger entscheiden." in page
    assert "Der Konferenz berichten" in page
    send(clerk, "recommendation-advance", found.pk, text="In der 8. Konferenz.")
    assert "In der 8. Konferenz." in text(clerk, "recommendation", found.pk)


def test_the_list_and_its_filters(clerk: Client) -> None:
    conference = build.a_body("education_conference")
    build.a_recommendation("Gesammelt", conference)
    build.a_recommendation("Ganztag ausbauen", conference, adopted=True)
    titles = {
        query: [row.title for row in clerk.get(reverse("governance:recommendations") + query).context["page"]]
        for query in (
            "",
            "?antwort=offen",
            "?antwort=beantwortet",
            "?q=ganztag",
            "?jahr=2025",
            f"?gremium={conference.pk}",
        )
    }
    both = ["Ganztag ausbauen", "Gesammelt"]
    assert titles == {
        "": both,
        "?antwort=offen": ["Ganztag ausbauen"],
        "?antwort=beantwortet": [],
        "?q=ganztag": ["Ganztag ausbauen"],
        "?jahr=2025": both,
        f"?gremium={conference.pk}": both,
    }
    assert 'Antwort offen <span class="bn-count">1</span>' in text(clerk, "recommendations")


def test_the_list_costs_the_same_for_all(clerk: Client, django_assert_num_queries: Queries) -> None:
    conference = build.a_body("education_conference")
    for number in range(3):
        build.a_recommendation(f"Nummer {number}", conference)
        if number in {0, 2}:
            with django_assert_num_queries(10):
                clerk.get(reverse("governance:recommendations"))


def test_the_list_as_a_file(clerk: Client) -> None:
    build.a_recommendation("Gesammelt")
    build.a_recommendation("Ganztag", adopted=True, text="Weil.")
    answer = clerk.get(reverse("governance:recommendations-file") + "?antwort=offen&format=csv")
    lines = answer.content.decode().splitlines()
    assert lines[0].startswith("Jahr,Nummer,Empfehlung,Begründung,Empfohlen von")
    assert len(lines) == 2
    assert lines[1].startswith("2026,2,Ganztag,Weil.,")
    assert answer.headers["Content-Disposition"] == 'attachment; filename="empfehlungen.csv"'


def test_who_sees_what(client: Client) -> None:
    steering = build.a_steering_body()
    collected, adopted = (
        build.a_recommendation("Gesammelt"),
        build.a_recommendation("Beschlossen", adopted=True),
    )
    client.force_login(build.member(steering, "Lang").user)
    page = text(client, "recommendations")
    assert "Beschlossen" in page
    assert "Gesammelt" not in page
    assert "Empfehlung aufnehmen" not in page
    assert client.get(reverse("governance:recommendation", args=[collected.pk])).status_code == 404
    assert "Weiterführen" not in text(client, "recommendation", adopted.pk)
    for route in ("recommendation-edit", "recommendation-advance", "recommendation-answer"):
        assert client.get(reverse(f"governance:{route}", args=[adopted.pk])).status_code == 403


def test_put_on_an_agenda(clerk: Client) -> None:
    found = submitted()
    assert "Keine Sitzung geplant" in text(clerk, "recommendation-agenda", found.pk)
    session = planned()
    assert "Auf eine Tagesordnung setzen" in text(clerk, "recommendation", found.pk)
    assert "Lenkungskreis, 1. Sitzung, Mi., 25.03.2026, 15:00 Uhr" in text(
        clerk, "recommendation-agenda", found.pk
    )
    send(
        clerk, "recommendation-agenda", found.pk, session=session.pk, proposal="Der Lenkungskreis beschließt."
    )
    assert session.items.get(recommendation=found).proposal == "Der Lenkungskreis beschließt."
    page = text(clerk, "recommendation", found.pk)
    assert "Sobald der Lenkungskreis beschlossen hat" in page
    assert "Zurzeit nicht möglich" in text(clerk, "recommendation-agenda", found.pk)
