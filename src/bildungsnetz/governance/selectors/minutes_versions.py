"""The versions of minutes and what changed between two of them. Ask for the right to read versions before."""

from collections.abc import Sequence
from dataclasses import dataclass

from bildungsnetz.governance.domain.minutes_text import Section
from bildungsnetz.governance.domain.word_diff import SectionDiff, diff_sections
from bildungsnetz.governance.models import Minutes, MinutesVersion


def versions_of(minutes: Minutes) -> list[MinutesVersion]:
    """All versions, the newest first."""
    return list(minutes.versions.order_by("-number"))


@dataclass(frozen=True)
class Comparison:
    """Two versions side by side; `sections` are those that changed."""

    old: MinutesVersion
    new: MinutesVersion
    sections: tuple[SectionDiff, ...]


def comparison(
    versions: Sequence[MinutesVersion], old: int | None = None, new: int | None = None
) -> Comparison | None:
    """Two versions by number, without numbers the last two; None while there is only one."""
    if len(versions) < 2:
        return None
    by_number = {version.number: version for version in versions}
    later = by_number.get(new or 0, versions[0])
    before = by_number.get(old or 0) or by_number.get(later.number - 1, versions[-1])
    changed = (entry for entry in diff_sections(_sections(before), _sections(later)) if entry.is_changed)
    return Comparison(before, later, tuple(changed))


def _sections(version: MinutesVersion) -> list[Section]:
    return [Section(row["key"], row["heading"], tuple(row["paragraphs"])) for row in version.content]
