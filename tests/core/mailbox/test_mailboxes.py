"""The fake and the adapter of imap-tools behave alike; nothing in a mailbox is ever changed."""

from collections.abc import Iterator
from datetime import date

import pytest

from bildungsnetz.core.mailbox import Letter, Mailbox
from bildungsnetz.core.mailbox.imap import ImapMailbox
from tests.core.mailbox.fake import FakeMailbox
from tests.core.mailbox.imap_server import PASSWORD, USER, Post, serving

RAW = "From: anna@example.org\nSubject: Gr\u00fc\u00dfe\nContent-Type: text/plain; charset=utf-8\n\nHallo \u00c4hre\n".encode()


def a_post() -> Post:
    days = ((3, date(2026, 3, 1)), (5, date(2026, 3, 2)), (9, date(2026, 3, 4)))
    return Post(letters=[(Letter(uid, RAW), day) for uid, day in days])


@pytest.fixture(params=["fake", "imap"])
def mailbox(request: pytest.FixtureRequest) -> Iterator[Mailbox]:
    if request.param == "fake":
        yield FakeMailbox(a_post())
        return
    with serving(a_post()) as port:
        yield ImapMailbox("127.0.0.1", port, USER, PASSWORD, tls=False)


def numbers(letters: Iterator[Letter]) -> list[int]:
    return [letter.uid for letter in letters]


def test_a_folder_gives_what_lies_behind_a_number(mailbox: Mailbox) -> None:
    with mailbox.look() as folder:
        assert folder.validity == 7
        assert [numbers(folder.after(uid)) for uid in (0, 3, 8, 9, 20)] == [[3, 5, 9], [5, 9], [9], [], []]


def test_a_folder_gives_what_came_since_a_day(mailbox: Mailbox) -> None:
    with mailbox.look() as folder:
        assert numbers(folder.since(date(2026, 3, 2))) == [5, 9]
        assert numbers(folder.since(date(2026, 3, 5))) == []


def test_a_mail_arrives_as_it_was_sent(mailbox: Mailbox) -> None:
    with mailbox.look() as folder:
        first = next(iter(folder.after(0)))
    assert first.raw.replace(b"\r\n", b"\n") == RAW


def test_the_adapter_only_reads() -> None:
    post = a_post()
    with serving(post) as port, ImapMailbox("127.0.0.1", port, USER, PASSWORD, tls=False).look() as folder:
        assert numbers(folder.after(0)) == [3, 5, 9]
    names = {command.split()[0].upper() for command in post.commands}
    assert names == {"CAPABILITY", "LOGIN", "EXAMINE", "STATUS", "UID", "LOGOUT"}
    assert not any("STORE" in command or "BODY[" in command for command in post.commands)


def test_a_wrong_password_and_a_silent_server_are_told_as_oserror() -> None:
    with (
        serving(a_post()) as port,
        pytest.raises(OSError, match="wrong password"),
        ImapMailbox("127.0.0.1", port, USER, "falsch", tls=False).look(),
    ):
        pass
    with pytest.raises(OSError), ImapMailbox("127.0.0.1", port, USER, PASSWORD, tls=False).look():  # noqa: PT011
        pass


def test_a_password_is_not_shown() -> None:
    assert "geheim" not in repr(ImapMailbox("h", 1, USER, PASSWORD))
