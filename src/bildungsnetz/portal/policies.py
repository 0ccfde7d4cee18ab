"""Who may do what in the portal."""

from bildungsnetz.core.actor import Actor

CHANGE_TEXT = "portal.text.change"
ANSWER_FEEDBACK = "portal.feedback.answer"


def may_change_text(actor: Actor) -> bool:
    return actor.can(CHANGE_TEXT)


def may_answer_feedback(actor: Actor) -> bool:
    return actor.can(ANSWER_FEEDBACK)
