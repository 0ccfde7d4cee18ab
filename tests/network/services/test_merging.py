"""Two entries become one, and two again."""

from datetime import date, timedelta

import pytest

from bildungsnetz.core.actor import SYSTEM
from bildungsnetz.core.errors import NotAllowed, RuleViolation
from bildungsnetz.core.merging.relations import relations_to
from bildungsnetz.core.models import AuditEntry
from bildungsnetz.governance.services.mandates import add_mandate
from bildungsnetz.network.domain.functions import FunctionKind
from bildungsnetz.network.domain.merging import MergeKind
from bildungsnetz.network.models import (
    ConfirmationRequest,
    ContactChannel,
    Institution,
    Merge,
    Person,
    Site,
)
from bildungsnetz.network.selectors.merging import preview
from bildungsnetz.network.selectors.register import entry_of
from bildungsnetz.network.services.channels import ChannelEntry, add_channel
from bildungsnetz.network.services.institutions import edit_institution
from bildungsnetz.network.services.merging import forget_journals, keep_apart, merge, undo_merge
from bildungsnetz.network.services.people import (
    PersonEntry,
    edit_person,
    end_function,
    enter_function,
    link_person,
)
from tests.governance.build import a_body, seat
from tests.network.build import NOW, TODAY, a_person, a_user, an_actor, an_import, an_institution
from tests.network.exchange.lists import msb_file, msb_row

pytestmark = pytest.mark.django_db
PLACE, PERSON = MergeKind.INSTITUTION, MergeKind.PERSON


def joined(kind: MergeKind, winner: int, loser: int, *taken: str) -> Merge:
    return merge(actor=an_actor(), kind=kind, winner=winner, loser=loser, taken=taken, now=NOW)


def undone(row: Merge) -> Merge:
    return undo_merge(actor=an_actor(), row=row, now=NOW)


def works_at(person: Person, place: Institution):
    kind = FunctionKind.MANAGEMENT
    return enter_function(
        actor=SYSTEM, person=person, institution=place, kind=kind, started_on=TODAY, now=NOW
    )


def test_every_row_that_hangs_on_an_entry_has_a_name() -> None:
    silent = [
        f"{relation.model._meta.label}.{relation.field.name}"
        for model in (Institution, Person)
        for relation in relations_to(model)
        if relation.known is None
    ]
    assert silent == [], "say in the register `hanging` of your context how these rows are called"


def test_two_institutions_become_one_and_two_again() -> None:
    stays, goes = (
        an_institution(),
        an_institution("Musikschule in Haan", description="Alt.", website="https://m.example"),
    )
    before = entry_of(goes)
    held = works_at(a_person(), goes)
    shown = preview(stays, goes)
    assert [(line.field, line.takes) for line in shown.fields if line.differs] == [
        ("name", False),
        ("description", True),
    ]
    assert [(group.label, group.count) for group in shown.groups] == [
        ("Kontaktwege", 2),
        ("Funktionen von Personen", 1),
        ("Standorte", 1),
    ]
    row = joined(PLACE, stays.pk, goes.pk, "description")
    held.refresh_from_db()
    assert (held.institution_id, Institution.objects.get().description) == (stays.pk, "Alt.")
    assert [site.is_main for site in Site.objects.order_by("pk")] == [True, False]
    assert sorted(ContactChannel.objects.values_list("kind", "purpose")) == [
        ("phone", "general"),
        ("phone", "merged"),
        ("website", "general"),
    ]
    undone(row)
    held.refresh_from_db()
    back = Institution.objects.get(pk=goes.pk)
    assert (held.institution_id, entry_of(back), Merge.objects.get().leftovers) == (goes.pk, before, [])
    assert Institution.objects.get(pk=stays.pk).description == ""


def test_what_was_edited_after_the_merge_stays_and_is_named() -> None:
    stays, goes = an_institution(description=""), an_institution("Zweite", description="Alt.")
    held = works_at(a_person(), goes)
    row = joined(PLACE, stays.pk, goes.pk, "description")
    one = Institution.objects.get()
    changed = entry_of(one)
    edit_institution(
        actor=an_actor(),
        institution=one,
        entry=type(changed)(**{**{n: getattr(changed, n) for n in changed.__slots__}, "description": "Neu."}),
        version=one.version,
        now=NOW,
    )
    held.delete()
    assert undone(row).leftovers == [
        {"label": "Beschreibung", "key": "edited_since"},
        {"label": "Funktionen von Personen", "key": "changed_since"},
    ]
    assert Institution.objects.get(pk=stays.pk).description == "Neu."


def test_an_official_institution_stays_and_keeps_its_fields() -> None:
    an_import(msb_file(msb_row()))
    school, other = Institution.objects.get(), an_institution("GS Unterhaan", description="Mit Garten.")
    with pytest.raises(RuleViolation) as refused:
        joined(PLACE, other.pk, school.pk)
    assert "steht in der amtlichen Schulliste" in str(refused.value.message)
    joined(PLACE, school.pk, other.pk, "name", "description")
    kept = Institution.objects.get()
    assert (kept.name, kept.description) == ("Städt. Gem. Grundschule Unterhaan", "Mit Garten.")


def test_seats_move_with_their_rights_and_return() -> None:
    body = a_body()
    goes, stays = a_person("Sommer"), a_person("Sommer", "P.")
    user = a_user()
    link_person(actor=SYSTEM, person=goes, user=user, now=NOW)
    held = add_mandate(actor=SYSTEM, seat_rule=seat(body, "staedte"), person=goes, starts_on=TODAY, now=NOW)
    row = joined(PERSON, stays.pk, goes.pk)
    held.refresh_from_db()
    one = Person.objects.get()
    assert (held.person_id, one.user, user.grants.filter(scope=body.scope).count()) == (stays.pk, user, 1)
    undone(row)
    held.refresh_from_db()
    assert (held.person_id, Person.objects.get(pk=goes.pk).user) == (goes.pk, user)
    assert Person.objects.get(pk=stays.pk).user is None


def test_two_seats_in_one_body_at_the_same_time_forbid_the_merge() -> None:
    body = a_body()
    one, other = a_person("Sommer"), a_person("Sommer", "P.")
    for person in (one, other):
        add_mandate(actor=SYSTEM, seat_rule=seat(body, "staedte"), person=person, starts_on=TODAY, now=NOW)
    logged = AuditEntry.objects.count()
    with pytest.raises(RuleViolation) as refused:
        joined(PERSON, one.pk, other.pk)
    assert str(refused.value.message) == (
        f"Beide Personen sitzen zur selben Zeit im Gremium „{body.name}“. "
        "Beenden Sie zuerst einen der beiden Sitze oder lassen Sie die Einträge getrennt."
    )
    assert (Person.objects.count(), Merge.objects.count(), AuditEntry.objects.count()) == (2, 0, logged)


def test_seats_one_after_the_other_do_not() -> None:
    body = a_body()
    one, other = a_person("Sommer"), a_person("Sommer", "P.")
    past = TODAY - timedelta(days=1)
    add_mandate(
        actor=SYSTEM,
        seat_rule=seat(body, "staedte"),
        person=one,
        starts_on=date(2025, 1, 1),
        ends_on=past,
        now=NOW,
    )
    add_mandate(actor=SYSTEM, seat_rule=seat(body, "staedte"), person=other, starts_on=TODAY, now=NOW)
    assert joined(PERSON, one.pk, other.pk).loser == other.pk


def test_two_accounts_forbid_the_merge() -> None:
    one, other = a_person(), a_person("Winter")
    for person in (one, other):
        link_person(actor=SYSTEM, person=person, user=a_user(), now=NOW)
    with pytest.raises(RuleViolation):
        joined(PERSON, one.pk, other.pk)


def test_merges_in_a_row_come_apart_in_the_other_order() -> None:
    a, b, c = (an_institution(name) for name in "ABC")
    first, second = joined(PLACE, b.pk, a.pk), joined(PLACE, c.pk, b.pk)
    with pytest.raises(RuleViolation) as refused:
        undone(first)
    assert "inzwischen selbst aufgegangen" in str(refused.value.message)
    undone(second)
    undone(first)
    assert sorted(Institution.objects.values_list("name", flat=True)) == ["A", "B", "C"]


def test_after_30_days_and_twice_it_cannot_be_undone_and_the_journal_is_empty() -> None:
    a, b = an_institution("A"), an_institution("B")
    row = joined(PLACE, a.pk, b.pk)
    late = NOW + timedelta(days=30)
    with pytest.raises(RuleViolation):
        undo_merge(actor=an_actor(), row=row, now=late)
    assert forget_journals(late - timedelta(seconds=1)) == "0 Aufzeichnungen geleert"
    undone(row)
    with pytest.raises(RuleViolation):
        undone(row)
    assert Merge.objects.get().journal == {}


def test_whoever_may_not_merge_leaves_no_trace() -> None:
    a, b = an_institution("A"), an_institution("B")
    row = joined(PLACE, a.pk, b.pk)
    c = an_institution("C")
    logged, actor = AuditEntry.objects.count(), an_actor("pedagogical")
    with pytest.raises(NotAllowed):
        merge(actor=actor, kind=PLACE, winner=a.pk, loser=c.pk, taken=[], now=NOW)
    with pytest.raises(NotAllowed):
        undo_merge(actor=actor, row=row, now=NOW)
    with pytest.raises(NotAllowed):
        keep_apart(actor=actor, kind=PLACE, one=a.pk, other=c.pk, now=NOW)
    assert (Institution.objects.count(), AuditEntry.objects.count()) == (2, logged)


def test_own_deputies_and_later_edits_of_persons() -> None:
    one, other = a_person(), a_person("Sommer", "P.", email="zweite@demo.example")
    place = an_institution()
    held = works_at(other, place)
    row = joined(PERSON, one.pk, other.pk, "email")
    entry = PersonEntry(first_name="Petra", last_name="Sommer", email="dritte@demo.example")
    kept = Person.objects.get()
    edit_person(actor=an_actor(), person=kept, entry=entry, version=kept.version, now=NOW)
    held.refresh_from_db()
    end_function(actor=an_actor(), function=held, last_day=TODAY, now=NOW)
    assert undone(row).leftovers == [{"label": "E-Mail", "key": "edited_since"}]
    held.refresh_from_db()
    assert (held.person_id, held.ended_on) == (other.pk, TODAY)


def test_what_looks_alike_can_be_kept_apart() -> None:
    a, b = an_institution("A"), an_institution("B")
    keep_apart(actor=an_actor(), kind=PLACE, one=b.pk, other=a.pk, now=NOW)
    keep_apart(actor=an_actor(), kind=PLACE, one=a.pk, other=b.pk, now=NOW)
    assert AuditEntry.objects.filter(act="network.merge.keep_apart").count() == 2


def test_channels_with_the_same_purpose_do_not_get_lost() -> None:
    a, b = an_institution("A"), an_institution("B")
    entry = ChannelEntry(kind="email", value="x@demo.example", purpose="press")
    for place in (a, b):
        add_channel(actor=SYSTEM, institution=place, entry=entry, now=NOW)
    row = joined(PLACE, a.pk, b.pk)
    undone(row)
    assert [
        ContactChannel.objects.filter(institution=place, value=entry.value).count() for place in (a, b)
    ] == [1, 1]


def test_two_open_questions_become_one_and_come_back() -> None:
    """Each entry has at most one open question: that of the entry that stays goes on, the other waits in the journal."""
    stays, goes = an_institution(), an_institution("Musikschule in Haan")
    asked, other = (
        ConfirmationRequest.objects.create(institution=place, email="post@schule.example", sent_at=NOW)
        for place in (stays, goes)
    )
    answered = ConfirmationRequest.objects.create(
        institution=goes, sent_at=NOW, answered_at=NOW, answer=ConfirmationRequest.Answer.CONFIRMED
    )
    made = joined(PLACE, stays.pk, goes.pk)
    kept = ConfirmationRequest.objects.order_by("pk").values_list("pk", "institution", "answer")
    assert list(kept) == [(asked.pk, stays.pk, ""), (answered.pk, stays.pk, "confirmed")]
    assert undone(made).leftovers == []
    assert list(kept.all()) == [
        (asked.pk, stays.pk, ""),
        (other.pk, goes.pk, ""),
        (answered.pk, goes.pk, "confirmed"),
    ]
