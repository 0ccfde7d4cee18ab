from datetime import timedelta

import pytest

from bildungsnetz.core.actor import Actor
from bildungsnetz.core.errors import NotAllowed, RuleViolation
from bildungsnetz.core.models import AuditEntry
from bildungsnetz.network.domain.contact import ObjectionSubject
from bildungsnetz.network.models import Objection, Person, PersonChannel
from bildungsnetz.network.selectors.objections import objecting, without_objection
from bildungsnetz.network.services.person_channels import (
    PersonChannelEntry,
    add_person_channel,
    record_objection,
    remove_person_channel,
    withdraw_objection,
)
from tests.network.build import NOW, TODAY, a_person, a_user, an_actor

pytestmark = pytest.mark.django_db
MAILINGS = ObjectionSubject.MAILINGS


def test_whoever_objects_is_left_out_until_it_is_withdrawn() -> None:
    sommer, winter = a_person(), a_person("Winter")
    row = record_objection(actor=an_actor(), person=sommer, against=MAILINGS, received_on=TODAY, now=NOW)
    everybody = Person.objects.order_by("pk")
    assert list(without_objection(everybody, MAILINGS)) == [winter]
    assert list(without_objection(everybody, ObjectionSubject.PUBLIC_NAME)) == [sommer, winter]
    assert objecting([sommer.pk, winter.pk], MAILINGS) == frozenset({sommer.pk})
    withdraw_objection(actor=an_actor(), objection=row, now=NOW)
    assert list(without_objection(everybody, MAILINGS)) == [sommer, winter]


def test_everybody_may_object_for_themselves_only() -> None:
    user = a_user()
    person = a_person()
    Person.objects.filter(pk=person.pk).update(user=user)
    oneself = Actor(user_id=user.pk, name=user.name)
    record_objection(actor=oneself, person=person, against=MAILINGS, received_on=TODAY, now=NOW)
    logged = AuditEntry.objects.count()
    with pytest.raises(NotAllowed):
        record_objection(
            actor=oneself, person=a_person("Winter"), against=MAILINGS, received_on=TODAY, now=NOW
        )
    assert (Objection.objects.count(), AuditEntry.objects.filter(act__contains="objection").count()) == (1, 1)
    assert AuditEntry.objects.count() == logged + 1  # the other person was entered


def test_an_objection_is_recorded_once_and_not_for_tomorrow() -> None:
    person = a_person()
    record_objection(actor=an_actor(), person=person, against=MAILINGS, received_on=TODAY, now=NOW)
    with pytest.raises(RuleViolation) as twice:
        record_objection(actor=an_actor(), person=person, against=MAILINGS, received_on=TODAY, now=NOW)
    tomorrow = TODAY + timedelta(days=1)
    with pytest.raises(RuleViolation) as early:
        record_objection(
            actor=an_actor(),
            person=person,
            against=ObjectionSubject.PUBLIC_NAME,
            received_on=tomorrow,
            now=NOW,
        )
    assert (twice.value.field, early.value.field) == ("against", "received_on")


@pytest.mark.parametrize(
    ("values", "field"),
    [
        ({"value": " "}, "value"),
        ({"value": "kein Postfach"}, "value"),
        ({"basis": "consent"}, "consented_on"),
        ({"consented_on": TODAY}, "consented_on"),
        ({"basis": "consent", "consented_on": TODAY + timedelta(days=1)}, "consented_on"),
    ],
)
def test_a_channel_needs_a_purpose_and_a_true_basis(values: dict[str, object], field: str) -> None:
    given = {"kind": "email", "value": "p@demo.example", "purpose": "work", "basis": "task"}
    entry = PersonChannelEntry(**{**given, **values})  # type: ignore[arg-type]
    with pytest.raises(RuleViolation) as refused:
        add_person_channel(actor=an_actor(), person=a_person(), entry=entry, now=NOW)
    assert (refused.value.field, PersonChannel.objects.count()) == (field, 0)


def test_a_channel_comes_once_and_goes_when_the_consent_does() -> None:
    person = a_person()
    entry = PersonChannelEntry(
        kind="mobile", value="0171 39200 10", purpose="urgent", basis="consent", consented_on=TODAY
    )
    channel = add_person_channel(actor=an_actor(), person=person, entry=entry, now=NOW)
    with pytest.raises(RuleViolation):
        add_person_channel(actor=an_actor(), person=person, entry=entry, now=NOW)
    with pytest.raises(NotAllowed):
        remove_person_channel(actor=an_actor("scientific"), channel=channel, now=NOW)
    remove_person_channel(actor=an_actor(), channel=channel, now=NOW)
    assert not PersonChannel.objects.exists()
