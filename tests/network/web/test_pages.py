"""Every page of network once as the clerk, empty and filled: no undefined variable, the right title."""

import pytest
from django.test import Client
from django.urls import reverse

from bildungsnetz.core.actor import SYSTEM
from bildungsnetz.network.domain.functions import FunctionKind
from bildungsnetz.network.models import Institution
from bildungsnetz.network.services.fields_of_action import FieldEntry, enter_field_of_action
from bildungsnetz.network.services.people import enter_function
from tests.network.build import NOW, TODAY, a_person, a_plan, an_import, an_institution, haan
from tests.network.exchange.lists import msb_file, msb_row

pytestmark = pytest.mark.django_db


def title_of(client: Client, route: str, *args: int, query: str = "") -> str:
    page = client.get(reverse(f"network:{route}", args=args) + query)
    assert page.status_code == 200, (route, page.status_code)
    return page.content.decode().split("<h1>")[1].split("</h1>")[0].split("<span")[0].strip()


def test_lists_without_rows(clerk: Client) -> None:
    assert title_of(clerk, "directory") == "Einrichtungen"
    assert title_of(clerk, "institutions") == "Einrichtungen"
    assert title_of(clerk, "people") == "Personen"
    assert title_of(clerk, "fields") == "Handlungsfelder"
    assert title_of(clerk, "municipalities") == "Städte und Karte"
    assert title_of(clerk, "imports") == "Importe"


def test_lists_whose_filter_fits_nothing(clerk: Client) -> None:
    for route in ("directory", "institutions", "people"):
        page = clerk.get(reverse(f"network:{route}") + "?q=xyz").content.decode()
        assert "zeigen</span></a>" in page, route


def test_forms(clerk: Client) -> None:
    assert title_of(clerk, "new-institution") == "Einrichtung erfassen"
    assert title_of(clerk, "new-person") == "Person erfassen"
    assert title_of(clerk, "new-field") == "Handlungsfeld anlegen"
    assert title_of(clerk, "new-municipality") == "Stadt oder Gemeinde erfassen"
    assert title_of(clerk, "new-import") == "Schulliste einlesen"
    assert title_of(clerk, "outlines") == "Umrisse hochladen"


def test_records(clerk: Client) -> None:
    field = enter_field_of_action(actor=SYSTEM, entry=FieldEntry(name="Inklusion"), now=NOW)
    own = an_institution(fields_of_action=frozenset({field.pk}), description="Unterricht ab vier Jahren.")
    an_import(msb_file(msb_row(Schulbetriebsschluessel="2", Schulbetriebsdatum="31.07.2027")))
    school = Institution.objects.get(official_number="106458")
    person = a_person()
    held = enter_function(
        actor=SYSTEM, person=person, institution=own, kind=FunctionKind.MANAGEMENT, started_on=TODAY, now=NOW
    )
    assert title_of(clerk, "institution", own.pk) == "Musikschule Haan"
    assert title_of(clerk, "public-institution", own.pk) == "Musikschule Haan"
    assert title_of(clerk, "institution", school.pk) == "Städt. Gem. Grundschule Unterhaan"
    assert title_of(clerk, "public-institution", school.pk) == "Städt. Gem. Grundschule Unterhaan"
    assert title_of(clerk, "edit-institution", own.pk) == "Musikschule Haan bearbeiten"
    assert title_of(clerk, "edit-institution", school.pk) == "Städt. Gem. Grundschule Unterhaan bearbeiten"
    assert title_of(clerk, "person", person.pk) == "Petra Sommer"
    assert title_of(clerk, "edit-person", person.pk) == "Petra Sommer bearbeiten"
    assert title_of(clerk, "new-function", person.pk) == "Funktion für Petra Sommer eintragen"
    assert title_of(clerk, "end-function", person.pk, held.pk) == "Funktion beenden"
    assert title_of(clerk, "invite-person", person.pk) == "Petra Sommer zum Konto einladen"
    assert title_of(clerk, "edit-field", field.pk) == "Inklusion"
    assert title_of(clerk, "edit-municipality", haan().pk) == "Haan"
    assert "läuft aus</span>" in clerk.get(reverse("network:directory")).content.decode()


def test_imports(clerk: Client) -> None:
    an_import(msb_file(msb_row(), msb_row(Schulnummer="106446")))
    run = a_plan(msb_file(msb_row(Strasse="Bachstr. 1"), msb_row(Schulnummer="12")))
    assert title_of(clerk, "import", run.pk) == "liste.csv"
    assert title_of(clerk, "commit-import", run.pk) == "Import übernehmen"
    assert title_of(clerk, "discard-import", run.pk) == "Import verwerfen"
    page = clerk.get(reverse("network:import", args=[run.pk])).content.decode()
    assert "Straße und Hausnummer: <del>Steinkulle 24</del> → <ins>Bachstr. 1</ins>" in page
    assert "Die Schulnummer „12“ ist falsch: Sie hat sechs Ziffern." in page
    assert "Steht im Register, aber nicht in dieser Liste. Der Eintrag bleibt, wie er ist." in page
    refused = clerk.get(reverse("network:import", args=[run.pk]) + "?zeilen=refused").content.decode()
    assert ("Bachstr. 1" in refused, "„12“ ist falsch" in refused) == (False, True)
