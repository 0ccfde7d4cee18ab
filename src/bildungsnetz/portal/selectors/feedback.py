"""Messages from the public form."""

from django.db.models import QuerySet

from bildungsnetz.core.actor import Actor
from bildungsnetz.portal import policies
from bildungsnetz.portal.domain.feedback import FeedbackState
from bildungsnetz.portal.models import Feedback


def feedback(actor: Actor) -> QuerySet[Feedback]:
    """All messages the actor may answer, the latest first."""
    if not policies.may_answer_feedback(actor):
        return Feedback.objects.none()
    return Feedback.objects.order_by("-received_at", "-pk")


def open_feedback(actor: Actor) -> QuerySet[Feedback]:
    """Messages without an answer, the nearest due date first."""
    return feedback(actor).filter(state=FeedbackState.OPEN).order_by("due_on", "pk")


def answered_feedback(actor: Actor) -> QuerySet[Feedback]:
    """Answered messages, the latest answer first."""
    return feedback(actor).filter(state=FeedbackState.ANSWERED).order_by("-answered_at", "-pk")
