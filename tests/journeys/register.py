"""The register: import of the official list, institutions, persons and their functions."""

from dataclasses import dataclass
from datetime import date
from pathlib import Path

from playwright.sync_api import expect

from tests.browser.person import Person
from tests.network.exchange.lists import msb_file, msb_row
from tests.shared_data import find_shared

OFFICIAL_LIST = "data/schools_nrw/schuldaten_msb_2021-09.csv"


@dataclass(frozen=True)
class SchoolList:
    """A list to upload: its rows for the Kreis, the schools of them that are not closed, and those in operation.

    Both lists hold a school whose name contains "Unterhaan" and one with "Helmholtz".
    """

    file: Path
    rows: int
    not_closed: int
    in_operation: int


def school_list(folder: Path) -> SchoolList:
    """The list of the state where it lies beside the repository, a small one of the same shape elsewhere."""
    official = find_shared(OFFICIAL_LIST)
    if official:
        return SchoolList(official, rows=144, not_closed=143, in_operation=138)
    file = folder / "schuldaten.csv"
    helmholtz = {"Schulnummer": "165720", "Schulform": "20", "Schulbezeichnung_1": "Helmholtz-Gymnasium"}
    file.write_bytes(msb_file(msb_row(), msb_row(**helmholtz, Ort="Hilden", Gemeindeschluessel="05158016")))
    return SchoolList(file, rows=2, not_closed=2, in_operation=2)


def import_schools(clerk: Person, list_: SchoolList) -> None:
    """Upload, look at the plan, commit; a second upload of the same list changes nothing."""
    _upload(clerk, list_)
    clerk.sees("Vorschau, noch nichts geschrieben")
    clerk.sees_figure(f"{list_.rows}", "neu")
    clerk.keep("import-vorschau")
    clerk.follow("Übernehmen")
    clerk.keep("import-uebernehmen")
    clerk.press("Jetzt übernehmen")
    clerk.is_told("Der Import ist übernommen.")
    clerk.keep("import-uebernommen")
    _upload(clerk, list_)
    clerk.sees("Die Liste ändert nichts")
    clerk.keep("import-zweites-mal")
    clerk.open("/netzwerk/einrichtungen/")
    clerk.fill("Betriebsstand", "in Betrieb")
    clerk.press("Filtern", clerk.page.get_by_role("search", name="Liste filtern"))
    expect(clerk.page.get_by_role("heading", level=1)).to_contain_text(f"{list_.in_operation}")
    clerk.keep("einrichtungen")


def _upload(clerk: Person, list_: SchoolList) -> None:
    clerk.open("/netzwerk/importe/")
    clerk.follow("Schulliste einlesen")
    clerk.field("Amtliche Schulliste").set_input_files(list_.file)
    clerk.press("Vorschau erstellen")


def look_into_directory(visitor: Person, list_: SchoolList) -> None:
    """What everybody finds without an account: the schools that are not closed, and one despite a typing error."""
    visitor.open("/einrichtungen/")
    expect(visitor.page.get_by_role("heading", level=1)).to_contain_text(f"{list_.not_closed}")
    visitor.keep("verzeichnis")
    visitor.open("/einrichtungen/?q=Grundshule+Unterhaan")
    visitor.sees("Unterhaan")
    visitor.follow_first("Unterhaan")
    visitor.sees("Haan", "Grundschule")
    visitor.keep("schule")
    assert visitor.context.cookies() == []


def enter_institution(clerk: Person, *, name: str, kind: str, municipality: str) -> None:
    clerk.open("/netzwerk/einrichtungen/neu/")
    clerk.fill("Name", name)
    clerk.fill("Art der Einrichtung", kind)
    clerk.fill("Stadt oder Gemeinde", municipality)
    clerk.press("Speichern")
    clerk.sees(name)


def enter_person(
    clerk: Person, *, name: str, email: str, institution: str, function: str, since: date
) -> None:
    """A person, and what they do where since when. `institution` may be the beginning of its name in the list."""
    first, last = name.split()[-2:]
    clerk.open("/netzwerk/personen/neu/")
    clerk.fill("Titel", name.removesuffix(f"{first} {last}").strip())
    clerk.fill("Vorname", first)
    clerk.fill("Nachname", last)
    clerk.fill("Dienstliche E-Mail", email)
    clerk.press("Speichern")
    clerk.is_told("Die Person ist erfasst.")
    clerk.follow("Funktion eintragen")
    clerk.fill("Einrichtung", institution)
    clerk.fill("Funktion", function)
    clerk.fill("Seit", since.isoformat())
    clerk.press("Funktion eintragen", clerk.page.locator("main form"))
    clerk.page.wait_for_load_state()
    if clerk.page.get_by_text("Welche Einrichtung meinen Sie?").count():
        clerk.pick("Einrichtung", institution)
        clerk.press("Funktion eintragen", clerk.page.locator("main form"))
    clerk.is_told("Die Funktion ist eingetragen.")


def connect_account(clerk: Person, name: str) -> None:
    """Connect somebody of the office with the account they have already."""
    clerk.open(f"/netzwerk/personen/?q={name.rsplit(maxsplit=1)[-1]}")
    clerk.page.locator("main table").get_by_role("link").first.click()
    clerk.follow("Konto verbinden")
    clerk.press("Konto verbinden")
    clerk.is_told("Das Konto ist verbunden.")


def invite_to_account(clerk: Person, name: str) -> None:
    """Offer a person of the network an account; the rights follow from the mandates."""
    clerk.open(f"/netzwerk/personen/?q={name.rsplit(maxsplit=1)[-1]}")
    clerk.page.locator("main table").get_by_role("link").first.click()
    clerk.follow("Zum Konto einladen")
    clerk.press("Einladung versenden")
    clerk.is_told("Die Einladung ist unterwegs.")
