"""Figures by month of public pages and questions, in words and without any person. Ask for the right before."""

from collections import Counter
from dataclasses import dataclass
from datetime import date

from django.db.models import Count, QuerySet, Sum
from django.db.models.functions import TruncMonth
from django.utils.translation import gettext as _

from bildungsnetz.network.domain.page_views import in_words, shown_months, sum_in_words
from bildungsnetz.network.models import Institution, Offer, OfferEnquiry, PageViews


@dataclass(frozen=True, slots=True)
class Month:
    """One month of a page; `enquiries` is empty where nobody can ask."""

    first: date
    views: str
    enquiries: str = ""


@dataclass(frozen=True, slots=True)
class Figures:
    """The last twelve months, the newest first, and their sums in a sentence."""

    months: list[Month]
    views: str
    enquiries: str = ""


def figures_of_offer(offer: Offer, *, today: date) -> Figures:
    months = shown_months(today)
    views = _views(PageViews.objects.filter(offer=offer), months)
    asked = _enquiries(offer, months)
    rows = [Month(first, in_words(views[first]), in_words(asked[first])) for first in months]
    return Figures(rows, _in_a_year(views, months), _in_a_year(asked, months))


def figures_of_institution(institution: Institution, *, today: date) -> Figures:
    """Of its own page only: those of its offers stand with each offer."""
    months = shown_months(today)
    views = _views(PageViews.objects.filter(institution=institution), months)
    return Figures([Month(first, in_words(views[first])) for first in months], _in_a_year(views, months))


def _views(rows: QuerySet[PageViews], months: list[date]) -> Counter[date]:
    found = rows.filter(month__in=months).order_by().values("month").annotate(total=Sum("count"))
    return Counter({row["month"]: row["total"] for row in found})


def _enquiries(offer: Offer, months: list[date]) -> Counter[date]:
    rows = OfferEnquiry.objects.filter(offer=offer, sent_on__gte=months[-1]).order_by()
    found = rows.annotate(month=TruncMonth("sent_on")).values("month").annotate(total=Count("pk"))
    return Counter({row["month"]: row["total"] for row in found})


def _in_a_year(counts: Counter[date], months: list[date]) -> str:
    total = sum_in_words([counts[first] for first in months])
    return _("%(count)s in den letzten zwölf Monaten") % {"count": total}
