"""The summary as plain text to copy and as a tagged PDF; both German, as the items are."""

from django.conf import settings
from django.template.loader import render_to_string
from django.utils.translation import override

from bildungsnetz.core.clock import day_of
from bildungsnetz.core.documents import render_pdf
from bildungsnetz.governance.selectors.sharing import Point, Shared

TEMPLATE, TEXT = "governance/shared_summary.typ", "governance/mail/shared_summary.txt"
FILENAME = "Zusammenfassung.pdf"


@override("de")
def summary_text(shared: Shared) -> str:
    """To paste into a mail."""
    return render_to_string(TEXT, {"shared": shared, "network": settings.NETWORK_NAME}).strip()


@override("de")
def summary_pdf(shared: Shared) -> bytes:
    session = shared.session
    return render_pdf(
        TEMPLATE,
        {
            "dated_on": day_of(session.starts_at),
            "title": str(session),
            "body": session.body.name,
            "is_after": shared.is_after,
            "introduction": shared.introduction,
            "points": [_point(point) for point in shared.points],
        },
    )


def _point(point: Point) -> dict[str, str]:
    item, decision = point.entry.item, point.entry.decision
    return {
        "title": item.title,
        "kind": str(item.get_kind_display()),
        "summary": item.summary,
        "outcome": str(decision.get_outcome_display()) if decision else "",
        "wording": decision.wording if decision else item.proposal,
        "remark": point.remark,
    }
