"""A chair without an account approves minutes by a link of one use; chairs are reminded of what they have not approved."""

from datetime import datetime

from django.db import transaction
from django.utils.translation import gettext as _
from django.utils.translation import ngettext, override

from bildungsnetz.accounts.api import tokens
from bildungsnetz.core import audit
from bildungsnetz.core.actor import SYSTEM, Actor
from bildungsnetz.core.clock import day_of
from bildungsnetz.core.errors import NotAllowed, RuleViolation
from bildungsnetz.governance.domain.minutes import MinutesState
from bildungsnetz.governance.domain.minutes_reminders import link_expires_on, why_link_is_dead
from bildungsnetz.governance.models import Minutes, MinutesLink
from bildungsnetz.governance.policies import minutes as policies
from bildungsnetz.governance.selectors.minutes_links import (
    chairs_to_ask,
    is_late,
    link_by_hash,
    submitted_minutes,
)
from bildungsnetz.governance.services.minutes import locked
from bildungsnetz.governance.services.minutes_approval import approve_as
from bildungsnetz.governance.services.minutes_mails import mail_approval_link, remind_chair
from bildungsnetz.network.api import Person


@transaction.atomic
def send_approval_link(*, actor: Actor, minutes: Minutes, person: Person, now: datetime) -> MinutesLink:
    """Send a chair a link of one use; an earlier one of the same person is void. Raises NotAllowed, RuleViolation."""
    minutes = locked(minutes)
    if not policies.may_submit(actor, minutes.session.body):
        raise NotAllowed
    if person not in [chair for _side, chair in chairs_to_ask(minutes, day_of(now))]:
        raise RuleViolation(_("Diese Freigabe steht nicht aus."))
    if not person.email:
        raise RuleViolation(_("Zu dieser Person ist keine E-Mail-Adresse eingetragen."))
    return _send(minutes, person, actor=actor, now=now)


@transaction.atomic
def approve_by_link(*, token: str, read_hash: str, now: datetime) -> Minutes:
    """Approve for the side of the person exactly the text that was shown; the link is used up. Raises RuleViolation."""
    link = link_by_hash(tokens.hash_of(token))
    if link is None:
        raise RuleViolation(why_no_approval(None, now=now))
    minutes = locked(link.minutes)
    link = MinutesLink.objects.select_related("person").select_for_update(of=("self",)).get(pk=link.pk)
    link.minutes = minutes
    if why_not := why_no_approval(link, now=now):
        raise RuleViolation(why_not)
    person = link.person
    side = next(key for key, chair in chairs_to_ask(minutes, day_of(now)) if chair == person)
    link.used_at = now
    link.save(update_fields=["used_at"])
    actor = Actor(user_id=person.user_id, name=person.name)
    return approve_as(person, minutes, side=side, read_hash=read_hash, actor=actor, now=now)


def why_no_approval(link: MinutesLink | None, *, now: datetime) -> str:
    """Why the link approves nothing (any more); empty when it does."""
    if link is None:
        return _("Diesen Link gibt es nicht mehr. Vielleicht hat ihn ein neuer ersetzt.")
    minutes = link.minutes
    dead = why_link_is_dead(
        MinutesState(minutes.state),
        is_used=link.used_at is not None,
        is_same_text=link.content_hash == minutes.content_hash,
        expires_on=link.expires_on,
        today=day_of(now),
    )
    if dead:
        return str(dead)
    if link.person not in [chair for _side, chair in chairs_to_ask(minutes, day_of(now))]:
        return _("Für Ihre Seite ist schon freigegeben, oder Sie leiten das Gremium nicht mehr.")
    return ""


@override("de")
def remind_of_approvals(now: datetime) -> str:
    """The recurring job: after each interval one mail to every chair whose approval is missing; one transaction each."""
    done = sum(_remind(row, now=now) for row in submitted_minutes())
    text = ngettext("An %(count)s Protokoll erinnert.", "An %(count)s Protokolle erinnert.", done)
    return text % {"count": done}


@transaction.atomic
def _remind(minutes: Minutes, *, now: datetime) -> bool:
    today = day_of(now)
    if not is_late(minutes, today):
        return False
    minutes = locked(minutes)
    if not is_late(minutes, today):
        return False
    minutes.reminded_on = today
    minutes.save(update_fields=["reminded_on"])
    for _side, person in chairs_to_ask(minutes, today):
        if person.user_id is not None:
            remind_chair(minutes, person, now=now)
        elif person.email and minutes.links.filter(person=person).exists():
            _send(minutes, person, actor=SYSTEM, now=now)
    audit.record("governance.minutes.remind", actor=SYSTEM, on=minutes, thread=minutes.session, now=now)
    return True


def _send(minutes: Minutes, person: Person, *, actor: Actor, now: datetime) -> MinutesLink:
    minutes.links.filter(person=person, used_at__isnull=True).delete()
    token = tokens.new_token()
    link = MinutesLink.objects.create(
        minutes=minutes,
        person=person,
        token_hash=tokens.hash_of(token),
        content_hash=minutes.content_hash,
        sent_at=now,
        expires_on=link_expires_on(day_of(now)),
    )
    mail_approval_link(link, token=token, now=now)
    audit.record(
        "governance.minutes.send_link",
        actor=actor,
        on=minutes,
        thread=minutes.session,
        now=now,
        person=person.name,
    )
    return link
