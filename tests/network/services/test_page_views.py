from datetime import UTC, date, datetime, timedelta

import pytest

from bildungsnetz.core.actor import PUBLIC
from bildungsnetz.core.models import AuditEntry
from bildungsnetz.network.models import Institution, Offer, OfferEnquiry, PageViews
from bildungsnetz.network.selectors.page_views import figures_of_institution, figures_of_offer
from bildungsnetz.network.services.merging import MergeKind, merge
from bildungsnetz.network.services.page_views import count_view, forget_figures
from tests.network.build import NOW, TODAY, an_actor, an_institution
from tests.network.build_offers import an_offer
from tests.network.build_stewards import a_steward
from tests.network.domain.test_page_views import BROWSER

pytestmark = pytest.mark.django_db


def look(shown: Offer | Institution, *, times: int = 1, now: datetime = NOW) -> None:
    for _each in range(times):
        assert count_view(actor=PUBLIC, shown=shown, user_agent=BROWSER, now=now)


def test_a_month_of_a_page_is_one_row_with_its_count() -> None:
    offer = an_offer()
    look(offer, times=3)
    look(offer.institution, times=2)
    look(offer, now=NOW + timedelta(days=28))
    rows = PageViews.objects.order_by("pk").values_list("month", "offer", "institution", "count")
    assert list(rows) == [
        (date(2026, 3, 1), offer.pk, None, 3),
        (date(2026, 3, 1), None, offer.institution_id, 2),
        (date(2026, 4, 1), offer.pk, None, 1),
    ]


def test_the_month_is_that_of_germany() -> None:
    look(an_offer(), now=datetime(2026, 3, 31, 22, 30, tzinfo=UTC))
    assert PageViews.objects.get().month == date(2026, 4, 1)


def test_office_stewards_and_robots_do_not_count_but_other_stewards_do() -> None:
    offer = an_offer()
    logged = AuditEntry.objects.count()
    assert not count_view(actor=an_actor("clerk"), shown=offer, user_agent=BROWSER, now=NOW)
    assert not count_view(actor=PUBLIC, shown=offer, user_agent="Googlebot/2.1", now=NOW)
    assert not PageViews.objects.exists()
    assert AuditEntry.objects.count() == logged
    steward = a_steward(offer.institution)
    assert not count_view(actor=steward, shown=offer, user_agent=BROWSER, now=NOW)
    assert not count_view(actor=steward, shown=offer.institution, user_agent=BROWSER, now=NOW)
    assert count_view(actor=steward, shown=an_institution("Andere"), user_agent=BROWSER, now=NOW)


def test_figures_come_by_month_and_small_ones_stay_hidden() -> None:
    offer = an_offer()
    look(offer, times=7)
    look(offer, times=2, now=NOW - timedelta(days=31))
    for number in range(6):
        OfferEnquiry.objects.create(offer=offer, receipt=str(number), sent_on=TODAY)
    figures = figures_of_offer(offer, today=TODAY)
    assert [(month.views, month.enquiries) for month in figures.months[:3]] == [
        ("7", "6"), ("weniger als 5", "keine"), ("keine", "keine"),
    ]  # fmt: skip
    assert (figures.views, figures.enquiries) == (
        "mindestens 8 in den letzten zwölf Monaten", "6 in den letzten zwölf Monaten"
    )  # fmt: skip
    assert figures_of_institution(offer.institution, today=TODAY).views.startswith("keine")


def test_a_merge_adds_the_figures() -> None:
    stays, goes = an_institution(), an_institution("Musikschule in Haan")
    look(stays, times=4)
    look(goes, times=3)
    merge(
        actor=an_actor("head"), kind=MergeKind.INSTITUTION, winner=stays.pk, loser=goes.pk, taken=[], now=NOW
    )
    assert figures_of_institution(stays, today=TODAY).months[0].views == "7"


def test_what_is_older_than_the_shown_months_goes() -> None:
    offer = an_offer()
    look(offer, now=datetime(2025, 3, 31, 12, tzinfo=UTC))
    look(offer, now=datetime(2025, 4, 1, 12, tzinfo=UTC))
    OfferEnquiry.objects.create(offer=offer, receipt="alt", sent_on=date(2025, 3, 31))
    OfferEnquiry.objects.create(offer=offer, receipt="neu", sent_on=date(2025, 4, 1))
    assert forget_figures(NOW) == "2 alte Zahlen gelöscht"
    assert PageViews.objects.get().month == date(2025, 4, 1)
    assert OfferEnquiry.objects.get().receipt == "neu"
