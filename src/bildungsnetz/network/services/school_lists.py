"""School lists kept for comparing; the register itself stays as it is."""

from datetime import date, datetime

from django.db import transaction
from django.utils.translation import gettext as _

from bildungsnetz.core import audit
from bildungsnetz.core.actor import Actor
from bildungsnetz.core.clock import day_of
from bildungsnetz.core.errors import NotAllowed, RuleViolation
from bildungsnetz.network import policies
from bildungsnetz.network.domain.school_lists import ReadSchoolList
from bildungsnetz.network.models import SchoolListCopy


@transaction.atomic
def keep_school_list(
    *, actor: Actor, read: ReadSchoolList, district: str, as_of: date, file_name: str, now: datetime
) -> SchoolListCopy:
    """Keep a list for comparing; the same list of the same day is replaced. Raises NotAllowed, RuleViolation."""
    if not policies.may_plan_import(actor):
        raise NotAllowed
    if as_of > day_of(now):
        raise RuleViolation(_("Der Stand der Liste liegt in der Zukunft."), field="as_of")
    if not read.entries:
        text = _("Die Liste enthält keine Schule des Kreises %(district)s.")
        raise RuleViolation(text % {"district": district}, field="file")
    values = {
        "name": read.name,
        "file_name": file_name[-200:],
        "encoding": read.encoding,
        "youngest": read.youngest,
        "entries": [each.as_json() for each in read.entries],
        "elsewhere": read.elsewhere,
        "refused": [[row.line, row.number, row.label, row.reason] for row in read.refused],
        "kept_at": now,
        "kept_by": actor.name,
    }
    kept, _is_new = SchoolListCopy.objects.update_or_create(
        district=district, key=read.key.value, as_of=as_of, defaults=values
    )
    audit.record("network.school_list.keep", actor=actor, on=kept, now=now, rows=len(read.entries))
    return kept


@transaction.atomic
def remove_school_list(*, actor: Actor, copy: SchoolListCopy, now: datetime) -> None:
    """Take a list out of the comparison. Raises NotAllowed."""
    if not policies.may_plan_import(actor):
        raise NotAllowed
    audit.record("network.school_list.remove", actor=actor, on=copy, now=now)
    copy.delete()
