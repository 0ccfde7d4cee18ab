"""Keeping the templates of sessions and their recurring items."""

from dataclasses import dataclass, fields
from datetime import datetime, time

from django.db import transaction
from django.db.models import Max
from django.utils.translation import gettext as _

from bildungsnetz.core import audit
from bildungsnetz.core.actor import Actor
from bildungsnetz.core.errors import NotAllowed, RuleViolation
from bildungsnetz.governance.domain.annual_plan import Recurrence, refuse_rhythm
from bildungsnetz.governance.domain.visibility import Visibility
from bildungsnetz.governance.models import Body, SessionTemplate, TemplateItem
from bildungsnetz.governance.policies import templates as policies
from bildungsnetz.governance.services.refusals import raise_first


@dataclass(frozen=True, slots=True, kw_only=True)
class TemplateSettings:
    """What can be set for a template; `months` are 1 to 12."""

    name: str
    months: tuple[int, ...]
    weekday: int
    week: int
    starts_at: time
    minutes: int = 120
    mode: str = "on_site"
    place: str = ""
    online_link: str = ""


@dataclass(frozen=True, slots=True, kw_only=True)
class RecurringItem:
    """What can be set for a recurring item."""

    title: str
    kind: str = "information"
    summary: str = ""
    minutes_planned: int = 10
    visibility: str = Visibility.BODY
    recurrence: str = Recurrence.EVERY
    every: int = 1


@transaction.atomic
def create_template(
    *, actor: Actor, body: Body, settings: TemplateSettings, now: datetime
) -> SessionTemplate:
    """Set up a template. Raises NotAllowed, RuleViolation (fields `name`, `months`, `minutes`)."""
    if not policies.may_change_templates(actor, body):
        raise NotAllowed
    _refuse(body, settings)
    made = SessionTemplate.objects.create(body=body, **_fields(settings))
    audit.record("governance.template.create", actor=actor, on=made, thread=body, now=now)
    return made


@transaction.atomic
def change_template(
    *, actor: Actor, template: SessionTemplate, version: int, settings: TemplateSettings, now: datetime
) -> SessionTemplate:
    """Change a template; sessions already planned stay. Raises NotAllowed, StaleVersion, RuleViolation."""
    changed = _locked(actor, template)
    _refuse(changed.body, settings, but=changed.pk)
    for name, value in _fields(settings).items():
        setattr(changed, name, value)
    changed.save_version(version)
    audit.record("governance.template.change", actor=actor, on=changed, thread=changed.body, now=now)
    return changed


@transaction.atomic
def add_template_item(
    *, actor: Actor, template: SessionTemplate, item: RecurringItem, now: datetime
) -> TemplateItem:
    """Add a recurring item behind the others. Raises NotAllowed, RuleViolation (field `every`)."""
    changed = _locked(actor, template)
    _refuse_every(item)
    last = changed.items.aggregate(last=Max("position"))["last"] or 0
    made = TemplateItem.objects.create(template=changed, position=last + 1, **_item_fields(item))
    _record(changed, actor, now)
    return made


@transaction.atomic
def change_template_item(
    *, actor: Actor, row: TemplateItem, item: RecurringItem, now: datetime
) -> TemplateItem:
    """Change a recurring item for sessions to come. Raises NotAllowed, RuleViolation (field `every`)."""
    changed = _locked(actor, row.template)
    _refuse_every(item)
    TemplateItem.objects.filter(pk=row.pk).update(**_item_fields(item))
    row.refresh_from_db()
    _record(changed, actor, now)
    return row


@transaction.atomic
def remove_template_item(*, actor: Actor, row: TemplateItem, now: datetime) -> None:
    """From now on the item comes no more. Raises NotAllowed."""
    changed = _locked(actor, row.template)
    row.delete()
    _record(changed, actor, now)


def _locked(actor: Actor, template: SessionTemplate) -> SessionTemplate:
    rows = SessionTemplate.objects.select_related("body").select_for_update(of=("self",))
    found = rows.get(pk=template.pk)
    if not policies.may_change_templates(actor, found.body):
        raise NotAllowed
    return found


def _refuse(body: Body, settings: TemplateSettings, but: int = 0) -> None:
    raise_first(refuse_rhythm(settings.months, settings.minutes))
    if SessionTemplate.objects.filter(body=body, name=settings.name).exclude(pk=but).exists():
        raise RuleViolation(_("Eine Vorlage mit diesem Namen hat das Gremium schon."), "name")


def _refuse_every(item: RecurringItem) -> None:
    if item.recurrence == Recurrence.NTH and item.every < 2:
        raise RuleViolation(_("Geben Sie an, in jeder wievielten Sitzung der Punkt kommt (ab 2)."), "every")


def _record(template: SessionTemplate, actor: Actor, now: datetime) -> None:
    audit.record("governance.template.change", actor=actor, on=template, thread=template.body, now=now)


def _fields(settings: TemplateSettings) -> dict[str, object]:
    found = {field.name: getattr(settings, field.name) for field in fields(settings)}
    return found | {"months": sorted(settings.months)}


def _item_fields(item: RecurringItem) -> dict[str, object]:
    return {field.name: getattr(item, field.name) for field in fields(item)}
