"""What a member passes on about a session: the page, its form, the paper, the link and the page behind it."""

from django.contrib import messages
from django.http import HttpResponse
from django.shortcuts import get_object_or_404, redirect, render
from django.utils.translation import gettext as _
from django.views.decorators.cache import never_cache
from django.views.decorators.http import require_POST

from bildungsnetz.accounts.api import tokens
from bildungsnetz.core import clock
from bildungsnetz.core.web.addresses import absolute
from bildungsnetz.core.web.forms import show_errors
from bildungsnetz.core.web.request import Request
from bildungsnetz.governance.domain.sharing import SHAREABLE
from bildungsnetz.governance.selectors import sharing as reads
from bildungsnetz.governance.services import sharing as acts
from bildungsnetz.governance.services.sharing_text import FILENAME, summary_pdf
from bildungsnetz.governance.web.forms.sharing import LinkForm, SummaryForm
from bildungsnetz.governance.web.sharing_page import session_of_member, share_page

GONE = 410


def share(request: Request, pk: int) -> HttpResponse:
    """What would be passed on, to copy, print and send; with the link."""
    session = session_of_member(request, pk)
    return share_page(request, session, LinkForm(initial={"link_until": acts.usual_end(clock.now())}))


def share_edit(request: Request, pk: int) -> HttpResponse:
    session = session_of_member(request, pk)
    summary = reads.own_summary(request.actor, session)
    initial = {"introduction": summary.introduction, "version": summary.version} if summary else {}
    points = reads.points_of(summary, session, SHAREABLE)
    form = SummaryForm(request.POST or None, points=points, initial=initial)
    if request.method == "POST" and form.is_valid():
        with show_errors(form):
            acts.write_summary(
                actor=request.actor,
                session=session,
                introduction=form.cleaned_data["introduction"],
                points=form.said(),
                version=form.cleaned_data["version"] or None,
                now=clock.now(),
            )
            messages.success(request, _("Ihre Zusammenfassung ist gespeichert."))
            return redirect("governance:session-share", pk)
    return render(request, "governance/share_edit.html", {"session": session, "form": form})


def share_pdf(request: Request, pk: int) -> HttpResponse:
    session = session_of_member(request, pk)
    paper = summary_pdf(reads.shared(reads.own_summary(request.actor, session), session))
    answer = HttpResponse(paper, content_type="application/pdf")
    answer["Content-Disposition"] = f'inline; filename="{FILENAME}"'
    return answer


@never_cache
@require_POST
def share_link(request: Request, pk: int) -> HttpResponse:
    """Make the link and show it, this once: it is not kept readable."""
    session = session_of_member(request, pk)
    form = LinkForm(request.POST)
    if form.is_valid():
        with show_errors(form):
            until = form.cleaned_data["link_until"]
            token = acts.open_summary_link(
                actor=request.actor, session=session, link_until=until, now=clock.now()
            )
            page = {"session": session, "until": until, "address": absolute("governance:shared", token)}
            return render(request, "governance/share_made.html", page)
    return share_page(request, session, form)


@require_POST
def share_close(request: Request, pk: int) -> HttpResponse:
    """End the link; nobody needs a mandate any more for that."""
    summary = get_object_or_404(reads.own_summaries(request.actor), session=pk)
    acts.close_summary_link(actor=request.actor, summary=summary, now=clock.now())
    messages.success(request, _("Der Link gilt nicht mehr."))
    return redirect("governance:session-share", pk)


@never_cache
def shared(request: Request, token: str) -> HttpResponse:
    """The page behind the link; what it shows is decided anew each time."""
    summary = reads.summary_by_hash(tokens.hash_of(token), now=clock.now())
    if summary is None:
        return render(request, "governance/shared_over.html", status=GONE)
    page = {"summary": summary, "shared": reads.shared_by_link(summary, request.actor)}
    return render(request, "governance/shared.html", page)
