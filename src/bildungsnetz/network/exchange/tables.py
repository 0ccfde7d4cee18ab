"""The lists of network on their way out as XLSX and CSV."""

from collections.abc import Iterable, Iterator

from django.utils.translation import gettext_lazy as _

from bildungsnetz.core.exports import Cell, Table
from bildungsnetz.network.domain.contact import GENERAL
from bildungsnetz.network.models import Institution, Person, Site


def institutions_table(found: Iterable[Institution]) -> Table:
    """One row an institution; needs `main_sites` and the channels that may go out as `open_channels`."""
    columns = [
        _("Schulnummer"),
        _("Name"),
        _("Art"),
        _("Rechtsform"),
        _("Betriebsstand"),
        _("Gemeindeschlüssel"),
        _("Stadt oder Gemeinde"),
        _("Straße und Hausnummer"),
        _("Postleitzahl"),
        _("Ort"),
        _("Länge"),
        _("Breite"),
        _("Telefon"),
        _("E-Mail"),
        _("Internetseite"),
    ]
    return Table(_("Einrichtungen"), columns, map(_institution_row, found))


def people_table(found: Iterable[Person]) -> Table:
    """One row a function held now; a person without one has a row too. Needs `current`."""
    columns = [
        _("Titel"),
        _("Vorname"),
        _("Nachname"),
        _("E-Mail"),
        _("Telefon"),
        _("Funktion"),
        _("Einrichtung"),
    ]
    rows = (row for person in found for row in _person_rows(person))
    return Table(_("Personen"), columns, rows)


def _institution_row(each: Institution) -> list[Cell]:
    site: Site = next(iter(each.main_sites), Site())  # type: ignore[attr-defined]
    channels = [one for one in each.open_channels if one.purpose == GENERAL]  # type: ignore[attr-defined]
    reach = {channel.kind: channel.value for channel in channels}
    return [
        each.official_number,
        each.name,
        each.what,
        each.get_legal_form_display(),
        each.status_name,
        each.municipality.ags,
        each.municipality.name,
        site.street,
        site.postal_code,
        site.city,
        site.longitude,
        site.latitude,
        *(reach.get(kind, "") for kind in ("phone", "email", "website")),
    ]


def _person_rows(person: Person) -> Iterator[list[Cell]]:
    own: list[Cell] = [person.title, person.first_name, person.last_name, person.email, person.phone]
    held = person.current  # type: ignore[attr-defined]
    if not held:
        yield [*own, "", ""]
    for function in held:
        yield [*own, str(function.name), function.institution.name]
