"""Searching persons and institutions by any combination of criteria."""

from django.http import HttpResponse
from django.shortcuts import redirect, render
from django.urls import reverse

from bildungsnetz.core.web.request import Request
from bildungsnetz.network import policies
from bildungsnetz.network.domain.questions import is_changing
from bildungsnetz.network.web.question_page import posed


def question(request: Request) -> HttpResponse:
    asked = posed(request)
    if is_changing(request.GET.dict()):
        return redirect(f"{reverse('network:question')}?{asked.query}#bedingungen")
    page = {
        "asked": asked,
        "form": asked.form,
        "page": asked.page() if asked.is_asked else None,
        "query": asked.query,
        "may_import": policies.may_import_sheets(request.actor),
        "may_keep": policies.may_keep_lists(request.actor),
    }
    return render(request, "network/question.html", page)
