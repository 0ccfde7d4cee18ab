"""Reading the official school list for one Kreis: every row becomes facts or a refusal with its reason."""

from collections import defaultdict
from collections.abc import Iterable

from django.utils.translation import gettext as _

from bildungsnetz.network.domain.coordinates import CoordinateFault
from bildungsnetz.network.domain.import_plan import OfficialList, ReadRow, RefusedRow
from bildungsnetz.network.domain.keys import KeyFault, municipality_key
from bildungsnetz.network.exchange.dialects import Dialect
from bildungsnetz.network.exchange.official_cells import RowFault
from bildungsnetz.network.exchange.official_facts import facts_of
from bildungsnetz.network.exchange.table import Line, UnreadableList, read_table


def read_official_list(content: bytes, *, district: str) -> OfficialList:
    """Read the rows whose municipality lies in the Kreis (five-digit key). Raises UnreadableList.

    A row whose municipality key is damaged is refused rather than skipped: it may belong here. A school number that
    stands in several rows refuses all of them, because nothing says which one holds.
    """
    table = read_table(content)
    if table.dialect.is_for_comparing:
        raise UnreadableList(
            _("Die Liste „%(list)s“ nennt keine Anschriften. Sie dient nur dem Abgleich der Schullisten.")
            % {"list": table.dialect.name}
        )
    here: list[Line] = []
    refused: list[RefusedRow] = []
    for line in table.lines:
        try:
            key = municipality_key(line.cells["ags"], without_land=table.dialect.key_without_land)
        except KeyFault as fault:
            refused.append(_refuse(line, fault))
            continue
        if key.startswith(district):
            here.append(line)
    elsewhere = len(table.lines) - len(here) - len(refused)
    single, doubled = _split_doubled(here)
    read, faulty = _read_lines(single, table.dialect)
    turned_down = (*refused, *doubled, *faulty)
    dialect = table.dialect
    return OfficialList(dialect.name, district, read, turned_down, elsewhere, dialect.untold, table.encoding)


def _split_doubled(lines: Iterable[Line]) -> tuple[list[Line], list[RefusedRow]]:
    by_number: dict[str, list[Line]] = defaultdict(list)
    for line in lines:
        by_number[line.cells["number"]].append(line)
    single = [group[0] for group in by_number.values() if len(group) == 1]
    doubled = [
        _refuse(line, _doubled_reason(line, group))
        for number, group in by_number.items()
        if number and len(group) > 1
        for line in group
    ]
    nameless = [line for line in by_number.get("", ()) if len(by_number[""]) > 1]
    return [*single, *nameless], doubled


def _doubled_reason(line: Line, group: list[Line]) -> str:
    others = ", ".join(str(other.number) for other in group if other is not line)
    return _(
        "Die Schulnummer %(number)s steht auch in Zeile %(lines)s. Es ist nicht erkennbar, welche Zeile gilt."
    ) % {
        "number": line.cells["number"],
        "lines": others,
    }


def _read_lines(
    lines: Iterable[Line], dialect: Dialect
) -> tuple[tuple[ReadRow, ...], tuple[RefusedRow, ...]]:
    read: list[ReadRow] = []
    refused: list[RefusedRow] = []
    for line in lines:
        try:
            read.append(ReadRow(line.number, facts_of(line.cells, dialect)))
        except (KeyFault, CoordinateFault, RowFault) as fault:
            refused.append(_refuse(line, fault))
    return tuple(read), tuple(refused)


def _refuse(line: Line, reason: Exception | str) -> RefusedRow:
    label = line.cells.get("short_name") or line.cells["name_1"]
    return RefusedRow(line.number, line.cells["number"], label, str(reason))
