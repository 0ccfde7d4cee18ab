"""Institutions and offers as JSON-LD of schema.org, one object a page."""

from collections.abc import Iterable
from typing import Any, Final

from bildungsnetz.core.clock import BERLIN
from bildungsnetz.network.domain import offer_words as words
from bildungsnetz.network.domain.offers import unpack
from bildungsnetz.network.domain.schema_types import schema_type
from bildungsnetz.network.models import ContactChannel, Institution, Offer, Site

Data = dict[str, Any]
_CONTEXT: Final = "https://schema.org"
_CHANNELS: Final = {"phone": "telephone", "fax": "faxNumber", "email": "email", "website": "sameAs"}
_MODES: Final = {"online": "OnlineEventAttendanceMode"}


def institution_data(shown: Institution, channels: Iterable[ContactChannel], url: str) -> Data:
    """An institution; needs `main_sites`."""
    data = {
        "@context": _CONTEXT,
        "@type": schema_type(shown.kind, shown.legal_form),
        "@id": url,
        "url": url,
        "name": shown.name,
        "description": shown.description,
        **{_CHANNELS[channel.kind]: channel.value for channel in channels if channel.kind in _CHANNELS},
        "identifier": _number(shown),
        **_place(next(iter(shown.main_sites), None)),  # type: ignore[attr-defined]
    }
    return _filled(data)


def offer_data(shown: Offer, url: str, provider_url: str) -> Data:
    """An offer: an event with its time, a course, or else a service."""
    if shown.kind == words.EVENT and shown.starts_at:
        return _filled({"@type": "EducationEvent", **_common(shown, url), **_event(shown, provider_url)})
    provider = {"provider": _provider(shown, provider_url)}
    if shown.kind in {words.COURSE, "training"}:
        languages = {
            "inLanguage": sorted(unpack(shown.languages)),
            "isAccessibleForFree": shown.cost == "free",
        }
        return _filled({"@type": "Course", **_common(shown, url), **provider, **languages})
    kind = {"serviceType": str(shown.get_kind_display())}
    return _filled({"@type": "Service", **_common(shown, url), **provider, **kind})


def _common(shown: Offer, url: str) -> Data:
    audience = [{"@type": "Audience", "audienceType": str(name)} for name in shown.audience_names]
    return {
        "@context": _CONTEXT,
        "@id": url,
        "url": url,
        "name": shown.title,
        "description": shown.description,
        "audience": audience,
    }


def _event(shown: Offer, provider_url: str) -> Data:
    assert shown.starts_at is not None  # noqa: S101 - asked before
    mode = _MODES.get(shown.place, "OfflineEventAttendanceMode")
    return {
        "startDate": shown.starts_at.astimezone(BERLIN).isoformat(),
        "endDate": shown.ends_at.astimezone(BERLIN).isoformat() if shown.ends_at else "",
        "eventStatus": f"{_CONTEXT}/EventScheduled",
        "eventAttendanceMode": f"{_CONTEXT}/{mode}",
        "location": _location(shown, provider_url),
        "organizer": _provider(shown, provider_url),
        "isAccessibleForFree": shown.cost == "free",
        "inLanguage": sorted(unpack(shown.languages)),
        "maximumAttendeeCapacity": shown.capacity,
    }


def _location(shown: Offer, provider_url: str) -> Data:
    if shown.place == "online":
        return {"@type": "VirtualLocation", "url": shown.website or provider_url}
    where = shown.institution
    address = {"@type": "PostalAddress", "addressLocality": where.municipality.name, "addressCountry": "DE"}
    return {"@type": "Place", "name": shown.place_note or where.name, "address": address}


def _provider(shown: Offer, provider_url: str) -> Data:
    of = shown.institution
    return {
        "@type": schema_type(of.kind, of.legal_form),
        "@id": provider_url,
        "name": of.name,
        "url": provider_url,
    }


def _number(shown: Institution) -> Data | None:
    if not shown.official_number:
        return None
    return {"@type": "PropertyValue", "propertyID": "Schulnummer NRW", "value": shown.official_number}


def _place(site: Site | None) -> Data:
    if site is None:
        return {}
    address = {
        "@type": "PostalAddress",
        "streetAddress": site.street,
        "postalCode": site.postal_code,
        "addressLocality": site.city,
        "addressCountry": "DE",
    }
    data: Data = {"address": _filled(address)}
    if site.longitude is not None:
        point = {"@type": "GeoCoordinates", "latitude": site.latitude, "longitude": site.longitude}
        data["location"] = {"@type": "Place", "geo": point, "address": data["address"]}
    return data


def _filled(data: Data) -> Data:
    """Without what is empty: an empty value would say something that is not true."""
    return {name: value for name, value in data.items() if value not in ("", None, [])}
