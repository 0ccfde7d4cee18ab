"""What the pages of briefings share."""

from django.http import HttpResponse
from django.shortcuts import get_object_or_404, render

from bildungsnetz.core.web.request import Request
from bildungsnetz.governance.domain.briefing import BriefingState
from bildungsnetz.governance.models import Session, SessionBriefing
from bildungsnetz.governance.policies.briefings import may_brief
from bildungsnetz.governance.selectors import briefings as reads
from bildungsnetz.governance.selectors.sessions import sessions
from bildungsnetz.governance.web.forms.briefings import BriefingForm

TONES = {BriefingState.DRAFT: "info", BriefingState.SENT: "success", BriefingState.WITHDRAWN: "warning"}


def session_to_brief(request: Request, pk: int) -> Session:
    """The session, for whoever may see it. Raises Http404."""
    return get_object_or_404(sessions(request.actor), pk=pk)


def author_page(request: Request, session: Session, shown: SessionBriefing | None) -> HttpResponse:
    """The texts of all school forms, and who has read."""
    page = {
        "session": session,
        "briefing": shown,
        "tone": TONES[BriefingState(shown.state)] if shown else "",
        "lines": reads.lines_of(shown) if shown else [],
        "readers": reads.readers_of(shown) if shown else [],
        "own": reads.own_part(request.actor, session) if shown and shown.is_sent else None,
        "may_brief": may_brief(request.actor, session),
    }
    return render(request, "governance/briefing.html", page)


def briefing_form(request: Request, session: Session) -> BriefingForm:
    """The form with what is written, and a field for each school form that is represented or has a text."""
    kept = reads.briefing_of(session)
    texts = reads.texts_of(kept)
    represented = {form for each in reads.representatives(session) for form in each.forms}
    return BriefingForm(
        request.POST or None,
        items=reads.items_to_brief(session),
        school_forms=sorted(represented | {form for _item, form in texts if form}),
        texts=texts,
        initial={"introduction": kept.introduction, "version": kept.version} if kept else {},
    )
