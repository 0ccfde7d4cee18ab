"""Reading a published school list for comparing: which numbers it has, here and elsewhere, and what it says of them."""

import re
from collections.abc import Callable
from typing import Final

from django.utils.translation import gettext as _

from bildungsnetz.network.domain.districts import district_of
from bildungsnetz.network.domain.import_plan import RefusedRow
from bildungsnetz.network.domain.keys import KeyFault, municipality_key, school_number
from bildungsnetz.network.domain.school_keys import SCHOOL_OFFICE_FORM, LegalForm, OperatingStatus
from bildungsnetz.network.domain.school_lists import Listed, ListKey, ReadSchoolList, founded_on, place_of
from bildungsnetz.network.exchange import official_cells as cell
from bildungsnetz.network.exchange.dialects import ITNRW, SOCIAL_INDEX, Dialect
from bildungsnetz.network.exchange.official_facts import form_named, legal_form_named
from bildungsnetz.network.exchange.table import Line, read_table

_BRANCH: Final = re.compile(r"([1-9][0-9]{5})[-/. ]?([0-9]{1,2}|[A-Za-z])")


def read_school_list(content: bytes, *, district: str) -> ReadSchoolList:
    """All rows of any of the lists. Raises UnreadableList; a row that cannot be read is refused with its reason."""
    table = read_table(content)
    found: list[Listed] = []
    refused: list[RefusedRow] = []
    for line in table.lines:
        try:
            found.append(_listed(line.cells, table.dialect))
        except (KeyFault, cell.RowFault) as fault:
            refused.append(_refuse(line, fault))
    founded = [day for each in found if (day := founded_on(each)) is not None]
    return ReadSchoolList(
        key=ListKey(table.dialect.key),
        name=table.dialect.name,
        encoding=table.encoding,
        entries=tuple(each for each in found if each.ags.startswith(district)),
        elsewhere={each.number: each.ags[:5] for each in found if not each.ags.startswith(district)},
        refused=tuple(refused),
        youngest=max(founded, default=None),
    )


def _listed(cells: dict[str, str], dialect: Dialect) -> Listed:
    readers: dict[str, Callable[[dict[str, str], Dialect], Listed]] = {
        ITNRW.key: _of_itnrw,
        SOCIAL_INDEX.key: _of_social_index,
    }
    return readers.get(dialect.key, _of_keys)(cells, dialect)


def _of_keys(cells: dict[str, str], dialect: Dialect) -> Listed:
    number, parent = _number(cells["number"])
    status = cell.status(cells["status"])
    form = cells["school_form"]
    return Listed(
        number=number,
        name=cells["short_name"] or cell.name(cells),
        form=form if form == SCHOOL_OFFICE_FORM else cell.kind_and_form(form)[1],
        is_private=cell.legal_form(cells["legal_form"]) is LegalForm.PRIVATE,
        status=status,
        status_date=cell.status_date(cells["status_date"], status, dialect),
        ags=municipality_key(cells["ags"], without_land=dialect.key_without_land),
        address=place_of(cells["street"], cells["postal_code"]),
        branch_of=parent,
    )


def _of_itnrw(cells: dict[str, str], _dialect: Dialect) -> Listed:
    number, parent = _number(cells["number"])
    return Listed(
        number=number,
        name=cell.name(cells),
        form=form_named(cells["school_form"]),
        is_private=legal_form_named(cells["legal_form"]) is LegalForm.PRIVATE,
        status=OperatingStatus.IN_OPERATION,
        ags=municipality_key(cells["ags"]),
        address=place_of(cells["street"], cells["postal_code"]),
        branch_of=parent,
    )


def _of_social_index(cells: dict[str, str], _dialect: Dialect) -> Listed:
    number, parent = _number(cells["number"])
    key = district_of(cells["district"])
    if not key:
        raise cell.RowFault(_("Den Kreis „%(name)s“ gibt es nicht.") % {"name": cells["district"]})
    return Listed(number=number, name=cells["short_name"], is_private=False, ags=key, branch_of=parent)


def _number(text: str) -> tuple[str, str]:
    """The number and, for a branch that a list gives a row of its own, the number of its school."""
    branch = _BRANCH.fullmatch(text)
    return (text, branch[1]) if branch else (school_number(text), "")


def _refuse(line: Line, reason: Exception) -> RefusedRow:
    label = line.cells.get("short_name") or line.cells.get("name_1", "")
    return RefusedRow(line.number, line.cells["number"], label, str(reason))
