"""One PDF for a whole session: cover, agenda, a sheet per item, behind it its PDF files; exactly what its reader may see."""

from collections.abc import Mapping, Sequence
from dataclasses import dataclass

from django.utils.translation import override
from pypdf import PdfReader

from bildungsnetz.core import files
from bildungsnetz.core.clock import BERLIN, day_of
from bildungsnetz.core.documents import Enclosure, enclose, open_pdf, render_pdf
from bildungsnetz.governance.domain.agenda import ItemKind
from bildungsnetz.governance.domain.visibility import Visibility
from bildungsnetz.governance.models import AgendaItem, Paper, Session
from bildungsnetz.governance.selectors.hearing import hearing_of

TEMPLATE = "governance/session.typ"
Papers = Mapping[int, Sequence[Paper]]


@dataclass(frozen=True)
class Leaf:
    """A paper and, if it can be laid into the document, its pages."""

    paper: Paper
    pdf: PdfReader | None

    @property
    def pages(self) -> int:
        return len(self.pdf.pages) if self.pdf else 0


def session_document(session: Session, items: Sequence[AgendaItem], papers: Papers, *, reader: str) -> bytes:
    """The document for `reader`, who may read these items and papers; the same ones give the same bytes."""
    leaves = {item.pk: [_leaf(paper) for paper in papers.get(item.pk, ())] for item in items}
    with override("de"):
        own = render_pdf(TEMPLATE, _facts(session, items, leaves, reader))
    enclosures = [
        Enclosure(heading_of(item), leaf.paper.title, leaf.pdf)
        for item in items
        for leaf in leaves[item.pk]
        if leaf.pdf
    ]
    return enclose(own, enclosures)


def heading_of(item: AgendaItem) -> str:
    """How the sheet of an item begins; it is its bookmark too."""
    return " ".join(f"TOP {item.number}: {item.title}".split())


def _leaf(paper: Paper) -> Leaf:
    return Leaf(paper, open_pdf(files.read(paper.file)) if paper.is_pdf else None)


def _facts(
    session: Session, items: Sequence[AgendaItem], leaves: Mapping[int, list[Leaf]], reader: str
) -> dict[str, object]:
    changed = [session.invited_at or session.starts_at, *(item.added_at for item in items)]
    return {
        "dated_on": day_of(max(changed)),
        "body": session.body.name,
        "title": str(session),
        "reader": reader,
        "starts_at": session.starts_at.astimezone(BERLIN).isoformat(timespec="minutes"),
        "ends_at": session.ends_at.astimezone(BERLIN).isoformat(timespec="minutes"),
        "mode": session.get_mode_display(),
        "place": session.place,
        "online_link": session.online_link,
        "minutes": sum(item.minutes_planned for item in items if item.state != "withdrawn"),
        "has_closed": any(_is_closed(item, leaves[item.pk]) for item in items),
        "items": [_line(item, leaves[item.pk]) for item in items],
    }


def _is_closed(item: AgendaItem, leaves: Sequence[Leaf]) -> bool:
    return Visibility.OFFICE in {item.visibility, *(leaf.paper.visibility for leaf in leaves)}


def _hearing(item: AgendaItem) -> str:
    return " ".join(hearing.sentences) if (hearing := hearing_of(item)) else ""


def _line(item: AgendaItem, leaves: Sequence[Leaf]) -> dict[str, object]:
    return {
        "heading": heading_of(item),
        "number": item.number,
        "title": item.title,
        "kind": str(ItemKind(item.kind).label),
        "minutes": item.minutes_planned,
        "submitted_by": str(item.submitted_by or ""),
        "recommendation": str(item.recommendation or ""),
        "summary": "\n\n".join(filter(None, (item.summary, _hearing(item)))),
        "proposal": item.proposal,
        "is_table_paper": item.is_table_paper,
        "is_closed": item.visibility == Visibility.OFFICE,
        "is_withdrawn": item.state == "withdrawn",
        "papers": [
            {
                "title": leaf.paper.title,
                "file": leaf.paper.file.name,
                "is_late": leaf.paper.is_late,
                "is_enclosed": leaf.pdf is not None,
                "pages": leaf.pages,
            }
            for leaf in leaves
        ],
    }
