"""Acts on several recommendations at once: publishing and merging; and taking one back from the public."""

from django import forms
from django.contrib import messages
from django.http import HttpResponse
from django.shortcuts import get_object_or_404, redirect, render
from django.utils.translation import gettext as _
from django.utils.translation import ngettext

from bildungsnetz.core import clock
from bildungsnetz.core.errors import NotAllowed
from bildungsnetz.core.web.forms import show_errors
from bildungsnetz.core.web.request import Request
from bildungsnetz.governance.policies import recommendations as policies
from bildungsnetz.governance.selectors import recommendations as reads
from bildungsnetz.governance.services.recommendation_merge import merge_recommendations
from bildungsnetz.governance.services.recommendation_publishing import (
    hide_recommendation,
    publish_recommendations,
)
from bildungsnetz.governance.web.forms.conference_reports import MergeRecommendationsForm, PublishForm


def publish(request: Request) -> HttpResponse:
    initial = {"recommendations": request.GET.getlist("empfehlung")}
    form = PublishForm(request.POST or None, actor=request.actor, initial=initial)
    if request.method == "POST" and form.is_valid():
        with show_errors(form):
            made = publish_recommendations(actor=request.actor, now=clock.now(), **form.cleaned_data)
            told = ngettext(
                "%(count)s Empfehlung ist jetzt öffentlich.",
                "%(count)s Empfehlungen sind jetzt öffentlich.",
                len(made),
            )
            messages.success(request, told % {"count": len(made)})
            return redirect("governance:recommendations")
    page = {"form": form, "waiting": reads.unpublished(request.actor).exists()}
    return render(request, "governance/recommendation_publish.html", page)


def hide(request: Request, pk: int) -> HttpResponse:
    shown = get_object_or_404(reads.recommendations(request.actor), pk=pk)
    if not policies.may_publish(request.actor, shown):
        raise NotAllowed
    form = forms.Form(request.POST if request.method == "POST" else None)
    if request.method == "POST" and form.is_valid():
        hide_recommendation(actor=request.actor, recommendation=shown, now=clock.now())
        messages.success(request, _("Die Empfehlung ist nicht mehr öffentlich."))
        return redirect("governance:recommendation", pk)
    return render(request, "governance/recommendation_hide.html", {"recommendation": shown})


def merge(request: Request) -> HttpResponse:
    initial = {"recommendations": request.GET.getlist("empfehlung")}
    form = MergeRecommendationsForm(request.POST or None, actor=request.actor, initial=initial)
    if request.method == "POST" and form.is_valid():
        with show_errors(form):
            made = merge_recommendations(
                actor=request.actor,
                recommendations=form.cleaned_data["recommendations"],
                wording=form.wording(),
                now=clock.now(),
            )
            messages.success(request, _("Zusammengefasst in der %(made)s.") % {"made": made})
            return redirect("governance:recommendation", made.pk)
    page = {"form": form, "enough": reads.not_yet_adopted(request.actor).count() > 1}
    return render(request, "governance/recommendation_merge.html", page)
