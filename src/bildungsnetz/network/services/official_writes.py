"""Writing official facts into the register, many rows at once."""

from collections.abc import Sequence
from datetime import datetime

from django.utils.translation import gettext as _

from bildungsnetz.core import audit
from bildungsnetz.core.actor import Actor
from bildungsnetz.network.domain.import_plan import PlannedRow, RowKind, changes_between
from bildungsnetz.network.domain.official import FACT_NAMES, OfficialFacts
from bildungsnetz.network.models import ContactChannel, Institution, Municipality, Site
from bildungsnetz.network.selectors.kinds import kind_names
from bildungsnetz.network.selectors.register import official_facts
from bildungsnetz.network.services.index import index_institutions

_PLAIN = (
    "name",
    "short_name",
    "kind",
    "school_form",
    "legal_form",
    "status",
    "status_date",
    "authority_number",
)
_PLACE = ("street", "postal_code", "city", "longitude", "latitude")
_CHANNELS = ("phone", "fax", "email", "website")
_BATCH = 200


def write_officials(*, actor: Actor, source: str, rows: Sequence[PlannedRow], now: datetime) -> None:
    """Create and update the institutions of new and changed rows; for use inside the transaction of an import.

    New ones are public from the start: the official list is. Writes one audit entry per institution.
    """
    facts = [row.facts for row in rows if row.facts is not None]
    if not facts:
        return
    before = official_facts(facts[0].ags[:5], [each.number for each in facts])
    municipalities = _municipalities(facts, actor=actor, now=now)
    fresh = {row.number for row in rows if row.kind is RowKind.NEW}
    written = _institutions(facts, municipalities, fresh, now)
    _places(facts, written)
    _channels(facts, written)
    index_institutions(institution.pk for institution in written.values())
    for each in facts:
        institution = written[each.number]
        audit.record(
            "network.institution.import",
            actor=actor,
            on=institution,
            now=now,
            source=source,
            fields=_what(before.get(each.number), each),
        )


def _what(before: OfficialFacts | None, after: OfficialFacts) -> str:
    if before is None:
        return _("neu erfasst")
    return ", ".join(str(FACT_NAMES[change.field]) for change in changes_between(before, after))


def _municipalities(facts: list[OfficialFacts], *, actor: Actor, now: datetime) -> dict[str, Municipality]:
    """All municipalities by key; unknown ones are entered with the place name of their first row."""
    names = {each.ags: each.city for each in reversed(facts)}
    known = {each.ags: each for each in Municipality.objects.filter(ags__in=names).order_by("ags")}
    for ags in sorted(names.keys() - known.keys()):
        known[ags] = Municipality.objects.create(ags=ags, name=names[ags])
        audit.record("network.municipality.enter", actor=actor, on=known[ags], now=now)
    return known


def _institutions(
    facts: list[OfficialFacts], municipalities: dict[str, Municipality], fresh: set[str], now: datetime
) -> dict[str, Institution]:
    numbers = [each.number for each in facts if each.number not in fresh]
    known, names = _by_number(numbers), kind_names()
    created, updated = [], []
    for each in facts:
        institution = known.get(each.number) or Institution(
            official_number=each.number, is_public=True, entered_at=now
        )
        for name in _PLAIN:
            setattr(institution, name, getattr(each, name))
        institution.municipality, institution.changed_at = municipalities[each.ags], now
        institution.kind_name = names[each.kind]
        if institution.pk:
            institution.version += 1
            updated.append(institution)
        else:
            created.append(institution)
    Institution.objects.bulk_create(created, batch_size=_BATCH)
    Institution.objects.bulk_update(
        updated, [*_PLAIN, "kind_name", "municipality", "changed_at", "version"], batch_size=_BATCH
    )
    return {str(each.official_number): each for each in (*created, *updated)}


def _by_number(numbers: list[str]) -> dict[str, Institution]:
    found: dict[str, Institution] = {}
    for start in range(0, len(numbers), _BATCH):
        chunk = Institution.objects.filter(official_number__in=numbers[start : start + _BATCH])
        found |= {str(each.official_number): each for each in chunk.order_by("pk")}
    return found


def _places(facts: list[OfficialFacts], written: dict[str, Institution]) -> None:
    keys = [institution.pk for institution in written.values()]
    known: dict[int, Site] = {}
    for start in range(0, len(keys), _BATCH):
        chunk = Site.objects.filter(institution__in=keys[start : start + _BATCH], is_main=True)
        known |= {site.institution_id: site for site in chunk.order_by("pk")}
    created: list[Site] = []
    for each in facts:
        institution = written[each.number]
        site = known.get(institution.pk) or Site(institution=institution)
        for name in _PLACE:
            setattr(site, name, getattr(each, name))
        if not site.pk:
            created.append(site)
    Site.objects.bulk_update(known.values(), [*_PLACE], batch_size=_BATCH)
    Site.objects.bulk_create(created, batch_size=_BATCH)


def _channels(facts: list[OfficialFacts], written: dict[str, Institution]) -> None:
    keys = [institution.pk for institution in written.values()]
    for start in range(0, len(keys), _BATCH):
        ContactChannel.objects.filter(institution__in=keys[start : start + _BATCH], is_official=True).delete()
    ContactChannel.objects.bulk_create(
        [
            ContactChannel(
                institution=written[each.number], kind=kind, value=getattr(each, kind), is_official=True
            )
            for each in facts
            for kind in _CHANNELS
            if getattr(each, kind)
        ],
        batch_size=_BATCH,
    )
