from datetime import timedelta

import pytest

from bildungsnetz.accounts.api import actor_for
from bildungsnetz.core import clock
from bildungsnetz.core.actor import SYSTEM, Actor
from bildungsnetz.core.audit import history_of
from bildungsnetz.core.errors import NotAllowed, RuleViolation
from bildungsnetz.core.models import AuditEntry, OutgoingMail
from bildungsnetz.network.domain.functions import FunctionKind
from bildungsnetz.network.domain.stewardship import Reach
from bildungsnetz.network.models import Institution, Person, Stewardship
from bildungsnetz.network.selectors.keeping import own_institutions
from bildungsnetz.network.services.people import end_function, enter_function, link_person
from bildungsnetz.network.services.profiles import ProfileEntry, edit_profile
from bildungsnetz.network.services.stewardships import end_stewardship, give_stewardship
from tests.network.build import NOW, TODAY, a_person, a_user, an_actor, an_import, an_institution
from tests.network.exchange.lists import msb_file, msb_row

pytestmark = pytest.mark.django_db


def in_function(place: Institution) -> Person:
    person = a_person()
    kind = FunctionKind.MANAGEMENT
    enter_function(actor=SYSTEM, person=person, institution=place, kind=kind, started_on=TODAY, now=NOW)
    return person


def with_account(person: Person) -> Person:
    return link_person(actor=SYSTEM, person=person, user=a_user(), now=NOW)


def actor_of(person: Person, now=NOW) -> Actor:
    person.refresh_from_db()
    return actor_for(person.user, now=now)


def test_a_steward_keeps_the_own_fields_once_the_account_is_there() -> None:
    place, other = an_institution(), an_institution("Andere")
    person = in_function(place)
    give_stewardship(actor=an_actor(), person=person, institution=place, now=NOW)
    assert OutgoingMail.objects.get().recipient == person.email
    actor = actor_of(with_account(person))
    assert list(own_institutions(actor)) == [place]
    edit_profile(actor=actor, institution=place, entry=ProfileEntry(description="Neu"), version=1, now=NOW)
    with pytest.raises(NotAllowed):
        edit_profile(actor=actor, institution=other, entry=ProfileEntry(), version=1, now=NOW)
    assert [line.sentence for line in history_of(place)][:2] == [
        "Petra Sommer hat die Einrichtung Musikschule Haan geändert: Beschreibung.",
        "Petra Sommer hat Petra Sommer die Pflege von Musikschule Haan übertragen.",
    ]


def test_the_role_of_a_school_alone_keeps_nothing() -> None:
    an_institution()
    assert not own_institutions(an_actor("school")).exists()


@pytest.mark.parametrize(("reach", "number"), [(Reach.BY_NUMBER, "170550"), (Reach.BY_CITY, "")])
def test_a_schultraeger_keeps_its_schools(reach: Reach, number: str) -> None:
    an_import(msb_file(msb_row()))
    school = Institution.objects.get()
    Institution.objects.filter(pk=school.pk).update(authority_number="170550")
    office = an_institution("Schulverwaltungsamt", kind="school_authority")
    person = with_account(in_function(office))
    give_stewardship(
        actor=an_actor(), person=person, institution=office, reach=reach, authority_number=number, now=NOW
    )
    assert set(own_institutions(actor_of(person))) == {office, school}


def test_the_right_ends_with_the_function() -> None:
    place = an_institution()
    person = with_account(in_function(place))
    give_stewardship(actor=an_actor(), person=person, institution=place, now=NOW)
    end_function(actor=an_actor(), function=person.functions.get(), last_day=TODAY, now=NOW)
    assert Stewardship.objects.get().ended_on == TODAY
    later = NOW + timedelta(days=1)
    assert own_institutions(actor_of(person, clock.now())).exists()
    assert not own_institutions(actor_of(person, later)).exists()


def test_the_office_ends_it_once() -> None:
    place = an_institution()
    row = give_stewardship(actor=an_actor(), person=in_function(place), institution=place, now=NOW)
    assert end_stewardship(actor=an_actor(), stewardship=row, now=NOW).ended_on == TODAY
    with pytest.raises(RuleViolation):
        end_stewardship(actor=an_actor(), stewardship=row, now=NOW)


@pytest.mark.parametrize(
    ("values", "field"),
    [
        ({"reach": Reach.BY_CITY}, "reach"),
        ({"authority_number": "17"}, "authority_number"),
    ],
)
def test_an_extent_that_does_not_fit_is_refused(values: dict[str, object], field: str) -> None:
    place = an_institution()
    with pytest.raises(RuleViolation) as refused:
        give_stewardship(actor=an_actor(), person=in_function(place), institution=place, now=NOW, **values)  # type: ignore[arg-type]
    assert (refused.value.field, Stewardship.objects.count()) == (field, 0)


def test_only_persons_in_function_and_only_by_the_office() -> None:
    place, person = an_institution(), a_person()
    logged = AuditEntry.objects.count()
    with pytest.raises(RuleViolation):
        give_stewardship(actor=an_actor(), person=person, institution=place, now=NOW)
    with pytest.raises(NotAllowed):
        give_stewardship(actor=an_actor("pedagogical"), person=person, institution=place, now=NOW)
    assert (Stewardship.objects.count(), AuditEntry.objects.count()) == (0, logged)
