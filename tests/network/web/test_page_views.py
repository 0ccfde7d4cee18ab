"""The silent count of public pages, and where its figures stand."""

import pytest
from django.core.cache import cache
from django.test import Client

from bildungsnetz.network.models import PageViews
from bildungsnetz.network.web.views.page_views import VIEWS
from tests.network.build import an_institution
from tests.network.build_offers import an_offer
from tests.network.build_stewards import a_steward_account
from tests.network.domain.test_page_views import BROWSER

pytestmark = pytest.mark.django_db


@pytest.fixture(autouse=True)
def no_limits_yet() -> None:
    cache.clear()


def total() -> int:
    return sum(PageViews.objects.values_list("count", flat=True))


def beacon(client: Client, address: str, **headers: str) -> int:
    return client.post(address, headers={"user-agent": BROWSER, **headers}).status_code


def test_a_look_is_counted_without_a_cookie(client: Client) -> None:
    offer = an_offer()
    for page in (f"/angebote/{offer.pk}/", f"/einrichtungen/{offer.institution_id}/"):
        assert f'data-seen="{page}aufruf/"' in client.get(page).content.decode()
        assert total() in {0, 1}
        assert beacon(client, f"{page}aufruf/") == 204
    assert (total(), dict(client.cookies)) == (2, {})


def test_what_was_fetched_ahead_or_comes_from_elsewhere_is_not_counted(client: Client) -> None:
    address = f"/angebote/{an_offer().pk}/aufruf/"
    assert beacon(client, address, **{"sec-purpose": "prefetch;prerender"}) == 204
    assert beacon(client, address, **{"user-agent": "curl/8.5.0"}) == 204
    assert beacon(client, address, **{"sec-fetch-site": "cross-site"}) == 403
    assert client.get(address).status_code == 405
    assert total() == 0


def test_one_address_cannot_drive_the_figure_up(client: Client) -> None:
    address = f"/angebote/{an_offer().pk}/aufruf/"
    for _each in range(VIEWS.amount):
        VIEWS.count("127.0.0.1")
    assert beacon(client, address) == 204
    assert total() == 0


def test_hidden_pages_have_no_count(client: Client) -> None:
    offer = an_offer(is_public=False)
    assert beacon(client, f"/angebote/{offer.pk}/aufruf/") == 404
    hidden = an_institution("Verborgen", is_public=False)
    assert beacon(client, f"/einrichtungen/{hidden.pk}/aufruf/") == 404


def test_office_and_stewards_do_not_even_load_the_script(clerk: Client, client: Client) -> None:
    offer = an_offer()
    client.force_login(
        a_steward_account(offer.institution), backend="django.contrib.auth.backends.ModelBackend"
    )
    for each in (clerk, client):
        for page in (f"/angebote/{offer.pk}/", f"/einrichtungen/{offer.institution_id}/"):
            assert "seen.js" not in each.get(page).content.decode()


def test_office_and_steward_read_the_figures_and_others_do_not(clerk: Client, client: Client) -> None:
    offer, other = an_offer(), an_offer("Geigen", an_institution("Andere"))
    for _each in range(6):
        beacon(client, f"/angebote/{offer.pk}/aufruf/")
    steward = Client()
    steward.force_login(
        a_steward_account(offer.institution), backend="django.contrib.auth.backends.ModelBackend"
    )
    for each in (clerk, steward):
        page = each.get(f"/netzwerk/angebote/{offer.pk}/").content.decode()
        assert "6 in den letzten zwölf Monaten" in page
        assert "März 2026" in page
    own = steward.get(f"/meine-einrichtung/{offer.institution_id}/").content.decode()
    assert ("Aufrufe und Anfragen" in own, f"/netzwerk/angebote/{offer.pk}/" in own) == (True, True)
    assert steward.get(f"/netzwerk/angebote/{other.pk}/").status_code == 404
    assert Client().get(f"/netzwerk/angebote/{offer.pk}/").status_code == 302
