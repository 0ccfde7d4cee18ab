"""Means as bars: the table beside them holds the same numbers, so the picture repeats and never informs alone."""

from dataclasses import dataclass

from bildungsnetz.governance.domain.self_check import Rating

HEIGHT, STEP = 18, 26


@dataclass(frozen=True)
class Bar:
    """One bar: where it stands and how long it is, in per cent of the way from the worst to the best rating."""

    label: str
    mean: float
    top: int
    middle: int
    percent: int


def bars_of(years: list[tuple[int, float]]) -> list[Bar]:
    """A bar for each year, the latest on top."""
    worst, best = min(Rating.values), max(Rating.values)
    return [
        Bar(
            str(year),
            mean,
            place * STEP,
            place * STEP + HEIGHT - 4,
            max(1, round((mean - worst) / (best - worst) * 100)),
        )
        for place, (year, mean) in enumerate(years)
    ]
