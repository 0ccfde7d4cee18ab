"""What reading mail needs of a mailbox; the adapter to IMAP stands in `imap`, tests bring one of their own."""

from collections.abc import Iterator
from contextlib import AbstractContextManager
from dataclasses import dataclass
from datetime import date
from typing import Protocol


@dataclass(frozen=True)
class Letter:
    """One mail as it lies in the folder: its number there (rising, never used twice) and its bytes."""

    uid: int
    raw: bytes


class Folder(Protocol):
    """An open folder. `validity` changes when the server gives all its mails new numbers (RFC 3501, 2.3.1.1)."""

    @property
    def validity(self) -> int: ...

    def after(self, uid: int) -> Iterator[Letter]:
        """The mails behind this number, the oldest first."""
        ...

    def since(self, day: date) -> Iterator[Letter]:
        """The mails that came on this day or later, the oldest first."""
        ...


class Mailbox(Protocol):
    """A mailbox that can be looked into. Raises OSError when the server cannot be asked."""

    @property
    def name(self) -> str: ...

    def look(self) -> AbstractContextManager[Folder]: ...
