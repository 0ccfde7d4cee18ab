"""Institutions, persons and actors for the tests of network, made through the services."""

from datetime import UTC, date, datetime
from itertools import count

from bildungsnetz.accounts.api import User
from bildungsnetz.accounts.services.grants import grant_role
from bildungsnetz.core.actor import SYSTEM, Actor, HeldRole
from bildungsnetz.core.registers.acts import acts_of
from bildungsnetz.network.domain.cooperation import CooperationEntry
from bildungsnetz.network.domain.entry import InstitutionEntry
from bildungsnetz.network.exchange.official_list import read_official_list
from bildungsnetz.network.models import Cooperation, ImportRun, Institution, Municipality, Person
from bildungsnetz.network.services.cooperations import enter_cooperation
from bildungsnetz.network.services.imports import commit_import, plan_import
from bildungsnetz.network.services.institutions import enter_institution
from bildungsnetz.network.services.municipalities import enter_municipality
from bildungsnetz.network.services.people import PersonEntry, enter_person

NOW = datetime(2026, 3, 4, 14, 0, tzinfo=UTC)
TODAY = date(2026, 3, 4)
_numbers = count(1)


def an_actor(role: str = "clerk", name: str = "Petra Sommer") -> Actor:
    """Somebody who holds one role with all acts of a fresh installation."""
    return Actor(user_id=1, name=name, roles=(HeldRole(role, frozenset(acts_of(role))),))


def a_user(role: str = "", name: str = "Petra Sommer") -> User:
    """An account, with one role in force if given."""
    user = User.objects.create_user(
        f"konto{next(_numbers)}@demo.example", "ein langes Passwort", name=name, date_joined=NOW
    )
    if role:
        grant_role(actor=SYSTEM, user=user, role=role, valid_from=TODAY, now=NOW)
    return user


def haan() -> Municipality:
    """Haan, entered once."""
    found = Municipality.objects.filter(ags="05158008").first()
    return found or enter_municipality(actor=SYSTEM, ags="05158008", name="Haan", now=NOW)


def an_entry(name: str = "Musikschule Haan", **values: object) -> InstitutionEntry:
    """What a form of a music school in Haan holds."""
    given: dict[str, object] = {
        "name": name,
        "kind": "music_school",
        "municipality": haan().pk,
        "is_public": True,
        "street": "Dieker Str. 69",
        "postal_code": "42781",
        "city": "Haan",
        "longitude": 7.008,
        "latitude": 51.193,
        "phone": "02129 9115",
    }
    return InstitutionEntry(**{**given, **values})  # type: ignore[arg-type]


def an_institution(name: str = "Musikschule Haan", **values: object) -> Institution:
    return enter_institution(actor=SYSTEM, entry=an_entry(name, **values), now=NOW)


def a_person(last_name: str = "Sommer", first_name: str = "Petra", email: str = "") -> Person:
    address = email or f"{first_name}.{last_name}.{next(_numbers)}@demo.example".lower()
    entry = PersonEntry(first_name=first_name, last_name=last_name, email=address)
    return enter_person(actor=SYSTEM, entry=entry, now=NOW)


def a_plan(content: bytes, district: str = "05158", actor: Actor = SYSTEM) -> ImportRun:
    """The stored plan of an official list."""
    official = read_official_list(content, district=district)
    return plan_import(actor=actor, official=official, file_name="liste.csv", file_hash="0" * 64, now=NOW)


def an_import(content: bytes, district: str = "05158") -> ImportRun:
    """A list that was planned and carried out."""
    return commit_import(actor=SYSTEM, run=a_plan(content, district), now=NOW)


def a_cooperation(first: str = "Gymnasium", second: str = "Musikschule", **values: object) -> Cooperation:
    """Two institutions that work together; known names are used again."""
    given: dict[str, object] = {"kind": "project", "started_on": date(2025, 8, 1)}
    ends = [
        (Institution.objects.filter(name=name).first() or an_institution(name)).pk for name in (first, second)
    ]
    entry = CooperationEntry(first=ends[0], second=ends[1], **{**given, **values})  # type: ignore[arg-type]
    return enter_cooperation(actor=SYSTEM, entry=entry, now=NOW)
