"""Asking to join a working group; the answer reaches the person, the mandate is entered apart."""

from datetime import timedelta

import pytest

from bildungsnetz.core.actor import SYSTEM, Actor
from bildungsnetz.core.errors import NotAllowed, RuleViolation
from bildungsnetz.core.models import AuditEntry, OutgoingMail
from bildungsnetz.governance.models import Body, JoinRequest, Mandate
from bildungsnetz.governance.registers.join_requests import _matters
from bildungsnetz.governance.selectors import join_requests as reads
from bildungsnetz.governance.services.bodies import create_body_from_preset
from bildungsnetz.governance.services.join_requests import (
    Application,
    accept_request,
    ask_to_join,
    forget_requests,
    refuse_request,
    take_back_request,
)
from bildungsnetz.network.api import Function, FunctionKind, Institution, Person
from tests.governance import build
from tests.governance.build import NOW, TODAY, actor_of, an_actor
from tests.network.build import an_institution

pytestmark = pytest.mark.django_db
CLERK = an_actor("clerk", user_id=0)
LATER = NOW + timedelta(days=2)


@pytest.fixture
def group() -> Body:
    """A working group that takes requests, chaired by Ada Amsel."""
    body = a_group()
    chair = build.a_mandate(body, "mitglieder", build.a_person_with_account("Amsel", "Ada"))
    build.a_chair(chair)
    return body


def a_group(name: str = "AG Ganztag", *, takes_requests: bool = True) -> Body:
    return create_body_from_preset(
        actor=SYSTEM, preset="working_group", name=name, takes_requests=takes_requests, now=NOW
    )


def a_visitor(name: str = "Drossel") -> Person:
    return build.a_person_with_account(name, "Dora")


def employed(person: Person, name: str = "Musikschule Haan") -> Institution:
    found = an_institution(name)
    Function.objects.create(
        person=person, institution=found, kind=FunctionKind.MANAGEMENT.value, started_on=build.START
    )
    return found


def asked(body: Body, person: Person, institution: Institution | None = None) -> JoinRequest:
    application = Application(reason="Ich leite den Ganztag.", brings="Zeit", institution=institution)
    return ask_to_join(actor=actor_of(person), body=body, application=application, now=NOW)


def counts() -> tuple[int, int, int]:
    return JoinRequest.objects.count(), AuditEntry.objects.count(), OutgoingMail.objects.count()


def titles(actor: Actor) -> list[tuple[str, str]]:
    return [(str(matter.kind), matter.title) for matter in _matters(actor, LATER)]


def test_a_request_waits_for_office_and_chair(group: Body) -> None:
    person = a_visitor()
    school = employed(person)
    made = asked(group, person, school)
    assert (made.state, made.reason, made.brings, made.institution) == (
        "open", "Ich leite den Ganztag.", "Zeit", school,
    )  # fmt: skip
    chair = actor_of(Person.objects.get(last_name="Amsel"))
    waits = [("Anfrage zur Mitarbeit beantworten", "Dora Drossel, AG Ganztag")]
    assert (titles(CLERK), titles(chair), titles(actor_of(person))) == (waits, waits, [])
    assert list(AuditEntry.objects.order_by("-pk").values_list("act", "object_label")[:1]) == [
        ("governance.join_request.ask", "Anfrage zur Mitarbeit")
    ]


def test_others_see_nothing_of_it(group: Body) -> None:
    made, other = asked(group, a_visitor()), a_visitor("Fink")
    member = build.a_mandate(group, "mitglieder", build.a_person_with_account("Meise", "Mia")).person
    build.a_chair(build.a_mandate(a_group("AG Andere"), "mitglieder", other))
    for actor in (actor_of(other), actor_of(member), an_actor("scientific", user_id=0)):
        assert list(reads.join_requests(actor)) == []
        assert list(reads.requests_to_answer(actor)) == []
    assert list(reads.join_requests(actor_of(made.person))) == [made]


def test_nobody_asks_where_it_is_not_wanted(group: Body) -> None:
    person = a_visitor()
    silent, member = a_group("AG Still", takes_requests=False), Person.objects.get(last_name="Amsel")
    foreign = an_institution("Fremde Schule")
    before = counts()
    with pytest.raises(NotAllowed):
        ask_to_join(actor=CLERK, body=group, application=Application(reason="Ja"), now=NOW)
    with pytest.raises(RuleViolation, match="keine Anfragen"):
        asked(silent, person)
    with pytest.raises(RuleViolation, match="schon mit"):
        asked(group, member)
    with pytest.raises(RuleViolation, match="keine Funktion") as refused:
        asked(group, person, foreign)
    assert refused.value.field == "institution"
    assert counts() == before


def test_a_deputy_is_no_stranger(group: Body) -> None:
    deputy = a_visitor()
    build.a_deputy(build.mandate_of(group, "Amsel"), deputy)
    with pytest.raises(RuleViolation, match="schon mit"):
        asked(group, deputy)
    assert JoinRequest.objects.count() == 0


def test_one_request_waits_at_a_time(group: Body) -> None:
    person = a_visitor()
    first = asked(group, person)
    with pytest.raises(RuleViolation, match="schon geprüft"):
        asked(group, person)
    take_back_request(actor=actor_of(person), request=first, now=NOW)
    asked(group, person)
    assert sorted(JoinRequest.objects.values_list("state", flat=True)) == ["open", "taken_back"]


def test_accepting_tells_the_person_and_gives_no_mandate(group: Body) -> None:
    made = asked(group, a_visitor())
    chair = actor_of(Person.objects.get(last_name="Amsel"))
    accepted = accept_request(actor=chair, request=made, now=LATER)
    mail = OutgoingMail.objects.get()
    assert (accepted.state, accepted.settled_at, mail.recipient_name, mail.secret) == (
        "accepted", LATER, "Dora Drossel", True,
    )  # fmt: skip
    assert "Ihre Anfrage zur Mitarbeit ist angenommen." in mail.body
    assert Mandate.objects.filter(person=made.person).count() == 0
    seat_her = [("Angenommen: Mandat eintragen", "Dora Drossel, AG Ganztag")]
    assert (titles(CLERK), titles(chair)) == (seat_her, [])
    build.a_mandate(group, "mitglieder", made.person, starts_on=TODAY)
    assert titles(CLERK) == []


def test_a_refusal_needs_a_reason_and_the_person_reads_it(group: Body) -> None:
    made = asked(group, a_visitor())
    before = counts()
    with pytest.raises(RuleViolation, match="Begründen Sie") as refused:
        refuse_request(actor=CLERK, request=made, reason=" ", now=LATER)
    assert (refused.value.field, counts()) == ("reason", before)
    refuse_request(actor=CLERK, request=made, reason="Die Gruppe ist voll.", now=LATER)
    assert "Die Gruppe ist voll." in OutgoingMail.objects.get().body
    with pytest.raises(RuleViolation, match="nicht vorgesehen"):
        accept_request(actor=CLERK, request=made, now=LATER)


def test_only_those_who_may_answer_or_take_back(group: Body) -> None:
    made, stranger = asked(group, a_visitor()), actor_of(a_visitor("Fink"))
    before = counts()
    with pytest.raises(NotAllowed):
        accept_request(actor=actor_of(made.person), request=made, now=LATER)
    with pytest.raises(NotAllowed):
        refuse_request(actor=an_actor("pedagogical"), request=made, reason="Nein", now=LATER)
    with pytest.raises(NotAllowed):
        take_back_request(actor=stranger, request=made, now=LATER)
    made.refresh_from_db()
    assert (made.state, counts()) == ("open", before)


def test_settled_requests_are_forgotten_after_a_year(group: Body) -> None:
    waits, old = asked(group, a_visitor()), asked(group, a_visitor("Fink"))
    refuse_request(actor=CLERK, request=old, reason="Voll", now=NOW)
    assert forget_requests(NOW + timedelta(days=365)) == "keine Anfrage ist so alt"
    assert forget_requests(NOW + timedelta(days=366)) == "1 Anfragen gelöscht"
    assert list(JoinRequest.objects.all()) == [waits]
