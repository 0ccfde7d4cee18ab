import json

import pytest

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
        (collection(feature(["x"])), "Fläche 1 (Haan): Die Koordinaten sind nicht lesbar."),
        (collection(feature([RING[:2]])), "Fläche 1 (Haan): Die Koordinaten sind nicht lesbar."),
        (collection(feature([])), "Fläche 1 (Haan): Der Umriss ist fehlerhaft (leer)."),
        (
            collection(feature(BOW_TIE)),
            "Fläche 1 (Haan): Der Umriss ist fehlerhaft (Self-intersection[7 51.2]).",
        ),
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


def test_only_key_name_and_shape_are_kept() -> None:
    (area,) = read_outlines(json.dumps(json.loads(collection(feature(bem="Notiz")))).encode())
    assert dict(area.geometry) == SQUARE["geometry"]
