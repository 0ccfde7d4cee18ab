"""A mailbox for tests; `test_mailboxes` holds it to what the adapter of IMAP does."""

from collections.abc import Iterator
from contextlib import contextmanager
from dataclasses import dataclass
from datetime import date

from bildungsnetz.core.mailbox import Folder, Letter
from tests.core.mailbox.imap_server import Post


@dataclass
class FakeFolder:
    post: Post

    @property
    def validity(self) -> int:
        return self.post.validity

    def after(self, uid: int) -> Iterator[Letter]:
        return (letter for letter, _day in self.post.letters if letter.uid > uid)

    def since(self, day: date) -> Iterator[Letter]:
        return (letter for letter, came in self.post.letters if came >= day)


@dataclass
class FakeMailbox:
    post: Post
    name: str = "buero@fake/INBOX"
    is_down: bool = False

    @contextmanager
    def look(self) -> Iterator[Folder]:
        if self.is_down:
            raise OSError("Connection refused")
        yield FakeFolder(self.post)
