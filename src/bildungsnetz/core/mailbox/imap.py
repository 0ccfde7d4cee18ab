"""A mailbox on an IMAP server, by imap-tools."""

from collections.abc import Iterator
from contextlib import contextmanager
from dataclasses import dataclass, field
from datetime import date
from imaplib import IMAP4

from django.conf import settings
from imap_tools import AND, BaseMailBox, ImapToolsError, MailBox, MailBoxUnencrypted, U

from bildungsnetz.core.mailbox.port import Folder, Letter

TIMEOUT = 30.0


@dataclass(frozen=True)
class ImapFolder:
    """A folder opened for reading only."""

    box: BaseMailBox
    validity: int

    def after(self, uid: int) -> Iterator[Letter]:
        # "5:*" names the last mail even if its number is lower.
        return (letter for letter in self._letters(str(AND(uid=U(str(uid + 1), "*")))) if letter.uid > uid)

    def since(self, day: date) -> Iterator[Letter]:
        return self._letters(str(AND(date_gte=day)))

    def _letters(self, criteria: str) -> Iterator[Letter]:
        for number in sorted(self.box.uids(criteria), key=int):
            for message in self.box.fetch(uid_list=[number], mark_seen=False):
                yield Letter(int(number), message.obj.as_bytes())


@dataclass(frozen=True)
class ImapMailbox:
    """The account whose folder is read."""

    host: str
    port: int
    user: str
    password: str = field(repr=False)
    folder: str = "INBOX"
    tls: bool = True

    @property
    def name(self) -> str:
        return f"{self.user}@{self.host}/{self.folder}"

    @contextmanager
    def look(self) -> Iterator[Folder]:
        """Raises OSError when the server does not answer, refuses the password or lacks the folder."""
        kind = MailBox if self.tls else MailBoxUnencrypted
        try:
            box = kind(self.host, self.port, timeout=TIMEOUT)
            try:
                box.login(self.user, self.password, None)
                box.folder.set(self.folder, readonly=True)
                yield ImapFolder(box, box.folder.status(self.folder, ["UIDVALIDITY"])["UIDVALIDITY"])
            finally:
                _hang_up(box)
        except (IMAP4.error, ImapToolsError) as failure:
            raise OSError(str(failure)) from failure


def _hang_up(box: BaseMailBox) -> None:
    """Say goodbye; the connection ends also when the server does not hear it."""
    try:
        box.client.logout()
    except (IMAP4.error, OSError):
        box.client.shutdown()


def configured() -> ImapMailbox | None:
    """The mailbox of this installation; None when none is set up."""
    return ImapMailbox(**settings.IMAP) if settings.IMAP["host"] else None
