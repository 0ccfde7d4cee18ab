import json

import pytest
from shapely import LinearRing

from bildungsnetz.network.domain.coordinates import Point
from bildungsnetz.network.domain.outlines import OutlineFault
from bildungsnetz.network.exchange.outlines import MAX_BYTES, read_outlines
from tests.network.exchange.outlines import RING, SQUARE, collection, feature
from tests.shared_data import shared


def test_the_outlines_of_kreis_mettmann() -> None:
    areas = read_outlines(shared("data/kreis_mettmann/gemeinden.geojson").read_bytes())
    assert [(area.ags, area.name) for area in areas][:2] == [("05158004", "Erkrath"), ("05158008", "Haan")]
    assert len(areas) == 10


def test_a_lost_zero_is_mended_and_the_label_lies_inside() -> None:
    (area,) = read_outlines(collection(feature(AGS="5158008")))
    assert (area.ags, area.label) == ("05158008", Point(7.0, 51.2))


BOW_TIE = [[[6.9, 51.1], [7.1, 51.3], [7.1, 51.1], [6.9, 51.3], [6.9, 51.1]]]
UNCLOSED = [RING[:-1]]
BACKWARDS = [RING[::-1]]
HOLE_INSIDE = [RING, [[6.95, 51.15], [6.95, 51.2], [7.0, 51.2], [6.95, 51.15]]]
HOLE_OUTSIDE = [RING, [[8.0, 51.5], [8.1, 51.5], [8.1, 51.6], [8.0, 51.5]]]
HOLE_ACROSS = [RING, [[7.0, 51.2], [7.2, 51.2], [7.2, 51.25], [7.0, 51.2]]]
OVERLAPPING = [[RING], [[[7.0, 51.2], [7.2, 51.2], [7.2, 51.4], [7.0, 51.4], [7.0, 51.2]]]]
SWAPPED = [[[lat, lon] for lon, lat in RING]]
NOT_A_NUMBER = [[*RING[:2], [float("nan"), 51.3], *RING[3:]]]
ENDLESS = [[*RING[:2], [float("inf"), 51.3], *RING[3:]]]
TEXT = [[*RING[:2], ["7,1", 51.3], *RING[3:]]]
SPIKE = [[[6.9, 51.1], [7.1, 51.1], [6.9, 51.1], [6.9, 51.1]]]
METRES = [[[361466.0, 5673192.0], [361566.0, 5673192.0], [361566.0, 5673292.0], [361466.0, 5673192.0]]]


@pytest.mark.parametrize(
    ("content", "message"),
    [
        (b"\xff\xfe", "Die Datei ist kein GeoJSON in UTF-8."),
        (b"{", "Die Datei ist kein GeoJSON in UTF-8."),
        (b"[" * 100_000, "Die Datei ist kein GeoJSON in UTF-8."),
        (b"[]", "Die Datei ist keine GeoJSON-FeatureCollection mit Flächen."),
        (collection(), "Die Datei ist keine GeoJSON-FeatureCollection mit Flächen."),
        (
            collection("Haan"),
            "Fläche 1 (ohne Namen): Der Gemeindeschlüssel „“ ist falsch: Er hat acht Ziffern und beginnt mit 05.",
        ),
        (
            collection(feature(AGS="", ags="")),
            "Fläche 1 (Haan): Der Gemeindeschlüssel „“ ist falsch: Er hat acht Ziffern und beginnt mit 05.",
        ),
        (collection(SQUARE, SQUARE), "Der Gemeindeschlüssel 05158008 kommt mehrfach vor."),
        (collection(feature([7.0, 51.2], "Point")), "Fläche 1 (Haan): Das ist kein Polygon."),
        (collection({**SQUARE, "geometry": None}), "Fläche 1 (Haan): Das ist kein Polygon."),
        (
            collection(feature(METRES)),
            (
                "Fläche 1 (Haan) liegt nicht in Nordrhein-Westfalen. "
                "Die Datei braucht Länge und Breite in Grad (WGS 84)."
            ),
        ),
        (
            b" " * (MAX_BYTES + 1),
            "Die Datei ist größer als 3 MB. Bitte laden Sie vereinfachte Umrisse hoch.",
        ),
    ],
)
def test_outlines_that_cannot_be_used_say_why(content: bytes, message: str) -> None:
    with pytest.raises(OutlineFault) as refused:
        read_outlines(content)
    assert str(refused.value) == message


NOT_CLOSED = "Ein Ring ist nicht geschlossen: Der letzte Punkt muss der erste sein"
CROSSED = "Die Linie kreuzt sich selbst, bei Länge {} und Breite {}"


@pytest.mark.parametrize(
    ("coordinates", "reason"),
    [
        ([], "leer"),
        ([[]], "leer"),
        (["x"], "Die Koordinaten sind nicht lesbar"),
        ("x", "Die Koordinaten sind nicht lesbar"),
        (TEXT, "Die Koordinaten sind nicht lesbar"),
        ([[6.9, 51.1], [7.1, 51.1]], "Die Koordinaten sind nicht lesbar"),
        ([[*RING[:2], RING[0]]], "Ein Ring hat weniger als vier Punkte"),
        (UNCLOSED, NOT_CLOSED),
        ([RING, RING[:-1]], NOT_CLOSED),
        (BOW_TIE, CROSSED.format("7", "51,2")),
        (HOLE_ACROSS, CROSSED.format("7,1", "51,2")),
        (HOLE_OUTSIDE, "Ein Loch liegt außerhalb der Fläche, bei Länge 8 und Breite 51,5"),
        (SPIKE, "Ein Ring umschließt keine Fläche, bei Länge 6,9 und Breite 51,1"),
        (NOT_A_NUMBER, "Eine Koordinate ist keine Zahl (NaN oder unendlich)"),
        (ENDLESS, "Eine Koordinate ist keine Zahl (NaN oder unendlich)"),
    ],
    ids=[
        "empty", "empty ring", "text", "no list", "text as number", "flat", "three positions", "unclosed", "unclosed hole",
        "self-crossing", "hole across", "hole outside", "no area", "nan", "infinite",
    ],
)  # fmt: skip
def test_every_kind_of_broken_ring_is_named(coordinates: object, reason: str) -> None:
    with pytest.raises(OutlineFault) as refused:
        read_outlines(collection(feature(coordinates)))
    assert str(refused.value) == f"Fläche 1 (Haan): Der Umriss ist fehlerhaft ({reason})."


def test_parts_that_overlap_are_refused() -> None:
    with pytest.raises(OutlineFault) as refused:
        read_outlines(collection(feature(OVERLAPPING, "MultiPolygon")))
    assert (
        str(refused.value) == f"Fläche 1 (Haan): Der Umriss ist fehlerhaft ({CROSSED.format('7', '51,3')})."
    )


def test_swapped_coordinates_are_recognised() -> None:
    with pytest.raises(OutlineFault) as refused:
        read_outlines(collection(feature(SWAPPED)))
    assert str(refused.value) == (
        "Fläche 1 (Haan): Länge und Breite sind vertauscht. In GeoJSON steht die Länge zuerst, zum Beispiel [7.01, 51.19]."
    )


@pytest.mark.parametrize("given", [BACKWARDS, HOLE_INSIDE, [RING, HOLE_INSIDE[1][::-1]]])
def test_rings_are_turned_as_the_standard_asks(given: list[list[list[float]]]) -> None:
    (area,) = read_outlines(collection(feature(given)))
    assert [LinearRing(ring).is_ccw for ring in area.geometry["coordinates"]] == [True, False][: len(given)]
    assert sorted(area.geometry["coordinates"][0][:-1]) == sorted(RING[:-1])


def test_only_key_name_and_shape_are_kept() -> None:
    (area,) = read_outlines(json.dumps(json.loads(collection(feature(bem="Notiz")))).encode())
    assert dict(area.geometry) == SQUARE["geometry"]
