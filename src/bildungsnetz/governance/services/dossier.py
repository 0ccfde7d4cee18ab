"""The folder for a new member: everything about a body as one tagged PDF, with exactly what its reader may see.

Source: user story LM-04 of the domain report: contract, rules of procedure, members, the last three minutes, running
orders, glossary.
"""

from dataclasses import dataclass
from datetime import date

from django.utils.translation import override
from pypdf import PdfReader

from bildungsnetz.core import files
from bildungsnetz.core.actor import Actor
from bildungsnetz.core.documents import Enclosure, enclose, open_pdf, render_pdf
from bildungsnetz.governance.domain.glossary import WORDS
from bildungsnetz.governance.domain.minutes import MinutesState
from bildungsnetz.governance.models import Body, BodyDocument, Mandate, Order, Session
from bildungsnetz.governance.selectors.body_basis import documents_in_force
from bildungsnetz.governance.selectors.body_record import occupancy, record_of
from bildungsnetz.governance.selectors.minutes import minutes_for
from bildungsnetz.governance.selectors.orders import SETTLED, orders
from bildungsnetz.governance.selectors.sessions import sessions

TEMPLATE = "governance/dossier.typ"
LAST_MINUTES = 3
BASIS = "Vertrag und Geschäftsordnung"
"""The heading of the template behind which uploaded files are laid."""


def dossier_pdf(actor: Actor, body: Body, on: date) -> bytes:
    """The folder of a day. Ask for the right to see the body before; minutes and orders are filtered for the actor."""
    basis = [_basis(row) for row in documents_in_force(actor, body, on)]
    with override("de"):
        members = occupancy(record_of(body, on)).members
        data = {
            "dated_on": on,
            "body": body.name,
            "kind": body.get_kind_display(),
            "purpose": body.purpose,
            "chair_model": body.get_chair_model_display(),
            "decision_rule": body.get_decision_rule_display(),
            "gives_orders": body.gives_orders,
            "quorum_percent": body.quorum_percent,
            "invitation_days": body.invitation_days,
            "papers_days": body.papers_days,
            "objection_days": body.objection_days,
            "documents": [_document(entry) for entry in basis],
            "members": [_member(mandate) for mandate in members],
            "minutes": [_minutes(actor, session) for session in _last_written(actor, body)],
            "orders": [_order(row) for row in _running(actor, body)],
            "words": [{"term": term, "meaning": meaning} for term, meaning in WORDS],
        }
        paper = render_pdf(TEMPLATE, data)
        enclosures = [
            Enclosure(BASIS, f"{entry.row.get_kind_display()}: {entry.row.file.name}", entry.pdf)
            for entry in basis
            if entry.pdf
        ]
    return enclose(paper, enclosures)


@dataclass(frozen=True)
class Basis:
    """A contract or rules; `pdf` if its file can be laid into the folder, `is_pdf` if it claims to be one."""

    row: BodyDocument
    pdf: PdfReader | None
    is_pdf: bool


def _basis(row: BodyDocument) -> Basis:
    content = files.read(row.file)
    is_pdf = content.startswith(b"%PDF")
    return Basis(row, open_pdf(content) if is_pdf else None, is_pdf)


def _document(entry: Basis) -> dict[str, object]:
    row = entry.row
    return {
        "kind": row.get_kind_display(),
        "valid_from": row.valid_from,
        "of": row.body.name,
        "file": row.file.name,
        "pages": len(entry.pdf.pages) if entry.pdf else 0,
        "is_unreadable": entry.is_pdf and entry.pdf is None,
        "paragraphs": _paragraphs(row.text),
    }


def _member(mandate: Mandate) -> dict[str, object]:
    return {
        "name": mandate.person.name,
        "side": mandate.seat_rule.side.name,
        "function": mandate.seat_rule.function,
        "is_chair": mandate.is_chair,  # type: ignore[attr-defined]
        "deputies": [deputy.person.name for deputy in mandate.standing_in],  # type: ignore[attr-defined]
    }


def _last_written(actor: Actor, body: Body) -> list[Session]:
    approved = sessions(actor).filter(body=body, minutes__state=MinutesState.APPROVED)
    return list(approved.order_by("-starts_at", "-pk")[:LAST_MINUTES])


def _minutes(actor: Actor, session: Session) -> dict[str, object]:
    reading = minutes_for(actor, session)
    return {
        "title": str(session),
        "is_excerpt": reading.is_excerpt,
        "sections": [
            {
                "heading": section.heading,
                "paragraphs": [{"text": text, "is_decision": marked} for text, marked in section.marked],
            }
            for section in reading.sections
        ],
    }


def _running(actor: Actor, body: Body) -> list[Order]:
    return list(orders(actor).filter(body=body).exclude(state__in=SETTLED))


def _order(row: Order) -> dict[str, object]:
    who = row.assignee_person or row.assignee_institution or row.assignee_body
    return {"title": row.title, "who": str(who or ""), "due_on": row.due_on, "state": row.get_state_display()}


def _paragraphs(text: str) -> list[str]:
    return [part.strip() for part in text.replace("\r\n", "\n").split("\n\n") if part.strip()]
