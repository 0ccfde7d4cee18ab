"""Pages of offers: public without cookie, office, the link of the reminder."""

from collections.abc import Callable
from datetime import timedelta

import pytest
from django.test import Client
from django.urls import reverse

from bildungsnetz.network.models import Offer
from bildungsnetz.network.selectors.offer_links import token_of
from tests.network.build import TODAY
from tests.network.build_offers import an_offer

pytestmark = pytest.mark.django_db
TYPED = {
    "title": "Geigen",
    "kind": "course",
    "topic": "culture",
    "audiences": ["pupils"],
    "grade_from": "1",
    "grade_to": "4",
    "cost": "free",
    "place": "here",
    "languages": ["de"],
    "valid_until": "2026-12-31",
    "is_public": "on",
}


def text_of(client: Client, route: str, *args: object, query: str = "") -> str:
    page = client.get(reverse(f"network:{route}", args=args) + query)
    assert page.status_code == 200, (route, page.status_code)
    return page.content.decode()


def test_public_pages_show_an_offer_without_cookie() -> None:
    offer = an_offer(description="Mit Trommeln aus aller Welt.", email="info@musik.example")
    client = Client()
    assert "Trommeln für alle" in text_of(client, "public-offers")
    page = text_of(client, "public-offer", offer.pk)
    assert "Mit Trommeln aus aller Welt." in page
    assert "Klassen 3 bis 6" in page
    assert 'href="mailto:info@musik.example"' in page
    assert "Trommeln für alle" in text_of(client, "public-institution", offer.institution_id)
    assert client.cookies == {}


def test_empty_lists_say_why(clerk: Client) -> None:
    assert "sammelt die Angebote" in text_of(Client(), "public-offers")
    assert "Erfassen Sie das erste Angebot" in text_of(clerk, "offers")
    an_offer()
    assert "Kein Angebot passt dazu" in text_of(Client(), "public-offers", query="?klasse=9")
    assert '<details class="bn-more" open>' in text_of(Client(), "public-offers", query="?kosten=free")


@pytest.mark.parametrize("route", ["public-offers", "offers"])
def test_a_list_costs_the_same_with_one_row_and_with_three(
    route: str, clerk: Client, django_assert_num_queries: Callable[..., object]
) -> None:
    client = Client() if route == "public-offers" else clerk
    queries = 3 if route == "public-offers" else 6
    an_offer()
    with django_assert_num_queries(queries):
        text_of(client, route)
    an_offer("Zweites")
    an_offer("Drittes")
    with django_assert_num_queries(queries):
        text_of(client, route)


def test_the_clerk_enters_and_edits(clerk: Client) -> None:
    first = an_offer()
    whose = first.institution_id
    entered = clerk.post(reverse("network:new-offer"), {**TYPED, "institution": str(whose)})
    offer = Offer.objects.get(title="Geigen")
    assert (entered.status_code, entered["Location"]) == (302, f"/netzwerk/angebote/{offer.pk}/")
    wrong = clerk.post(
        reverse("network:edit-offer", args=[offer.pk]), {**TYPED, "version": "1", "grade_to": ""}
    )
    assert wrong.status_code == 302
    page = clerk.post(
        reverse("network:edit-offer", args=[offer.pk]), {**TYPED, "version": "2", "grade_from": "9"}
    )
    assert "Die letzte Klasse liegt vor der ersten." in page.content.decode()
    assert "Geigen" in text_of(clerk, "institution", whose)
    assert "ab Klasse 1" in text_of(clerk, "offer", offer.pk)


def test_the_form_knows_whose_offer_it_will_be(clerk: Client) -> None:
    whose = an_offer().institution_id
    page = text_of(clerk, "new-offer", query=f"?einrichtung={whose}")
    assert f'<option value="{whose}" selected>' in page


def test_files_hold_what_the_list_shows(clerk: Client) -> None:
    an_offer()
    an_offer("Geheim", is_public=False)
    public = Client().get(reverse("network:public-offers-file") + "?format=csv").content.decode()
    office = clerk.get(reverse("network:offers-file") + "?format=csv").content.decode()
    assert ("Geheim" in public, "Geheim" in office) == (False, True)
    assert "Musikschule Haan,Haan,,Trommeln für alle,Kurs oder Workshop,Kultur und Kunst" in public


def test_looking_at_the_link_changes_nothing_and_the_button_prolongs() -> None:
    offer = an_offer()
    address = reverse("network:prolong-offer", args=[token_of(offer)])
    client = Client(enforce_csrf_checks=True)
    assert "bis Fr., 31.12.2027" in client.get(address).content.decode()
    assert Offer.objects.get().valid_until == offer.valid_until
    assert "gilt jetzt bis Fr., 31.12.2027" in client.post(address).content.decode()
    assert client.post(address).status_code == client.get(address).status_code == 410
    assert client.cookies == {}


def test_an_ended_offer_is_gone_for_visitors_and_leads_the_office_to_its_page(clerk: Client) -> None:
    offer = an_offer(valid_until=TODAY - timedelta(days=1))
    address = reverse("network:public-offer", args=[offer.pk])
    assert Client().get(address).status_code == 404
    assert clerk.get(address)["Location"] == f"/netzwerk/angebote/{offer.pk}/"
