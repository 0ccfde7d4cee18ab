from dataclasses import replace
from datetime import date

import pytest

from bildungsnetz.core import files
from bildungsnetz.core.actor import PUBLIC
from bildungsnetz.core.audit import history_of
from bildungsnetz.core.errors import NotAllowed, RuleViolation, StaleVersion
from bildungsnetz.core.models import AuditEntry, StoredFile
from bildungsnetz.network.domain.cooperation import CooperationEntry, CooperationKind, Intensity, Source
from bildungsnetz.network.models import Cooperation
from bildungsnetz.network.selectors.cooperations import (
    Asked,
    cooperations,
    cooperations_of,
    find_cooperations,
    institutions_called,
)
from bildungsnetz.network.services.cooperations import (
    Document,
    edit_cooperation,
    enter_cooperation,
    remove_cooperation,
)
from tests.network.build import NOW, a_cooperation, an_actor, an_institution

pytestmark = pytest.mark.django_db
PAPER = Document("Vereinbarung.txt", b"Beide Seiten.")


def an_entry(**values: object) -> CooperationEntry:
    given: dict[str, object] = {
        "first": an_institution("Gymnasium").pk,
        "second": an_institution("Musikschule").pk,
        "kind": CooperationKind.PROJECT,
        "started_on": date(2025, 8, 1),
    }
    return CooperationEntry(**{**given, **values})  # type: ignore[arg-type]


def test_a_cooperation_is_entered_edited_and_removed() -> None:
    entry = an_entry()
    entered = enter_cooperation(actor=an_actor(), entry=entry, now=NOW)
    assert (str(entered), entered.source, entered.intensity) == ("Gymnasium – Musikschule", "declared", 2)
    changed = replace(entry, ended_on=date(2026, 7, 31), intensity=Intensity.WEEKLY)
    edited = edit_cooperation(actor=an_actor(), cooperation=entered, entry=changed, version=1, now=NOW)
    assert (edited.version, edited.ended_on) == (2, date(2026, 7, 31))
    assert [line.sentence for line in history_of(entered)] == [
        "Petra Sommer hat die Kooperation Gymnasium – Musikschule geändert: Bis einschließlich, Wie oft.",
        "Petra Sommer hat die Kooperation Gymnasium – Musikschule eingetragen.",
    ]
    with pytest.raises(StaleVersion):
        edit_cooperation(actor=an_actor(), cooperation=entered, entry=entry, version=1, now=NOW)
    remove_cooperation(actor=an_actor(), cooperation=entered, now=NOW)
    assert not Cooperation.objects.exists()
    assert AuditEntry.objects.filter(act="network.cooperation.remove").count() == 1


def test_saving_nothing_new_writes_nothing() -> None:
    entry = an_entry()
    entered = enter_cooperation(actor=an_actor(), entry=entry, now=NOW)
    edit_cooperation(actor=an_actor(), cooperation=entered, entry=entry, version=1, now=NOW)
    assert len(history_of(entered)) == 1


@pytest.mark.parametrize(
    ("wrong", "field", "sentence"),
    [
        (
            {"ended_on": date(2025, 7, 31)},
            "ended_on",
            "Das Ende liegt vor dem Beginn.",
        ),
        (
            {"source": Source.AGREEMENT},
            "agreement",
            "Bitte laden Sie die Vereinbarung hoch, oder wählen Sie „angegeben“.",
        ),
    ],
)
def test_what_a_cooperation_cannot_be(wrong: dict[str, object], field: str, sentence: str) -> None:
    with pytest.raises(RuleViolation) as refused:
        enter_cooperation(actor=an_actor(), entry=an_entry(**wrong), now=NOW)
    assert (refused.value.field, str(refused.value.message)) == (field, sentence)
    assert not Cooperation.objects.exists()


def test_nobody_works_with_oneself() -> None:
    entry = an_entry()
    with pytest.raises(RuleViolation) as refused:
        enter_cooperation(actor=an_actor(), entry=replace(entry, second=entry.first), now=NOW)
    assert refused.value.field == "second"


def test_the_same_cannot_be_entered_twice_for_one_day_whoever_stands_first() -> None:
    entry = an_entry(ended_on=date(2025, 12, 31))
    enter_cooperation(actor=an_actor(), entry=entry, now=NOW)
    turned = replace(entry, first=entry.second, second=entry.first)
    with pytest.raises(RuleViolation):
        enter_cooperation(
            actor=an_actor(), entry=replace(turned, started_on=date(2025, 12, 31), ended_on=None), now=NOW
        )
    enter_cooperation(
        actor=an_actor(), entry=replace(turned, started_on=date(2026, 1, 1), ended_on=None), now=NOW
    )
    enter_cooperation(actor=an_actor(), entry=replace(turned, kind=CooperationKind.OFFER), now=NOW)
    assert Cooperation.objects.count() == 3


def test_an_agreement_is_kept_replaced_and_goes_with_the_cooperation() -> None:
    entry = an_entry(source=Source.AGREEMENT)
    entered = enter_cooperation(actor=an_actor(), entry=entry, agreement=PAPER, now=NOW)
    assert entered.agreement is not None
    assert files.read(entered.agreement) == b"Beide Seiten."
    newer = Document("Neu.txt", b"Neu.")
    edited = edit_cooperation(
        actor=an_actor(), cooperation=entered, entry=entry, agreement=newer, version=1, now=NOW
    )
    assert [kept.name for kept in StoredFile.objects.all()] == ["Neu.txt"]
    assert "geändert: Vereinbarung." in history_of(edited)[0].sentence
    remove_cooperation(actor=an_actor(), cooperation=edited, now=NOW)
    assert not StoredFile.objects.exists()


def test_a_file_that_is_not_what_it_says_stops_the_whole_act() -> None:
    wrong = Document("Vereinbarung.pdf", b"kein PDF")
    with pytest.raises(RuleViolation):
        enter_cooperation(actor=an_actor(), entry=an_entry(), agreement=wrong, now=NOW)
    assert not Cooperation.objects.exists()


def test_those_who_may_not_change_nothing_and_leave_no_trace() -> None:
    entered = a_cooperation()
    before = AuditEntry.objects.count()
    scientist = an_actor("scientific")
    entry = CooperationEntry(
        first=entered.first_id, second=entered.second_id, kind="offer", started_on=date(2020, 1, 1)
    )
    for act in (
        lambda: enter_cooperation(actor=scientist, entry=entry, now=NOW),
        lambda: edit_cooperation(actor=scientist, cooperation=entered, entry=entry, version=1, now=NOW),
        lambda: remove_cooperation(actor=scientist, cooperation=entered, now=NOW),
    ):
        with pytest.raises(NotAllowed):
            act()
    assert (Cooperation.objects.get().kind, AuditEntry.objects.count()) == (entered.kind, before)


def test_who_sees_cooperations_and_how_they_are_found() -> None:
    first = a_cooperation(
        "Gymnasium Nord", "Musikschule", started_on=date(2024, 1, 1), ended_on=date(2024, 12, 31)
    )
    second = a_cooperation("Gymnasium Süd", "Bibliothek", started_on=date(2025, 1, 1))
    assert list(cooperations(an_actor())) == [second, first]
    assert not cooperations(PUBLIC)
    assert not cooperations(an_actor("member"))
    assert list(find_cooperations(an_actor(), Asked(text="gymnasium musik"))) == [first]
    assert list(find_cooperations(an_actor(), Asked(on=date(2024, 12, 31)))) == [first]
    assert list(find_cooperations(an_actor(), Asked(on=date(2025, 1, 1)))) == [second]
    assert list(find_cooperations(an_actor(), Asked(source="surveyed"))) == []
    assert list(cooperations_of(an_actor(), second.second)) == [second]


def test_which_institution_somebody_means() -> None:
    one = an_institution("Musikschule Haan")
    an_institution("Musikschule Gruiten")
    assert institutions_called(an_actor(), "musikschule haan") == ([one], True)
    assert institutions_called(an_actor(), "Musikschule Haan (Haan)") == ([one], True)
    found, certain = institutions_called(an_actor(), "Musikschule")
    assert (sorted(each.name for each in found), certain) == (
        ["Musikschule Gruiten", "Musikschule Haan"],
        False,
    )
    assert institutions_called(an_actor(), "Raumstation") == ([], False)
    hidden = an_institution("Geheimstelle", is_public=False)
    assert institutions_called(an_actor(), "Geheimstelle") == ([hidden], True)
    assert institutions_called(PUBLIC, "Geheimstelle") == ([], False)
