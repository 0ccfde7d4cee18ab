import pytest
from hypothesis import given
from hypothesis import strategies as st

from bildungsnetz.network.domain.coordinates import (
    EASTINGS,
    LATITUDES,
    LONGITUDES,
    NORTHINGS,
    CoordinateFault,
    Point,
    check_degrees,
    from_utm,
)


def test_metres_become_degrees() -> None:
    # Walder Str. 15 in Haan as in the ministry's list
    assert from_utm("361466", "5673192") == Point(7.017392, 51.193327)


def test_no_coordinates_are_no_fault() -> None:
    assert from_utm("", " ") is None


@pytest.mark.parametrize(
    ("easting", "northing", "message"),
    [
        ("361466", "", "Die Koordinate „“ ist keine Zahl in Metern."),
        ("abc", "5673192", "Die Koordinate „abc“ ist keine Zahl in Metern."),
        ("5673192", "361466", "Die Koordinaten 5673192 / 361466 liegen nicht in Nordrhein-Westfalen."),
        ("7.017", "51.193", "Die Koordinaten 7.017 / 51.193 liegen nicht in Nordrhein-Westfalen."),
        ("0", "0", "Die Koordinaten 0 / 0 liegen nicht in Nordrhein-Westfalen."),
        ("nan", "5673192", "Die Koordinaten nan / 5673192 liegen nicht in Nordrhein-Westfalen."),
    ],
)
def test_broken_coordinates_are_named(easting: str, northing: str, message: str) -> None:
    with pytest.raises(CoordinateFault) as fault:
        from_utm(easting, northing)
    assert str(fault.value) == message


@given(st.integers(*EASTINGS), st.integers(*NORTHINGS))
def test_every_place_of_the_land_has_degrees_in_its_box(easting: int, northing: int) -> None:
    point = from_utm(str(easting), str(northing))
    assert point is not None
    assert check_degrees(point.longitude, point.latitude) == point


def test_swapped_degrees_are_refused() -> None:
    with pytest.raises(CoordinateFault) as fault:
        check_degrees(51.2, 6.9)
    assert str(fault.value) == (
        "Die Koordinaten liegen nicht in Nordrhein-Westfalen. Prüfen Sie, ob Länge und Breite vertauscht sind."
    )
    assert LONGITUDES[1] < LATITUDES[0]
