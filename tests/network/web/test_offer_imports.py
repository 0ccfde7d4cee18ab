"""The pages of the import of offers, from the upload to the result."""

import pytest
from django.core.files.uploadedfile import SimpleUploadedFile
from django.test import Client
from django.urls import reverse

from bildungsnetz.network.models import Offer, OfferImport
from tests.network.build import an_institution

pytestmark = pytest.mark.django_db
LIST = "Titel;Art des Angebots;Thema;Kosten\nTrommeln;course;culture;\nZirkus;circus;culture;\n"


def text_of(client: Client, route: str, *args: object, query: str = "") -> str:
    page = client.get(reverse(f"network:{route}", args=args) + query)
    assert page.status_code == 200, route
    return page.content.decode()


def upload(client: Client, content: bytes, name: str = "liste.csv", route: str = "new-offer-import") -> str:
    page = client.post(
        reverse(f"network:{route}"), {"file": SimpleUploadedFile(name, content), "district": "05158"}
    )
    return page.content.decode()


def test_from_the_file_to_the_result(clerk: Client) -> None:
    whose = an_institution()
    assert "Noch keine Liste" in text_of(clerk, "offer-imports")
    upload(clerk, LIST.encode())
    run = OfferImport.objects.get()
    page = text_of(clerk, "offer-import-columns", run.pk)
    assert ">Trommeln</td>" in page
    assert (
        "Bitte wählen Sie die Spalte für „Titel“."
        in clerk.post(reverse("network:offer-import-columns", args=[run.pk]), {"until": ""}).content.decode()
    )
    typed = {
        "institution": whose.pk,
        "until": "2027-07-31",
        "column_title": "0",
        "column_kind": "1",
        "column_topic": "2",
    }
    assert clerk.post(reverse("network:offer-import-columns", args=[run.pk]), typed).status_code == 302
    page = text_of(clerk, "offer-import", run.pk)
    assert "Vorschau, noch nichts geschrieben" in page
    assert "„circus“ ist bei „Art des Angebots“ keine bekannte Angabe." in page
    assert "Trommeln" not in text_of(clerk, "offer-import", run.pk, query="?zeilen=refused")
    refused = text_of(clerk, "offer-import-refused", run.pk, query="?format=csv")
    assert refused.splitlines()[1] == "3,,Zirkus,„circus“ ist bei „Art des Angebots“ keine bekannte Angabe."
    assert "Angebote übernehmen" in text_of(clerk, "offer-import-commit", run.pk)
    assert clerk.post(reverse("network:offer-import-commit", args=[run.pk])).status_code == 302
    assert Offer.objects.get().title == "Trommeln"
    again = clerk.post(reverse("network:offer-import-commit", args=[run.pk])).content.decode()
    assert "Dieser Import ist schon abgeschlossen." in again
    assert "liste.csv" in text_of(clerk, "offer-imports")


def test_a_list_can_be_dropped(clerk: Client) -> None:
    upload(clerk, LIST.encode())
    run = OfferImport.objects.get()
    assert "Liste verwerfen" in text_of(clerk, "offer-import-discard", run.pk)
    assert clerk.post(reverse("network:offer-import-discard", args=[run.pk])).status_code == 302
    assert OfferImport.objects.get().state == "discarded"


def test_an_encoding_that_was_guessed_is_said(clerk: Client) -> None:
    upload(clerk, LIST.replace("Zirkus", "Führung").encode("cp850"))
    assert "Gelesen wurde sie als cp850." in text_of(
        clerk, "offer-import-columns", OfferImport.objects.get().pk
    )


@pytest.mark.parametrize(("route", "most"), [("new-offer-import", 10), ("new-import", 20), ("outlines", 3)])
def test_a_file_of_100_mb_is_refused_before_it_is_read(clerk: Client, route: str, most: int) -> None:
    content = b"0" * 100_000_001
    assert f"Die Datei hat 101 MB. Gelesen werden höchstens {most} MB." in upload(clerk, content, route=route)
    assert OfferImport.objects.count() == 0
