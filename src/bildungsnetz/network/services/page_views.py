"""Counting looks at public pages, and forgetting old figures."""

from datetime import datetime

from django.db import transaction
from django.db.models import F
from django.utils.translation import ngettext

from bildungsnetz.core.actor import Actor
from bildungsnetz.core.clock import day_of
from bildungsnetz.network import policies
from bildungsnetz.network.domain.page_views import is_robot, shown_months
from bildungsnetz.network.models import Institution, Offer, OfferEnquiry, PageViews


@transaction.atomic
def count_view(*, actor: Actor, shown: Offer | Institution, user_agent: str, now: datetime) -> bool:
    """Add one to the month of a public page, if a visitor looked: whether it was counted. Nothing else is kept."""
    institution = shown.institution if isinstance(shown, Offer) else shown
    if is_robot(user_agent) or not policies.is_visitor(actor, institution):
        return False
    what = {"offer": shown} if isinstance(shown, Offer) else {"institution": shown}
    rows = PageViews.objects.filter(month=day_of(now).replace(day=1), **what)
    row = rows.order_by("pk").first() or PageViews.objects.create(month=day_of(now).replace(day=1), **what)
    PageViews.objects.filter(pk=row.pk).update(count=F("count") + 1)
    return True


def forget_figures(now: datetime) -> str:
    """Delete what lies before the months that are shown."""
    first = shown_months(day_of(now))[-1]
    with transaction.atomic():
        views, _each = PageViews.objects.filter(month__lt=first).delete()
        enquiries, _each = OfferEnquiry.objects.filter(sent_on__lt=first).delete()
    gone = views + enquiries
    return ngettext("%(n)s alte Zahl gelöscht", "%(n)s alte Zahlen gelöscht", gone) % {"n": gone}
