"""The accountability report as a paper, made for one reader."""

from collections.abc import Iterable
from datetime import date

from django.utils.translation import override

from bildungsnetz.core.actor import Actor
from bildungsnetz.core.calendar import SchoolYear
from bildungsnetz.core.documents import render_pdf
from bildungsnetz.programme.domain.accountability import StateGroup
from bildungsnetz.programme.selectors.accountability import (
    AccountabilityReport,
    AnswerLine,
    accountability_report,
)

TEMPLATE = "programme/accountability.typ"


def filename(year: SchoolYear) -> str:
    return f"Rechenschaftsbericht-{str(year).replace('/', '-')}.pdf"


def accountability_pdf(actor: Actor, year: SchoolYear, *, on: date) -> bytes:
    """What the actor may read, with the name of the actor; papers are German whatever language the reader uses."""
    with override("de"):
        return render_pdf(TEMPLATE, _data(accountability_report(actor, year), actor.name, on))


def _data(report: AccountabilityReport, reader: str, on: date) -> dict[str, object]:
    return {
        "dated_on": on,
        "reader": reader,
        "year": str(report.year),
        "first_day": report.year.first_day,
        "last_day": report.year.last_day,
        "is_confidential": report.is_confidential,
        "answers": [_answer(each) for each in report.answers],
        "orders": _groups(report.orders),
        "measures": _groups(report.measures),
    }


def _answer(each: AnswerLine) -> dict[str, object]:
    row = each.answer.recommendation
    return {
        "number": row.reference,
        "title": row.title,
        "position": each.answer.position,
        "text": row.answer,
        "answered_on": row.answered_on,
        "follows": [
            *(f"Auftrag „{order.title}“. {order.state}" for order in each.answer.orders),
            *(f"Maßnahme „{measure.title}“: {measure.get_state_display()}" for measure in each.measures),
        ],
    }


def _groups(groups: Iterable[StateGroup]) -> list[dict[str, object]]:
    return [
        {
            "state": group.label,
            "count": group.count,
            "lines": [
                line.title + (" (vertraulich)" if line.is_confidential else "") for line in group.lines
            ],
        }
        for group in groups
    ]
