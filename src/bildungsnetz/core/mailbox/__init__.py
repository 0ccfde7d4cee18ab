"""Reading the mailbox that answers and bounces come to. It is only read: nothing there is marked, moved or deleted."""

from bildungsnetz.core.mailbox.imap import configured
from bildungsnetz.core.mailbox.port import Folder, Letter, Mailbox
from bildungsnetz.core.mailbox.reading import Reading, last_look, look, read_mailbox

__all__ = ["Folder", "Letter", "Mailbox", "Reading", "configured", "last_look", "look", "read_mailbox"]
