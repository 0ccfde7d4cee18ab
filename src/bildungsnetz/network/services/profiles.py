"""What an institution says about itself: languages, target groups."""

from dataclasses import dataclass
from datetime import datetime

from django.db import transaction
from django.utils.translation import gettext as _

from bildungsnetz.core import audit
from bildungsnetz.core.actor import Actor
from bildungsnetz.core.errors import NotAllowed, RuleViolation
from bildungsnetz.network import policies
from bildungsnetz.network.domain.languages import LANGUAGES
from bildungsnetz.network.domain.target_groups import TARGET_GROUPS
from bildungsnetz.network.models import FieldOfAction, Institution, InstitutionProfile
from bildungsnetz.network.selectors.profiles import profile_entry
from bildungsnetz.network.services.index import index_institutions


@dataclass(frozen=True, slots=True, kw_only=True)
class ProfileEntry:
    """What the form of a profile holds: the own fields of an institution, whoever keeps its official data."""

    description: str = ""
    languages: frozenset[str] = frozenset()
    target_groups: frozenset[str] = frozenset()
    fields_of_action: frozenset[int] = frozenset()


@transaction.atomic
def edit_profile(
    *, actor: Actor, institution: Institution, entry: ProfileEntry, version: int, now: datetime
) -> Institution:
    """Change the own fields of an institution. Raises NotAllowed, RuleViolation, StaleVersion."""
    kept = Institution.objects.select_for_update().get(pk=institution.pk)
    if not policies.may_keep_institution(actor, kept):
        raise NotAllowed
    _check(entry)
    changed = _changes(kept, entry)
    if not changed:
        return kept
    kept.description, kept.changed_at = entry.description, now
    kept.save_version(version)
    kept.fields_of_action.set(entry.fields_of_action)
    InstitutionProfile.objects.update_or_create(
        institution=kept,
        defaults={"languages": sorted(entry.languages), "target_groups": sorted(entry.target_groups)},
    )
    index_institutions([kept.pk])
    audit.record("network.institution.edit", actor=actor, on=kept, now=now, fields=", ".join(changed))
    return kept


def _check(entry: ProfileEntry) -> None:
    if entry.languages - LANGUAGES.keys():
        raise RuleViolation(_("Diese Sprache steht nicht zur Wahl."), field="languages")
    if entry.target_groups - TARGET_GROUPS.keys():
        raise RuleViolation(_("Diese Zielgruppe steht nicht zur Wahl."), field="target_groups")
    known = FieldOfAction.objects.filter(pk__in=entry.fields_of_action).count()
    if known != len(entry.fields_of_action):
        raise RuleViolation(_("Dieses Handlungsfeld gibt es nicht."), field="fields_of_action")


def _changes(kept: Institution, entry: ProfileEntry) -> list[str]:
    before = profile_entry(kept)
    names = {
        "description": _("Beschreibung"),
        "languages": _("Sprachen"),
        "target_groups": _("Zielgruppen"),
        "fields_of_action": _("Handlungsfelder"),
    }
    return [name for field, name in names.items() if before[field] != getattr(entry, field)]
