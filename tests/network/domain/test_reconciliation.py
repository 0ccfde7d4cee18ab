"""Every reason why a list lacks a number, from sources made by hand."""

from datetime import date
from typing import Any

import pytest
from hypothesis import given
from hypothesis import strategies as st

from bildungsnetz.network.domain.districts import DISTRICTS, district_name, district_of
from bildungsnetz.network.domain.reconciliation import Reason, differences
from bildungsnetz.network.domain.school_keys import OperatingStatus
from bildungsnetz.network.domain.school_lists import Listed, ListKey, SchoolSource, place_of

OLD, NEW = date(2021, 9, 1), date(2024, 10, 15)
SCHOOL: dict[str, Any] = {"name": "Gymnasium", "form": "20", "is_private": False}
OTHER = Listed("100002", "Andere", "20", address="42781bachstr1")


def listed(number: str = "100001", **values: Any) -> Listed:
    return Listed(number, **(SCHOOL | values))


def source(key: ListKey, as_of: date, *entries: Listed, **values: Any) -> SchoolSource:
    return SchoolSource(key, key.value, as_of, {each.number: each for each in entries}, **values)


def reason(has: SchoolSource, lacks: SchoolSource) -> tuple[Reason, str]:
    (found,) = [each for each in differences([has, lacks]) if each.number not in lacks.entries]
    (absence,) = found.absences
    return absence.reason, absence.sentence


CLOSED, CLOSING, OPENING = OperatingStatus.CLOSED, OperatingStatus.CLOSING, OperatingStatus.OPENING


@pytest.mark.parametrize(
    ("entry", "has", "lacks", "why", "sentence"),
    [
        (
            listed("100002-1", branch_of="100002"), (ListKey.MSB, OLD), (ListKey.SVWS, NEW), Reason.BRANCH,
            "Teilstandort der Schule 100002; diese Liste führt nur die Schule.",
        ),
        (
            listed(form="0A"), (ListKey.MSB, OLD), (ListKey.SVWS, NEW), Reason.NOT_COUNTED,
            "Das ist ein Schulamt, keine Schule; diese Liste führt nur Schulen.",
        ),
        (
            listed(is_private=True), (ListKey.MSB, OLD), (ListKey.SOCIAL_INDEX, NEW), Reason.NOT_COUNTED,
            "Private Schule; diese Liste führt nur öffentliche.",
        ),
        (
            listed(form="30"), (ListKey.MSB, OLD), (ListKey.SOCIAL_INDEX, NEW), Reason.NOT_COUNTED,
            "Diese Liste führt keine Schulen dieser Schulform oder ohne amtliche Statistik.",
        ),
        (
            listed(status=OperatingStatus.SPECIAL), (ListKey.MSB, OLD), (ListKey.ITNRW, NEW), Reason.NOT_COUNTED,
            "Diese Liste führt keine Schulen dieser Schulform oder ohne amtliche Statistik.",
        ),
        (
            listed(status=CLOSED, status_date=date(2021, 7, 31)), (ListKey.MSB, OLD), (ListKey.SVWS, NEW), Reason.CLOSED,
            "Geschlossen am 31.07.2021 laut msb (Stand 01.09.2021).",
        ),
        (
            listed(status=CLOSING, status_date=NEW), (ListKey.MSB, OLD), (ListKey.ITNRW, NEW), Reason.CLOSED,
            "Geschlossen am 15.10.2024 laut msb (Stand 01.09.2021).",
        ),
        (
            listed(status=OPENING, status_date=date(2022, 8, 1)), (ListKey.SVWS, NEW), (ListKey.MSB, OLD),
            Reason.NOT_YET_OPEN, "Erst am 01.08.2022 eröffnet laut svws (Stand 15.10.2024).",
        ),
        (
            listed(address="42781bachstr1"), (ListKey.MSB, OLD), (ListKey.SVWS, NEW), Reason.OTHER_NUMBER,
            "An derselben Anschrift führt diese Liste die Nummer 100002 (Andere).",
        ),
        (
            listed(), (ListKey.SVWS, NEW), (ListKey.MSB, OLD), Reason.YOUNGER,
            "Steht erst in jüngeren Listen, zuerst in svws (Stand 15.10.2024); diese kennt Schulen bis 01.09.2021.",
        ),
        (
            listed(), (ListKey.MSB, OLD), (ListKey.REGISTER, NEW), Reason.NOT_IMPORTED,
            "Steht nicht im Register, aber in msb (Stand 01.09.2021). Lesen Sie eine Liste ein, die sie nennt.",
        ),
        (
            listed(), (ListKey.MSB, OLD), (ListKey.SVWS, NEW), Reason.OLDER,
            "Steht nur in älteren Listen, zuletzt in msb (Stand 01.09.2021). Besteht die Schule noch?",
        ),
        (
            listed(status=CLOSING, status_date=date(2027, 7, 31)), (ListKey.MSB, NEW), (ListKey.SVWS, NEW),
            Reason.UNEXPLAINED, "Kein Grund erkennbar. Bitte prüfen Sie die Schule.",
        ),
    ],
    ids=lambda value: value.value if isinstance(value, Reason) else None,
)  # fmt: skip
def test_each_absence_has_its_reason(
    entry: Listed, has: tuple[ListKey, date], lacks: tuple[ListKey, date], why: Reason, sentence: str
) -> None:
    assert reason(source(*has, entry), source(*lacks, OTHER)) == (why, sentence)


def test_a_number_in_another_kreis_is_told_with_its_name() -> None:
    lacks = source(ListKey.SVWS, NEW, OTHER, elsewhere={"100001": "05111"})
    assert reason(source(ListKey.MSB, OLD, listed()), lacks) == (
        Reason.ELSEWHERE,
        "Steht dort unter Düsseldorf.",
    )


def test_a_list_knows_no_school_founded_after_the_youngest_in_it() -> None:
    lacks = source(ListKey.SVWS, NEW, OTHER, youngest=date(2023, 8, 1))
    assert reason(source(ListKey.ITNRW, date(2024, 1, 1), listed()), lacks)[0] is Reason.YOUNGER


@given(
    st.lists(st.frozensets(st.sampled_from(["100001", "100002", "100003", "100004"])), min_size=2, max_size=4)
)
def test_every_number_that_is_not_everywhere_is_explained_for_each_list_that_lacks_it(
    lists: list[frozenset[str]],
) -> None:
    sources = [source(ListKey.MSB, OLD, *(listed(number) for number in each)) for each in lists]
    found = differences(sources)
    assert {each.number for each in found} == frozenset.union(*lists) - frozenset.intersection(*lists)
    for each in found:
        assert len(each.present) + len(each.absences) == len(sources)


def test_the_land_has_53_kreise_and_all_are_found_by_their_names() -> None:
    assert len(DISTRICTS) == 53
    assert all(district_of(name) == key for key, name in DISTRICTS.items())
    bent = {
        "Märkischen Kreis": "05962",
        "Stadt Mülheim a.d.Ruhr": "05117",
        "Krfr. Stadt Düsseldorf": "05111",
        "Haan": "",
    }
    assert {name: district_of(name) for name in bent} == bent
    assert (district_name("05158008"), district_name("09162")) == ("Kreis Mettmann", "09162")


@pytest.mark.parametrize("street", ["Bachstraße 1", "Bachstr. 1", "BACHSTR.1"])
def test_addresses_are_compared_in_one_way_of_writing(street: str) -> None:
    assert place_of(street, "42781") == "42781bachstr1"
