"""Who of those that a list finds is written to, and who is not: pure rules over values.

Sources: DSGVO Art. 21 para. 2 and 3 (whoever objects is not written to any more), Art. 6 para. 1 (a) (only those who
consented), Art. 5 para. 1 (c) (one address gets one letter).
"""

from collections.abc import Iterable, Mapping, Sequence
from dataclasses import dataclass, field
from enum import StrEnum


class Why(StrEnum):
    """Why somebody is left out."""

    EXCLUDED = "excluded"
    OBJECTS = "objects"
    NO_CONSENT = "no_consent"
    NO_ADDRESS = "no_address"


@dataclass(frozen=True, slots=True)
class Candidate:
    """Somebody the list finds; `key` is p12 for persons, i3 for institutions; `address` a mail address or a postal one."""

    key: str
    name: str
    why: str
    address: str = ""
    lines: tuple[str, ...] = ()

    @property
    def person(self) -> int | None:
        return int(self.key[1:]) if self.key.startswith("p") else None

    @property
    def institution(self) -> int | None:
        return int(self.key[1:]) if self.key.startswith("i") else None


@dataclass(frozen=True, slots=True)
class Left:
    """Somebody left out: why, and what was noted about it."""

    candidate: Candidate
    why: Why
    note: str = ""


@dataclass(frozen=True, slots=True)
class Delivery:
    """One mail or letter: to whom it is addressed, and who else reads it at the same address."""

    to: Candidate
    others: tuple[Candidate, ...] = ()

    @property
    def everybody(self) -> tuple[Candidate, ...]:
        return (self.to, *self.others)


@dataclass(frozen=True, slots=True)
class Roll:
    """A list as it is at one moment."""

    deliveries: list[Delivery] = field(default_factory=list)
    left: list[Left] = field(default_factory=list)

    @property
    def members(self) -> list[Candidate]:
        return [one for delivery in self.deliveries for one in delivery.everybody]

    @property
    def merged(self) -> int:
        """How many share the address of somebody else."""
        return len(self.members) - len(self.deliveries)

    def left_because(self, why: Why) -> list[Left]:
        return [one for one in self.left if one.why is why]


def roll_of(
    candidates: Iterable[Candidate],
    *,
    excluded: Mapping[str, str],
    objecting: Iterable[str],
    consenting: Iterable[str] | None = None,
    merges: bool = True,
) -> Roll:
    """Part those who are written to from those who are not.

    `excluded` maps keys to reasons; `consenting` None means that the list needs no consent. An exclusion is named before
    an objection, so that the office sees its own reason; both leave out. With `merges`, one address gets one delivery.
    """
    against, agreed = set(objecting), None if consenting is None else set(consenting)
    kept: list[Candidate] = []
    left: list[Left] = []
    for one in {each.key: each for each in candidates}.values():
        why = _why(one, excluded, against, agreed)
        if why is None:
            kept.append(one)
        else:
            left.append(Left(one, why, excluded.get(one.key, "") if why is Why.EXCLUDED else ""))
    return Roll(_merged(kept) if merges else [Delivery(one) for one in kept], left)


def only(roll: Roll, keys: Iterable[str] | None) -> Roll:
    """The part of a roll that was meant when something went out; all of it for a draft (None)."""
    if keys is None:
        return roll
    known = set(keys)
    return Roll([one for one in roll.deliveries if one.to.key in known], roll.left)


def salutation(names: Sequence[str]) -> str:
    """ "Guten Tag Anna Ähre, guten Tag Bert Berg,": says nothing about anybody's sex. Without names "Guten Tag,"."""
    greeted = [f"guten Tag {name}" for name in names] or ["guten Tag"]
    text = ", ".join(greeted) + ","
    return text[0].upper() + text[1:]


def _why(
    one: Candidate, excluded: Mapping[str, str], against: set[str], agreed: set[str] | None
) -> Why | None:
    if one.key in excluded:
        return Why.EXCLUDED
    if one.key in against:
        return Why.OBJECTS
    if agreed is not None and one.key not in agreed:
        return Why.NO_CONSENT
    return None if one.address else Why.NO_ADDRESS


def _merged(kept: list[Candidate]) -> list[Delivery]:
    by_address: dict[str, list[Candidate]] = {}
    for one in kept:
        by_address.setdefault(one.address.strip().casefold(), []).append(one)
    return [Delivery(first, tuple(others)) for first, *others in by_address.values()]
