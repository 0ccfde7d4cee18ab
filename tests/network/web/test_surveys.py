"""A survey from the office's form to the answer by link, as browsers see it."""

import pytest
from django.test import Client
from pytest_django import DjangoAssertNumQueries

from bildungsnetz.network.models import Cooperation, Institution, NetworkSurvey, SurveyAnswer
from tests.network.build import an_institution
from tests.network.build_surveys import a_survey, asked, invitation, link_of

pytestmark = pytest.mark.django_db
FORM = {
    "title": "Netzwerkbefragung 2099",
    "question": "Mit wem?",
    "purpose": "Überblick",
    "legal_basis": "Einwilligung",
    "closes_on": "2099-04-01",
}


def post(client: Client, token: str, **fields: str) -> str:
    return client.post(f"/netzwerkbefragung/{token}/", fields, follow=True).content.decode()


def test_the_office_sets_up_starts_and_closes(clerk: Client) -> None:
    asked("Amsel")
    page = clerk.post("/netzwerk/befragungen/neu/", FORM, follow=True)
    assert "Noch geht keine Mail hinaus." in page.content.decode()
    survey = NetworkSurvey.objects.get()
    address = f"/netzwerk/befragungen/{survey.pk}/"
    assert "Die Befragung geht an 1 Einrichtung." in clerk.get(f"{address}starten/").content.decode()
    clerk.post(f"{address}starten/")
    page = clerk.get(address).content.decode()
    assert "0 von 1 Angeschriebenen" in page
    rows = clerk.get(f"{address}liste/?stand=sent&format=csv").content.decode().splitlines()
    assert rows[1].startswith("Amsel,Haan,post0@demo.example,ohne Antwort,")
    clerk.post(f"{address}beenden/")
    survey.refresh_from_db()
    assert survey.state == "closed"
    assert clerk.get(f"/netzwerkbefragung/{link_of('Amsel')}/").status_code == 410


def test_answering_needs_no_account_no_cookie_and_the_consent(client: Client) -> None:
    _survey, (link, *_rest) = a_survey("Amsel", "Biber")
    shown = client.get(f"/netzwerkbefragung/{link}/").content.decode()
    assert "Wir möchten das Netzwerk sehen." in shown
    answer = {"wunsch": "nennen", "partner": "Biber", "intensity": "3"}
    assert "Ohne Ihre Einwilligung speichern wir nichts." in post(client, link, **answer)
    assert not SurveyAnswer.objects.exists()
    assert "Vielen Dank, Ihre Antwort ist gespeichert" in post(client, link, **answer, consent="on")
    assert Cooperation.objects.get().source == "surveyed"
    assert not client.cookies


def test_a_name_that_fits_several_becomes_a_choice(client: Client) -> None:
    _survey, (link, *_rest) = a_survey("Amsel", "Kita Biber", "Kita Dachs")
    answer = {"wunsch": "nennen", "partner": "Kita", "intensity": "1", "consent": "on"}
    page = post(client, link, **answer)
    assert "Welche Einrichtung meinen Sie?" in page
    chosen = Institution.objects.get(name="Kita Dachs")
    assert f'value="id:{chosen.pk}"' in page
    post(client, link, **answer | {"partner": f"id:{chosen.pk}"})
    assert SurveyAnswer.objects.get().partner == chosen


def test_looking_changes_nothing_and_a_wrong_link_opens_nothing(client: Client) -> None:
    _survey, (link,) = a_survey("Amsel")
    for path in ("", "partner/", "widerrufen/"):
        client.get(f"/netzwerkbefragung/{link}/{path}")
        assert client.get(f"/netzwerkbefragung/{'x' * 43}/{path}").status_code == 410
    assert invitation(link).state == "sent"


def test_declining_nobody_taking_back_and_withdrawing(client: Client) -> None:
    _survey, (link, *_rest) = a_survey("Amsel", "Biber")
    assert "Sie haben abgesagt" in post(client, link, wunsch="absagen")
    assert "Ohne Ihre Einwilligung" in post(client, link, wunsch="niemand")
    assert "Vielen Dank" in post(client, link, wunsch="niemand", consent="on")
    post(client, link, wunsch="nennen", partner="Biber", intensity="2")
    answer = SurveyAnswer.objects.get()
    post(client, link, wunsch="entfernen", angabe=str(answer.pk))
    assert not SurveyAnswer.objects.exists()
    post(client, link, wunsch="nennen", partner="Biber", intensity="2")
    page = client.post(f"/netzwerkbefragung/{link}/widerrufen/").content.decode()
    assert "Ihre Angaben sind gelöscht" in page
    assert not Cooperation.objects.exists()


def test_the_named_partner_sees_it_and_the_office_has_the_last_word(client: Client, clerk: Client) -> None:
    survey, (first, second) = a_survey("Amsel", "Biber")
    post(client, first, wunsch="nennen", partner="Biber", intensity="2", consent="on")
    assert "Andere haben Sie genannt" in client.get(f"/netzwerkbefragung/{second}/").content.decode()
    answer = SurveyAnswer.objects.get()
    client.post(f"/netzwerkbefragung/{second}/partner/", {"angabe": str(answer.pk), "urteil": "nein"})
    assert not Cooperation.objects.exists()
    clerk.post(f"/netzwerk/befragungen/angaben/{answer.pk}/", {"urteil": "stimmt"})
    assert Cooperation.objects.get().source == "surveyed"
    assert "bestätigt" in clerk.get(f"/netzwerk/befragungen/{survey.pk}/").content.decode()


@pytest.mark.parametrize("count", [1, 3])
def test_the_pages_cost_the_same_with_one_and_three_rows(
    clerk: Client, count: int, django_assert_num_queries: DjangoAssertNumQueries
) -> None:
    names = ["Amsel", "Biber", "Dachs"][:count]
    survey, links = a_survey(*names)
    an_institution("Partner")
    for link in links:
        post(clerk, link, wunsch="nennen", partner="Partner", intensity="2", consent="on")
    clerk.get("/netzwerk/befragungen/")
    with django_assert_num_queries(5):
        clerk.get("/netzwerk/befragungen/")
    with django_assert_num_queries(9):
        clerk.get(f"/netzwerk/befragungen/{survey.pk}/")
    with django_assert_num_queries(7):
        clerk.get(f"/netzwerkbefragung/{links[0]}/")
