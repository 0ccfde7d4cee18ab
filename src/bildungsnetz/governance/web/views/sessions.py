"""Sessions: list, page, planning and changing, files."""

from django.contrib import messages
from django.http import HttpResponse
from django.shortcuts import get_object_or_404, redirect, render
from django.utils.translation import gettext as _

from bildungsnetz.core import clock
from bildungsnetz.core.audit import history_of
from bildungsnetz.core.errors import NotAllowed, StaleVersion
from bildungsnetz.core.web.forms import show_errors
from bildungsnetz.core.web.pages import page_of
from bildungsnetz.core.web.request import Request
from bildungsnetz.governance.domain.visibility import Visibility
from bildungsnetz.governance.policies import sessions as policies
from bildungsnetz.governance.policies.sharing import may_write_summary
from bildungsnetz.governance.selectors import sessions as read
from bildungsnetz.governance.selectors.agenda import agenda_of
from bildungsnetz.governance.selectors.briefings import leads_to_briefing
from bildungsnetz.governance.selectors.invitations import READS
from bildungsnetz.governance.selectors.opinion_polls import polls_shown
from bildungsnetz.governance.selectors.session_record import session_record
from bildungsnetz.governance.selectors.templates import templates
from bildungsnetz.governance.services import replies
from bildungsnetz.governance.services.invitation_paper import FILENAME, invitation_pdf
from bildungsnetz.governance.services.session_calendar import session_file
from bildungsnetz.governance.services.sessions import change_session, plan_session
from bildungsnetz.governance.web.forms.invitations import ReplyForm
from bildungsnetz.governance.web.forms.sessions import PlanForm, SessionFilter, SessionForm, session_values
from bildungsnetz.governance.web.forms.stale import compare
from bildungsnetz.governance.web.views.session_page import STATE_TONES, next_step, steps_of
from bildungsnetz.network.api import person_of_user


def session_list(request: Request) -> HttpResponse:
    """Sessions to come, or those of the past with `?ansicht=vergangen`."""
    now, is_past = clock.now(), request.GET.get("ansicht") == "vergangen"
    asked = SessionFilter(request.GET, bodies=read.bodies_with_sessions(request.actor))
    body = asked.cleaned_data["gremium"] if asked.is_valid() else None
    find = read.past_sessions if is_past else read.upcoming_sessions
    page = page_of(request, find(request.actor, now, body.pk if body else None))
    return render(
        request,
        "governance/sessions.html",
        {
            "page": page,
            "rows": [(session, STATE_TONES[session.state]) for session in page],
            "filter": asked,
            "is_past": is_past,
            "is_upcoming": not is_past,
            "today": clock.day_of(now),
            "may_plan": read.bodies_to_plan_for(request.actor).exists(),
        },
    )


def session(request: Request, pk: int) -> HttpResponse:
    actor, now = request.actor, clock.now()
    shown = get_object_or_404(read.sessions(actor).select_related("briefing"), pk=pk)
    record = session_record(actor, shown, now=now)
    own = record.own_invitation(actor)
    may_answer = own is not None and not replies.refusal(own, now=now)
    return render(
        request,
        "governance/session.html",
        {
            "session": shown,
            "record": record,
            "tone": STATE_TONES[shown.state],
            "steps": steps_of(shown.state),
            "next": next_step(actor, record),
            "own": own if may_answer else None,
            "reply_form": ReplyForm(initial={"note": own.note}) if own and may_answer else None,
            "may_send_deputy": own is not None
            and may_answer
            and replies.may_send_deputy(own, record.invitations),
            "may": policies.acts_on(actor, shown),
            "polls": polls_shown(shown, on=record.today),
            "leads_to_briefing": leads_to_briefing(actor, shown, own),
            "may_share": may_write_summary(actor, shown),
            "history": history_of(shown),
        },
    )


def session_new(request: Request) -> HttpResponse:
    bodies = read.bodies_to_plan_for(request.actor)
    initial = {"mode": "on_site", "body": request.GET.get("gremium", "")}
    form = PlanForm(request.POST or None, bodies=bodies, templates=templates(request.actor), initial=initial)
    if request.method == "POST" and form.is_valid():
        with show_errors(form):
            made = plan_session(
                actor=request.actor,
                body=form.cleaned_data["body"],
                template=form.cleaned_data.get("template"),
                now=clock.now(),
                **form.facts(),
            )
            messages.success(request, _("Die Sitzung ist geplant. Nun die Tagesordnung."))
            return redirect("governance:session", made.pk)
    form.ask_reason()
    return render(request, "governance/session_form.html", {"form": form, "session": None, "others": []})


def session_edit(request: Request, pk: int) -> HttpResponse:
    shown = get_object_or_404(read.sessions(request.actor), pk=pk)
    if not policies.may_change_session(request.actor, shown):
        raise NotAllowed
    form = SessionForm(request.POST or None, initial=session_values(shown))
    others = []
    if request.method == "POST" and form.is_valid():
        with show_errors(form):
            try:
                change_session(
                    actor=request.actor,
                    session=shown,
                    version=form.cleaned_data["version"] or 0,
                    now=clock.now(),
                    **form.facts(),
                )
            except StaleVersion:
                others = compare(form, session_values(shown))
                raise
            messages.success(request, _("Die Änderung ist gespeichert."))
            return redirect("governance:session", pk)
    form.ask_reason()
    page = {"form": form, "session": shown, "others": others, "is_sent": shown.invited_at is not None}
    return render(request, "governance/session_form.html", page)


def session_pdf(request: Request, pk: int) -> HttpResponse:
    """The invitation with the items the asking person may read; `?wie=` leaves out what others may not."""
    shown = get_object_or_404(read.sessions(request.actor), pk=pk)
    others = READS.get(request.GET.get("wie", ""), tuple(Visibility))
    items = [item for item in agenda_of(request.actor, shown) if item.number and item.visibility in others]
    answer = HttpResponse(invitation_pdf(shown, items), content_type="application/pdf")
    answer["Content-Disposition"] = f'inline; filename="{FILENAME}"'
    return answer


def session_calendar(request: Request, pk: int) -> HttpResponse:
    shown = get_object_or_404(read.sessions(request.actor), pk=pk)
    person = person_of_user(request.actor.user_id)
    content = session_file(shown, now=clock.now(), person_id=person.pk if person else None)
    answer = HttpResponse(content, content_type="text/calendar; charset=utf-8")
    answer["Content-Disposition"] = 'attachment; filename="Sitzung.ics"'
    return answer
