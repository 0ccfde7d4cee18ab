"""The directory for machines, read by programs that are not ours."""

import json
from collections.abc import Callable
from datetime import timedelta
from typing import Any

import feedparser
import pytest
import vobject
from django.http import HttpResponse
from django.test import Client
from django.urls import reverse
from shapely.geometry import shape

from bildungsnetz.network.models import Institution
from tests.network.build import NOW, an_institution
from tests.network.build_offers import an_offer

pytestmark = pytest.mark.django_db
LONG = (
    "Städtische Volkshochschule für Erwachsenenbildung, Grundbildung; Öffnung nachmittags und abends in Haan"
)


def get(route: str, *args: object, query: str = "", **headers: str) -> HttpResponse:
    return Client().get(reverse(f"network:{route}", args=args) + query, headers=headers)


def linked(route: str, pk: int) -> dict[str, Any]:
    """The block of data of a page; exactly one."""
    page = get(route, pk).content.decode()
    parts = page.split('<script type="application/ld+json">')
    assert len(parts) == 2
    return json.loads(parts[1].split("</script>")[0])


def test_a_vcard_is_read_by_vobject_and_has_short_lines() -> None:
    shown = an_institution(LONG, email="info@vhs.example", website="https://vhs.example")
    answer = get("institution-card", shown.pk)
    assert answer["Content-Type"] == "text/vcard; charset=utf-8"
    lines = answer.content.split(b"\r\n")
    assert lines[:2] == [b"BEGIN:VCARD", b"VERSION:4.0"]
    assert max(map(len, lines)) <= 75
    assert all(line.decode() is not None for line in lines)
    card = vobject.readOne(answer.content.decode())
    assert (card.fn.value, card.email.value, card.url.value) == (
        LONG,
        "info@vhs.example",
        "https://vhs.example",
    )
    assert (card.adr.value.street, card.adr.value.code, card.adr.value.city) == (
        "Dieker Str. 69",
        "42781",
        "Haan",
    )
    assert (card.geo.value, card.tel.value) == ("geo:51.193,7.008", "02129 9115")


def test_geojson_follows_the_filters_and_holds_points_in_degrees() -> None:
    an_institution("Musikschule")
    an_institution("Museum", kind="museum", longitude=7.01, latitude=51.2)
    an_institution("Ohne Ort", longitude=None, latitude=None)
    an_institution("Intern", is_public=False)
    answer = get("directory-geojson")
    data = json.loads(answer.content)
    assert answer["Content-Type"] == "application/geo+json"
    assert ("crs" in data, data["type"]) == (False, "FeatureCollection")
    points = {each["properties"]["name"]: shape(each["geometry"]) for each in data["features"]}
    assert {name: (point.x, point.y) for name, point in points.items()} == {
        "Museum": (7.01, 51.2),
        "Musikschule": (7.008, 51.193),
    }
    some = json.loads(get("directory-geojson", query="?art=museum").content)
    assert [each["properties"]["name"] for each in some["features"]] == ["Museum"]
    assert some["features"][0]["properties"]["url"].endswith(f"/einrichtungen/{some['features'][0]['id']}/")


def test_the_feed_is_read_by_feedparser() -> None:
    an_institution("Älter")
    Institution.objects.update(changed_at=NOW - timedelta(days=3))
    offer = an_offer("Trommeln & Tanz <neu>", an_institution("Musikschule Haan"))
    answer = get("directory-feed")
    feed = feedparser.parse(answer.content)
    assert (answer["Content-Type"], feed.bozo, feed.version) == (
        "application/atom+xml; charset=utf-8",
        False,
        "atom10",
    )
    assert [each.title for each in feed.entries][2] == "Älter"
    entry = next(each for each in feed.entries if each.title == "Trommeln & Tanz <neu>")
    assert entry.id.endswith(f",2026:network/offer/{offer.pk}")
    assert entry.link.endswith(f"/angebote/{offer.pk}/")
    assert entry.updated == "2026-03-04T14:00:00+00:00"
    assert feed.feed.author
    assert {link.rel for link in feed.feed.links} == {"alternate", "self"}
    offers = feedparser.parse(get("offers-feed").content)
    assert [each.title for each in offers.entries] == ["Trommeln & Tanz <neu>"]


def test_an_empty_feed_is_a_feed() -> None:
    feed = feedparser.parse(get("offers-feed").content)
    assert (feed.bozo, feed.entries, bool(feed.feed.updated)) == (False, [], True)


@pytest.mark.parametrize(
    "route", ["directory-geojson", "directory-feed", "offers-feed", "embed-institutions", "embed-offers"]
)
def test_an_unchanged_answer_is_not_sent_again(route: str) -> None:
    an_offer()
    first = get(route)
    again = get(route, **{"If-None-Match": first["ETag"]})
    assert (again.status_code, again.content) == (304, b"")
    an_offer("Neues", an_institution("Neue Schule"))
    changed = get(route, **{"If-None-Match": first["ETag"]})
    assert (changed.status_code, changed["ETag"] == first["ETag"]) == (200, False)
    assert "Cookie" not in first.get("Vary", "")
    assert "public" in first["Cache-Control"]


def test_last_modified_is_understood() -> None:
    shown = an_institution()
    first = get("institution-card", shown.pk)
    assert first["Last-Modified"] == "Wed, 04 Mar 2026 14:00:00 GMT"
    assert (
        get("institution-card", shown.pk, **{"If-Modified-Since": first["Last-Modified"]}).status_code == 304
    )


def test_lists_for_other_sites_may_be_framed_and_read_and_hold_no_script() -> None:
    an_offer("Trommeln")
    for route, name in (("embed-institutions", "Musikschule Haan"), ("embed-offers", "Trommeln")):
        page = get(route)
        text = page.content.decode()
        assert name in text
        assert "<script" not in text
        assert page["Access-Control-Allow-Origin"] == "*"
        assert "X-Frame-Options" not in page
        assert "frame-ancestors *" in page["Content-Security-Policy"]
        assert page.cookies == {}
        bare = get(route, query="?teil=liste").content.decode()
        assert (bare.startswith("<ul"), "<html" in bare, "teil=" in bare) == (True, False, False)


def test_only_the_lists_for_embedding_are_open_to_other_sites() -> None:
    for route in ("directory", "directory-geojson", "public-offers", "directory-feed"):
        answer = get(route)
        assert "Access-Control-Allow-Origin" not in answer
        assert answer["X-Frame-Options"] == "DENY"


def test_an_embedded_list_keeps_its_filter_and_leads_to_the_whole() -> None:
    an_institution("Museum", kind="museum")
    an_institution("Musikschule Haan")
    page = get("embed-institutions", query="?art=museum").content.decode()
    assert ("Museum" in page, "Musikschule Haan" in page) == (True, False)
    assert '/einrichtungen/?art=museum" target="_top">1 Eintrag im Bildungsportal ansehen' in page
    assert (
        "Zurzeit steht hier keine Einrichtung."
        in get("embed-institutions", query="?art=museum&q=xyz").content.decode()
    )


@pytest.mark.parametrize(
    ("kind", "legal_form", "expected"),
    [
        ("museum", "private", "Museum"),
        ("job_centre", "public", "GovernmentOrganization"),
        ("school_authority", "private", "Organization"),
        ("music_school", "public", "EducationalOrganization"),
        ("company", "private", "Organization"),
    ],
)
def test_the_type_of_an_institution_is_true(kind: str, legal_form: str, expected: str) -> None:
    shown = an_institution(kind=kind, legal_form=legal_form)
    data = linked("public-institution", shown.pk)
    assert (data["@context"], data["@type"], data["name"]) == ("https://schema.org", expected, shown.name)
    assert data["address"]["streetAddress"] == "Dieker Str. 69"
    assert data["telephone"] == "02129 9115"


def test_text_cannot_leave_the_block_of_data() -> None:
    shown = an_institution("Haus </script><script>alert(1)</script> & Co")
    assert linked("public-institution", shown.pk)["name"] == shown.name
    assert "<script>alert" not in get("public-institution", shown.pk).content.decode()


def test_an_event_has_its_time_with_offset_and_a_course_its_provider() -> None:
    event = an_offer("Robotik", kind="event", starts_at=NOW, ends_at=NOW + timedelta(hours=2), capacity=20)
    data = linked("public-offer", event.pk)
    assert (data["@type"], data["startDate"]) == ("EducationEvent", "2026-03-04T15:00:00+01:00")
    assert data["endDate"] == "2026-03-04T17:00:00+01:00"
    assert data["eventStatus"] == "https://schema.org/EventScheduled"
    assert data["eventAttendanceMode"] == "https://schema.org/OfflineEventAttendanceMode"
    assert (data["location"]["@type"], data["organizer"]["name"]) == ("Place", "Musikschule Haan")
    course = linked("public-offer", an_offer().pk)
    assert (course["@type"], course["provider"]["@type"], course["isAccessibleForFree"]) == (
        "Course",
        "EducationalOrganization",
        True,
    )
    service = linked("public-offer", an_offer("Beratung", kind="counselling").pk)
    assert (service["@type"], service["serviceType"]) == ("Service", "Beratung")
    online = linked("public-offer", an_offer("Netz", kind="event", place="online", starts_at=NOW).pk)
    assert online["location"]["@type"] == "VirtualLocation"


def test_feeds_cost_the_same_with_one_row_and_with_three(
    django_assert_num_queries: Callable[..., object],
) -> None:
    an_offer()
    with django_assert_num_queries(2):
        get("directory-feed")
    an_offer("Zwei")
    an_offer("Drei", an_institution("Andere"))
    with django_assert_num_queries(2):
        get("directory-feed")
