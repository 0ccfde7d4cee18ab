"""The bodies of the network and who sits in them; one seat has run out, so that the composition check has to say something."""

from datetime import datetime
from itertools import islice

from bildungsnetz.config.demo.accounts import CLERK, HEAD
from bildungsnetz.config.demo.people import Place, enter_invented
from bildungsnetz.config.demo.region import FOUNDED, Region
from bildungsnetz.config.demo.scripts import BodyScript, MandateScript, body_scripts, person_scripts
from bildungsnetz.config.demo.team import invite
from bildungsnetz.governance.api import (
    Body,
    Mandate,
    add_deputyship,
    add_mandate,
    create_body_from_preset,
    set_chair,
)
from bildungsnetz.network.api import FunctionKind, Person

BEGINNING = FOUNDED + 65
"""From this day on bodies exist and seats are held."""


def set_up_bodies(region: Region) -> None:
    """Enter the members nobody knows yet, invite them to accounts, set up the bodies and give the seats."""
    _enter_members(region)
    for script in body_scripts():
        _set_up(region, script)
    region.rights_have_changed()


def _enter_members(region: Region) -> None:
    for number, script in enumerate(person_scripts()):
        at = region.at(FOUNDED + 62, 9, number)
        place = Place(region.institutions[script.institution], FunctionKind(script.function))
        region.people[script.key] = enter_invented(region, place, at)
        invite(region, script.key, at.replace(hour=13))


def _set_up(region: Region, script: BodyScript) -> None:
    at = region.at(BEGINNING, 12)
    body = create_body_from_preset(
        actor=region.actor(HEAD, at),
        preset=script.preset,
        name=script.name,
        purpose=script.purpose,
        parent=region.bodies.get(script.parent),
        fields_of_action=tuple(region.fields_of_action[key] for key in script.fields),
        takes_requests=script.open_to_requests,
        now=at,
    )
    region.bodies[script.key] = body
    for mandate in script.mandates:
        _seat(region, body, mandate)
    for seat, count in script.more.items():
        for person in islice(region.candidates[seat], count // 3 if region.is_small else count):
            key = f"person:{person.pk}"
            region.people[key] = person
            _seat(region, body, MandateScript(seat=seat, person=key))


def _seat(region: Region, body: Body, script: MandateScript) -> Mandate:
    """Give a seat, with deputies and chair for as long as it is held."""
    since = region.day(script.since if script.since is not None else BEGINNING)
    until = region.day(script.until) if script.until is not None else None
    at = region.at(script.since if script.since is not None else BEGINNING, 12, 30)
    clerk = region.actor(CLERK, at)
    seat = body.seat_rules.select_related("side").get(key=script.seat)
    mandate = add_mandate(
        actor=clerk,
        seat_rule=seat,
        person=region.people[script.person],
        starts_on=since,
        ends_on=until,
        nominated_by=script.by,
        now=at,
    )
    for deputy in script.deputies:
        _stand_in(region, mandate, region.people[deputy], at)
    if script.chairs:
        set_chair(actor=clerk, mandate=mandate, starts_on=since, now=at)
    return mandate


def _stand_in(region: Region, mandate: Mandate, person: Person, at: datetime) -> None:
    add_deputyship(
        actor=region.actor(CLERK, at), mandate=mandate, person=person, starts_on=mandate.starts_on, now=at
    )
