# ruff: noqa: E402, T201 - Django is set up first; a measurement speaks to the terminal
"""How long the PDF of a whole session takes beside its plain invitation, measured in the same run.

    PYTHONPATH=src:. .venv/bin/python tests/performance/bench_session_document.py [items]

Each item has a text of 120 words, a proposal and one PDF of three pages. The baseline is pypdf laying the same files end to
end behind the invitation, without bookmarks. "first" is the first call, "best" the best of five (typst keeps what it has
set); both hold for one machine, the ratio of the best tells more.
"""

import os
import sys
import time
from collections.abc import Callable
from io import BytesIO

os.environ.setdefault("BILDUNGSNETZ_DATABASE", "sqlite:///:memory:")
os.environ["BILDUNGSNETZ_MODE"] = "test"
os.environ["DJANGO_SETTINGS_MODULE"] = "bildungsnetz.config.settings"

import django

django.setup()

import typst
from django.db import connection
from pypdf import PdfReader, PdfWriter

from bildungsnetz.core import files
from bildungsnetz.core.actor import SYSTEM
from bildungsnetz.governance.exchange.bundle import session_bundle
from bildungsnetz.governance.exchange.session_document import Papers, session_document
from bildungsnetz.governance.selectors.agenda import agenda_of
from bildungsnetz.governance.selectors.papers import papers_to_take
from bildungsnetz.governance.services.invitation_paper import invitation_pdf
from bildungsnetz.governance.services.papers import add_paper
from tests.governance import build

ROUNDS = 5
TEXT = " ".join(["Die Städte stimmen sich über die Sprachangebote vor der Einschulung ab."] * 12)


def paper(number: int) -> bytes:
    pages = "\n#pagebreak()\n".join(f"= Teil {part}\n{TEXT}\n\n{TEXT}" for part in range(1, 4))
    return typst.compile(f'#set document(title: "Unterlage {number}")\n{pages}'.encode())


def seconds(act: Callable[[], object]) -> tuple[float, float]:
    """The first time and the best of all."""
    times = []
    for _ in range(ROUNDS):
        began = time.perf_counter()
        act()
        times.append(time.perf_counter() - began)
    return times[0], min(times)


def end_to_end(session: build.Session, items: list[build.AgendaItem], papers: Papers) -> bytes:
    writer = PdfWriter()
    writer.append(BytesIO(invitation_pdf(session, items)))
    for item in items:
        for one in papers.get(item.pk, ()):
            writer.append(BytesIO(files.read(one.file)))
    out = BytesIO()
    writer.write(out)
    return out.getvalue()


def main(count: int) -> None:
    session = build.a_session(build.a_steering_body())
    for number in range(count):
        item = build.an_item(session, f"Punkt {number}", summary=TEXT, proposal=TEXT)
        add_paper(
            actor=SYSTEM, item=item, name=f"Unterlage {number}.pdf", content=paper(number), now=build.NOW
        )
    items = [item for item in agenda_of(SYSTEM, session) if item.number]
    papers = papers_to_take(SYSTEM, session)
    first, plain = seconds(lambda: end_to_end(session, items, papers))
    rows = [("files end to end (baseline)", first, plain)]
    for name, make in (("whole session as one PDF", session_document), ("ZIP with the same", session_bundle)):
        rows.append((name, *seconds(lambda make=make: make(session, items, papers, reader="Messung"))))
    whole = session_document(session, items, papers, reader="Messung")
    pages = len(PdfReader(BytesIO(whole)).pages)
    print(f"{count} items and files, {pages} pages, {len(whole) // 1024} KB\n")
    print("| document | first s | best s | : baseline |")
    print("|---|--:|--:|--:|")
    for name, first, best in rows:
        print(f"| {name} | {first:.2f} | {best:.2f} | {best / plain:.1f} |")


if __name__ == "__main__":
    connection.creation.create_test_db(verbosity=0, autoclobber=True, serialize=False)
    try:
        main(int(sys.argv[1]) if len(sys.argv) > 1 else 40)
    finally:
        connection.creation.destroy_test_db(connection.settings_dict["NAME"], verbosity=0)
