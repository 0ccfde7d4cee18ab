from dataclasses import replace
from datetime import date

from hypothesis import given

from bildungsnetz.network.domain.import_plan import (
    FieldChange,
    ImportPlan,
    PlannedRow,
    ReadRow,
    RefusedRow,
    RowKind,
    compare,
)
from bildungsnetz.network.domain.official import LOCKED_FIELDS, OfficialFacts
from bildungsnetz.network.domain.school_keys import LegalForm, OperatingStatus
from tests.network.domain.strategies import files, registers

UNTERHAAN = OfficialFacts(
    number="106458",
    name="Städt. Gem. Grundschule Unterhaan",
    short_name="Haan, GG Unterhaan",
    kind="school",
    school_form="02",
    legal_form=LegalForm.PUBLIC,
    status=OperatingStatus.IN_OPERATION,
    status_date=date(1973, 8, 1),
    ags="05158008",
    authority_number="11435",
    street="Steinkulle 24",
    postal_code="42781",
    city="Haan",
    longitude=6.997,
    latitude=51.185,
    phone="02129 31937",
    fax="",
    email="",
    website="",
)
MITTELHAAN = replace(UNTERHAAN, number="106446", name="Städt. Gem. Grundschule Mittelhaan")


def test_a_plan_tells_new_changed_unchanged_refused_and_missing_rows_apart() -> None:
    closing = replace(UNTERHAAN, status=OperatingStatus.CLOSING, status_date=date(2027, 7, 31))
    gone = replace(UNTERHAAN, number="106999", name="Alte Schule")
    new = replace(UNTERHAAN, number="107000", name="Neue Schule")

    plan = compare(
        read=[ReadRow(3, closing), ReadRow(4, MITTELHAAN), ReadRow(6, new)],
        refused=[RefusedRow(5, "12", "Haan, GG", "Die Schulnummer „12“ ist falsch: Sie hat sechs Ziffern.")],
        present={"106458": UNTERHAAN, "106446": MITTELHAAN, "106999": gone},
    )

    assert plan == ImportPlan(
        (
            PlannedRow(
                RowKind.CHANGED,
                3,
                "106458",
                "Städt. Gem. Grundschule Unterhaan",
                closing,
                (
                    FieldChange("status", "in_operation", "closing"),
                    FieldChange("status_date", "1973-08-01", "2027-07-31"),
                ),
            ),
            PlannedRow(RowKind.UNCHANGED, 4, "106446", "Städt. Gem. Grundschule Mittelhaan"),
            PlannedRow(
                RowKind.REFUSED,
                5,
                "12",
                "Haan, GG",
                reason="Die Schulnummer „12“ ist falsch: Sie hat sechs Ziffern.",
            ),
            PlannedRow(RowKind.NEW, 6, "107000", "Neue Schule", new),
            PlannedRow(RowKind.MISSING, None, "106999", "Alte Schule"),
        )
    )
    assert plan.counts() == {
        RowKind.NEW: 1,
        RowKind.CHANGED: 1,
        RowKind.UNCHANGED: 1,
        RowKind.REFUSED: 1,
        RowKind.MISSING: 1,
    }
    assert [row.number for row in plan.writes] == ["106458", "107000"]


def test_a_refused_row_does_not_make_its_institution_missing() -> None:
    plan = compare([], [RefusedRow(3, "106458", "Haan, GG Unterhaan", "…")], {"106458": UNTERHAAN})
    assert [row.kind for row in plan.rows] == [RowKind.REFUSED]


@given(files, registers)
def test_planning_again_after_the_commit_changes_nothing(
    file: list[ReadRow], register: dict[str, OfficialFacts]
) -> None:
    first = compare(file, [], register)
    after = register | {row.number: row.facts for row in first.writes if row.facts}
    second = compare(file, [], after)
    assert second.writes == ()
    assert second.counts()[RowKind.UNCHANGED] == len(file)


@given(files, registers)
def test_every_row_of_the_file_and_every_institution_appears_once(
    file: list[ReadRow], register: dict[str, OfficialFacts]
) -> None:
    plan = compare(file, [], register)
    numbers = [row.number for row in plan.rows]
    assert sorted(numbers) == sorted({row.facts.number for row in file} | set(register))
    assert sum(plan.counts().values()) == len(numbers)


@given(registers)
def test_facts_survive_their_storage(register: dict[str, OfficialFacts]) -> None:
    assert [OfficialFacts.from_json(facts.as_json()) for facts in register.values()] == list(
        register.values()
    )


def test_the_list_locks_what_it_tells() -> None:
    assert {"name", "number", "ags", "status", "street"} <= LOCKED_FIELDS
    assert "description" not in LOCKED_FIELDS
