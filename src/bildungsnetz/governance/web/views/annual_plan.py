"""The plan of a school year, and the templates it is made from."""

from django import forms
from django.contrib import messages
from django.http import HttpResponse
from django.shortcuts import get_object_or_404, redirect, render
from django.utils.translation import gettext as _
from django.utils.translation import ngettext

from bildungsnetz.core import clock
from bildungsnetz.core.calendar import SchoolYear
from bildungsnetz.core.errors import NotAllowed, RuleViolation, StaleVersion
from bildungsnetz.core.web.forms import show_errors
from bildungsnetz.core.web.request import Request
from bildungsnetz.governance.policies import templates as policies
from bildungsnetz.governance.selectors import templates as read
from bildungsnetz.governance.selectors.sessions import bodies_to_plan_for, bodies_with_sessions
from bildungsnetz.governance.services import templates as services
from bildungsnetz.governance.services.annual_plan import plan_year
from bildungsnetz.governance.web.forms.annual_plan import (
    ChoosePlanForm,
    PlanYearForm,
    TemplateForm,
    TemplateItemForm,
)
from bildungsnetz.governance.web.forms.stale import compare


def annual_plan(request: Request) -> HttpResponse:
    """Choose template and school year, change the proposed days, plan them all at once."""
    today = clock.day_of(clock.now())
    found = read.templates(request.actor)
    asked = ChoosePlanForm(request.GET or None, templates=found, years=read.years_to_plan(today))
    page: dict[str, object] = {
        "asked": asked,
        "templates": found,
        "bodies": bodies_to_plan_for(request.actor),
        "plan": None,
        "form": None,
    }
    if asked.is_valid():
        template, year = asked.cleaned_data["vorlage"], SchoolYear(asked.cleaned_data["schuljahr"])
        plan = read.year_plan(template, year, today=today)
        form = PlanYearForm(request.POST or None, plan=plan)
        if request.method == "POST" and form.is_valid():
            try:
                made = plan_year(
                    actor=request.actor, template=template, year=year, days=form.days(), now=clock.now()
                )
            except RuleViolation as refused:
                form.refuse(refused.field, str(refused.message))
            else:
                text = ngettext("%(count)s Sitzung geplant.", "%(count)s Sitzungen geplant.", len(made))
                messages.success(request, text % {"count": len(made)})
                return redirect("governance:sessions")
        page |= {"plan": plan, "form": form}
    return render(request, "governance/annual_plan.html", page)


def template_new(request: Request, pk: int) -> HttpResponse:
    body = get_object_or_404(bodies_with_sessions(request.actor), pk=pk)
    if not policies.may_change_templates(request.actor, body):
        raise NotAllowed
    form = TemplateForm(request.POST or None)
    if request.method == "POST" and form.is_valid():
        with show_errors(form):
            made = services.create_template(
                actor=request.actor, body=body, settings=form.settings(), now=clock.now()
            )
            messages.success(request, _("Die Vorlage ist angelegt. Nun die wiederkehrenden Punkte."))
            return redirect("governance:template", made.pk)
    return render(request, "governance/template_form.html", {"form": form, "body": body, "template": None})


def template(request: Request, pk: int) -> HttpResponse:
    """Settings of a template and its recurring items."""
    shown = get_object_or_404(read.templates(request.actor), pk=pk)
    if not policies.may_change_templates(request.actor, shown.body):
        raise NotAllowed
    form = TemplateForm(request.POST or None, instance=shown)
    others = []
    if request.method == "POST" and form.is_valid():
        version = form.cleaned_data["version"] or 0
        with show_errors(form):
            try:
                services.change_template(
                    actor=request.actor,
                    template=shown,
                    version=version,
                    settings=form.settings(),
                    now=clock.now(),
                )
            except StaleVersion:
                others = compare(form, form.stored(read.templates(request.actor).get(pk=pk)))
                raise
            messages.success(request, _("Die Vorlage ist gespeichert."))
            return redirect("governance:template", pk)
    rows = read.template_items(request.actor).filter(template=shown)
    page = {"form": form, "body": shown.body, "template": shown, "items": rows, "others": others}
    return render(request, "governance/template_form.html", page)


def template_item_new(request: Request, pk: int) -> HttpResponse:
    shown = get_object_or_404(read.templates(request.actor), pk=pk)
    if not policies.may_change_templates(request.actor, shown.body):
        raise NotAllowed
    form = TemplateItemForm(request.POST or None, actor=request.actor, scope=shown.body.scope)
    if request.method == "POST" and form.is_valid():
        with show_errors(form):
            services.add_template_item(actor=request.actor, template=shown, item=form.item(), now=clock.now())
            messages.success(request, _("Der Punkt kommt ab jetzt wieder."))
            return redirect("governance:template", pk)
    page = {"form": form, "template": shown, "row": None}
    return render(request, "governance/template_item_form.html", page)


def template_item(request: Request, pk: int) -> HttpResponse:
    row = get_object_or_404(read.template_items(request.actor), pk=pk)
    shown = row.template
    if not policies.may_change_templates(request.actor, shown.body):
        raise NotAllowed
    form = TemplateItemForm(request.POST or None, instance=row, actor=request.actor, scope=shown.body.scope)
    if request.method == "POST" and form.is_valid():
        with show_errors(form):
            services.change_template_item(actor=request.actor, row=row, item=form.item(), now=clock.now())
            messages.success(request, _("Die Änderung ist gespeichert."))
            return redirect("governance:template", shown.pk)
    page = {"form": form, "template": shown, "row": row}
    return render(request, "governance/template_item_form.html", page)


def template_item_remove(request: Request, pk: int) -> HttpResponse:
    row = get_object_or_404(read.template_items(request.actor), pk=pk)
    if not policies.may_change_templates(request.actor, row.template.body):
        raise NotAllowed
    form = forms.Form(request.POST if request.method == "POST" else None)
    if request.method == "POST" and form.is_valid():
        services.remove_template_item(actor=request.actor, row=row, now=clock.now())
        messages.success(request, _("Der Punkt kommt nicht mehr von selbst."))
        return redirect("governance:template", row.template_id)
    page = {"form": form, "template": row.template, "row": row}
    return render(request, "governance/template_item_remove.html", page)
