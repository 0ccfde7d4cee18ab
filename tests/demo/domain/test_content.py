"""The German content of the demo: enough of it, each once, nobody and nothing real."""

import csv
import json
from collections import Counter

import pytest
from shapely.geometry import Point, shape

from bildungsnetz.config.demo import places, schools
from bildungsnetz.config.demo.accounts import ACCOUNTS
from bildungsnetz.config.demo.names import address_of, invented_names
from bildungsnetz.config.demo.reading import read
from bildungsnetz.config.demo.region import Region, chance_from
from bildungsnetz.config.demo.scripts import (
    ItemScript,
    body_scripts,
    feedback_scripts,
    measure_scripts,
    person_scripts,
    recommendation_scripts,
    session_scripts,
)
from tests.conftest import NOW
from tests.shared_data import shared

BODIES = body_scripts()
SESSIONS = [session for body in BODIES if body.sessions for session in session_scripts(body.sessions)]
ITEMS = [item for session in SESSIONS for item in session.item]
ORDERS = [item.order for item in ITEMS if item.order]


def region_facts():
    return list(schools.facts_of(Region(NOW)))


def test_there_is_work_for_three_years():
    titles = Counter(item.title for item in ITEMS)
    assert len(titles) >= 100
    assert len(ORDERS) >= 20
    assert min(session.day for session in SESSIONS) < -1050
    assert {item.visibility for item in ITEMS} == {"public", "network", "body", "office"}


@pytest.mark.parametrize("body", [body for body in BODIES if body.sessions], ids=lambda body: body.key)
def test_sessions_of_a_body_are_in_the_order_of_time(body):
    days = [session.day for session in session_scripts(body.sessions)]
    assert days == sorted(set(days))


def test_every_treated_decision_item_says_what_was_decided():
    past = [session for session in SESSIONS if session.day < 0 and not session.cancelled]
    undecided = [
        item.title for each in past for item in each.item if item.kind == "decision" and not item.decision
    ]
    empty = [item.title for item in ITEMS if item.decision and not (item.proposal or item.decision.wording)]
    assert (undecided, empty) == ([], [])


def test_texts_name_only_what_exists():
    people = {account.key for account in ACCOUNTS} | {script.key for script in person_scripts()}
    named = {seat.person for body in BODIES for seat in body.mandates}
    named |= {name for session in SESSIONS for name in (*session.deputy_for, *session.guests)}
    named |= {name for item in ITEMS if item.decision for name in item.decision.objections}
    assert named - people == set()
    known = {script.key for script in recommendation_scripts()}
    assert {item.recommendation for item in ITEMS if item.recommendation} - known == set()


def test_steps_of_orders_and_measures_are_in_the_order_of_time():
    measures = [*measure_scripts(), *(order.measure for order in ORDERS if order.measure)]
    ways = [[day for _state, day in measure.moves] for measure in measures]
    ways += [[step.day for step in order.steps] for order in ORDERS]
    assert [way for way in ways if way != sorted(way)] == []


def test_texts_keep_the_tone():
    said = [text for item in ITEMS for text in _texts(item)] + [each.message for each in feedback_scripts()]
    assert [text for text in said if "!" in text or "TODO" in text] == []


def _texts(item: ItemScript) -> list[str]:
    return [item.title, item.summary, item.proposal, item.result]


def test_names_are_composed_and_each_comes_once():
    names = invented_names(chance_from(1))
    drawn = [next(names) for _ in range(500)]
    assert len(set(drawn)) == 500
    assert len({address_of(*name) for name in drawn}) == 500


def test_an_address_has_only_letters_that_mail_knows():
    assert (
        address_of(
            "Ayşe",
            "Y\N{LATIN SMALL LETTER DOTLESS I}ld\N{LATIN SMALL LETTER DOTLESS I}r\N{LATIN SMALL LETTER DOTLESS I}m",
        )
        == "ayse.yildirim@post.demo.example"
    )
    assert [name for name in _all_names() if not address_of(*name).isascii()] == []


def _all_names() -> list[tuple[str, str]]:
    lists = read("names")
    return [(first, last) for first in lists["women"] + lists["men"] for last in lists["last"]]


def test_the_region_has_its_real_number_of_schools_in_each_city():
    found = Counter(facts.city for facts in region_facts())
    assert found == {
        "Erkrath": 12,
        "Haan": 8,
        "Heiligenhaus": 8,
        "Hilden": 15,
        "Langenfeld (Rhld.)": 16,
        "Mettmann": 12,
        "Monheim am Rhein": 12,
        "Ratingen": 24,
        "Velbert": 28,
        "Wülfrath": 8,
    }


def test_no_school_bears_a_number_or_name_of_a_real_one():
    text = shared("data/schools_nrw/schuldaten_msb_2021-09.csv").read_text(encoding="utf-8-sig")
    rows = list(csv.DictReader(text.splitlines()[1:], delimiter=";"))
    numbers = {row["Schulnummer"] for row in rows}
    with shared("data/schools_nrw/svws_schulver_Schulen.csv").open(encoding="utf-8-sig") as lines:
        numbers |= {row["SchulNr"] for row in csv.DictReader(lines, delimiter=";")}
    names = {(row[f"Schulbezeichnung_{part}"].strip(), row["Ort"]) for row in rows for part in (1, 2, 3)}
    facts = region_facts()
    assert len(numbers) > 5000
    assert {each.number for each in facts} & numbers == set()
    assert {(each.short_name, each.city) for each in facts} & names == set()
    assert len({each.number for each in facts}) == len({each.name for each in facts}) == len(facts)


def test_no_street_is_a_street_of_a_real_school():
    with shared("data/schools_nrw/svws_schulver_Schulen.csv").open(encoding="utf-8-sig") as lines:
        rows = [row for row in csv.DictReader(lines, delimiter=";") if row["RegSchl"].startswith("158")]
    real = {row["Strasse"].rstrip("0123456789 -").lower() for row in rows}
    assert {street.lower() for street in places.streets()} & real == set()


def test_cities_have_their_keys_and_every_address_lies_in_its_city():
    outlines = json.loads(shared("data/kreis_mettmann/gemeinden.geojson").read_text())
    areas = {each["properties"]["AGS"]: shape(each["geometry"]) for each in outlines["features"]}
    names = {each["properties"]["AGS"]: each["properties"]["GEN"] for each in outlines["features"]}
    assert {city.ags: city.name for city in places.cities()} == names
    outside = [
        each.name
        for each in region_facts()
        if not areas[each.ags].contains(Point(each.longitude, each.latitude))
    ]
    assert outside == []


def test_postal_codes_are_those_of_the_city():
    with shared("data/schools_nrw/svws_schulver_Schulen.csv").open(encoding="utf-8-sig") as lines:
        rows = [row for row in csv.DictReader(lines, delimiter=";") if row["RegSchl"].startswith("158")]
    real = {(f"05{row['RegSchl']}", row["PLZ"]) for row in rows}
    used = {(city.ags, code) for city in places.cities() for code in city.postal_codes}
    assert used - real == set()
