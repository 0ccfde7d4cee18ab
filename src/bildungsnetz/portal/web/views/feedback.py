"""The public form for barriers, errors and praise, and the office's list of what came in."""

from django.contrib import messages
from django.http import HttpResponse
from django.shortcuts import get_object_or_404, redirect, render
from django.utils.translation import gettext as _
from django.views.decorators.cache import never_cache

from bildungsnetz.core import clock
from bildungsnetz.core.audit import history_of
from bildungsnetz.core.web.forms import show_errors
from bildungsnetz.core.web.pages import page_of
from bildungsnetz.core.web.public_forms import public_form
from bildungsnetz.core.web.request import Request
from bildungsnetz.portal.selectors import feedback as selectors
from bildungsnetz.portal.services import feedback as services
from bildungsnetz.portal.web.forms import AnswerForm, FeedbackForm
from bildungsnetz.portal.web.page_meant import page_meant


@never_cache
@public_form
def give(request: Request) -> HttpResponse:
    """The thanks stand on the page itself: a redirect with a message would need a cookie."""
    form = FeedbackForm(request.POST or None, initial={"page": page_meant(request)})
    if request.method == "POST" and form.is_valid():
        told = form.cleaned_data
        kept = services.give_feedback(
            receipt=form.receipt,
            kind=told["kind"],
            message=told["message"],
            email=told["email"],
            page=told["page"],
            now=clock.now(),
        )
        return render(request, "portal/feedback_thanks.html", {"feedback": kept})
    return render(request, "portal/feedback_form.html", {"form": form})


def inbox(request: Request) -> HttpResponse:
    answered = request.GET.get("stand") == "beantwortet"
    waiting = selectors.open_feedback(request.actor)
    done = selectors.answered_feedback(request.actor)
    shown = {
        "answered": answered,
        "page": page_of(request, done if answered else waiting),
        "open_count": waiting.count(),
        "answered_count": done.count(),
        "today": clock.day_of(clock.now()),
    }
    return render(request, "portal/inbox.html", shown)


def case(request: Request, pk: int) -> HttpResponse:
    kept = get_object_or_404(selectors.feedback(request.actor), pk=pk)
    form = AnswerForm(
        request.POST or None,
        address=kept.email,
        initial={"version": kept.version, "answer": kept.answer, "by_mail": bool(kept.email)},
    )
    if request.method == "POST" and form.is_valid():
        told = form.cleaned_data
        with show_errors(form):
            services.answer_feedback(
                actor=request.actor,
                feedback=kept,
                answer=told["answer"],
                by_mail=told.get("by_mail", False),
                version=told["version"],
                now=clock.now(),
            )
            messages.success(request, _("%(number)s ist beantwortet.") % {"number": kept.number})
            return redirect("portal:inbox")
    if form.non_field_errors():
        form.take_version(kept.version)
    shown = {
        "feedback": kept,
        "form": form,
        "history": history_of(kept),
        "today": clock.day_of(clock.now()),
    }
    return render(request, "portal/feedback_case.html", shown)


def reopen(request: Request, pk: int) -> HttpResponse:
    kept = get_object_or_404(selectors.feedback(request.actor), pk=pk)
    if request.method == "POST":
        services.reopen_feedback(actor=request.actor, feedback=kept, now=clock.now())
        return redirect("portal:feedback-case", pk)
    return render(request, "portal/feedback_reopen.html", {"feedback": kept})
