"""Random official facts for property tests."""

from datetime import date

from hypothesis import strategies as st

from bildungsnetz.network.domain.import_plan import ReadRow
from bildungsnetz.network.domain.official import OfficialFacts
from bildungsnetz.network.domain.school_keys import SCHOOL_FORMS, LegalForm, OperatingStatus

_words = st.text("abcäß -.", max_size=8)

facts = st.builds(
    OfficialFacts,
    number=st.sampled_from([f"10{n:04}" for n in range(12)]),
    name=_words,
    short_name=_words,
    kind=st.just("school"),
    school_form=st.sampled_from(sorted(SCHOOL_FORMS)),
    legal_form=st.sampled_from(LegalForm),
    status=st.sampled_from(OperatingStatus),
    status_date=st.none() | st.dates(date(1970, 1, 1), date(2030, 1, 1)),
    ags=st.sampled_from(["05158004", "05158008"]),
    authority_number=_words,
    street=_words,
    postal_code=_words,
    city=_words,
    longitude=st.none() | st.floats(5.8, 9.5).map(lambda x: round(x, 6)),
    latitude=st.none() | st.floats(50.3, 52.6).map(lambda x: round(x, 6)),
    phone=_words,
    fax=_words,
    email=_words,
    website=_words,
)


def _numbered(found: list[OfficialFacts]) -> list[ReadRow]:
    return [ReadRow(line, each) for line, each in enumerate(found, start=2)]


files = st.lists(facts, unique_by=lambda each: each.number, max_size=8).map(_numbered)
registers = st.lists(facts, unique_by=lambda each: each.number, max_size=8).map(
    lambda found: {each.number: each for each in found}
)
