"""The pure part of the public interface: what is stored, what is told, what can be asked."""

from datetime import UTC, datetime, timedelta, timezone

import pytest
from hypothesis import given
from hypothesis import strategies as st

from bildungsnetz.governance.domain.oparl import asking
from bildungsnetz.governance.domain.oparl.telling import embedded_in, told
from bildungsnetz.governance.domain.oparl.things import Link, Thing, link, page

PLACE = Thing("location", 3, "session:3", {"description": "Kreishaus", "room": ""})
ITEM = Thing("agendaitem", 7, "session:3", {"name": "Ganztag", "order": 0, "result": None})
MEETING = Thing(
    "meeting",
    3,
    "session:3",
    {
        "name": "@link Lenkungskreis",
        "cancelled": False,
        "location": PLACE,
        "agendaItem": [ITEM],
        "organization": [link("organization", 1)],
        "participant": [],
        "web": page("governance:public-session", 3),
    },
)
MOMENTS = {"location/3": ("c1", "m1"), "agendaitem/7": ("c2", "m2")}


def test_nothing_empty_is_stored_but_zero_and_false_are():
    assert MEETING.content() == {
        "name": "@link Lenkungskreis",
        "cancelled": False,
        "location": {"@": "location/3", "description": "Kreishaus"},
        "agendaItem": [{"@": "agendaitem/7", "name": "Ganztag", "order": 0}],
        "organization": [{"@link": "organization/1"}],
        "web": {"@link": "=governance:public-session/3"},
    }


def test_a_thing_knows_all_that_is_in_it():
    assert [thing.name for thing in MEETING.all()] == ["meeting/3", "location/3", "agendaitem/7"]
    assert list(embedded_in(MEETING.content())) == ["location/3", "agendaitem/7"]


def test_what_is_told_has_addresses_types_and_moments():
    assert told(MEETING.content(), address=lambda target: f"https://x/{target}", moments=MOMENTS) == {
        "name": "@link Lenkungskreis",
        "cancelled": False,
        "location": {
            "id": "https://x/location/3",
            "type": "https://schema.oparl.org/1.1/Location",
            "description": "Kreishaus",
            "created": "c1",
            "modified": "m1",
        },
        "agendaItem": [
            {
                "id": "https://x/agendaitem/7",
                "type": "https://schema.oparl.org/1.1/AgendaItem",
                "name": "Ganztag",
                "order": 0,
                "created": "c2",
                "modified": "m2",
            }
        ],
        "organization": ["https://x/organization/1"],
        "web": "https://x/=governance:public-session/3",
    }


def test_internal_lists_can_be_left_out_but_links_stay():
    short = told(MEETING.content(), address=str, moments=MOMENTS, omit_internal=True)
    assert ("agendaItem" in short, short["organization"]) == (False, ["organization/1"])


@given(st.text())
def test_no_text_is_taken_for_a_link(text: str):
    thing = Thing("meeting", 1, "x", {"name": text or "x", "also": Link("body/1")})
    assert told(thing.content(), address=lambda _target: "ADDRESS", moments={}) == {
        "name": text or "x",
        "also": "ADDRESS",
    }


@pytest.mark.parametrize(
    ("given_", "said"),
    [
        ({"created_since": "gestern"}, "created_since: not a date-time like 2026-01-31T12:00:00+01:00"),
        ({"modified_until": "2026-01-31T12:00:00"}, "modified_until: the offset from UTC is missing"),
        ({"page": "0"}, "page: not a positive number"),
        ({"page": "zwei"}, "page: not a positive number"),
        ({"limit": "-3"}, "limit: not a positive number"),
        ({"limit": "9" * 30}, "limit: not a positive number"),
    ],
)
def test_what_cannot_be_read_is_said_so(given_: dict[str, str], said: str):
    with pytest.raises(asking.Unreadable) as refused:
        asking.read(given_)
    assert str(refused.value) == said


def test_what_can_be_asked():
    asked = asking.read(
        {
            "modified_since": "2026-01-31T12:00:00 01:00",  # a plus sign nobody encoded
            "limit": "500",
            "page": "2",
            "omit_internal": "true",
            "unknown": "x",
        }
    )
    at = datetime(2026, 1, 31, 12, tzinfo=timezone(timedelta(hours=1)))
    assert (asked.times, asked.page, asked.limit) == ({"modified_since": at}, 2, 100)
    assert (asked.omit_internal, asked.wants_deleted) == (True, True)
    assert asked.query(1) == "modified_since=2026-01-31T12%3A00%3A00%2B01%3A00&omit_internal=true"
    assert not asking.read({}).wants_deleted
    assert asking.read({"created_since": "2026-01-01T00:00:00Z"}).times["created_since"] == datetime(
        2026, 1, 1, tzinfo=UTC
    )
