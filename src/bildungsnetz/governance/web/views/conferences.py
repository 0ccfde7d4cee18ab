"""The conference behind a session: for whom it is, its forums."""

from django.contrib import messages
from django.http import HttpResponse
from django.shortcuts import get_object_or_404, redirect, render
from django.utils.translation import gettext as _

from bildungsnetz.core import clock
from bildungsnetz.core.errors import NotAllowed
from bildungsnetz.core.web.forms import show_errors
from bildungsnetz.core.web.request import Request
from bildungsnetz.governance.policies import conferences as policies
from bildungsnetz.governance.selectors import conferences as reads
from bildungsnetz.governance.services import conferences as acts
from bildungsnetz.governance.web.forms.conferences import ConferenceForm, ForumForm


def conference(request: Request, pk: int) -> HttpResponse:
    session = get_object_or_404(reads.conference_sessions(request.actor), pk=pk)
    page = {
        "session": session,
        "conference": getattr(session, "conference", None),
        "forums": reads.forums_of(session),
        "may_set_up": policies.may_set_up(request.actor, session),
        "may_moderate": policies.may_moderate(request.actor, session),
    }
    return render(request, "governance/conference.html", page)


def conference_edit(request: Request, pk: int) -> HttpResponse:
    session = get_object_or_404(reads.conference_sessions(request.actor), pk=pk)
    if not policies.may_set_up(request.actor, session):
        raise NotAllowed
    kept = getattr(session, "conference", None)
    initial = {"audience": kept.audience, "introduction": kept.introduction} if kept else {}
    form = ConferenceForm(request.POST or None, initial=initial)
    if request.method == "POST" and form.is_valid():
        with show_errors(form):
            acts.set_up_conference(actor=request.actor, session=session, now=clock.now(), **form.cleaned_data)
            messages.success(request, _("Die Angaben zur Konferenz sind gespeichert."))
            return redirect("governance:session-conference", pk)
    return render(request, "governance/conference_edit.html", {"form": form, "session": session})


def forum_new(request: Request, pk: int) -> HttpResponse:
    session = get_object_or_404(reads.conference_sessions(request.actor), pk=pk)
    kept = getattr(session, "conference", None)
    if not policies.may_set_up(request.actor, session):
        raise NotAllowed
    if kept is None:
        return redirect("governance:session-conference-edit", pk)
    form = ForumForm(request.POST or None, initial={"version": 0})
    if request.method == "POST" and form.is_valid():
        with show_errors(form):
            made = acts.add_forum(
                actor=request.actor,
                conference=kept,
                title=form.cleaned_data["title"],
                question=form.cleaned_data["question"],
                now=clock.now(),
            )
            messages.success(request, _("Das Forum „%(forum)s“ ist vorbereitet.") % {"forum": made})
            return redirect("governance:session-conference", pk)
    return render(request, "governance/forum_form.html", {"form": form, "session": session, "forum": None})


def forum_edit(request: Request, pk: int) -> HttpResponse:
    forum = get_object_or_404(reads.forums(request.actor), pk=pk)
    session = forum.conference.session
    if not policies.may_set_up(request.actor, session):
        raise NotAllowed
    said = {"title": forum.title, "question": forum.question, "version": forum.version}
    form = ForumForm(request.POST or None, initial=said)
    if request.method == "POST" and form.is_valid():
        with show_errors(form):
            acts.change_forum(actor=request.actor, forum=forum, now=clock.now(), **form.cleaned_data)
            messages.success(request, _("Das Forum ist gespeichert."))
            return redirect("governance:forum", pk)
    if form.non_field_errors():
        form.take_version(reads.forums(request.actor).get(pk=pk).version)
    return render(request, "governance/forum_form.html", {"form": form, "session": session, "forum": forum})
