"""Somebody who keeps an institution, made through the services."""

from bildungsnetz.accounts.api import User, actor_for
from bildungsnetz.core.actor import SYSTEM, Actor
from bildungsnetz.network.domain.functions import FunctionKind
from bildungsnetz.network.models import Institution
from bildungsnetz.network.services.people import enter_function, link_person
from bildungsnetz.network.services.stewardships import give_stewardship
from tests.network.build import NOW, TODAY, a_person, a_user, an_actor


def a_steward_account(place: Institution) -> User:
    """The account of the management of an institution, which keeps its entry."""
    person, kind = a_person(), FunctionKind.MANAGEMENT
    enter_function(actor=SYSTEM, person=person, institution=place, kind=kind, started_on=TODAY, now=NOW)
    user = a_user()
    link_person(actor=SYSTEM, person=person, user=user, now=NOW)
    person.refresh_from_db()
    give_stewardship(actor=an_actor(), person=person, institution=place, now=NOW)
    return user


def a_steward(place: Institution) -> Actor:
    return actor_for(a_steward_account(place), now=NOW)
