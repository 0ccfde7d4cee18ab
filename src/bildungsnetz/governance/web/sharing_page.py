"""What the pages of passing on and of opinion polls share."""

from django.http import HttpResponse
from django.shortcuts import get_object_or_404, render

from bildungsnetz.core.errors import NotAllowed
from bildungsnetz.core.web.request import Request
from bildungsnetz.governance.models import Session
from bildungsnetz.governance.policies.sharing import may_write_summary
from bildungsnetz.governance.selectors import sharing as reads
from bildungsnetz.governance.selectors.sessions import sessions
from bildungsnetz.governance.services.sharing_text import summary_text
from bildungsnetz.governance.web.forms.sharing import LinkForm


def session_of_member(request: Request, pk: int) -> Session:
    """The session, for whoever may pass something on about it. Raises Http404, NotAllowed."""
    session = get_object_or_404(sessions(request.actor), pk=pk)
    if not may_write_summary(request.actor, session):
        raise NotAllowed
    return session


def share_page(request: Request, session: Session, form: LinkForm) -> HttpResponse:
    """The summary as it would be passed on, with the form of its link."""
    summary = reads.own_summary(request.actor, session)
    shown = reads.shared(summary, session)
    page = {
        "session": session,
        "summary": summary,
        "shared": shown,
        "form": form,
        "text": summary_text(shown),
    }
    return render(request, "governance/share.html", page)
