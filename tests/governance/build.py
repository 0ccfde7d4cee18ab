"""People and bodies for the tests of governance, made through the services."""

from datetime import UTC, date, datetime
from itertools import count

from bildungsnetz.accounts.api import User
from bildungsnetz.accounts.selectors.actors import actor_for
from bildungsnetz.core.actor import SYSTEM, Actor, HeldRole
from bildungsnetz.core.clock import BERLIN
from bildungsnetz.core.registers.acts import acts_of
from bildungsnetz.governance.domain.agenda import ItemKind
from bildungsnetz.governance.domain.attendance import AttendanceStatus
from bildungsnetz.governance.models import (
    AgendaItem,
    Body,
    Chair,
    Deputyship,
    Mandate,
    Recommendation,
    SeatRuleRow,
    Session,
)
from bildungsnetz.governance.selectors.seats import mandates_on
from bildungsnetz.governance.services.agenda import add_item
from bildungsnetz.governance.services.attendance import SeatEntry, record_attendance
from bildungsnetz.governance.services.bodies import create_body_from_preset
from bildungsnetz.governance.services.chairs import set_chair
from bildungsnetz.governance.services.deputyships import add_deputyship
from bildungsnetz.governance.services.invitation_run import write_invitation_mails
from bildungsnetz.governance.services.invitations import send_invitations
from bildungsnetz.governance.services.mandates import add_mandate
from bildungsnetz.governance.services.recommendations import Wording, collect_recommendation
from bildungsnetz.governance.services.sessions import open_session, plan_session
from bildungsnetz.network.api import Person

NOW = datetime(2026, 3, 4, 14, 0, tzinfo=UTC)
TODAY = date(2026, 3, 4)
START = date(2025, 1, 1)
_numbers = count(1)


def an_actor(role: str, scope: str = "", *, user_id: int = 1, name: str = "Petra Sommer") -> Actor:
    """Somebody who holds one role with all acts of a fresh installation."""
    return Actor(user_id=user_id, name=name, roles=(HeldRole(role, frozenset(acts_of(role)), scope),))


def a_user(name: str = "Petra Sommer", email: str = "") -> User:
    """An account without any role."""
    address = email or f"konto{next(_numbers)}@demo.example"
    return User.objects.create_user(address, "ein langes Passwort", name=name, date_joined=NOW)


def a_person(last_name: str = "Sommer", first_name: str = "Petra", *, user: User | None = None) -> Person:
    """Somebody of the network with an address, and an account if given."""
    email = f"{first_name}.{last_name}.{next(_numbers)}@demo.example".lower()
    return Person.objects.create(
        first_name=first_name, last_name=last_name, email=email, user=user, entered_at=NOW
    )


def a_person_with_account(last_name: str = "Sommer", first_name: str = "Petra") -> Person:
    """Somebody of the network who can log in; rights come only from seats."""
    return a_person(last_name, first_name, user=a_user(f"{first_name} {last_name}"))


def actor_of(person: Person, now: datetime = NOW) -> Actor:
    """The person with the rights in force at the moment."""
    assert person.user is not None
    return actor_for(person.user, now=now)


def a_body(preset: str = "mettmann_steering", name: str = "", parent: Body | None = None) -> Body:
    """A body without members."""
    return create_body_from_preset(actor=SYSTEM, preset=preset, name=name, parent=parent, now=NOW)


def seat(body: Body, key: str) -> SeatRuleRow:
    """The kind of seat with this key, in its first version."""
    return body.seat_rules.select_related("side").filter(key=key).order_by("pk")[0]


def a_mandate(
    body: Body,
    key: str,
    person: Person | None = None,
    *,
    starts_on: date = START,
    ends_on: date | None = None,
) -> Mandate:
    """A person on a seat of this kind."""
    return add_mandate(
        actor=SYSTEM,
        seat_rule=seat(body, key),
        person=person or a_person(),
        starts_on=starts_on,
        ends_on=ends_on,
        now=NOW,
    )


def a_deputy(
    mandate: Mandate, person: Person | None = None, *, starts_on: date = START, ends_on: date | None = None
) -> Deputyship:
    """Somebody who stands in for the holder of a mandate."""
    return add_deputyship(
        actor=SYSTEM,
        mandate=mandate,
        person=person or a_person(),
        starts_on=starts_on,
        ends_on=ends_on,
        now=NOW,
    )


def a_chair(mandate: Mandate, *, starts_on: date = START, ends_on: date | None = None) -> Chair:
    """The holder of the mandate chairs, with co-chairs for the side of the seat."""
    return set_chair(actor=SYSTEM, mandate=mandate, starts_on=starts_on, ends_on=ends_on, now=NOW)


def a_steering_body(name: str = "Lenkungskreis") -> Body:
    """The Lenkungskreis of the preset, filled since 1 January 2025, everybody with an account.

    Land: Winter (co-chair, deputy Herbst) and Lang (seat `schulaufsicht`); Kommune: Kaiser (co-chair, deputy Krause; seat
    `kreis`) and Stadler (`staedte`); Weber and Wolf (`schulleitungen`); Berger and Busch (`bildungsbuero`).
    """
    body = a_body(name=name)
    seats = (
        ("schulaufsicht", "Winter", "Karl"),
        ("schulaufsicht", "Lang", "Lena"),
        ("kreis", "Kaiser", "Katrin"),
        ("staedte", "Stadler", "Sven"),
        ("schulleitungen", "Weber", "Wiebke"),
        ("schulleitungen", "Wolf", "Walter"),
        ("bildungsbuero", "Berger", "Britta"),
        ("bildungsbuero", "Busch", "Boris"),
    )
    held = {last: a_mandate(body, key, a_person_with_account(last, first)) for key, last, first in seats}
    for chair, deputy in (("Winter", "Herbst"), ("Kaiser", "Krause")):
        a_chair(held[chair])
        a_deputy(held[chair], a_person_with_account(deputy, "Dana"))
    return body


def member(body: Body, last_name: str) -> Person:
    """The person of this name on a seat or as deputy in the body."""
    seated = Mandate.objects.filter(seat_rule__body=body, person__last_name=last_name).select_related(
        "person__user"
    )
    stands_in = Deputyship.objects.filter(mandate__seat_rule__body=body, person__last_name=last_name)
    found = seated.order_by("pk").first() or stands_in.select_related("person__user").order_by("pk").first()
    assert found is not None, f"{last_name} hat keinen Sitz in {body}"
    return found.person


def mandate_of(body: Body, last_name: str) -> Mandate:
    """The mandate of the person of this name."""
    return Mandate.objects.select_related("seat_rule__body", "seat_rule__side", "person").get(
        seat_rule__body=body, person__last_name=last_name
    )


def a_recommendation(
    title: str = "Sprachbildung stärken", body: Body | None = None, *, adopted: bool = False, text: str = ""
) -> Recommendation:
    """A recommendation of a conference, collected or already adopted by it."""
    return collect_recommendation(
        actor=SYSTEM,
        body=body or a_body("education_conference", f"Bildungskonferenz {next(_numbers)}"),
        wording=Wording(title=title, text=text),
        adopted=adopted,
        now=NOW,
    )


SESSION_DAY = date(2026, 3, 25)
AT_SESSION = datetime(2026, 3, 25, 13, 30, tzinfo=UTC)


def a_session(
    body: Body, *, on: date = SESSION_DAY, now: datetime = NOW, place: str = "Kreishaus, Raum 1.102"
) -> Session:
    """A planned session, 14:00 to 16:00 in Germany: three weeks ahead, so that an invitation is in time."""
    return plan_session(
        actor=SYSTEM,
        body=body,
        starts_at=datetime(on.year, on.month, on.day, 14, tzinfo=BERLIN),
        ends_at=datetime(on.year, on.month, on.day, 16, tzinfo=BERLIN),
        place=place,
        blocked_reason="Ein anderer Tag fand sich nicht.",
        now=now,
    )


def an_item(session: Session, title: str = "Landkarte der Sprachangebote", **facts: object) -> AgendaItem:
    """An item on its agenda, for information unless said otherwise."""
    return add_item(
        actor=SYSTEM, session=session, title=title, **{"kind": ItemKind.INFORMATION, "now": NOW, **facts}
    )


def an_invited_session(body: Body) -> Session:
    """Everybody is invited, one own item is on the agenda."""
    session = a_session(body)
    an_item(session)
    sent = send_invitations(actor=SYSTEM, session=session, now=NOW)
    write_invitation_mails(sent.run, now=NOW)
    session.refresh_from_db()
    return session


def a_running_session(body: Body) -> Session:
    """Opened on its day; nobody is on the list yet."""
    session = an_invited_session(body)
    return open_session(actor=SYSTEM, session=session, now=AT_SESSION)


def everybody_present(session: Session) -> None:
    """All members are there."""
    seats = [
        SeatEntry(mandate, AttendanceStatus.PRESENT) for mandate in mandates_on(session.body, SESSION_DAY)
    ]
    record_attendance(actor=SYSTEM, session=session, seats=seats, now=AT_SESSION)


def a_large_session(members: int) -> Session:
    """A planned session of a body with so many members, none of whom has an account beside the first eight."""
    body = a_steering_body("Großes Gremium")
    staedte = seat(body, "staedte")
    SeatRuleRow.objects.filter(pk=staedte.pk).update(maximum=members)
    people = [a_person(f"Mitglied{number}") for number in range(members - 8)]
    Mandate.objects.bulk_create(
        Mandate(seat_rule=staedte, person=person, starts_on=START) for person in people
    )
    session = a_session(body)
    an_item(session)
    return session
