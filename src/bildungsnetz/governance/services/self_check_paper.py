"""The result of a self-check as a paper for the session."""

from collections.abc import Iterable

from django.utils.translation import override

from bildungsnetz.core.documents import render_pdf
from bildungsnetz.governance.domain.self_check import Rating
from bildungsnetz.governance.models import SelfCheck
from bildungsnetz.governance.selectors.self_checks import CategoryLine

TEMPLATE = "governance/self_check.typ"
FILENAME = "Selbstcheck.pdf"


def result_pdf(check: SelfCheck, lines: Iterable[CategoryLine], answers: int) -> bytes:
    """Means by category and year, then each statement; papers are German whatever language the reader uses."""
    with override("de"):
        shown = list(lines)
        years = sorted({year for line in shown for year, _mean in line.years})
        data = {
            "dated_on": check.closes_on,
            "title": f"Selbstcheck {check.year}",
            "body": check.body.name,
            "answers": answers,
            "invited": check.invited,
            "years": [str(year) for year in years],
            "categories": [_category(line, years) for line in shown],
            "ratings": [str(label) for label in Rating.labels],
        }
        return render_pdf(TEMPLATE, data)


def _category(line: CategoryLine, years: list[int]) -> dict[str, object]:
    by_year = dict(line.years)
    return {
        "title": str(line.result.category.label),
        "means": [_number(by_year.get(year)) for year in years],
        "statements": [
            {
                "text": str(each.result.statement.text),
                "mean": _number(each.result.mean),
                "before": _number(each.before),
                "counts": [
                    str(count) if each.result.mean is not None else "–" for count in each.result.counts
                ],
            }
            for each in line.statements
        ],
    }


def _number(value: float | None) -> str:
    return "–" if value is None else f"{value:.1f}".replace(".", ",")
