"""The yearly self-check of the Lenkungskreis: two years with a result, and one that runs."""

from datetime import datetime
from functools import partial

from bildungsnetz.config.demo.accounts import CLERK
from bildungsnetz.config.demo.region import Region, chance_from
from bildungsnetz.config.demo.team import tokens_for
from bildungsnetz.governance.api import STATEMENTS, answer_self_check, start_self_check

# Days counted from today; never two in one calendar year. The tendency is how well the members rate themselves.
CHECKS = ((-780, 0.0), (-395, 0.45), (-8, 0.7))
LASTS = 21
WEAK, STRONG = {"data", "time", "orders"}, {"trust", "papers"}
LEFT_OUT = 0.06


def note_self_checks(region: Region) -> None:
    for day, tendency in CHECKS:
        region.diary.note(region.at(day, 8, 30), partial(_start, region, day, tendency))


def _start(region: Region, day: int, tendency: float, at: datetime) -> None:
    check = start_self_check(
        actor=region.actor(CLERK, at),
        body=region.bodies["lenkungskreis"],
        closes_on=region.day(day + LASTS),
        now=at,
    )
    tokens = list(tokens_for(check).values())
    for number, token in enumerate(tokens[:-2]):
        later = region.at(day + 1 + number, 19)
        region.diary.note(later, partial(_answer, token, f"{day} {number}", tendency))


def _answer(token: str, seed: str, tendency: float, at: datetime) -> None:
    answer_self_check(token=token, ratings=_ratings(seed, tendency), now=at)


def _ratings(seed: str, tendency: float) -> dict[str, int]:
    chance = chance_from(seed)
    made = {}
    for statement in STATEMENTS:
        centre = 2.6 + tendency + (0.5 if statement.key in STRONG else -0.6 if statement.key in WEAK else 0)
        rating = min(4, max(1, round(chance.gauss(centre, 0.7))))
        if chance.random() > LEFT_OUT:
            made[statement.key] = rating
    return made
