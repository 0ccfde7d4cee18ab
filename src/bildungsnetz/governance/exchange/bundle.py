"""A session to take along: a ZIP with the whole document, all files and a page that works without network and script."""

import re
from collections.abc import Sequence
from dataclasses import dataclass
from io import BytesIO
from zipfile import ZIP_DEFLATED, ZipFile, ZipInfo

from django.template.loader import render_to_string
from django.utils.translation import override

from bildungsnetz.core import files
from bildungsnetz.core.clock import BERLIN
from bildungsnetz.governance.exchange.session_document import Papers, session_document
from bildungsnetz.governance.models import AgendaItem, Paper, Session

DOCUMENT, PAGE, STYLE = "Gesamtdokument.pdf", "index.html", "stil.css"
_NOT_IN_NAMES = re.compile(r"[^\w. -]+")


@dataclass(frozen=True)
class BundleItem:
    """An item on the page with its papers and the place of each file in the ZIP."""

    item: AgendaItem
    papers: Sequence[tuple[Paper, str]]


def session_bundle(session: Session, items: Sequence[AgendaItem], papers: Papers, *, reader: str) -> bytes:
    """The ZIP for `reader`, who may read these items and papers; withdrawn papers are not among them."""
    entries = [
        BundleItem(
            item, [(paper, _place(item, paper, n)) for n, paper in enumerate(papers.get(item.pk, ()), 1)]
        )
        for item in items
    ]
    page = {"session": session, "entries": entries, "reader": reader, "document": DOCUMENT, "style": STYLE}
    with override("de"):
        html = render_to_string("governance/bundle/index.html", page)
        style = render_to_string("governance/bundle/style.css")
    out = BytesIO()
    with ZipFile(out, "w", ZIP_DEFLATED) as archive:
        _put(archive, session, PAGE, html.encode())
        _put(archive, session, STYLE, style.encode())
        _put(archive, session, DOCUMENT, session_document(session, items, papers, reader=reader))
        for entry in entries:
            for paper, place in entry.papers:
                _put(archive, session, place, files.read(paper.file))
    return out.getvalue()


def _put(archive: ZipFile, session: Session, name: str, content: bytes) -> None:
    """With the time of the session, so that the same session gives the same bytes."""
    moment = session.starts_at.astimezone(BERLIN)
    info = ZipInfo(name, date_time=moment.timetuple()[:6])
    info.compress_type = ZIP_DEFLATED
    archive.writestr(info, content)


def _place(item: AgendaItem, paper: Paper, number: int) -> str:
    stem, _dot, ending = paper.file.name.rpartition(".")
    safe = _NOT_IN_NAMES.sub("_", stem).strip(" ._")[:80] or "Datei"
    return f"unterlagen/TOP-{item.number:02d}-{number:02d} {safe}.{_NOT_IN_NAMES.sub('', ending)}"
