"""The people who can log in: entered as persons, invited by mail, the link taken from the outbox."""

import re
from datetime import datetime, timedelta

from django.db.models import Model

from bildungsnetz.accounts.api import User, accept_invitation, send_invitation
from bildungsnetz.config.demo.accounts import ACCOUNTS, HEAD, DemoAccount
from bildungsnetz.config.demo.region import FOUNDED, Region
from bildungsnetz.core import outbox
from bildungsnetz.core.actor import SYSTEM, Actor
from bildungsnetz.core.audit import kind_of
from bildungsnetz.network.api import (
    Person,
    PersonEntry,
    enter_function,
    enter_person,
    invite_person,
    link_person,
)

LINK = re.compile(r"/(?:einladung|einladung/sitzung|selbstcheck|meinungsbild)/([\w-]{40,})/")


def enter_staff(region: Region) -> None:
    """Those who work in the office; its head comes first and invites the others."""
    for account in ACCOUNTS:
        if account.institution == "office":
            _enter(region, account, region.at(FOUNDED, 10))


def enter_partners(region: Region) -> None:
    """Everybody else with an account, once their institutions are known."""
    for account in ACCOUNTS:
        if account.key not in region.people:
            _enter(region, account, region.at(FOUNDED + 60, 14))


def invite(region: Region, key: str, at: datetime) -> User:
    """Invite a person of the network to an account; she accepts an hour later, rights come with seats."""
    person = region.people[key]
    invite_person(actor=region.actor(HEAD, at), person=person, now=at)
    region.users[key] = _accept(person.email, at + timedelta(hours=1))
    person.refresh_from_db()
    return region.users[key]


def token_for(address: str) -> str:
    """The secret of the newest link to an account that was mailed to an address."""
    mails = outbox.mails(address).filter(recipient=address, about_kind="accounts.invitation")
    return _secret(mails.values_list("body", flat=True)[0])


def tokens_for(thing: Model) -> dict[str, str]:
    """The secrets of the newest links that were mailed about a thing (a session, a survey), by address."""
    mails = outbox.mails().filter(about_kind=kind_of(thing), about_key=str(thing.pk))
    return {
        address: _secret(body)
        for address, body in mails.order_by("queued_at", "pk").values_list("recipient", "body")
    }


def _secret(body: str) -> str:
    found = LINK.search(body)
    if found is None:
        raise LookupError("no link in the mail")
    return found.group(1)


def _enter(region: Region, account: DemoAccount, at: datetime) -> None:
    actor = region.actor(HEAD, at) if HEAD in region.users else SYSTEM
    person = _person(region, account, actor, at)
    region.people[account.key] = person
    if not account.role:
        invite(region, account.key, at)
        return
    send_invitation(actor=actor, email=person.email, name=person.name, now=at, role_keys=[account.role])
    later = at + timedelta(hours=1)
    region.users[account.key] = user = _accept(person.email, later)
    region.people[account.key] = link_person(actor=SYSTEM, person=person, user=user, now=later)


def _person(region: Region, account: DemoAccount, actor: Actor, at: datetime) -> Person:
    entry = PersonEntry(
        first_name=account.first_name,
        last_name=account.last_name,
        title=account.title,
        email=account.mail,
        phone="0221 4710 100",
    )
    person = enter_person(actor=actor, entry=entry, now=at)
    enter_function(
        actor=actor,
        person=person,
        institution=region.institutions[account.institution],
        kind=account.function,
        started_on=region.day(FOUNDED - 30),
        now=at,
    )
    return person


def _accept(address: str, at: datetime) -> User:
    """There is no password: the demo logs in by one click."""
    token = token_for(address)
    return accept_invitation(token=token, password=None, now=at)
