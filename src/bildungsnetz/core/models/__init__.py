from bildungsnetz.core.models.audit import AuditEntry
from bildungsnetz.core.models.files import StoredFile
from bildungsnetz.core.models.jobs import Progress, ScheduledRun
from bildungsnetz.core.models.mail import MailAttachment, OutgoingMail
from bildungsnetz.core.models.mailbox import MailboxPosition
from bildungsnetz.core.models.school_holiday import SchoolHoliday
from bildungsnetz.core.models.search import SearchEntry, SearchWord
from bildungsnetz.core.models.versioned import Versioned

__all__ = [
    "AuditEntry",
    "MailAttachment",
    "MailboxPosition",
    "OutgoingMail",
    "Progress",
    "ScheduledRun",
    "SchoolHoliday",
    "SearchEntry",
    "SearchWord",
    "StoredFile",
    "Versioned",
]
