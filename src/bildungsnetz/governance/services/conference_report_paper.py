"""The report to a conference as a paper."""

from collections.abc import Iterable

from django.utils.translation import override

from bildungsnetz.core.documents import render_pdf
from bildungsnetz.governance.models import ConferenceReport
from bildungsnetz.governance.selectors.conference_reports import ConferenceAnswer

TEMPLATE = "governance/conference_report.typ"
FILENAME = "Konferenzbericht.pdf"


def report_pdf(report: ConferenceReport, answers: Iterable[ConferenceAnswer]) -> bytes:
    """Each recommendation with answer and orders; papers are German whatever language the reader uses."""
    with override("de"):
        data = {
            "dated_on": report.closed_on or report.drafted_on,
            "title": f"Was wurde aus den Empfehlungen? Bericht an die {report.body}",
            "body": report.body.name,
            "until_on": report.until_on,
            "is_closed": report.is_closed,
            "introduction": report.introduction,
            "answers": [_answer(each) for each in answers],
        }
        return render_pdf(TEMPLATE, data)


def _answer(each: ConferenceAnswer) -> dict[str, object]:
    row = each.recommendation
    return {
        "number": row.reference,
        "title": row.title,
        "forum": row.forum,
        "supporters": row.supporters,
        "position": each.position,
        "answer": row.answer,
        "answered_on": row.answered_on,
        "orders": [{"title": order.title, "state": order.state} for order in each.orders],
    }
