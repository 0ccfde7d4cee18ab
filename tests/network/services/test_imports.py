from datetime import date

import pytest

from bildungsnetz.core.actor import PUBLIC, SYSTEM
from bildungsnetz.core.audit import history_of
from bildungsnetz.core.errors import NotAllowed, RuleViolation
from bildungsnetz.core.models import AuditEntry
from bildungsnetz.network.domain.import_plan import RowKind
from bildungsnetz.network.models import ContactChannel, ImportRow, ImportRun, Institution, Municipality, Site
from bildungsnetz.network.selectors.imports import counts_of, rows_of
from bildungsnetz.network.selectors.register import entry_of, official_facts
from bildungsnetz.network.services.imports import commit_import, discard_import
from bildungsnetz.network.services.institutions import edit_institution
from tests.network.build import NOW, a_plan, an_actor, an_import, an_institution
from tests.network.exchange.lists import msb_file, msb_row, svws_file, svws_row
from tests.shared_data import shared

pytestmark = pytest.mark.django_db


def counts(run: ImportRun) -> tuple[int, ...]:
    """new, changed, unchanged, refused, missing"""
    return tuple(counts_of(run).values())


def test_a_plan_writes_nothing_but_itself() -> None:
    run = a_plan(msb_file(msb_row()), actor=an_actor())
    assert counts(run) == (1, 0, 0, 0, 0)
    assert not Institution.objects.exists()
    assert [entry.act for entry in AuditEntry.objects.all()] == ["network.import.plan"]
    assert history_of(run)[0].sentence == "Petra Sommer hat den Import von liste.csv geplant: 1 Zeilen."


def test_the_commit_carries_out_the_plan() -> None:
    run = commit_import(actor=an_actor(), run=a_plan(msb_file(msb_row())), now=NOW)
    school = Institution.objects.get()
    assert (school.official_number, school.name) == ("106458", "Städt. Gem. Grundschule Unterhaan")
    assert (school.kind, school.school_form, school.legal_form) == ("school", "02", "public")
    assert (school.status, school.status_date) == ("in_operation", date(1973, 8, 1))
    assert (school.is_public, school.municipality.name, school.municipality.ags) == (True, "Haan", "05158008")
    site = Site.objects.get()
    assert (str(site), site.longitude, site.latitude) == ("Steinkulle 24, 42781 Haan", 6.997523, 51.184813)
    assert sorted(ContactChannel.objects.values_list("kind", "value")) == [
        ("email", "106458@schule.example"),
        ("phone", "02129 31937"),
        ("website", "https://grundschule.example"),
    ]
    assert (run.state, run.settled_at, run.settled_by) == ("committed", NOW, "Petra Sommer")
    assert history_of(school)[0].sentence == (
        "Petra Sommer hat Städt. Gem. Grundschule Unterhaan aus der Liste "
        "„Schuldaten des Schulministeriums (MSB)“ übernommen: neu erfasst."
    )
    assert history_of(run)[0].sentence == (
        "Petra Sommer hat den Import von liste.csv übernommen: 1 neu, 0 geändert."
    )


def test_twice_is_no_change() -> None:
    content = msb_file(msb_row(), msb_row(Schulnummer="106446", UTMRechtswert="", UTMHochwert=""))
    an_import(content)
    versions = list(Institution.objects.order_by("pk").values_list("version", "changed_at"))
    again = an_import(content)
    assert counts(again) == (0, 0, 2, 0, 0)
    assert list(Institution.objects.order_by("pk").values_list("version", "changed_at")) == versions


def test_changes_are_taken_over_and_own_fields_stay() -> None:
    an_import(msb_file(msb_row()))
    school = Institution.objects.get()
    Institution.objects.filter(pk=school.pk).update(description="Mit Schulgarten.", is_public=False)
    moved = msb_row(
        Strasse="Bachstr. 1", Telefon="", Schulbetriebsschluessel="2", Schulbetriebsdatum="31.07.2027"
    )
    run = a_plan(msb_file(moved))
    row = ImportRow.objects.get(run=run)
    assert row.changes == [
        ["status", "in_operation", "closing"],
        ["status_date", "1973-08-01", "2027-07-31"],
        ["street", "Steinkulle 24", "Bachstr. 1"],
        ["phone", "02129 31937", ""],
    ]
    commit_import(actor=SYSTEM, run=run, now=NOW)
    school.refresh_from_db()
    assert (school.status, school.description, school.is_public) == ("closing", "Mit Schulgarten.", False)
    assert Site.objects.get().street == "Bachstr. 1"
    assert not ContactChannel.objects.filter(kind="phone").exists()
    assert school.version == 2
    assert history_of(school)[0].sentence.endswith(
        "übernommen: Betriebsstand, Datum zum Betriebsstand, Straße und Hausnummer, Telefon."
    )


def test_an_institution_that_the_list_does_not_name_is_reported_and_stays() -> None:
    an_import(msb_file(msb_row(), msb_row(Schulnummer="106446")))
    run = an_import(msb_file(msb_row()))
    assert counts(run) == (0, 0, 1, 0, 1)
    assert Institution.objects.filter(official_number="106446", status="in_operation").exists()


def test_a_school_that_moves_into_the_kreis_is_changed_not_new() -> None:
    an_import(msb_file(msb_row(Gemeindeschluessel="05315000", Ort="Köln")), district="05315")
    run = an_import(msb_file(msb_row()))
    assert counts(run) == (0, 1, 0, 0, 0)
    assert Institution.objects.get().municipality.ags == "05158008"


def test_refused_rows_do_not_keep_the_others_out() -> None:
    run = an_import(msb_file(msb_row(), msb_row(Schulnummer="12")))
    assert counts(run) == (1, 0, 0, 1, 0)
    assert [row.reason for row in rows_of(run, RowKind.REFUSED)] == [
        "Die Schulnummer „12“ ist falsch: Sie hat sechs Ziffern."
    ]


def test_a_register_that_changed_since_the_plan_refuses_the_commit() -> None:
    run = a_plan(msb_file(msb_row()))
    an_import(msb_file(msb_row(Telefon="4711")))
    with pytest.raises(RuleViolation) as refused:
        commit_import(actor=SYSTEM, run=run, now=NOW)
    assert str(refused.value.message) == (
        "Der Bestand hat sich geändert, seit diese Vorschau entstand. Es wurde nichts übernommen. "
        "Laden Sie die Liste noch einmal hoch, um eine neue Vorschau zu sehen."
    )
    run.refresh_from_db()
    assert run.state == "planned"
    assert ContactChannel.objects.get(kind="phone").value == "02129 4711"


def test_own_edits_do_not_spoil_a_plan() -> None:
    an_import(msb_file(msb_row()))
    run = a_plan(msb_file(msb_row(Telefon="4711")))
    school = Institution.objects.get()
    entry = entry_of(school)
    edit_institution(
        actor=SYSTEM,
        institution=school,
        entry=type(entry)(
            **{**{f: getattr(entry, f) for f in entry.__dataclass_fields__}, "description": "Neu"}
        ),
        version=1,
        now=NOW,
    )
    commit_import(actor=SYSTEM, run=run, now=NOW)
    assert Institution.objects.get().description == "Neu"


def test_a_run_is_settled_once() -> None:
    run = an_import(msb_file(msb_row()))
    for act in (commit_import, discard_import):
        with pytest.raises(RuleViolation) as refused:
            act(actor=SYSTEM, run=run, now=NOW)
        assert str(refused.value.message) == "Dieser Import ist schon abgeschlossen."


def test_a_discarded_plan_writes_nothing() -> None:
    run = discard_import(actor=an_actor(), run=a_plan(msb_file(msb_row())), now=NOW)
    assert run.state == "discarded"
    assert not Institution.objects.exists()
    assert history_of(run)[0].sentence == "Petra Sommer hat den Import von liste.csv verworfen."


def test_a_list_without_the_kreis_is_refused() -> None:
    with pytest.raises(RuleViolation) as refused:
        a_plan(msb_file(msb_row()), district="05315")
    assert str(refused.value.message) == "Die Liste enthält keine Einrichtung des Kreises 05315."
    assert refused.value.field == "district"


def test_whoever_may_not_import_leaves_no_trace() -> None:
    run = a_plan(msb_file(msb_row()))
    logged = AuditEntry.objects.count()
    for actor in (PUBLIC, an_actor("pedagogical"), an_actor("member")):
        with pytest.raises(NotAllowed):
            a_plan(msb_file(msb_row()), actor=actor)
        for act in (commit_import, discard_import):
            with pytest.raises(NotAllowed):
                act(actor=actor, run=run, now=NOW)
    run.refresh_from_db()
    assert (run.state, ImportRun.objects.count(), AuditEntry.objects.count()) == ("planned", 1, logged)
    assert not Institution.objects.exists()


def test_institutions_entered_by_hand_are_left_alone() -> None:
    own = an_institution()
    run = an_import(msb_file(msb_row()))
    assert counts(run) == (1, 0, 0, 0, 0)
    own.refresh_from_db()
    assert (own.name, own.version) == ("Musikschule Haan", 1)


def test_both_lists_agree_on_a_school() -> None:
    an_import(msb_file(msb_row()))
    assert counts(a_plan(svws_file(svws_row()))) == (0, 0, 1, 0, 0)


def test_the_real_list_for_kreis_mettmann() -> None:
    content = shared("data/schools_nrw/schuldaten_msb_2021-09.csv").read_bytes()
    run = an_import(content)
    assert counts(run) == (144, 0, 0, 0, 0)
    assert Institution.objects.filter(status="in_operation").count() == 138
    assert Institution.objects.filter(kind="school", status="in_operation").count() == 137
    assert [(m.ags, m.name) for m in Municipality.objects.order_by("ags")] == [
        ("05158004", "Erkrath"),
        ("05158008", "Haan"),
        ("05158012", "Heiligenhaus"),
        ("05158016", "Hilden"),
        ("05158020", "Langenfeld (Rheinland)"),
        ("05158024", "Mettmann"),
        ("05158026", "Monheim am Rhein"),
        ("05158028", "Ratingen"),
        ("05158032", "Velbert"),
        ("05158036", "Wülfrath"),
    ]
    assert counts(an_import(content)) == (0, 0, 144, 0, 0)
    assert len(official_facts("05158", [])) == 144

    other = shared("data/schools_nrw/svws_schulver_Schulen.csv").read_bytes()
    second = an_import(other)
    assert (counts_of(second)[RowKind.NEW], counts_of(second)[RowKind.MISSING]) == (3, 4)
    assert Institution.objects.filter(status="in_operation").count() == 141  # 140 and the school office
    assert counts(an_import(other)) == (0, 0, 143, 0, 4)
