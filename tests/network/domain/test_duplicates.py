import pytest

from bildungsnetz.network.domain.duplicates import Compared, Sign, compare, find_pairs, metres

HAAN = (7.008, 51.193)


def entry(pk: int, name: str = "musikschule haan", **values: object) -> Compared:
    given: dict[str, object] = {
        "street": "dieker strasse 69",
        "postal_code": "42781",
        "city": "haan",
        "point": HAAN,
    }
    return Compared(pk, name, **{**given, **values})  # type: ignore[arg-type]


@pytest.mark.parametrize(
    ("other", "signs"),
    [
        (entry(2), (Sign.NAME, Sign.ADDRESS, Sign.NEAR, Sign.CITY)),
        (entry(2, "haan musikschule", street="", point=None), (Sign.NAME, Sign.CITY)),
        (entry(2, "musikschulle haan", street="weg 1"), (Sign.NAME_ALIKE, Sign.NEAR, Sign.CITY)),
        (entry(2, "musikschule der stadt haan", street=""), None),
        (entry(2, "kita am park"), None),
        (entry(2, "musikschule haan", city="", postal_code="", street="", point=None), None),
    ],
)
def test_one_sign_alone_is_not_enough(other: Compared, signs: tuple[Sign, ...] | None) -> None:
    if signs is None:
        other = entry(2, other.name, street="", point=None, city=other.city, postal_code=other.postal_code)
    pair = compare(entry(1), other)
    assert (pair.signs if pair else None) == signs


def test_an_equal_number_is() -> None:
    pair = compare(
        entry(1, number="106458"), entry(2, "ganz anders", number="106458", street="", point=None, city="")
    )
    assert pair is not None
    assert pair.signs == (Sign.NUMBER,)


def test_strongest_pairs_come_first_and_known_ones_not_at_all() -> None:
    rows = [entry(1), entry(2), entry(3, "musikschulle haan", street="weg 1")]
    assert [(pair.first, pair.second) for pair in find_pairs(rows)] == [(1, 2), (1, 3), (2, 3)]
    assert [(pair.first, pair.second) for pair in find_pairs(rows, frozenset({(1, 2)}))] == [(1, 3), (2, 3)]


def test_distance_on_the_ground() -> None:
    assert round(metres(HAAN, (7.008, 51.194))) == 111
