"""What other contexts may use of portal."""

from bildungsnetz.portal.domain.legal_pages import PAGES
from bildungsnetz.portal.models import Feedback
from bildungsnetz.portal.selectors.feedback import feedback
from bildungsnetz.portal.services.feedback import answer_feedback, give_feedback
from bildungsnetz.portal.services.legal import change_text

__all__ = ["PAGES", "Feedback", "answer_feedback", "change_text", "feedback", "give_feedback"]
