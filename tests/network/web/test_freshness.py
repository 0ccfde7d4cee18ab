"""Pages of the freshness loop: figures with their lists, the link without account, the public form, the office's cases."""

import re
from collections.abc import Callable
from datetime import timedelta
from io import BytesIO

import pytest
from django.http import HttpResponse
from django.test import Client
from django.urls import reverse
from python_calamine import CalamineWorkbook

from bildungsnetz.network.models import ChangeProposal, ConfirmationRequest, Institution
from bildungsnetz.network.selectors.confirmation_links import confirmation_token
from bildungsnetz.network.services.confirmations import keep_fresh
from tests.network.build import NOW, an_import, an_institution
from tests.network.build_offers import an_offer
from tests.network.exchange.lists import msb_file, msb_row

pytestmark = pytest.mark.django_db
LONG_AGO = NOW - timedelta(days=400)


def text_of(answer: HttpResponse, status: int = 200) -> str:
    assert answer.status_code == status
    return answer.content.decode()


def aged(*names: str) -> None:
    """Institutions that nobody has confirmed for more than a year, asked some weeks ago."""
    for name in names:
        an_institution(name, email="info@haan.example")
    Institution.objects.update(entered_at=LONG_AGO)
    keep_fresh(now=NOW - timedelta(days=40))
    keep_fresh(now=NOW - timedelta(days=20))


def link() -> str:
    return reverse("network:confirm-entry", args=[confirmation_token(ConfirmationRequest.objects.get())])


def test_figures_lead_to_the_lists_they_count(clerk: Client) -> None:
    assert "Noch kein öffentlicher Eintrag" in text_of(clerk.get(reverse("network:freshness")))
    aged("Alt")
    an_institution("Neu")
    page = text_of(clerk.get(reverse("network:freshness")))
    assert "<strong>50 %</strong> von 2 öffentlichen Einträgen" in page
    lists = {
        stand: text_of(clerk.get(address))
        for address, stand in re.findall(r'"(/netzwerk/aktualitaet/(\w+)/)"', page)
    }
    assert {stand: ("Alt" in text, "Neu<" in text) for stand, text in lists.items()} == {
        "bestaetigt": (False, True),
        "unbestaetigt": (True, False),
        "ruht": (False, False),
        "angefragt": (True, False),
        "anrufen": (True, False),
    }
    assert clerk.get("/netzwerk/aktualitaet/sonstwas/").status_code == 404


def test_the_call_list_is_a_sheet(clerk: Client) -> None:
    aged("Alt")
    sheet = clerk.get(reverse("network:freshness-file", args=["anrufen"]))
    rows = CalamineWorkbook.from_filelike(BytesIO(sheet.content)).get_sheet_by_index(0).to_python()
    assert [row[:5] for row in rows] == [
        ["Name", "Art", "Stadt oder Gemeinde", "Telefon", "E-Mail"],
        ["Alt", "Musikschule", "Haan", "02129 9115", "info@haan.example"],
    ]


def test_a_list_costs_the_same_with_one_row_and_with_three(
    clerk: Client, django_assert_num_queries: Callable[..., object]
) -> None:
    aged("Eins")
    with django_assert_num_queries(8):
        clerk.get("/netzwerk/aktualitaet/anrufen/")
    aged("Zwei", "Drei")
    with django_assert_num_queries(8):
        clerk.get("/netzwerk/aktualitaet/anrufen/")


def test_looking_at_the_link_changes_nothing_and_the_button_confirms() -> None:
    aged("Alt")
    address, client = link(), Client(enforce_csrf_checks=True)
    assert "Alles richtig" in text_of(client.get(address))
    assert Institution.objects.get().confirmed_on is None
    assert "gilt als bestätigt" in text_of(client.post(address, {"antwort": "richtig"}))
    assert Institution.objects.get().confirmed_on == NOW.date()
    assert "ist seit Mi., 04.03.2026 beantwortet" in text_of(client.get(address), 410)
    assert client.cookies == {}
    assert text_of(client.get(reverse("network:confirm-entry", args=["falsch"])), 410)


def test_gone_and_changed_come_to_the_office(clerk: Client) -> None:
    aged("Alt")
    address, visitor = link(), Client(enforce_csrf_checks=True)
    form = text_of(visitor.get(address + "aendern/"))
    assert 'value="Alt"' in form
    typed = {"name": "Alt und Jung", "street": "Dieker Str. 69", "postal_code": "42781", "city": "Haan"}
    typed |= {"phone": "02129 9115", "email": "info@haan.example"}
    assert "beim Bildungsbüro" in text_of(visitor.post(address + "aendern/", typed))
    case = reverse("network:proposal", args=[ChangeProposal.objects.get().pk])
    page = text_of(clerk.get(case))
    assert "<del>Alt</del>" in page
    assert "<ins>Alt und Jung</ins>" in page
    assert "Alt" in text_of(clerk.get(reverse("network:proposals")))
    done = clerk.post(case, {"version": "1", "accepted": ["name"], "answer": ""})
    assert (done.status_code, Institution.objects.get().name) == (302, "Alt und Jung")
    assert "erledigt" in text_of(clerk.get(reverse("network:proposals") + "?stand=erledigt"))


def test_a_school_may_propose_only_what_the_list_does_not_own() -> None:
    an_import(msb_file(msb_row()))
    Institution.objects.update(entered_at=LONG_AGO)
    keep_fresh(now=NOW)
    page = text_of(Client().get(link() + "aendern/"))
    assert ('name="description"' in page, 'name="street"' in page) == (True, False)


def test_refusing_needs_a_reason(clerk: Client) -> None:
    aged("Alt")
    Client().post(link(), {"antwort": "weg"})
    case = reverse("network:proposal", args=[ChangeProposal.objects.get().pk])
    assert "Bitte nennen Sie den Grund." in text_of(clerk.post(case, {"version": "1", "refuse": "1"}))
    assert clerk.post(case, {"version": "1", "refuse": "1", "answer": "Doch."}).status_code == 302
    assert ChangeProposal.objects.get().state == "refused"


def report(address: str, **values: str) -> HttpResponse:
    client = Client(enforce_csrf_checks=True)
    mark = re.search(r'name="mark" value="([^"]+)"', text_of(client.get(address))).group(1)  # type: ignore[union-attr]
    answer = client.post(address, {"message": "Das Telefon ist falsch.", "mark": mark, **values})
    assert client.cookies == {}
    return answer


def test_everybody_can_report_a_mistake_without_cookie() -> None:
    offer = an_offer()
    entry = reverse("network:public-institution", args=[offer.institution_id])
    assert f'href="{entry}fehler/"' in text_of(Client().get(entry))
    assert "Ihre Meldung ist angekommen" in text_of(report(f"{entry}fehler/", email="wer@post.example"))
    assert "Ihre Meldung ist angekommen" in text_of(
        report(reverse("network:report-mistake-offer", args=[offer.pk]))
    )
    assert [each.offer_id for each in ChangeProposal.objects.order_by("pk")] == [None, offer.pk]


def test_robots_and_other_sites_stay_outside() -> None:
    address = reverse("network:report-mistake", args=[an_institution().pk])
    assert "leer bleiben muss" in text_of(report(address, homepage="https://spam.example"))
    foreign = Client().post(address, {"message": "x"}, headers={"Sec-Fetch-Site": "cross-site"})
    assert (foreign.status_code, ChangeProposal.objects.count()) == (403, 0)
    hidden = an_institution("Intern", is_public=False)
    assert Client().get(reverse("network:report-mistake", args=[hidden.pk])).status_code == 404


def test_the_badge_shows_in_directory_and_office(clerk: Client) -> None:
    aged("Alt")
    shown = Institution.objects.get()
    for address in ("/einrichtungen/", f"/einrichtungen/{shown.pk}/", f"/netzwerk/einrichtungen/{shown.pk}/"):
        assert "nicht bestätigt</span>" in text_of(clerk.get(address)), address
    assert clerk.get(reverse("network:institution-confirm", args=[shown.pk])).status_code == 405
    assert clerk.post(reverse("network:institution-confirm", args=[shown.pk])).status_code == 302
    assert "nicht bestätigt</span>" not in text_of(clerk.get("/einrichtungen/"))
