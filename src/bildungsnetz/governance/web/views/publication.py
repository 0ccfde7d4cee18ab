"""The public part of a session: what it would show, publishing it, and the public pages themselves."""

from django.contrib import messages
from django.http import HttpResponse
from django.shortcuts import get_object_or_404, redirect, render
from django.utils.translation import gettext as _

from bildungsnetz.core import clock, files
from bildungsnetz.core.errors import NotAllowed
from bildungsnetz.core.web.forms import show_errors
from bildungsnetz.core.web.pages import page_of
from bildungsnetz.core.web.request import Request
from bildungsnetz.governance.domain.visibility import Visibility
from bildungsnetz.governance.policies import papers as policies
from bildungsnetz.governance.policies.visibility import may_read_visibility
from bildungsnetz.governance.selectors import publication as read
from bildungsnetz.governance.selectors.sessions import sessions
from bildungsnetz.governance.services.publication import publish_session, unpublish_session
from bildungsnetz.governance.web.forms.papers import MaybeReasonForm, ReasonForm


def session_publish(request: Request, pk: int) -> HttpResponse:
    """What does the public see? With the button that publishes, or takes it back."""
    session = get_object_or_404(sessions(request.actor), pk=pk)
    if not policies.may_publish(request.actor, session):
        raise NotAllowed
    is_public = session.published_at is not None
    chosen = ReasonForm if is_public else MaybeReasonForm
    form = chosen(request.POST if request.method == "POST" else None)
    if request.method == "POST" and form.is_valid():
        with show_errors(form):
            if is_public:
                reason = form.cleaned_data["reason"]
                unpublish_session(actor=request.actor, session=session, reason=reason, now=clock.now())
                messages.success(request, _("Die Sitzung steht nicht mehr auf den öffentlichen Seiten."))
            else:
                publish_session(actor=request.actor, session=session, now=clock.now())
                messages.success(request, _("Der öffentliche Teil ist veröffentlicht."))
            return redirect("governance:session-publish", pk)
    levels = [level for level in Visibility if may_read_visibility(request.actor, level, session.body.scope)]
    page = {"session": session, "form": form, "preview": read.preview(levels, session)}
    return render(request, "governance/session_publish.html", page)


def public_sessions(request: Request) -> HttpResponse:
    page = page_of(request, read.published_sessions())
    return render(request, "governance/public_sessions.html", {"page": page})


def public_session(request: Request, pk: int) -> HttpResponse:
    session = get_object_or_404(read.published_sessions(), pk=pk)
    entries = read.public_items(session, read.levels_of(request.actor))
    return render(request, "governance/public_session.html", {"session": session, "entries": entries})


def public_paper(request: Request, pk: int) -> HttpResponse:
    return files.answer(get_object_or_404(read.published_papers(request.actor), pk=pk).file)
