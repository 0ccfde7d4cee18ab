"""The shape of the German content: what a session, an item, an order, a measure of the demo says about itself.

Days count from the day of loading; texts that break the shape fail while reading.
"""

from functools import cache
from typing import Literal

from pydantic import BaseModel, ConfigDict, Field

from bildungsnetz.config.demo.reading import read

Moves = tuple[tuple[str, int], ...]


class Script(BaseModel):
    """Read only, and nothing but what is named here."""

    model_config = ConfigDict(extra="forbid", frozen=True)


class TaskScript(Script):
    """`done` is the day on which it was done; otherwise `state` says where it stands."""

    title: str
    who: str = ""
    due: int | None = None
    done: int | None = None
    state: Literal["open", "doing", "waiting"] = "open"


class MeasureScript(Script):
    """`moves` are states with the day on which the measure reached them."""

    title: str
    field: str = ""
    target_group: str = ""
    inputs: str = ""
    outputs: str = ""
    outcome: str = ""
    impact: str = ""
    indicator: str = ""
    entered: int | None = None
    starts: int | None = None
    ends: int | None = None
    lead: str
    moves: Moves = ()
    tasks: tuple[TaskScript, ...] = ()


class StepScript(Script):
    """What happens to an order on a day."""

    day: int
    act: Literal["accept", "start", "report", "deliver", "settle", "return", "close", "withdraw"]
    text: str = ""


class OrderScript(Script):
    """`who` is a person, "institution:<key>" or "body:<key>"; `reports` are the days on which the body wants a report."""

    title: str
    goal: str
    who: str
    due: int
    reports: tuple[int, ...]
    field: str = ""
    steps: tuple[StepScript, ...] = ()
    measure: MeasureScript | None = None


class DecisionScript(Script):
    """Without wording the proposal is decided. A position is "agree", "abstain", "reservation: …" or "object: …".

    `overtakes` is the title of the item whose decision this one replaces; `read_out` locks the wording.
    """

    wording: str = ""
    land: str = "agree"
    kommune: str = "agree"
    objections: dict[str, str] = Field(default_factory=dict)
    deferred: bool = False
    read_out: bool = False
    note: str = ""
    overtakes: str = ""


class PaperScript(Script):
    """A file of an item; `withdrawn` is the reason for taking it back after the invitation."""

    title: str
    kind: Literal["pdf", "txt", "csv"] = "pdf"
    visibility: Literal["public", "network", "body", "office"] = "body"
    text: str
    withdrawn: str = ""


class HearingScript(Script):
    """Costs of cities: asked on `ask_day` until `due`, `answers` by city like the positions of sides; or waived."""

    estimate: str
    cities: tuple[str, ...]
    ask_day: int | None = None
    due: int = 0
    answers: dict[str, str] = Field(default_factory=dict)
    waived_by: str = ""
    waive_reason: str = ""


class ItemScript(Script):
    """`note` is what a member notes for herself; `withdrawn` and `postponed` are reasons; `answer` is what the body answers to the recommendation treated here."""

    title: str
    kind: Literal["information", "consultation", "decision"] = "information"
    side: str = ""
    minutes: int = 10
    visibility: Literal["public", "network", "body", "office"] = "body"
    summary: str = ""
    proposal: str = ""
    result: str = ""
    decision: DecisionScript | None = None
    order: OrderScript | None = None
    recommendation: str = ""
    answer: str = ""
    answer_text: str = ""
    answer_day: int = 0
    withdrawn: str = ""
    postponed: str = ""
    papers: tuple[PaperScript, ...] = ()
    hearing: HearingScript | None = None
    note: str = ""


class ObjectionScript(Script):
    """Who objects to the minutes; the first side answers, the second not yet."""

    who: str
    text: str
    answer: str


class ProposalScript(Script):
    """What a member proposes; `refused` is the reason of the office."""

    title: str
    kind: Literal["information", "consultation", "decision"] = "consultation"
    concern: str
    refused: str = ""


class MoveScript(Script):
    """Somebody comes, goes or loses the seat from the item of this title on."""

    who: str
    kind: Literal["comes", "goes", "mandate_ends"]
    item: str


class SessionScript(Script):
    """`prepare` and `invite` count days before, `draft`, `submit`, `approve` (one for each side) and `archive` days after.

    Who is in `deputy_for` sends the deputy; `supplement` corrects the approved minutes.
    """

    day: int
    hour: int = 14
    length: int = 150
    small: bool = False
    mode: Literal["on_site", "online", "hybrid"] = "on_site"
    place: str = ""
    late_reason: str = ""
    cancelled: str = ""
    deputy_for: tuple[str, ...] = ()
    guests: tuple[str, ...] = ()
    prepare: int = 24
    invite: int = 20
    publish: bool = False
    proposals: tuple[ProposalScript, ...] = ()
    moves: tuple[MoveScript, ...] = ()
    supplement: str = ""
    objection: ObjectionScript | None = None
    draft: int = 5
    submit: int = 8
    approve: tuple[int, ...] = (12, 15)
    archive: int = 200
    item: tuple[ItemScript, ...] = ()


class RecommendationScript(Script):
    """`days`: when it was collected, clustered, adopted by the conference, submitted, reported back."""

    key: str
    title: str
    text: str
    forum: str
    field: str = ""
    small: bool = False
    days: dict[str, int]
    report: str = ""


class MandateScript(Script):
    seat: str
    person: str
    by: str = ""
    since: int | None = None
    until: int | None = None
    chairs: bool = False
    deputies: tuple[str, ...] = ()


class BodyScript(Script):
    """`more`: how many invented people sit on a kind of seat beside those named; `sessions`: the file of its sessions."""

    key: str
    preset: str
    name: str = ""
    parent: str = ""
    purpose: str
    sessions: str = ""
    open_to_requests: bool = False
    fields: tuple[str, ...] = ()
    mandates: tuple[MandateScript, ...]
    more: dict[str, int] = Field(default_factory=dict)


class PersonScript(Script):
    key: str
    institution: str
    function: str


class FeedbackScript(Script):
    kind: Literal["barrier", "error", "praise"]
    day: int
    message: str
    email: str = ""
    page: str = ""
    answer: str = ""
    answered: int = 0


@cache
def body_scripts() -> tuple[BodyScript, ...]:
    return tuple(BodyScript(**row) for row in read("bodies")["body"])


def person_scripts() -> tuple[PersonScript, ...]:
    return tuple(PersonScript(**row) for row in read("bodies")["person"])


@cache
def session_scripts(name: str) -> tuple[SessionScript, ...]:
    """The sessions of a file, oldest first."""
    return tuple(SessionScript(**row) for row in read(name)["session"])


def recommendation_scripts() -> tuple[RecommendationScript, ...]:
    return tuple(RecommendationScript(**row) for row in read("bildungskonferenz")["recommendation"])


def measure_scripts() -> tuple[MeasureScript, ...]:
    """Measures the office runs without an order."""
    return tuple(MeasureScript(**row) for row in read("measures")["measure"])


def feedback_scripts() -> tuple[FeedbackScript, ...]:
    return tuple(FeedbackScript(**row) for row in read("portal")["feedback"])


def legal_texts() -> dict[str, str]:
    """Slug and text of each page."""
    return dict(read("portal")["texts"])
