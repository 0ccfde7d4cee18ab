"""Ways to reach an institution, each with its purpose. Those of the official list change only with it."""

from dataclasses import dataclass
from datetime import datetime

from django.core.exceptions import ValidationError
from django.core.validators import URLValidator, validate_email
from django.db import transaction
from django.utils.translation import gettext as _

from bildungsnetz.core import audit
from bildungsnetz.core.actor import Actor
from bildungsnetz.core.errors import NotAllowed, RuleViolation
from bildungsnetz.network import policies
from bildungsnetz.network.domain.contact import GENERAL
from bildungsnetz.network.models import ContactChannel, Institution

_is_address = URLValidator(schemes=["http", "https"])


@dataclass(frozen=True, slots=True, kw_only=True)
class ChannelEntry:
    """What the form of a way of contact holds."""

    kind: str
    value: str
    purpose: str = GENERAL
    is_public: bool = True


@transaction.atomic
def add_channel(
    *, actor: Actor, institution: Institution, entry: ChannelEntry, now: datetime
) -> ContactChannel:
    """Add a way of contact. Raises NotAllowed, RuleViolation."""
    kept = _lock(actor, institution)
    channel = ContactChannel(institution=kept)
    _write(channel, entry)
    _note("network.channel.add", actor, channel, now)
    return channel


@transaction.atomic
def edit_channel(
    *, actor: Actor, channel: ContactChannel, entry: ChannelEntry, now: datetime
) -> ContactChannel:
    """Change a way of contact. Raises NotAllowed, RuleViolation (a rule, or it belongs to the official list)."""
    _lock(actor, channel.institution)
    kept = _own(channel)
    _write(kept, entry)
    _note("network.channel.edit", actor, kept, now)
    return kept


@transaction.atomic
def remove_channel(*, actor: Actor, channel: ContactChannel, now: datetime) -> None:
    """Remove a way of contact. Raises NotAllowed, RuleViolation when it belongs to the official list."""
    _lock(actor, channel.institution)
    kept = _own(channel)
    _note("network.channel.remove", actor, kept, now)
    kept.delete()


def _lock(actor: Actor, institution: Institution) -> Institution:
    kept = Institution.objects.select_for_update().get(pk=institution.pk)
    if not policies.may_keep_institution(actor, kept):
        raise NotAllowed
    return kept


def _own(channel: ContactChannel) -> ContactChannel:
    kept = ContactChannel.objects.select_for_update().select_related("institution").get(pk=channel.pk)
    if kept.is_official:
        text = _(
            "Dieser Kontaktweg kommt aus der amtlichen Schulliste und ändert sich nur mit dem nächsten Import."
        )
        raise RuleViolation(text)
    return kept


def _write(channel: ContactChannel, entry: ChannelEntry) -> None:
    _check_value(entry)
    same = ContactChannel.objects.filter(
        institution=channel.institution, kind=entry.kind, purpose=entry.purpose, is_official=False
    ).exclude(pk=channel.pk)
    if entry.purpose == GENERAL and same.exists():
        text = _("Einen allgemeinen Kontaktweg dieser Art gibt es schon. Wählen Sie einen anderen Zweck.")
        raise RuleViolation(text, field="purpose")
    if same.filter(value=entry.value).exists():
        raise RuleViolation(_("Dieser Kontaktweg ist schon eingetragen."), field="value")
    channel.kind, channel.value = entry.kind, entry.value
    channel.purpose, channel.is_public = entry.purpose, entry.is_public
    channel.save()


def _check_value(entry: ChannelEntry) -> None:
    if not entry.value.strip():
        raise RuleViolation(_("Bitte füllen Sie dieses Feld aus."), field="value")
    try:
        if entry.kind == ContactChannel.Kind.EMAIL:
            validate_email(entry.value)
        elif entry.kind == ContactChannel.Kind.WEBSITE:
            _is_address(entry.value)
    except ValidationError as fault:
        message = {
            ContactChannel.Kind.EMAIL.value: _("Bitte gültige E-Mail-Adresse eingeben."),
            ContactChannel.Kind.WEBSITE.value: _("Bitte eine Adresse eingeben, die mit https:// beginnt."),
        }[entry.kind]
        raise RuleViolation(message, field="value") from fault


def _note(act: str, actor: Actor, channel: ContactChannel, now: datetime) -> None:
    shown = f"{channel.get_kind_display()}, {channel.get_purpose_display()}"
    audit.record(act, actor=actor, on=channel.institution, now=now, channel=shown)
