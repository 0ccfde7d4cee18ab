"""Cooperations through their pages."""

import csv
import io
from collections.abc import Callable

import pytest
from django.core.files.uploadedfile import SimpleUploadedFile
from django.test import Client
from django.urls import reverse
from pytest_django.fixtures import DjangoAssertNumQueries

from bildungsnetz.network.models import Cooperation
from tests.network.build import a_cooperation, an_institution

pytestmark = pytest.mark.django_db
NEW = "/netzwerk/kooperationen/neu/"
TYPED = {"kind": "project", "intensity": "2", "source": "declared", "started_on": "2025-08-01"}


def test_a_cooperation_is_entered_with_its_agreement(clerk: Client) -> None:
    school = an_institution("Gymnasium")
    an_institution("Musikschule")
    assert 'value="Gymnasium (Haan)"' in clerk.get(f"{NEW}?einrichtung={school.pk}").content.decode()
    typed = {
        **TYPED,
        "source": "agreement",
        "first": "Gymnasium (Haan)",
        "second": "Musikschule",
        "agreement": SimpleUploadedFile("Vertrag.txt", b"Wir arbeiten zusammen."),
    }
    answer = clerk.post(NEW, typed)
    entered = Cooperation.objects.get()
    assert answer.headers["Location"] == f"/netzwerk/kooperationen/{entered.pk}/"
    paper = clerk.get(reverse("network:cooperation-agreement", args=[entered.pk]))
    assert paper.content == b"Wir arbeiten zusammen."
    assert "Vertrag.txt" in clerk.get(f"/netzwerk/kooperationen/{entered.pk}/").content.decode()


def test_an_unclear_name_becomes_a_choice(clerk: Client) -> None:
    an_institution("Gymnasium")
    an_institution("Musikschule Haan")
    meant = an_institution("Musikschule Gruiten")
    page = clerk.post(NEW, {**TYPED, "first": "Gymnasium", "second": "Musikschule"}).content.decode()
    assert "Welche Einrichtung meinen Sie?" in page
    assert f'<option value="id:{meant.pk}">Musikschule Gruiten (Haan)</option>' in page
    assert clerk.post(NEW, {**TYPED, "first": "Gymnasium", "second": f"id:{meant.pk}"}).status_code == 302
    assert Cooperation.objects.get().second == meant
    page = clerk.post(NEW, {**TYPED, "first": "Raumstation", "second": "id:0"}).content.decode()
    assert "Keine Einrichtung passt zu „Raumstation“." in page
    assert "Diese Einrichtung gibt es nicht mehr." in page


def test_a_cooperation_is_edited_and_removed(clerk: Client) -> None:
    known = a_cooperation()
    address = f"/netzwerk/kooperationen/{known.pk}/"
    typed = {**TYPED, "first": "Gymnasium", "second": "Musikschule", "ended_on": "2025-12-31", "version": 1}
    assert clerk.post(f"{address}bearbeiten/", typed).status_code == 302
    page = clerk.post(f"{address}bearbeiten/", typed | {"note": "Neu"}).content.decode()
    assert "Jemand anderes hat diesen Eintrag inzwischen gespeichert." in page
    assert "verschwindet ganz" in clerk.get(f"{address}entfernen/").content.decode()
    assert Cooperation.objects.exists()
    assert clerk.post(f"{address}entfernen/").headers["Location"] == "/netzwerk/kooperationen/"
    assert not Cooperation.objects.exists()
    assert clerk.get(address).status_code == 404


def test_a_cooperation_without_agreement_has_no_file(clerk: Client) -> None:
    address = reverse("network:cooperation-agreement", args=[a_cooperation().pk])
    assert clerk.get(address).status_code == 404


@pytest.mark.parametrize("rows", [1, 3])
def test_the_list_costs_the_same_with_one_row_and_with_three(
    clerk: Client, rows: int, django_assert_num_queries: DjangoAssertNumQueries
) -> None:
    for number in range(rows):
        a_cooperation("Gymnasium", f"Partner {number}")
    with django_assert_num_queries(6):  # session, user, roles; fields of action, count, page
        clerk.get("/netzwerk/kooperationen/")


def test_the_list_is_narrowed_goes_out_and_stands_on_the_institution(clerk: Client) -> None:
    known = a_cooperation("Gymnasium", "Musikschule", note="=HYPERLINK()")
    a_cooperation("Realschule", "Bibliothek")
    page = clerk.get("/netzwerk/kooperationen/?q=gymn&art=project").content.decode()
    assert ("Gymnasium – Musikschule" in page, "Realschule – Bibliothek" in page) == (True, False)
    answer = clerk.get("/netzwerk/kooperationen/liste/?q=gymn&format=csv")
    rows = list(csv.reader(io.StringIO(answer.content.decode())))
    assert rows[1] == [
        *("Gymnasium", "", "Haan", "Musikschule", "", "Haan"),
        *("gemeinsames Projekt", "", "mehrmals im Jahr", "2025-08-01", "", "angegeben", "", "'=HYPERLINK()"),
    ]
    assert len(rows) == 2
    for end in (known.first, known.second):
        page = clerk.get(f"/netzwerk/einrichtungen/{end.pk}/").content.decode()
        assert f'href="/netzwerk/kooperationen/{known.pk}/"' in page


def test_nothing_fits(clerk: Client, signed_in: Callable[[str], Client]) -> None:
    assert "Noch keine Kooperation eingetragen" in clerk.get("/netzwerk/kooperationen/").content.decode()
    page = clerk.get("/netzwerk/kooperationen/?art=offer").content.decode()
    assert "Keine Kooperation passt dazu" in page
    assert signed_in("partner").get("/netzwerk/kooperationen/").status_code == 403
