"""Questions to the register travel in an address and come back as they were."""

from datetime import date

from hypothesis import given
from hypothesis import strategies as st

from bildungsnetz.network.domain.questions import (
    MOST_CONDITIONS,
    MOST_GROUPS,
    Condition,
    Group,
    Joint,
    Question,
    Subject,
    as_json,
    from_address,
    from_json,
    is_changing,
    to_address,
)

WORDS = st.text(alphabet="abcäöü 019&=", min_size=1, max_size=12).map(str.strip).filter(bool)
CONDITIONS = st.builds(
    Condition, field=WORDS, value=st.just("") | WORDS, more=st.sampled_from(["", "5"]), is_not=st.booleans()
)
GROUPS = st.builds(
    Group, st.lists(CONDITIONS, min_size=1, max_size=MOST_CONDITIONS).map(tuple), st.sampled_from(Joint)
)
QUESTIONS = st.builds(
    Question,
    st.sampled_from(Subject),
    st.lists(GROUPS, min_size=2, max_size=MOST_GROUPS).map(tuple),
    st.sampled_from(Joint),
    st.none() | st.dates(),
)


@given(QUESTIONS)
def test_a_question_survives_address_and_storage(question: Question) -> None:
    assert from_address(to_address(question)) == question
    assert from_json(as_json(question)) == question


def test_unknown_words_count_as_not_said() -> None:
    read = from_address(
        {"was": "Autos", "gruppen": "xor", "am": "gestern", "g1b1w": "ohne Feld", "g9": "alle"}
    )
    assert read == Question(Subject.PEOPLE, (), Joint.ALL, None)


def test_a_condition_is_added_and_left_out() -> None:
    params = {"g1b1f": "ort", "g1b1w": "7", "g2b1f": "art", "g2b1n": "nicht", "am": "2026-03-04"}
    added = from_address({**params, "neu1": "schulform", "neu3": "post"})
    first, second, third = added.groups
    assert first.conditions == (Condition("ort", "7"), Condition("schulform"))
    assert second.conditions == (Condition("art", is_not=True),)
    assert (third.conditions, added.on) == ((Condition("post"),), date(2026, 3, 4))
    assert from_address({**params, "weg": "g1b1"}).groups == (second,)
    assert [is_changing(one) for one in ({"weg": "g1b1"}, {"neu2": "ort"}, {"neu1": ""}, params)] == [
        True,
        True,
        False,
        False,
    ]
