from bildungsnetz.core.models.audit import AuditEntry
from bildungsnetz.core.models.mail import MailAttachment, OutgoingMail
from bildungsnetz.core.models.versioned import Versioned

__all__ = ["AuditEntry", "MailAttachment", "OutgoingMail", "Versioned"]
