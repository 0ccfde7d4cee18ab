"""The acts of network through their pages: what is typed arrives, what is wrong is told at its field."""

import re
from collections.abc import Callable

import pytest
from django.core.files.uploadedfile import SimpleUploadedFile
from django.test import Client
from django.urls import reverse
from pytest_django.fixtures import DjangoAssertNumQueries

from bildungsnetz.accounts.api import User, actor_for
from bildungsnetz.core.actor import PUBLIC, SYSTEM
from bildungsnetz.core.models import AuditEntry
from bildungsnetz.core.search import find_keys
from bildungsnetz.network.models import (
    FieldOfAction,
    Function,
    ImportRun,
    Institution,
    MapOutline,
    Municipality,
    Person,
)
from bildungsnetz.network.selectors.register import entry_of
from bildungsnetz.network.services.people import link_person
from tests.network.build import NOW, a_person, a_plan, an_entry, an_import, an_institution, haan
from tests.network.exchange.lists import msb_file, msb_row
from tests.network.exchange.outlines import SQUARE, collection

pytestmark = pytest.mark.django_db


def post(client: Client, route: str, data: dict[str, object], *args: int) -> tuple[int, str]:
    """Status and, for a page, its HTML; for a redirect, where to."""
    answer = client.post(reverse(f"network:{route}", args=args), data)
    return answer.status_code, answer.headers.get("Location") or answer.content.decode()


def upload(content: bytes, name: str = "liste.csv", district: str = "05158") -> dict[str, object]:
    return {"file": SimpleUploadedFile(name, content), "district": district}


INSTITUTION = {
    "name": "Musikschule Haan",
    "kind": "music_school",
    "legal_form": "public",
    "status": "in_operation",
    "street": "Dieker Str. 69",
    "postal_code": "42781",
    "city": "Haan",
    "longitude": "7,008",
    "latitude": "51,193",
    "phone": "02129 9115",
    "is_public": "on",
}


def test_an_institution_is_entered(clerk: Client) -> None:
    status, where = post(clerk, "new-institution", INSTITUTION | {"municipality": haan().pk})
    entered = Institution.objects.get()
    assert (status, where) == (302, f"/netzwerk/einrichtungen/{entered.pk}/")
    assert entry_of(entered) == an_entry()


def test_an_institution_is_edited_and_a_second_editor_keeps_the_typed(clerk: Client) -> None:
    entered = an_institution()
    typed = INSTITUTION | {"municipality": haan().pk, "name": "Musikschule Gruiten", "version": 1}
    assert post(clerk, "edit-institution", typed, entered.pk)[0] == 302
    status, page = post(clerk, "edit-institution", typed | {"name": "Musikschule Mitte"}, entered.pk)
    assert status == 200
    assert "Jemand anderes hat diesen Eintrag inzwischen gespeichert." in page
    assert 'value="Musikschule Mitte"' in page
    entered.refresh_from_db()
    assert (entered.name, entered.version) == ("Musikschule Gruiten", 2)


def test_the_form_of_an_official_institution_takes_own_fields_only(clerk: Client) -> None:
    an_import(msb_file(msb_row()))
    school = Institution.objects.get()
    typed = {"description": "Mit Schulgarten.", "is_public": "on", "version": 1, "name": "Gefälscht"}
    assert post(clerk, "edit-institution", typed, school.pk)[0] == 302
    school.refresh_from_db()
    assert (school.name, school.description) == ("Städt. Gem. Grundschule Unterhaan", "Mit Schulgarten.")


@pytest.mark.parametrize(
    ("typed", "message"),
    [
        ({"postal_code": "4278"}, "Die Postleitzahl hat fünf Ziffern."),
        ({"longitude": "7.0,0"}, "Bitte eine Zahl eingeben."),
        ({"longitude": ""}, "Geben Sie Länge und Breite zusammen an oder keine von beiden."),
        ({"kind": "school"}, "Bitte wählen Sie die Schulform."),
        ({"email": "kein Postfach"}, "Bitte gültige E-Mail-Adresse eingeben."),
        ({"website": "keine Seite"}, "Bitte eine gültige Adresse eingeben."),
        ({"municipality": ""}, "Bitte füllen Sie dieses Feld aus."),
    ],
)
def test_what_is_wrong_is_told_at_its_field(clerk: Client, typed: dict[str, str], message: str) -> None:
    status, page = post(clerk, "new-institution", INSTITUTION | {"municipality": haan().pk} | typed)
    assert (status, message in page, Institution.objects.count()) == (200, True, 0)
    assert 'aria-invalid="true"' in page


def test_persons_and_functions(clerk: Client) -> None:
    status, where = post(
        clerk,
        "new-person",
        {"first_name": "Jana", "last_name": "Winter", "title": "Dr.", "email": "j@demo.example"},
    )
    person, place = Person.objects.get(), an_institution()
    assert (status, where) == (302, f"/netzwerk/personen/{person.pk}/")
    edited = {"first_name": "Jana", "last_name": "Winter-Berg", "version": 1}
    assert post(clerk, "edit-person", edited, person.pk)[0] == 302
    function = {
        "institution": f"id:{place.pk}",
        "kind": "management",
        "started_on": "2025-08-01",
        "label": "Leiterin",
    }
    assert post(clerk, "new-function", function, person.pk)[0] == 302
    held = Function.objects.get()
    assert str(held) == "Leiterin (Musikschule Haan)"
    assert "Leiterin" in clerk.get(f"/netzwerk/einrichtungen/{place.pk}/").content.decode()
    status, page = post(clerk, "end-function", {"last_day": "2025-07-31"}, person.pk, held.pk)
    assert (status, "Der letzte Tag liegt vor dem Beginn der Funktion." in page) == (200, True)
    assert post(clerk, "end-function", {"last_day": "2026-03-03"}, person.pk, held.pk)[0] == 302
    assert (
        "Leiterin"
        not in clerk.get(f"/netzwerk/einrichtungen/{place.pk}/").content.decode().split("Verlauf")[0]
    )
    assert "keine laufende" in clerk.get("/netzwerk/personen/").content.decode()


def test_the_import_goes_from_upload_over_plan_to_result(clerk: Client) -> None:
    status, where = post(clerk, "new-import", upload(msb_file(msb_row(), msb_row(Schulnummer="12"))))
    run = ImportRun.objects.get()
    assert (status, where, run.file_name) == (302, f"/netzwerk/importe/{run.pk}/", "liste.csv")
    assert run.file_hash != "0" * 64
    assert len(run.file_hash) == 64
    assert not Institution.objects.exists()
    assert "Vorschau, noch nichts geschrieben" in clerk.get(where).content.decode()
    assert post(clerk, "commit-import", {}, run.pk) == (302, where)
    result = clerk.get(where).content.decode()
    assert "Der Import ist übernommen." in result
    assert "Übernehmen</span></a>" not in result
    assert Institution.objects.count() == 1
    status, page = post(clerk, "commit-import", {}, run.pk)
    assert (status, "Dieser Import ist schon abgeschlossen." in page) == (200, True)


def test_a_plan_on_an_older_register_is_refused_on_its_page(clerk: Client) -> None:
    run = a_plan(msb_file(msb_row()))
    an_import(msb_file(msb_row(Telefon="4711")))
    status, page = post(clerk, "commit-import", {}, run.pk)
    assert (status, "Der Bestand hat sich geändert, seit diese Vorschau entstand." in page) == (200, True)
    run.refresh_from_db()
    assert run.state == "planned"
    assert post(clerk, "discard-import", {}, run.pk)[0] == 302


@pytest.mark.parametrize(
    ("content", "district", "message"),
    [
        (
            msb_file(msb_row(Schulbezeichnung_1="Schule")).replace(b"Haan", b"Ha\x8f", 1),
            "05158",
            "ihre Umlaute sind nicht erkennbar.",
        ),
        (msb_file(msb_row(), leave_out=("PLZ",)), "05158", "fehlen Spalten: PLZ."),
        (b"Name;Ort\nSchule;Haan\n", "05158", "Die Kopfzeile gehört zu keiner bekannten Schulliste."),
        (b"", "05158", "Die übertragene Datei ist leer."),
        (msb_file(msb_row()), "05315", "Die Liste enthält keine Einrichtung des Kreises 05315."),
        (msb_file(msb_row()), "Mettm", "Der Kreisschlüssel „Mettm“ ist falsch"),
    ],
)
def test_a_list_that_cannot_be_read_is_refused_at_its_field(
    clerk: Client, content: bytes, district: str, message: str
) -> None:
    logged = AuditEntry.objects.count()
    status, page = post(clerk, "new-import", upload(content, district=district))
    assert (status, message in page) == (200, True)
    assert 'aria-invalid="true"' in page
    assert (ImportRun.objects.count(), AuditEntry.objects.count()) == (0, logged)


def test_fields_of_action_are_kept_once(clerk: Client) -> None:
    assert post(clerk, "new-field", {"name": "Inklusion", "position": 1})[0] == 302
    status, page = post(clerk, "new-field", {"name": "inklusion", "position": 2})
    assert (status, "Dieses Handlungsfeld gibt es schon." in page) == (200, True)
    field = FieldOfAction.objects.get()
    ended = {"name": "Inklusion", "position": 1, "ended_on": "2026-01-31"}
    assert post(clerk, "edit-field", ended, field.pk)[0] == 302
    assert "beendet am Sa., 31.01.2026" in clerk.get("/netzwerk/handlungsfelder/").content.decode()


def test_municipalities(clerk: Client) -> None:
    assert post(clerk, "new-municipality", {"ags": "5158008", "name": "Haan"})[0] == 302
    status, page = post(clerk, "new-municipality", {"ags": "05158008", "name": "Haan"})
    assert (status, "Zu diesem Gemeindeschlüssel gibt es schon einen Eintrag." in page) == (200, True)
    status, page = post(clerk, "new-municipality", {"ags": "0815", "name": "Haan"})
    assert "Der Gemeindeschlüssel „0815“ ist falsch" in page
    own = Municipality.objects.get()
    half = {"name": "Haan", "longitude": "7,0"}
    assert "Geben Sie Länge und Breite zusammen an" in post(clerk, "edit-municipality", half, own.pk)[1]
    abroad = half | {"latitude": "48,1"}
    assert "liegen nicht in Nordrhein-Westfalen" in post(clerk, "edit-municipality", abroad, own.pk)[1]
    assert post(clerk, "edit-municipality", half | {"latitude": "51,19"}, own.pk)[0] == 302
    own.refresh_from_db()
    assert (own.label_longitude, own.label_latitude) == (7.0, 51.19)


def test_outlines_are_uploaded_or_refused(clerk: Client) -> None:
    given = {"attribution": "© Amt", "file": SimpleUploadedFile("a.geojson", collection(SQUARE))}
    assert post(clerk, "outlines", given)[0] == 302
    assert (MapOutline.objects.get().areas, MapOutline.objects.get().attribution) == (1, "© Amt")
    broken = {"attribution": "© Amt", "file": SimpleUploadedFile("a.geojson", b"{}")}
    status, page = post(clerk, "outlines", broken)
    assert (status, "keine GeoJSON-FeatureCollection" in page, MapOutline.objects.count()) == (200, True, 1)


def test_whoever_may_only_read_finds_no_form(signed_in: Callable[[str], Client]) -> None:
    reader, person = signed_in("scientific"), a_person()
    own = an_institution()
    assert "Bearbeiten" not in reader.get(f"/netzwerk/einrichtungen/{own.pk}/").content.decode()
    assert "Person erfassen" not in reader.get("/netzwerk/personen/").content.decode()
    logged = AuditEntry.objects.count()
    for route, args in (("edit-institution", [own.pk]), ("new-person", []), ("edit-person", [person.pk])):
        assert post(reader, route, {"name": "x"}, *args)[0] == 403
    assert AuditEntry.objects.count() == logged
    member = signed_in("member")
    assert member.get("/netzwerk/personen/").status_code == 403
    assert member.get(f"/netzwerk/personen/{person.pk}/").status_code == 404


def test_everybody_reads_the_own_entry(signed_in: Callable[[str], Client]) -> None:
    person, member = a_person("Winter", "Jana"), signed_in("member")
    link_person(
        actor=SYSTEM, person=person, user=User.objects.get(pk=member.session["_auth_user_id"]), now=NOW
    )
    page = member.get(f"/netzwerk/personen/{person.pk}/").content.decode()
    assert "<h1>Jana Winter</h1>" in page
    assert "/bearbeiten/" not in page
    links = re.findall(
        r'href="(/netzwerk/personen/[^"]*)"', page.partition("<main")[2].partition("</main>")[0]
    )
    assert links == [f"/netzwerk/personen/{person.pk}/widerspruch/"]
    assert find_keys(
        "Jana Winter",
        "network.person",
        actor=actor_for(User.objects.get(pk=member.session["_auth_user_id"]), now=NOW),
    ) == [person.pk]
    assert find_keys("Jana Winter", "network.person", actor=PUBLIC) == []


@pytest.mark.parametrize("rows", [1, 3])
def test_office_lists_cost_the_same_with_one_row_and_with_three(
    clerk: Client, rows: int, django_assert_num_queries: DjangoAssertNumQueries
) -> None:
    for number in range(rows):
        an_institution(f"Musikschule {number}")
        a_person(f"Sommer {number}")
        a_plan(msb_file(msb_row()))
    signed_in = 3  # session, account, rights
    with django_assert_num_queries(signed_in + 5):  # kinds, cities, count, page, sites
        clerk.get("/netzwerk/einrichtungen/")
    with django_assert_num_queries(signed_in + 3):  # count, page, functions
        clerk.get("/netzwerk/personen/")
    with django_assert_num_queries(signed_in + 2):  # count, page
        clerk.get("/netzwerk/importe/")
    with django_assert_num_queries(signed_in + 1):
        clerk.get("/netzwerk/handlungsfelder/")
    with django_assert_num_queries(signed_in + 2):  # cities, outline
        clerk.get("/netzwerk/kommunen/")
