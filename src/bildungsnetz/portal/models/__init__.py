from bildungsnetz.portal.models.feedback import Feedback
from bildungsnetz.portal.models.legal_text import LegalText

__all__ = ["Feedback", "LegalText"]
