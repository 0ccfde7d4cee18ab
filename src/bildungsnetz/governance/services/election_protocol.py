"""The protocol of an election as a tagged PDF: numbers and the elected, never who voted how."""

from django.utils.translation import override

from bildungsnetz.core.clock import BERLIN, day_of
from bildungsnetz.core.documents import render_pdf
from bildungsnetz.governance.domain.elections import ElectionState
from bildungsnetz.governance.models import Candidate, Election
from bildungsnetz.governance.selectors.elections import candidates

TEMPLATE = "governance/election.typ"


def protocol_pdf(election: Election) -> bytes:
    """The paper of a counted election; the same result gives the same bytes. Ask for the right before."""
    with override("de"):
        rule = election.seat_rule
        counted_at = election.counted_at or election.closes_at
        opened_at = election.opened_at or election.closes_at
        data = {
            "dated_on": day_of(counted_at),
            "title": election.title,
            "body": rule.body.name,
            "seat": rule.function,
            "side": rule.side.name,
            "places": election.places,
            "opened_at": opened_at.astimezone(BERLIN).isoformat(timespec="minutes"),
            "closes_at": election.closes_at.astimezone(BERLIN).isoformat(timespec="minutes"),
            "counted_at": counted_at.astimezone(BERLIN).isoformat(timespec="minutes"),
            "voters": election.voters.count(),
            "cast": election.cast,
            "blank": election.blank,
            "rows": [_row(candidate) for candidate in candidates(election)],
            "is_settled": election.state == ElectionState.SETTLED,
            "mandate_from": election.mandate_from,
            "mandate_until": election.mandate_until,
            "led_by": election.led_by,
        }
        return render_pdf(TEMPLATE, data)


def _row(candidate: Candidate) -> dict[str, object]:
    outcome = "gewählt" if candidate.is_elected else "nicht gewählt"
    return {
        "name": candidate.person.name,
        "votes": candidate.votes or 0,
        "outcome": f"{outcome} durch Los" if candidate.by_lot else outcome,
        "is_elected": candidate.is_elected,
    }
