"""The composition check over random mandate histories and changing seat rules."""

from __future__ import annotations

from datetime import date, timedelta

from hypothesis import given
from hypothesis import strategies as st

from bildungsnetz.governance.domain.composition import SeatStatus, check
from bildungsnetz.governance.domain.seats import MandateSpan, SeatRule

FIRST, LAST = date(2016, 1, 1), date(2026, 12, 31)
KEYS = ("kreis", "staedte", "schulen")
days = st.dates(FIRST, LAST)


@st.composite
def spans(draw: st.DrawFn) -> MandateSpan:
    starts_on = draw(days)
    ends_on = draw(st.none() | st.dates(starts_on, LAST + timedelta(days=400)))
    return MandateSpan(draw(st.sampled_from(KEYS)), draw(st.sampled_from("abcdefgh")), starts_on, ends_on)


@st.composite
def rules(draw: st.DrawFn, key: str) -> list[SeatRule]:
    """Versions of one seat: each is in force from the day after the one before it."""
    changes = sorted(draw(st.sets(days, max_size=3)))
    begins = [None, *changes]
    ends = [*(day - timedelta(days=1) for day in changes), None]
    found = []
    for valid_from, valid_until in zip(begins, ends, strict=True):
        minimum = draw(st.integers(0, 3))
        maximum = draw(st.integers(max(minimum, 1), 5))
        advisory = draw(st.booleans())
        found.append(SeatRule(key, "kommune", key, minimum, maximum, "", advisory, valid_from, valid_until))
    return found


all_rules = st.tuples(*(rules(key) for key in KEYS)).map(
    lambda versions: [rule for each in versions for rule in each]
)
histories = st.lists(spans(), max_size=40)


@given(all_rules, histories, days)
def test_each_seat_has_one_finding_and_its_status_follows_from_the_numbers(
    versions: list[SeatRule], history: list[MandateSpan], on: date
) -> None:
    found = check(versions, history, on, total_max=6)
    assert [finding.rule.key for finding in found.findings] == list(KEYS)
    for finding in found.findings:
        seated = {
            span.person_key for span in history if span.rule_key == finding.rule.key and span.runs_on(on)
        }
        assert finding.filled == len(seated)
        assert (finding.status is SeatStatus.OVER_FILLED) == (finding.surplus > 0)
        assert (finding.status in {SeatStatus.VACANT, SeatStatus.EXPIRED}) == (finding.missing > 0)
        assert (finding.status is SeatStatus.EXPIRED) == (
            finding.missing > 0 and finding.last_ended_on is not None
        )
    voting = sum(finding.filled for finding in found.findings if not finding.rule.advisory)
    assert found.total.filled == voting
    assert (found.total.status is SeatStatus.OVER_FILLED) == (voting > 6)


@given(all_rules, histories, days, days)
def test_what_comes_later_never_changes_an_earlier_day(
    versions: list[SeatRule], history: list[MandateSpan], on: date, change: date
) -> None:
    """An old session keeps its rules: mandates and versions that begin later do not matter."""
    known = [span for span in history if span.starts_on <= on]
    later = [
        SeatRule(rule.key, rule.side, rule.function, 9, 9, valid_from=max(change, on + timedelta(days=1)))
        for rule in versions[:1]
    ]
    assert (
        check(versions, history, on) == check(versions, known, on) == check([*versions, *later], history, on)
    )


@given(all_rules, histories, days)
def test_the_order_of_entry_does_not_matter(
    versions: list[SeatRule], history: list[MandateSpan], on: date
) -> None:
    assert check(versions, history, on) == check(versions, list(reversed(history)), on)


@given(all_rules, histories, days)
def test_the_last_day_counts_and_the_next_does_not(
    versions: list[SeatRule], history: list[MandateSpan], on: date
) -> None:
    ended = [
        MandateSpan(span.rule_key, span.person_key, span.starts_on, on)
        for span in history
        if span.runs_on(on)
    ]
    assert sum(finding.filled for finding in check(versions, ended, on).findings) == len(
        {(span.rule_key, span.person_key) for span in ended}
    )
    assert all(not finding.filled for finding in check(versions, ended, on + timedelta(days=1)).findings)
