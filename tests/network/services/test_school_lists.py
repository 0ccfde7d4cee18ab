from datetime import date

import pytest

from bildungsnetz.core.actor import PUBLIC, SYSTEM
from bildungsnetz.core.audit import history_of
from bildungsnetz.core.errors import NotAllowed, RuleViolation
from bildungsnetz.core.models import AuditEntry
from bildungsnetz.network.domain.reconciliation import differences
from bildungsnetz.network.domain.school_lists import Listed, ListKey, ReadSchoolList
from bildungsnetz.network.models import Institution, SchoolListCopy
from bildungsnetz.network.selectors.imports import counts_of
from bildungsnetz.network.selectors.school_lists import school_sources
from bildungsnetz.network.services.school_lists import keep_school_list, remove_school_list
from tests.network.build import NOW, TODAY, an_actor, an_import
from tests.network.exchange.lists import itnrw_file, msb_file, msb_row
from tests.shared_data import shared

pytestmark = pytest.mark.django_db
ENTRIES = (Listed("106458", "Haan, GG Unterhaan", "02"), Listed("106446", "Haan, GG Mittelhaan", "02"))
READ = ReadSchoolList(ListKey.SVWS, "Schulverzeichnis", "", ENTRIES, {"165669": "05111"})


def keep(as_of: date = TODAY, read: ReadSchoolList = READ, actor: object = SYSTEM) -> SchoolListCopy:
    return keep_school_list(
        actor=actor,  # type: ignore[arg-type]
        read=read,
        district="05158",
        as_of=as_of,
        file_name="liste.csv",
        now=NOW,
    )


def test_a_kept_list_is_compared_with_the_register() -> None:
    an_import(msb_file(msb_row()))
    kept = keep(actor=an_actor())
    found = differences(school_sources(an_actor(), district="05158", on=TODAY))
    assert [(each.number, [a.source.key.value for a in each.absences]) for each in found] == [
        ("106446", ["register"])
    ]
    assert history_of(kept)[0].sentence == (
        "Petra Sommer hat die Liste Schulverzeichnis (04.03.2026) mit 2 Schulen zum Abgleich aufgenommen."
    )
    assert Institution.objects.count() == 1


def test_the_same_list_of_the_same_day_is_replaced() -> None:
    keep()
    keep(date(2025, 3, 4))
    again = keep(read=ReadSchoolList(ListKey.SVWS, "Schulverzeichnis", "", ENTRIES[:1], {}))
    assert [(each.pk, len(each.entries)) for each in SchoolListCopy.objects.order_by("as_of")][-1] == (
        again.pk,
        1,
    )
    assert SchoolListCopy.objects.count() == 2


@pytest.mark.parametrize(
    ("read", "as_of", "field", "sentence"),
    [
        (READ, date(2026, 3, 5), "as_of", "Der Stand der Liste liegt in der Zukunft."),
        (
            ReadSchoolList(ListKey.SVWS, "Schulverzeichnis", "", (), {}),
            TODAY,
            "file",
            "Die Liste enthält keine Schule des Kreises 05158.",
        ),
    ],
)
def test_what_cannot_be_compared_is_refused(
    read: ReadSchoolList, as_of: date, field: str, sentence: str
) -> None:
    with pytest.raises(RuleViolation) as refused:
        keep(as_of, read)
    assert (str(refused.value.message), refused.value.field) == (sentence, field)
    assert not SchoolListCopy.objects.exists()


def test_whoever_may_not_import_neither_keeps_removes_nor_sees() -> None:
    kept = keep()
    logged = AuditEntry.objects.count()
    for actor in (PUBLIC, an_actor("member"), an_actor("pedagogical")):
        with pytest.raises(NotAllowed):
            keep(actor=actor)
        with pytest.raises(NotAllowed):
            remove_school_list(actor=actor, copy=kept, now=NOW)
    assert school_sources(PUBLIC, district="05158", on=TODAY) == []
    assert (SchoolListCopy.objects.count(), AuditEntry.objects.count()) == (1, logged)


def test_a_removed_list_is_gone_and_noted() -> None:
    remove_school_list(actor=an_actor(), copy=keep(), now=NOW)
    assert not SchoolListCopy.objects.exists()
    assert AuditEntry.objects.order_by("-pk")[0].act == "network.school_list.remove"


def test_a_list_that_tells_less_leaves_the_rest_as_it_is() -> None:
    an_import(msb_file(msb_row(Schulbetriebsschluessel="2", Schulbetriebsdatum="31.07.2027")))
    before = Institution.objects.get()
    run = an_import(itnrw_file({"Straße und Hausnummer": "Bachstr. 1"}))
    school = Institution.objects.get()
    assert tuple(counts_of(run).values()) == (0, 1, 0, 0, 0)
    kept = ("status", "status_date", "short_name", "authority_number", "school_form")
    assert [getattr(school, name) for name in kept] == [getattr(before, name) for name in kept]
    assert school.sites.get().street == "Bachstr. 1"
    assert school.channels.filter(kind="website").exists()


@pytest.mark.parametrize(
    ("path", "rows"),
    [
        ("data/schools_nrw/schuldaten_msb_2021-09.csv", 144),
        ("data/schools_nrw/svws_schulver_Schulen.csv", 143),
        ("data/kreis_mettmann/itnrw_schulverzeichnis_2024_25_me.csv", 143),
        ("data/schools_nrw/itnrw_AS_BS_Verzeichnis_2024_25_sozialindex_coords_startchancen.csv", 143),
    ],
)
def test_each_real_list_twice_is_no_change(path: str, rows: int) -> None:
    content = shared(path).read_bytes()
    assert tuple(counts_of(an_import(content)).values()) == (rows, 0, 0, 0, 0)
    assert tuple(counts_of(an_import(content)).values()) == (0, 0, rows, 0, 0)


def test_each_list_over_the_others_and_once_more_is_no_change() -> None:
    for path in (
        "data/schools_nrw/schuldaten_msb_2021-09.csv",
        "data/schools_nrw/svws_schulver_Schulen.csv",
        "data/kreis_mettmann/itnrw_schulverzeichnis_2024_25_me.csv",
    ):
        content = shared(path).read_bytes()
        an_import(content)
        new, changed, unchanged, refused, _missing = counts_of(an_import(content)).values()
        assert (new, changed, refused) == (0, 0, 0)
        assert unchanged in (143, 144)
