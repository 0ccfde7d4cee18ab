from bildungsnetz.core.models.audit import AuditEntry
from bildungsnetz.core.models.mail import MailAttachment, OutgoingMail
from bildungsnetz.core.models.search import SearchEntry, SearchWord
from bildungsnetz.core.models.versioned import Versioned

__all__ = ["AuditEntry", "MailAttachment", "OutgoingMail", "SearchEntry", "SearchWord", "Versioned"]
