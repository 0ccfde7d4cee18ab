"""A small IMAP server on this machine (RFC 3501, only what a reader needs), so that the real adapter can be tried."""

import re
import socketserver
import threading
from collections.abc import Iterator
from contextlib import contextmanager
from dataclasses import dataclass, field
from datetime import date, datetime

from bildungsnetz.core.mailbox import Letter

USER, PASSWORD = "buero", "geheim"


@dataclass
class Post:
    """What lies in the folder, and which commands were given."""

    validity: int = 7
    letters: list[tuple[Letter, date]] = field(default_factory=list)
    commands: list[str] = field(default_factory=list)


class Handler(socketserver.StreamRequestHandler):
    def handle(self) -> None:
        self.say("* OK ready")
        while line := self.rfile.readline().decode().strip():
            tag, _, command = line.partition(" ")
            self.post.commands.append(command)
            if self.answer(tag, command) == "bye":
                return

    @property
    def post(self) -> Post:
        return self.server.post  # type: ignore[attr-defined]

    def say(self, line: str) -> None:
        self.wfile.write(f"{line}\r\n".encode())

    def answer(self, tag: str, command: str) -> str:
        name = command.split(maxsplit=1)[0].upper()
        if name == "LOGIN" and command != f'LOGIN "{USER}" "{PASSWORD}"':
            self.say(f"{tag} NO wrong password")
            return ""
        act = getattr(self, f"do_{name.lower()}", None)
        if act is not None:
            act(command)
        self.say(f"{tag} OK done")
        return "bye" if name == "LOGOUT" else ""

    def do_capability(self, _command: str) -> None:
        self.say("* CAPABILITY IMAP4rev1")

    def do_examine(self, _command: str) -> None:
        self.say(f"* {len(self.post.letters)} EXISTS")

    def do_status(self, _command: str) -> None:
        self.say(f'* STATUS "INBOX" (UIDVALIDITY {self.post.validity})')

    def do_logout(self, _command: str) -> None:
        self.say("* BYE")

    def do_uid(self, command: str) -> None:
        if " SEARCH " in command:
            found = [str(letter.uid) for letter, day in self.post.letters if self.fits(command, letter, day)]
            self.say(f"* SEARCH {' '.join(found)}".strip())
        elif match := re.search(r"fetch (\d+)", command, re.IGNORECASE):
            for letter, _day in self.post.letters:
                if letter.uid == int(match[1]):
                    self.wfile.write(f"* 1 FETCH (UID {letter.uid} BODY[] {{{len(letter.raw)}}}\r\n".encode())
                    self.wfile.write(letter.raw + b")\r\n")

    def fits(self, command: str, letter: Letter, day: date) -> bool:
        if match := re.search(r"UID (\d+):\*", command):
            last = max(letter.uid for letter, _day in self.post.letters)
            return letter.uid >= min(int(match[1]), last)
        since = re.search(r"SINCE (\S+?)\)?$", command)
        assert since is not None, command
        return day >= datetime.strptime(since[1], "%d-%b-%Y").date()  # noqa: DTZ007 - a day


@contextmanager
def serving(post: Post) -> Iterator[int]:
    """The server with this post; gives its port."""
    server = socketserver.ThreadingTCPServer(("127.0.0.1", 0), Handler)
    server.daemon_threads, server.post = True, post  # type: ignore[attr-defined]
    thread = threading.Thread(target=server.serve_forever, daemon=True)
    thread.start()
    try:
        yield int(server.server_address[1])
    finally:
        server.shutdown()
        server.server_close()
        thread.join()
