"""The excerpt of one decision as a paper (Beschlussauszug)."""

from bildungsnetz.core.documents import render_pdf
from bildungsnetz.governance.domain.decision_kinds import DecisionState
from bildungsnetz.governance.domain.refusals import german_day
from bildungsnetz.governance.models import Decision
from bildungsnetz.governance.selectors.decisions import reasons_of

TEMPLATE = "governance/decision.typ"


def pdf_of_decision(decision: Decision) -> bytes:
    """Wording, outcome and positions of a decision read in full. Ask for the right to read it before."""
    session = decision.item.session
    data = {
        "dated_on": decision.decided_on,
        "title": decision.item.title,
        "reference": decision.reference,
        "body": decision.body.name,
        "session": session.number,
        "number": decision.item.number,
        "decided_on": german_day(decision.decided_on),
        "outcome": str(decision.get_outcome_display()),
        "wording": decision.wording,
        "reasons": reasons_of(decision),
        "positions": [
            [row.side.name, str(row.get_position_display()), str(row.stated_by or "–"), row.text]
            for row in decision.positions.all()
        ],
        "objections": [[str(row.person), row.text] for row in decision.objections.all()],
        "is_final": session.state in {"minutes_approved", "archived"},
        "state": "" if decision.stands else str(DecisionState(decision.state).label),
        "is_closed": decision.is_closed,
    }
    return render_pdf(TEMPLATE, data)
