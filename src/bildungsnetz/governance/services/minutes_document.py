"""Minutes as a paper: the whole for those who may read everything, else an excerpt."""

from collections.abc import Iterable

from bildungsnetz.core.clock import BERLIN, day_of
from bildungsnetz.core.documents import render_pdf
from bildungsnetz.governance.domain.minutes_text import Section
from bildungsnetz.governance.models import Minutes
from bildungsnetz.governance.selectors.minutes import sections_of, stored_excerpt

TEMPLATE = "governance/minutes.typ"


def pdf_of_minutes(minutes: Minutes) -> bytes:
    """All sections with the approvals given so far and the hash of the text; the same content gives the same bytes."""
    return _render(minutes, sections_of(minutes), is_excerpt=False)


def pdf_of_excerpt(minutes: Minutes, sections: Iterable[Section]) -> bytes:
    """Only the given sections, marked as excerpt."""
    return _render(minutes, sections, is_excerpt=True)


def excerpt_as_issued(minutes: Minutes, sections: Iterable[Section]) -> bytes:
    """The excerpt kept when the minutes became final, or one set now."""
    kept = stored_excerpt(minutes) if minutes.is_approved else b""
    return kept or pdf_of_excerpt(minutes, sections)


def _render(minutes: Minutes, sections: Iterable[Section], *, is_excerpt: bool) -> bytes:
    session = minutes.session
    head, *others = sections
    data = {
        "dated_on": day_of(minutes.approved_at or minutes.submitted_at or minutes.composed_at),
        "title": head.heading,
        "body": session.body.name,
        "number": session.number,
        "kind": _kind(minutes, is_excerpt=is_excerpt),
        "is_approved": minutes.is_approved,
        "is_excerpt": is_excerpt,
        "head": list(head.paragraphs),
        "sections": [_section(section) for section in others],
        "approvals": _approvals(minutes),
        "hash": _grouped(minutes.content_hash),
    }
    return render_pdf(TEMPLATE, data)


def _kind(minutes: Minutes, *, is_excerpt: bool) -> str:
    # Papers are German whatever language the reader uses.
    kind = "Auszug aus dem Protokoll" if is_excerpt else "Protokoll"
    return kind if minutes.is_approved else f"{kind} · Entwurf"


def _section(section: Section) -> dict[str, object]:
    return {
        "heading": section.heading,
        "paragraphs": [{"text": text, "is_decision": is_decision} for text, is_decision in section.marked],
    }


def _approvals(minutes: Minutes) -> list[dict[str, str]]:
    rows = minutes.approvals.filter(content_hash=minutes.content_hash).select_related("side", "person")
    return [
        {
            "side": row.side.name if row.side else "Vorsitz",
            "name": row.person.name,
            "at": row.approved_at.astimezone(BERLIN).strftime("%Y-%m-%dT%H:%M"),
        }
        for row in rows.order_by("approved_at", "pk")
    ]


def _grouped(digits: str) -> str:
    """In groups of eight, so that people can compare and the line can break."""
    return " ".join(digits[start : start + 8] for start in range(0, len(digits), 8))
