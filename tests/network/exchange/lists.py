"""Small files in the dialects of the published lists, with one school of our own making."""

from bildungsnetz.network.exchange.dialects import MSB, SVWS

_MSB_ROW = {
    "Schulnummer": "106458",
    "Schulform": "02",
    "Schulbezeichnung_1": "Städt. Gem. Grundschule Unterhaan",
    "Schulbezeichnung_2": "",
    "Schulbezeichnung_3": "",
    "Kurzbezeichnung": "Haan, GG Unterhaan",
    "PLZ": "42781",
    "Ort": "Haan",
    "Strasse": "Steinkulle 24",
    "Telefonvorwahl": "02129",
    "Telefon": "31937",
    "Faxvorwahl": "02129",
    "Fax": "",
    "E-Mail": "106458@schule.example",
    "Homepage": "grundschule.example",
    "Rechtsform": "1",
    "Traegernummer": "11435",
    "Gemeindeschluessel": "05158008",
    "Schulbetriebsschluessel": "1",
    "Schulbetriebsdatum": "01.08.1973",
    "EPSG": "EPSG:25832",
    "UTMRechtswert": "360052",
    "UTMHochwert": "5672283",
}
_ITNRW_ROW = {
    "Schulform": "Grundschule",
    "Amtlicher Gemeindeschlüssel": "5158008",
    "Schulnummer": "106458",
    "Amtliche Bezeichnung 1": "Städt. Gem. Grundschule Unterhaan",
    "Amtliche Bezeichnung 2": "",
    "Amtliche Bezeichnung 3": "- Primarstufe -",
    "Straße und Hausnummer": "Steinkulle 24",
    "Postleitzahl": "42781",
    "Ort": "Haan",
    "Rechtsstatus": "Öffentlich",
    "Telefonnummer Vorwahl": "2129.0",
    "Telefonnummer Durchwahl": "31937.0",
    "Faxnummer Vorwahl": "2129.0",
    "Faxnummer Durchwahl": "",
    "Offizielle E-Mail-Adresse": "106458@schule.example",
    "Anzahl": "210",
    "Sozialindex": "ohne",
}
_SVWS_WORDS = {MSB.columns[word]: column for word, column in SVWS.columns.items()}


def msb_row(**cells: str) -> dict[str, str]:
    """One row of the ministry's list; cells may be replaced."""
    return _MSB_ROW | cells


def msb_file(*rows: dict[str, str], leave_out: tuple[str, ...] = ()) -> bytes:
    """The ministry's way: a `sep=;` line, quoted cells, a semicolon at the end of the heading."""
    columns = [column for column in _MSB_ROW if column not in leave_out]
    lines = ["sep=;", ";".join(columns) + ";"]
    lines += [";".join(f'"{row[column]}"' for column in columns) for row in rows]
    return "\n".join(lines).encode()


def svws_row(**cells: str) -> dict[str, str]:
    """The same school as in `msb_row` as the school software's list has it."""
    row = {column: _MSB_ROW[name] for name, column in _SVWS_WORDS.items()}
    return row | {"RegSchl": "158008", "SchBetrSchlDatum": "19730801"} | cells


def svws_file(*rows: dict[str, str]) -> bytes:
    """The school software's way: no extra line, no quotes."""
    columns = list(svws_row())
    return "\r\n".join(
        ";".join(line) for line in [columns, *([row[c] for c in columns] for row in rows)]
    ).encode()


def itnrw_file(*rows: dict[str, str], delimiter: str = ",") -> bytes:
    """The way IT.NRW's directory is passed on: through a spreadsheet, zeros lost, numbers with a decimal."""
    filled = [_ITNRW_ROW | row for row in rows]
    lines = [list(_ITNRW_ROW), *(list(row.values()) for row in filled)]
    return "\n".join(delimiter.join(line) for line in lines).encode()


def index_file(*rows: str) -> bytes:
    """The raw file of the social index: codepage 850."""
    head = "Schulnummer;Kurzbezeichnung;Bezirksregierung;Kreis;Gemeinde;Sozialindexstufe"
    return "\r\n".join([head, *rows]).encode("cp850")
