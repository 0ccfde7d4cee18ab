import re
from dataclasses import replace
from datetime import date

import pytest

from bildungsnetz.accounts.services.invitations import accept_invitation
from bildungsnetz.core.actor import PUBLIC, SYSTEM
from bildungsnetz.core.audit import history_of
from bildungsnetz.core.errors import NotAllowed, RuleViolation, StaleVersion
from bildungsnetz.core.models import AuditEntry, OutgoingMail
from bildungsnetz.network.domain.functions import FunctionKind
from bildungsnetz.network.models import Function, Person
from bildungsnetz.network.selectors.people import (
    account_to_connect,
    current_functions,
    functions_in,
    people,
    people_named,
    person_of_user,
)
from bildungsnetz.network.services import people as acts
from bildungsnetz.network.services.people import PersonEntry
from bildungsnetz.network.signals import person_linked
from tests.network.build import NOW, TODAY, a_person, a_user, an_actor, an_institution

pytestmark = pytest.mark.django_db
PRINCIPAL = FunctionKind.PRINCIPAL


def test_a_person_is_entered_and_corrected() -> None:
    entry = PersonEntry(first_name="Petra", last_name="Sommer", title="Dr.")
    person = acts.enter_person(actor=an_actor(), entry=entry, now=NOW)
    assert (person.name, person.sort_name) == ("Dr. Petra Sommer", "Sommer, Dr. Petra")
    edited = acts.edit_person(
        actor=an_actor(), person=person, entry=replace(entry, phone="02129 1", title=""), version=1, now=NOW
    )
    assert (edited.version, edited.phone, edited.title) == (2, "02129 1", "")
    assert [line.sentence for line in history_of(person)] == [
        "Petra Sommer hat die Angaben zu Petra Sommer geändert: Titel, Telefon.",
        "Petra Sommer hat Dr. Petra Sommer erfasst.",
    ]
    with pytest.raises(StaleVersion):
        acts.edit_person(actor=an_actor(), person=person, entry=entry, version=1, now=NOW)


def test_a_person_needs_both_names() -> None:
    with pytest.raises(RuleViolation) as refused:
        acts.enter_person(actor=an_actor(), entry=PersonEntry(first_name="Petra", last_name=" "), now=NOW)
    assert (refused.value.field, str(refused.value.message)) == (
        "last_name",
        "Bitte geben Sie Vor- und Nachnamen an.",
    )
    assert not Person.objects.exists()


def test_a_function_begins_and_ends_and_current_is_asked_for_a_day() -> None:
    person, school = a_person(), an_institution()
    function = acts.enter_function(
        actor=an_actor(),
        person=person,
        institution=school,
        kind=PRINCIPAL,
        started_on=date(2025, 8, 1),
        now=NOW,
    )
    assert list(current_functions(person, on=TODAY)) == [function]
    acts.end_function(actor=an_actor(), function=function, last_day=date(2026, 7, 31), now=NOW)
    days = [date(2025, 7, 31), date(2025, 8, 1), date(2026, 7, 31), date(2026, 8, 1)]
    assert [current_functions(person, on=day).count() for day in days] == [0, 1, 1, 0]
    assert [line.sentence for line in history_of(person)][:2] == [
        "Petra Sommer hat die Funktion „Schulleitung (Musikschule Haan)“ von Petra Sommer beendet.",
        "Petra Sommer hat für Petra Sommer die Funktion „Schulleitung (Musikschule Haan)“ eingetragen.",
    ]


def test_the_same_function_cannot_be_held_twice_on_one_day() -> None:
    person, school = a_person(), an_institution()
    given = {"actor": SYSTEM, "person": person, "institution": school, "kind": PRINCIPAL, "now": NOW}
    acts.enter_function(**given, started_on=date(2025, 1, 1), ended_on=date(2025, 6, 30))
    with pytest.raises(RuleViolation) as refused:
        acts.enter_function(**given, started_on=date(2025, 6, 30))
    assert str(refused.value.message) == "Diese Funktion ist für den Zeitraum schon eingetragen."
    acts.enter_function(**given, started_on=date(2025, 7, 1))
    acts.enter_function(**given, started_on=date(2025, 6, 30), label="Schulleitung am zweiten Standort")
    assert Function.objects.count() == 3


def test_an_end_before_the_beginning_is_refused() -> None:
    person, school = a_person(), an_institution()
    given = {"actor": SYSTEM, "person": person, "institution": school, "kind": PRINCIPAL, "now": NOW}
    with pytest.raises(RuleViolation) as refused:
        acts.enter_function(**given, started_on=TODAY, ended_on=date(2026, 3, 3))
    assert (refused.value.field, str(refused.value.message)) == ("ended_on", "Das Ende liegt vor dem Beginn.")
    function = acts.enter_function(**given, started_on=TODAY)
    with pytest.raises(RuleViolation) as refused:
        acts.end_function(actor=SYSTEM, function=function, last_day=date(2026, 3, 3), now=NOW)
    assert str(refused.value.message) == "Der letzte Tag liegt vor dem Beginn der Funktion."
    function.refresh_from_db()
    assert function.ended_on is None


def test_who_accepts_the_invitation_becomes_the_person() -> None:
    person = a_person(email="petra.sommer@demo.example")
    linked = []
    person_linked.connect(
        lambda **facts: linked.append((facts["person"], facts["user"])), weak=False, dispatch_uid="t"
    )
    acts.invite_person(actor=an_actor(), person=person, now=NOW)
    mail = OutgoingMail.objects.get()
    token = re.findall(r"/einladung/([^/\s]+)/", mail.body)[0]
    user = accept_invitation(token=token, password="ein langes Passwort", now=NOW)
    person_linked.disconnect(dispatch_uid="t")
    person.refresh_from_db()
    assert (person.user, person_of_user(user.pk), linked) == (user, person, [(person, user)])
    assert [line.sentence for line in history_of(person)][:2] == [
        "Petra Sommer hat das Konto angelegt und ist jetzt mit Petra Sommer verbunden.",
        "Petra Sommer hat Petra Sommer ein Konto angeboten.",
    ]
    with pytest.raises(RuleViolation) as refused:
        acts.invite_person(actor=an_actor(), person=person, now=NOW)
    assert str(refused.value.message) == "Petra Sommer hat schon ein Konto."


def test_without_an_address_nobody_is_invited() -> None:
    entry = PersonEntry(first_name="Petra", last_name="Sommer")
    person = acts.enter_person(actor=SYSTEM, entry=entry, now=NOW)
    with pytest.raises(RuleViolation) as refused:
        acts.invite_person(actor=an_actor(), person=person, now=NOW)
    assert str(refused.value.message) == (
        "Ohne E-Mail-Adresse ist keine Einladung möglich. Bitte ergänzen Sie sie zuerst."
    )
    assert not OutgoingMail.objects.exists()


def test_a_linked_person_keeps_its_account() -> None:
    person, first, second = a_person(), a_user(), a_user()
    acts.link_person(actor=SYSTEM, person=person, user=first, now=NOW)
    acts.link_person(actor=SYSTEM, person=person, user=second, now=NOW)
    person.refresh_from_db()
    assert person.user == first


def test_an_account_that_is_there_is_connected_instead_of_invited() -> None:
    user = a_user()
    person = a_person(email=user.email)
    linked = []
    person_linked.connect(lambda **facts: linked.append(facts["user"]), weak=False, dispatch_uid="t")
    assert account_to_connect(an_actor(), person) == user
    acts.connect_account(actor=an_actor(), person=person, now=NOW)
    person_linked.disconnect(dispatch_uid="t")
    person.refresh_from_db()
    assert (person.user, linked) == (user, [user])
    assert history_of(person)[0].sentence.endswith("hat Petra Sommer mit dem vorhandenen Konto verbunden.")
    assert not OutgoingMail.objects.exists()


def test_an_account_of_somebody_else_is_not_connected() -> None:
    user, twin = a_user(), a_person("Winter", "Jan")
    person = a_person(email=user.email)
    acts.link_person(actor=SYSTEM, person=twin, user=user, now=NOW)
    logged = AuditEntry.objects.count()
    with pytest.raises(RuleViolation) as refused:
        acts.connect_account(actor=an_actor(), person=person, now=NOW)
    assert str(refused.value.message) == "Zu dieser Adresse gibt es kein Konto, das noch frei ist."
    person.refresh_from_db()
    assert (person.user, AuditEntry.objects.count()) == (None, logged)


def test_everybody_finds_only_the_own_entry_and_the_office_all() -> None:
    own, other = a_person("Sommer"), a_person("Winter", "Jan")
    user = a_user()
    acts.link_person(actor=SYSTEM, person=own, user=user, now=NOW)
    member = replace(an_actor("member"), user_id=user.pk)
    assert list(people(member)) == [own]
    assert list(people(PUBLIC)) == []
    assert list(people(an_actor())) == [own, other]
    assert list(people_named(an_actor(), "jan WINT")) == [other]
    school = an_institution()
    acts.enter_function(
        actor=SYSTEM, person=other, institution=school, kind=PRINCIPAL, started_on=TODAY, now=NOW
    )
    assert list(functions_in(member, school, on=TODAY)) == []
    assert [each.person for each in functions_in(an_actor(), school, on=TODAY)] == [other]


def test_whoever_may_not_act_leaves_no_trace() -> None:
    person, school = a_person(), an_institution()
    function = acts.enter_function(
        actor=SYSTEM, person=person, institution=school, kind=PRINCIPAL, started_on=TODAY, now=NOW
    )
    entry = PersonEntry(first_name="Neu", last_name="Neu")
    logged = AuditEntry.objects.count()
    for actor in (PUBLIC, an_actor("member"), an_actor("scientific")):
        for act, given in (
            (acts.enter_person, {"entry": entry}),
            (acts.edit_person, {"person": person, "entry": entry, "version": 1}),
            (acts.invite_person, {"person": person}),
            (acts.connect_account, {"person": person}),
            (acts.end_function, {"function": function, "last_day": TODAY}),
            (
                acts.enter_function,
                {"person": person, "institution": school, "kind": FunctionKind.TEACHER, "started_on": TODAY},
            ),
        ):
            with pytest.raises(NotAllowed):
                act(actor=actor, now=NOW, **given)
    function.refresh_from_db()
    assert (Person.objects.get().last_name, Function.objects.count(), function.ended_on) == (
        "Sommer",
        1,
        None,
    )
    assert (AuditEntry.objects.count(), OutgoingMail.objects.count()) == (logged, 0)
