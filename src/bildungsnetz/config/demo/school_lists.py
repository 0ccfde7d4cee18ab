"""Two published lists of invented schools that disagree with the register, each in its own way."""

from dataclasses import replace
from datetime import date, timedelta

from bildungsnetz.config.demo.accounts import CLERK
from bildungsnetz.config.demo.region import Region
from bildungsnetz.network.api import (
    Listed,
    ListKey,
    OperatingStatus,
    ReadSchoolList,
    keep_school_list,
    school_sources,
)

NEWCOMER, CLOSED, OFFICE = "990901", "990902", "690001"


def keep_lists(region: Region, district: str) -> None:
    """A list of two years ago without the newest school, and a directory of this year without what it does not count."""
    clerk = region.actor(CLERK, region.now)
    register = school_sources(clerk, district=district, on=region.today)[-1]
    schools = list(register.entries.values())
    old = region.today - timedelta(days=730)
    gone = Listed(
        CLOSED,
        "Hauptschule Alte Mühle",
        form="04",
        status=OperatingStatus.CLOSED,
        status_date=date(old.year - 1, 7, 31),
    )
    office = replace(schools[0], number=OFFICE, name="Schulamt des Musterkreises", form="0A", address="")
    newcomer = replace(
        schools[1], number=NEWCOMER, name="Grundschule Neue Wiese", form="02", address="", status_date=None
    )
    _keep(region, district, ListKey.MSB, "Erfundene Schuldaten", old, [*schools, gone, office])
    _keep(
        region,
        district,
        ListKey.ITNRW,
        "Erfundenes Verzeichnis",
        region.today - timedelta(days=60),
        [*schools[1:], newcomer],
    )


def _keep(region: Region, district: str, key: ListKey, name: str, as_of: date, entries: list[Listed]) -> None:
    read = ReadSchoolList(key, name, "", tuple(entries), {})
    at = region.at(-30, 11)
    file_name = f"demo_{key.value}.csv"
    keep_school_list(
        actor=region.actor(CLERK, at), read=read, district=district, as_of=as_of, file_name=file_name, now=at
    )
