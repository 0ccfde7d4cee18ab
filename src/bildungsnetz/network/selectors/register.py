"""The register as values: what the official list would be compared with, what a form starts from."""

import hashlib
import json
from collections.abc import Iterable, Mapping

from django.db.models import Prefetch, Q

from bildungsnetz.network.domain.contact import GENERAL
from bildungsnetz.network.domain.entry import InstitutionEntry
from bildungsnetz.network.domain.official import OfficialFacts
from bildungsnetz.network.domain.school_keys import LegalForm, OperatingStatus
from bildungsnetz.network.models import ContactChannel, Institution, Site

_CHANNELS = ("phone", "fax", "email", "website")


def official_facts(district: str, numbers: Iterable[str]) -> dict[str, OfficialFacts]:
    """The institutions with an official number that lie in the Kreis or bear one of the numbers, by number."""
    found = _facts_where(Q(municipality__ags__startswith=district))
    for chunk in _chunks(sorted(set(numbers) - found.keys())):
        found |= _facts_where(Q(official_number__in=chunk))
    return found


def hash_of(facts: Mapping[str, OfficialFacts]) -> str:
    """A fingerprint of a part of the register: equal exactly when all its facts are."""
    plain = {number: each.as_json() for number, each in sorted(facts.items())}
    return hashlib.sha256(json.dumps(plain, sort_keys=True).encode()).hexdigest()


def entry_of(institution: Institution) -> InstitutionEntry:
    """The present state of an institution as its form shows it; official channels win over own ones."""
    site = institution.sites.filter(is_main=True).order_by("pk").first() or Site()
    general = institution.channels.filter(purpose=GENERAL).order_by("is_official", "pk")
    reach = {channel.kind: channel.value for channel in general}
    return InstitutionEntry(
        name=institution.name,
        kind=institution.kind,
        municipality=institution.municipality_id,
        short_name=institution.short_name,
        school_form=institution.school_form,
        legal_form=institution.legal_form,
        status=institution.status,
        is_public=institution.is_public,
        description=institution.description,
        social_index=institution.social_index,
        fields_of_action=frozenset(institution.fields_of_action.order_by("pk").values_list("pk", flat=True)),
        street=site.street,
        postal_code=site.postal_code,
        city=site.city,
        longitude=site.longitude,
        latitude=site.latitude,
        phone=reach.get("phone", ""),
        email=reach.get("email", ""),
        website=reach.get("website", ""),
    )


def _chunks(numbers: list[str], size: int = 500) -> Iterable[list[str]]:
    """Databases limit the number of values in one question."""
    return (numbers[start : start + size] for start in range(0, len(numbers), size))


def _facts_where(condition: Q) -> dict[str, OfficialFacts]:
    main = Site.objects.filter(is_main=True).order_by("pk")
    official = ContactChannel.objects.filter(is_official=True).order_by("pk")
    found = (
        Institution.objects.filter(condition, official_number__isnull=False)
        .select_related("municipality")
        .prefetch_related(
            Prefetch("sites", queryset=main, to_attr="main_sites"),
            Prefetch("channels", queryset=official, to_attr="official_channels"),
        )
        .order_by("official_number")
    )
    return {facts.number: facts for facts in map(_facts, found)}


def _facts(institution: Institution) -> OfficialFacts:
    site: Site = next(iter(institution.main_sites), Site())  # type: ignore[attr-defined]
    channels: list[ContactChannel] = institution.official_channels  # type: ignore[attr-defined]
    reach = {channel.kind: channel.value for channel in channels}
    return OfficialFacts(
        number=institution.official_number or "",
        name=institution.name,
        short_name=institution.short_name,
        kind=institution.kind,
        school_form=institution.school_form,
        legal_form=LegalForm(institution.legal_form),
        status=OperatingStatus(institution.status),
        status_date=institution.status_date,
        ags=institution.municipality.ags,
        authority_number=institution.authority_number,
        street=site.street,
        postal_code=site.postal_code,
        city=site.city,
        longitude=site.longitude,
        latitude=site.latitude,
        **{kind: reach.get(kind, "") for kind in _CHANNELS},
    )
