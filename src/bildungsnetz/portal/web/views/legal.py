"""The texts a public body must show: public pages and their upkeep."""

from django.contrib import messages
from django.http import Http404, HttpResponse
from django.shortcuts import redirect, render
from django.utils.translation import gettext as _

from bildungsnetz.core import clock
from bildungsnetz.core.audit import history_of
from bildungsnetz.core.web.forms import show_errors
from bildungsnetz.core.web.request import Request
from bildungsnetz.portal.domain.legal_pages import ACCESSIBILITY, GAP, IMPRINT, PAGES, PRIVACY
from bildungsnetz.portal.domain.plain_text import blocks
from bildungsnetz.portal.selectors import legal
from bildungsnetz.portal.services.legal import change_text
from bildungsnetz.portal.web.forms import TextForm


def imprint(request: Request) -> HttpResponse:
    return _page(request, IMPRINT.slug)


def privacy(request: Request) -> HttpResponse:
    return _page(request, PRIVACY.slug)


def accessibility(request: Request) -> HttpResponse:
    return _page(request, ACCESSIBILITY.slug)


def _page(request: Request, slug: str) -> HttpResponse:
    text = legal.legal_text(slug)
    shown = {"page": PAGES[slug], "text": text, "blocks": blocks(text.body) if text else []}
    return render(request, "portal/legal_page.html", shown)


def texts(request: Request) -> HttpResponse:
    unfinished = {page.slug for page in legal.unfinished()}
    lines = [(page, text, page.slug not in unfinished) for page, text in legal.all_texts()]
    return render(request, "portal/texts.html", {"lines": lines})


def edit_text(request: Request, slug: str) -> HttpResponse:
    """A refused save keeps what was typed and shows the stored text beside it."""
    if slug not in PAGES:
        raise Http404
    text = legal.legal_text(slug)
    version = text.version if text else 0
    form = TextForm(
        request.POST or None, initial={"body": text.body if text else PAGES[slug].draft, "version": version}
    )
    if request.method == "POST" and form.is_valid():
        with show_errors(form):
            change_text(actor=request.actor, slug=slug, now=clock.now(), **form.cleaned_data)
            messages.success(request, _("Der Text ist gespeichert."))
            return redirect("portal:texts")
    if form.non_field_errors():
        form.take_version(version)
    shown = {
        "page": PAGES[slug],
        "form": form,
        "text": text,
        "gap": GAP,
        "stored": text if form.non_field_errors() else None,
        "history": history_of(text) if text else [],
    }
    return render(request, "portal/text_form.html", shown)
