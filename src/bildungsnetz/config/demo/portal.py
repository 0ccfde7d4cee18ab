"""Legal texts of the demo and what visitors wrote."""

from datetime import datetime
from functools import partial

from bildungsnetz.config.demo.accounts import CLERK, HEAD
from bildungsnetz.config.demo.region import FOUNDED, Region
from bildungsnetz.config.demo.scripts import FeedbackScript, feedback_scripts, legal_texts
from bildungsnetz.portal.api import Feedback, answer_feedback, change_text, give_feedback

ANSWER = "portal.feedback.answer"


def note_portal(region: Region) -> None:
    """The texts stand from the first week on, feedback came in during the last weeks."""
    for number, (slug, body) in enumerate(legal_texts().items()):
        region.diary.note(region.at(FOUNDED + 4, 10, number), partial(_publish, region, slug, body))
    for number, script in enumerate(feedback_scripts()):
        region.diary.note(region.at(script.day, 18, number), partial(_give, region, script, number))


def _publish(region: Region, slug: str, body: str, at: datetime) -> None:
    change_text(actor=region.actor(HEAD, at), slug=slug, body=body.strip(), version=0, now=at)


def _give(region: Region, script: FeedbackScript, number: int, at: datetime) -> None:
    readers = region.who_may(ANSWER)
    local, sign, domain = script.email.partition("@")
    if not script.answer:  # who gets an answer also stands in the outbox
        local = region.canary.mark(local, "portal.Feedback.email", readers, joint=".")
    feedback = give_feedback(
        receipt=f"demo-{number}",
        kind=script.kind,
        message=region.canary.mark(script.message, "portal.Feedback.message", readers),
        email=f"{local}{sign}{domain}",
        page=script.page,
        now=at,
    )
    if script.answer:
        region.diary.note(region.at(script.answered, 11), partial(_answer, region, script, feedback))


def _answer(region: Region, script: FeedbackScript, feedback: Feedback, at: datetime) -> None:
    answer_feedback(
        actor=region.actor(CLERK, at),
        feedback=feedback,
        answer=region.canary.mark(script.answer, "portal.Feedback.answer", region.who_may(ANSWER)),
        by_mail=bool(script.email),
        version=feedback.version,
        now=at,
    )
