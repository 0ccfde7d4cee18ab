"""The pages on which school lists are compared, and the rows that an import refused."""

from datetime import date

import pytest
from django.core.files.uploadedfile import SimpleUploadedFile
from django.test import Client
from pytest_django import DjangoAssertNumQueries

from bildungsnetz.network.models import ImportRun, SchoolListCopy
from tests.network.build import an_import
from tests.network.exchange.lists import index_file, itnrw_file, msb_file, msb_row

pytestmark = pytest.mark.django_db
PAGE = "/netzwerk/listenabgleich/"


def upload(client: Client, content: bytes, as_of: str = "2024-10-15") -> object:
    file = SimpleUploadedFile("liste.csv", content)
    return client.post(f"{PAGE}neu/", {"file": file, "as_of": as_of}, follow=True)


def test_an_empty_comparison_says_what_to_do(clerk: Client) -> None:
    assert "Noch keine Liste zum Vergleichen" in clerk.get(PAGE).content.decode()


def test_a_list_is_kept_compared_exported_and_removed(clerk: Client) -> None:
    an_import(msb_file(msb_row(), msb_row(Schulnummer="106446", Rechtsform="2")))
    page = upload(clerk, index_file("106458;Haan, GG Schüler;BR Düsseldorf;Kreis Mettmann;Haan;4"))
    text = page.content.decode()  # type: ignore[attr-defined]
    assert "gelesen als DOS (Codepage 850)" in text
    assert "Private Schule; diese Liste führt nur öffentliche." in text
    assert "Kein Unterschied dieser Art" in clerk.get(f"{PAGE}?grund=pruefen").content.decode()
    rows = clerk.get(f"{PAGE}liste/?format=csv").content.decode().splitlines()
    assert rows[1].startswith("106446,")
    assert "Schulscharfer Sozialindex (MSB),2024-10-15,zählt diese Art nicht" in rows[1]
    kept = SchoolListCopy.objects.get()
    assert kept.as_of == date(2024, 10, 15)
    clerk.post(f"{PAGE}{kept.pk}/entfernen/")
    assert not SchoolListCopy.objects.exists()


def test_a_file_that_is_no_list_is_an_error_of_its_field(clerk: Client) -> None:
    page = upload(clerk, b"Name;Ort\nSchule;Haan\n")
    assert "Die Kopfzeile gehört zu keiner bekannten Schulliste." in page.content.decode()  # type: ignore[attr-defined]
    assert not SchoolListCopy.objects.exists()


def test_a_file_in_another_encoding_is_planned_and_the_preview_says_so(clerk: Client) -> None:
    content = msb_file(msb_row(Strasse="Königstraße 7")).decode().encode("cp1252")
    typed = {"file": SimpleUploadedFile("liste.csv", content), "district": "05158"}
    page = clerk.post("/netzwerk/importe/neu/", typed, follow=True).content.decode()
    assert "Gelesen wurde sie als Windows-1252." in page
    assert ImportRun.objects.get().rows.get().facts["street"] == "Königstraße 7"


def test_refused_rows_can_be_downloaded(clerk: Client) -> None:
    an_import(msb_file(msb_row(), msb_row(Schulnummer="12")))
    run = ImportRun.objects.get()
    rows = clerk.get(f"/netzwerk/importe/{run.pk}/abgelehnt/?format=csv").content.decode().splitlines()
    assert rows[1:] == ['4,12,"Haan, GG Unterhaan",Die Schulnummer „12“ ist falsch: Sie hat sechs Ziffern.']
    upload(clerk, itnrw_file({}, {"Schulnummer": "12"}))
    kept = SchoolListCopy.objects.get()
    rows = clerk.get(f"{PAGE}{kept.pk}/abgelehnt/?format=csv").content.decode().splitlines()
    assert rows[1].startswith("3,12,")


@pytest.mark.parametrize("count", [1, 3])
def test_the_page_costs_the_same_with_one_and_three_schools(
    clerk: Client, count: int, django_assert_num_queries: DjangoAssertNumQueries
) -> None:
    numbers = ["106458", "106446", "106460"][:count]
    an_import(msb_file(*(msb_row(Schulnummer=number) for number in numbers)))
    upload(clerk, itnrw_file({"Schulnummer": "106500"}))
    clerk.get(PAGE)
    with django_assert_num_queries(8):
        clerk.get(PAGE)
