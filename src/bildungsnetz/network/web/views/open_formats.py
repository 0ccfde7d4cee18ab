"""The directory for machines: vCard, GeoJSON, Atom. Public, without cookie, with ETag."""

from django.conf import settings
from django.http import HttpResponse, JsonResponse
from django.shortcuts import get_object_or_404
from django.utils.http import content_disposition_header
from django.utils.text import slugify
from django.utils.translation import get_language
from django.utils.translation import gettext as _

from bildungsnetz.core import clock
from bildungsnetz.core.actor import PUBLIC
from bildungsnetz.core.feeds import Frame, News, atom
from bildungsnetz.core.search.words import fold
from bildungsnetz.core.web.addresses import absolute
from bildungsnetz.core.web.cacheable import cacheable, changed
from bildungsnetz.core.web.request import Request
from bildungsnetz.network.exchange.geojson import feature_collection
from bildungsnetz.network.exchange.vcard import vcard
from bildungsnetz.network.selectors.changes import latest_institutions, latest_offers
from bildungsnetz.network.selectors.directory import places
from bildungsnetz.network.selectors.institutions import channels, institutions, with_main_site
from bildungsnetz.network.web.directory_page import asked

_INSTITUTION, _OFFER = "network:public-institution", "network:public-offer"


@cacheable
def card(request: Request, pk: int) -> HttpResponse:
    shown = get_object_or_404(with_main_site(institutions(PUBLIC)), pk=pk)
    content = vcard(shown, channels(PUBLIC, shown), absolute(_INSTITUTION, pk))
    answer = HttpResponse(content, content_type="text/vcard; charset=utf-8")
    name = f"{slugify(fold(shown.name)) or pk}.vcf"
    answer["Content-Disposition"] = str(content_disposition_header(as_attachment=True, filename=name))
    return changed(answer, shown.changed_at)


@cacheable
def geojson(request: Request) -> HttpResponse:
    sites = places(asked(request).hits)
    data = feature_collection(sites, lambda pk: absolute(_INSTITUTION, pk))
    return JsonResponse(data, content_type="application/geo+json")


@cacheable
def directory_feed(request: Request) -> HttpResponse:
    """Institutions and offers together, the latest change first."""
    news = sorted([*_institutions(), *_offers()], key=lambda each: each.changed_at, reverse=True)
    title = _("Neues im Verzeichnis: %(name)s") % {"name": settings.NETWORK_NAME}
    return _feed(title, "network:directory", "network:directory-feed", news)


@cacheable
def offers_feed(request: Request) -> HttpResponse:
    title = _("Neue Angebote: %(name)s") % {"name": settings.NETWORK_NAME}
    return _feed(title, "network:public-offers", "network:offers-feed", _offers())


def _feed(title: str, page: str, itself: str, news: list[News]) -> HttpResponse:
    frame = Frame(title, settings.NETWORK_NAME, absolute(page), absolute(itself), get_language() or "de")
    answer = HttpResponse(atom(frame, news), content_type="application/atom+xml; charset=utf-8")
    return changed(answer, news[0].changed_at if news else None)


def _institutions() -> list[News]:
    return [
        News(
            f"network/institution/{each.pk}",
            each.name,
            f"{each.what}, {each.municipality.name}",
            absolute(_INSTITUTION, each.pk),
            each.changed_at,
            each.entered_at,
        )
        for each in latest_institutions()
    ]


def _offers() -> list[News]:
    return [
        News(
            f"network/offer/{each.pk}",
            each.title,
            f"{each.get_kind_display()}, {each.institution.name}",
            absolute(_OFFER, each.pk),
            each.changed_at,
            each.entered_at,
        )
        for each in latest_offers(on=clock.day_of(clock.now()))
    ]
