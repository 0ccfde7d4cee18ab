from dataclasses import replace

import pytest

from bildungsnetz.core.actor import PUBLIC, SYSTEM
from bildungsnetz.core.audit import history_of
from bildungsnetz.core.errors import NotAllowed, RuleViolation, StaleVersion
from bildungsnetz.core.models import AuditEntry
from bildungsnetz.network.models import FieldOfAction, Institution
from bildungsnetz.network.selectors.register import entry_of
from bildungsnetz.network.services.fields_of_action import FieldEntry, enter_field_of_action
from bildungsnetz.network.services.institutions import edit_institution, enter_institution
from tests.network.build import NOW, an_actor, an_entry, an_import, an_institution
from tests.network.exchange.lists import msb_file, msb_row

pytestmark = pytest.mark.django_db


def test_an_entered_institution_holds_what_was_typed() -> None:
    field = enter_field_of_action(actor=SYSTEM, entry=FieldEntry(name="Digitale Welten"), now=NOW)
    entry = an_entry(fields_of_action=frozenset({field.pk}), website="https://musik.example")
    entered = enter_institution(actor=an_actor(), entry=entry, now=NOW)
    assert entry_of(entered) == entry
    assert (entered.what, entered.is_official) == ("Musikschule", False)
    assert history_of(entered)[0].sentence == "Petra Sommer hat die Einrichtung Musikschule Haan erfasst."


def test_an_edit_says_what_changed() -> None:
    entered = an_institution()
    after = replace(
        entry_of(entered), name="Musikschule Haan-Gruiten", phone="", longitude=None, latitude=None
    )
    edited = edit_institution(actor=an_actor(), institution=entered, entry=after, version=1, now=NOW)
    assert entry_of(edited) == after
    assert (edited.version, edited.channels.count()) == (2, 0)
    assert history_of(edited)[0].sentence == (
        "Petra Sommer hat die Einrichtung Musikschule Haan-Gruiten geändert: Name, Länge, Breite, Telefon."
    )


def test_saving_without_a_change_writes_nothing() -> None:
    entered = an_institution()
    edit_institution(actor=an_actor(), institution=entered, entry=entry_of(entered), version=1, now=NOW)
    assert Institution.objects.get().version == 1
    assert len(history_of(entered)) == 1


def test_the_second_of_two_editors_is_told() -> None:
    entered = an_institution()
    entry = entry_of(entered)
    edit_institution(
        actor=an_actor(), institution=entered, entry=replace(entry, name="Erste"), version=1, now=NOW
    )
    with pytest.raises(StaleVersion):
        edit_institution(
            actor=an_actor(), institution=entered, entry=replace(entry, name="Zweite"), version=1, now=NOW
        )
    assert Institution.objects.get().name == "Erste"


@pytest.mark.parametrize(
    ("change", "field", "message"),
    [
        ({"name": " "}, "name", "Bitte geben Sie den Namen an."),
        ({"kind": "school"}, "school_form", "Bitte wählen Sie die Schulform."),
        ({"school_form": "02"}, "school_form", "Eine Schulform haben nur Schulen."),
        ({"postal_code": "4278"}, "postal_code", "Die Postleitzahl hat fünf Ziffern."),
        ({"latitude": None}, "latitude", "Geben Sie Länge und Breite zusammen an oder keine von beiden."),
        (
            {"longitude": 51.2, "latitude": 6.9},
            "longitude",
            (
                "Die Koordinaten liegen nicht in Nordrhein-Westfalen. "
                "Prüfen Sie, ob Länge und Breite vertauscht sind."
            ),
        ),
    ],
)
def test_a_broken_rule_is_told_at_its_field_and_nothing_is_written(
    change: dict[str, object], field: str, message: str
) -> None:
    with pytest.raises(RuleViolation) as refused:
        enter_institution(actor=an_actor(), entry=an_entry(**change), now=NOW)
    assert (refused.value.field, str(refused.value.message)) == (field, message)
    assert not Institution.objects.exists()


@pytest.mark.parametrize(
    ("change", "field"), [({"name": "Anders"}, "Name"), ({"street": "Weg 1"}, "Straße und Hausnummer")]
)
def test_what_the_official_list_tells_is_locked(change: dict[str, str], field: str) -> None:
    an_import(msb_file(msb_row()))
    school = Institution.objects.get()
    with pytest.raises(RuleViolation) as refused:
        edit_institution(
            actor=an_actor("head"),
            institution=school,
            entry=replace(entry_of(school), **change),
            version=1,
            now=NOW,
        )
    assert str(refused.value.message) == (
        f"„{field}“ kommt aus der amtlichen Schulliste und ändert sich nur mit dem nächsten Import."
    )
    assert (school.version, Institution.objects.get().version) == (1, 1)


def test_own_fields_of_an_official_institution_can_be_edited() -> None:
    an_import(msb_file(msb_row()))
    school = Institution.objects.get()
    field = enter_field_of_action(actor=SYSTEM, entry=FieldEntry(name="Inklusion"), now=NOW)
    after = replace(
        entry_of(school),
        description="Mit Schulgarten.",
        fields_of_action=frozenset({field.pk}),
        is_public=False,
    )
    edit_institution(actor=an_actor(), institution=school, entry=after, version=1, now=NOW)
    assert entry_of(Institution.objects.get()) == after


def test_whoever_may_not_edit_leaves_no_trace() -> None:
    entered = an_institution()
    logged = AuditEntry.objects.count()
    for actor in (PUBLIC, an_actor("scientific"), an_actor("member")):
        with pytest.raises(NotAllowed):
            enter_institution(actor=actor, entry=an_entry("Andere"), now=NOW)
        with pytest.raises(NotAllowed):
            edit_institution(
                actor=actor,
                institution=entered,
                entry=replace(entry_of(entered), name="Andere"),
                version=1,
                now=NOW,
            )
        with pytest.raises(NotAllowed):
            enter_field_of_action(actor=actor, entry=FieldEntry(name="Neu"), now=NOW)
    assert [each.name for each in Institution.objects.order_by("pk")] == ["Musikschule Haan"]
    assert (AuditEntry.objects.count(), FieldOfAction.objects.count()) == (logged, 0)
