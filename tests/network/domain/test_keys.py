import pytest

from bildungsnetz.network.domain.keys import KeyFault, district_key, municipality_key, school_number


@pytest.mark.parametrize(("given", "number"), [("106458", "106458"), (" 600158 ", "600158")])
def test_a_school_number_has_six_digits(given: str, number: str) -> None:
    assert school_number(given) == number


@pytest.mark.parametrize(
    ("given", "message"),
    [
        ("", "Die Schulnummer fehlt."),
        ("10645", "Die Schulnummer „10645“ ist falsch: Sie hat sechs Ziffern."),
        ("1064581", "Die Schulnummer „1064581“ ist falsch: Sie hat sechs Ziffern."),
        ("006458", "Die Schulnummer „006458“ ist falsch: Sie hat sechs Ziffern."),
        ("1064x8", "Die Schulnummer „1064x8“ ist falsch: Sie hat sechs Ziffern."),
        ("106458.0", "Die Schulnummer „106458.0“ ist falsch: Sie hat sechs Ziffern."),
    ],
)
def test_a_damaged_school_number_is_named(given: str, message: str) -> None:
    with pytest.raises(KeyFault) as fault:
        school_number(given)
    assert str(fault.value) == message


@pytest.mark.parametrize(
    ("given", "without_land", "key"),
    [
        ("05158008", False, "05158008"),
        ("5158008", False, "05158008"),  # a spreadsheet dropped the zero
        ("158008", True, "05158008"),  # SVWS leaves out the Land
        ("05158008", True, "05158008"),
    ],
)
def test_a_municipality_key_is_mended(given: str, without_land: bool, key: str) -> None:
    assert municipality_key(given, without_land=without_land) == key


@pytest.mark.parametrize("given", ["", "158008", "06158008", "051580080", "0515800x"])
def test_a_key_that_is_none_is_refused(given: str) -> None:
    with pytest.raises(KeyFault) as fault:
        municipality_key(given)
    assert (
        str(fault.value)
        == f"Der Gemeindeschlüssel „{given}“ ist falsch: Er hat acht Ziffern und beginnt mit 05."
    )


def test_the_key_of_a_kreis_has_five_digits() -> None:
    assert district_key("5158") == "05158"
    assert district_key("05158") == "05158"
    with pytest.raises(KeyFault) as fault:
        district_key("Mettmann")
    assert str(fault.value) == (
        "Der Kreisschlüssel „Mettmann“ ist falsch: Er hat fünf Ziffern und beginnt mit 05, zum Beispiel 05158."
    )
