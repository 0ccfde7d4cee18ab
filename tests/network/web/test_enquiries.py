"""Writing to the provider of an offer by the public form."""

import re
from datetime import date

import pytest
from django.core.cache import cache
from django.test import Client

from bildungsnetz.core.models import OutgoingMail
from bildungsnetz.network.models import Offer, OfferEnquiry
from bildungsnetz.network.selectors.enquiries import MOST_A_DAY
from tests.network.build import an_institution
from tests.network.build_offers import an_offer

pytestmark = pytest.mark.django_db
TYPED = {"name": "Kim Ähre", "email": "kim@demo.example", "message": "Sind noch Plätze frei?"}


@pytest.fixture(autouse=True)
def no_limits_yet() -> None:
    cache.clear()


def _ask(client: Client, offer: Offer, **typed: str) -> str:
    address = f"/angebote/{offer.pk}/anfrage/"
    mark = re.findall(r'name="mark" value="([^"]+)"', client.get(address).content.decode())[0]
    return client.post(address, {"mark": mark, **TYPED, **typed}).content.decode()


def test_the_question_goes_to_the_provider_and_only_the_day_is_kept(client: Client) -> None:
    offer = an_offer(institution=an_institution(email="haus@demo.example"))
    assert f'href="/angebote/{offer.pk}/anfrage/"' in client.get(f"/angebote/{offer.pk}/").content.decode()
    page = _ask(client, offer)
    assert ("Ihre Frage ist unterwegs" in page, "haus@demo.example" in page) == (True, False)
    mail = OutgoingMail.objects.get()
    assert (mail.recipient, mail.subject, mail.secret) == (
        "haus@demo.example", "Anfrage zu „Trommeln für alle“", True
    )  # fmt: skip
    assert "Sind noch Plätze frei?" in mail.body
    assert "kim@demo.example" in mail.body
    assert OfferEnquiry.objects.values_list("offer", flat=True).get() == offer.pk
    assert not client.cookies


def test_the_address_of_the_offer_goes_first_and_one_form_makes_one_mail(client: Client) -> None:
    offer = an_offer(institution=an_institution(email="haus@demo.example"), email="kurs@demo.example")
    address = f"/angebote/{offer.pk}/anfrage/"
    mark = re.findall(r'name="mark" value="([^"]+)"', client.get(address).content.decode())[0]
    for _twice in range(2):
        assert "unterwegs" in client.post(address, {"mark": mark, **TYPED}).content.decode()
    assert OutgoingMail.objects.get().recipient == "kurs@demo.example"


def test_robots_other_sites_and_floods_send_nothing(client: Client) -> None:
    offer = an_offer(institution=an_institution(email="haus@demo.example"))
    assert "leer bleiben muss" in _ask(client, offer, homepage="https://robot.example")
    assert "Bitte füllen Sie dieses Feld aus." in _ask(client, offer, message="")
    foreign = client.post(f"/angebote/{offer.pk}/anfrage/", TYPED, headers={"sec-fetch-site": "cross-site"})
    assert foreign.status_code == 403
    OfferEnquiry.objects.bulk_create(
        OfferEnquiry(offer=offer, receipt=str(number), sent_on=date(2026, 3, 4))
        for number in range(MOST_A_DAY)
    )
    assert "heute schon sehr viele Anfragen" in _ask(client, offer)
    assert not OutgoingMail.objects.exists()


def test_one_visitor_may_ask_twenty_times_an_hour(client: Client) -> None:
    offers = [an_offer(f"Kurs {number}", email="kurs@demo.example") for number in range(3)]
    for number in range(20):
        assert "unterwegs" in _ask(client, offers[number % 3])
    assert "warten Sie eine Stunde" in _ask(client, offers[0])
    assert OutgoingMail.objects.count() == 20


def test_what_cannot_be_reached_or_is_not_public_has_no_form(client: Client) -> None:
    silent = an_offer()
    assert "/anfrage/" not in client.get(f"/angebote/{silent.pk}/").content.decode()
    assert "kann man zurzeit nicht schreiben" in _ask(client, silent)
    hidden = an_offer("Geheim", email="kurs@demo.example", is_public=False)
    assert client.get(f"/angebote/{hidden.pk}/anfrage/").status_code == 404


@pytest.mark.parametrize(("count", "shown"), [(0, "keine"), (4, "weniger als 5"), (5, "5"), (12, "12")])
def test_the_office_sees_how_many_but_never_few(clerk: Client, count: int, shown: str) -> None:
    offer = an_offer()
    OfferEnquiry.objects.bulk_create(
        OfferEnquiry(offer=offer, receipt=str(number), sent_on=date(2026, 3, 1)) for number in range(count)
    )
    OfferEnquiry.objects.create(offer=offer, receipt="alt", sent_on=date(2025, 3, 3))
    page = clerk.get(f"/netzwerk/angebote/{offer.pk}/").content.decode()
    assert re.search(
        rf"Anfragen über das Formular</dt>\s*<dd[^>]*>\s*{shown} in den letzten zwölf Monaten", page
    )
