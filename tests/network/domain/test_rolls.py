"""Who of those that a list finds is written to."""

import pytest
from hypothesis import given
from hypothesis import strategies as st

from bildungsnetz.network.domain.rolls import Candidate, Delivery, Left, Why, only, roll_of, salutation

KEYS = st.sampled_from([f"p{n}" for n in range(6)] + ["i1", "i2"])
CANDIDATES = st.lists(
    st.builds(
        Candidate,
        KEYS,
        st.just("Name"),
        st.just("weil"),
        st.sampled_from(["", "a@demo.example", "A@demo.example", "b@demo.example"]),
    )
)
ANNA = Candidate("p1", "Anna Ähre", "Schulleitung", "schule@demo.example")
BERT = Candidate("p2", "Bert Berg", "Lehrkraft", "Schule@demo.example ")
SCHOOL = Candidate("i1", "Gymnasium", "Schule")


@given(CANDIDATES, st.sets(KEYS), st.sets(KEYS), st.none() | st.sets(KEYS))
def test_nobody_who_objects_is_excluded_or_did_not_consent_is_written_to(
    candidates: list[Candidate], excluded: set[str], objecting: set[str], consenting: set[str] | None
) -> None:
    found = roll_of(
        candidates, excluded=dict.fromkeys(excluded, "x"), objecting=objecting, consenting=consenting
    )
    written = {one.key for one in found.members}
    assert not written & (excluded | objecting)
    assert consenting is None or written <= consenting
    addresses = [delivery.to.address.casefold() for delivery in found.deliveries]
    assert len(addresses) == len(set(addresses))
    assert "" not in addresses
    assert written | {left.candidate.key for left in found.left} == {one.key for one in candidates}


def test_one_address_gets_one_mail_and_each_gets_a_letter() -> None:
    merged = roll_of([ANNA, BERT, SCHOOL], excluded={}, objecting=[])
    assert (merged.deliveries, merged.merged) == ([Delivery(ANNA, (BERT,))], 1)
    assert merged.left == [Left(SCHOOL, Why.NO_ADDRESS)]
    apart = roll_of([ANNA, BERT], excluded={}, objecting=[], merges=False)
    assert apart.deliveries == [Delivery(ANNA), Delivery(BERT)]
    assert only(apart, ["p2"]).deliveries == [Delivery(BERT)]
    assert only(apart, None) is apart


def test_the_reason_of_the_office_is_named_first() -> None:
    found = roll_of([ANNA], excluded={"p1": "im Ruhestand"}, objecting=["p1"])
    assert found.left_because(Why.EXCLUDED) == [Left(ANNA, Why.EXCLUDED, "im Ruhestand")]
    assert (ANNA.person, ANNA.institution, SCHOOL.person, SCHOOL.institution) == (1, None, None, 1)


@pytest.mark.parametrize(
    ("names", "text"),
    [
        ([], "Guten Tag,"),
        (["Anna Ähre"], "Guten Tag Anna Ähre,"),
        (["Anna Ähre", "Dr. Bert Berg"], "Guten Tag Anna Ähre, guten Tag Dr. Bert Berg,"),
    ],
)
def test_the_salutation_is_neutral(names: list[str], text: str) -> None:
    assert salutation(names) == text
