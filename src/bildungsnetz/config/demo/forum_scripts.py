"""The shape of the texts about conferences and their forums."""

from functools import cache

from bildungsnetz.config.demo.reading import read
from bildungsnetz.config.demo.scripts import Script


class ContributionScript(Script):
    """`refused` is a reason; who is neither waiting nor refused is shown."""

    title: str
    text: str = ""
    supporters: int = 0
    waiting: bool = False
    refused: str = ""
    taken_up: bool = False


class ForumScript(Script):
    title: str
    question: str
    is_open: bool = False
    contribution: tuple[ContributionScript, ...] = ()


class MergeScript(Script):
    originals: tuple[str, ...]
    title: str
    text: str


class OpenDayScript(Script):
    """A conference for everybody, so many days from today."""

    day: int
    hour: int
    length: int
    place: str
    introduction: str
    forum: tuple[ForumScript, ...]


class ReportScript(Script):
    introduction: str


class ForumTexts(Script):
    introduction: str
    forum: tuple[ForumScript, ...]
    merged: MergeScript
    alike: MergeScript
    open_day: OpenDayScript
    report: ReportScript


@cache
def forum_texts() -> ForumTexts:
    return ForumTexts(**read("forums"))
