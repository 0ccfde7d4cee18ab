"""The phone pages of a forum: entered by code, without account and without cookie."""

from django.http import HttpResponse
from django.shortcuts import redirect, render
from django.utils.translation import gettext as _
from django.views.decorators.cache import never_cache
from django.views.decorators.http import require_POST

from bildungsnetz.core import clock
from bildungsnetz.core.errors import RuleViolation
from bildungsnetz.core.web.forms import show_errors
from bildungsnetz.core.web.limits import address_of
from bildungsnetz.core.web.public_forms import public_form
from bildungsnetz.core.web.request import Request
from bildungsnetz.governance.selectors import conferences as reads
from bildungsnetz.governance.services import contributions as acts
from bildungsnetz.governance.web import forum_entry
from bildungsnetz.governance.web.forms.conferences import CodeForm, ContributionForm

TOO_MANY = 429


@never_cache
@public_form
def entry(request: Request) -> HttpResponse:
    """Type the code, or find it filled in after scanning it; only the button goes in."""
    form = CodeForm(request.POST or None, initial={"code": request.GET.get("code", "")[:20]})
    if request.method != "POST" or not form.is_valid():
        return render(request, "governance/forum_entry.html", {"form": form})
    who = address_of(request)
    if forum_entry.WRONG_CODES.is_reached(who) or forum_entry.ENTRIES.is_reached(who):
        form.add_error(None, _("Von hier kamen gerade zu viele Versuche. Bitte warten Sie zehn Minuten."))
        return render(request, "governance/forum_entry.html", {"form": form}, status=TOO_MANY)
    forum = reads.forum_by_code(form.cleaned_data["code"], now=clock.now())
    if forum is None:
        forum_entry.WRONG_CODES.count(who)
        form.add_error(
            "code", _("Zu diesem Code ist gerade kein Forum geöffnet. Bitte prüfen Sie die Zeichen.")
        )
        return render(request, "governance/forum_entry.html", {"form": form})
    forum_entry.ENTRIES.count(who)
    return redirect("governance:forum-room", forum_entry.new_token(forum))


@never_cache
@public_form
def room(request: Request, token: str) -> HttpResponse:
    """What is said so far, and a form for one's own proposal."""
    now = clock.now()
    inside = forum_entry.read_token(token, now=now)
    if inside is None:
        return render(request, "governance/forum_over.html", status=410)
    form = ContributionForm(request.POST or None)
    status = 200
    if request.method == "POST" and form.is_valid():
        if forum_entry.CONTRIBUTIONS.is_reached(inside.mark):
            form.add_error(
                None, _("Das waren viele Vorschläge in kurzer Zeit. Bitte warten Sie ein paar Minuten.")
            )
            status = TOO_MANY
        else:
            with show_errors(form):
                said = form.cleaned_data
                acts.enter_contribution(
                    forum=inside.forum,
                    receipt=form.receipt,
                    title=said["title"],
                    text=said["text"],
                    now=now,
                )
                forum_entry.CONTRIBUTIONS.count(inside.mark)
                return redirect(f"{request.path}?danke")
    page = {
        "form": form,
        "inside": inside,
        "forum": inside.forum,
        "shown": reads.shown_in(inside.forum, inside.mark),
        "thanks": "danke" in request.GET,
    }
    return render(request, "governance/forum_room.html", page, status=status)


@never_cache
@public_form
@require_POST
def support(request: Request, token: str, pk: int) -> HttpResponse:
    """Support one contribution; a second time counts nothing."""
    now = clock.now()
    inside = forum_entry.read_token(token, now=now)
    if inside is None:
        return render(request, "governance/forum_over.html", status=410)
    wanted = [each.contribution for each in reads.shown_in(inside.forum, inside.mark)]
    found = next((each for each in wanted if each.pk == pk), None)
    try:
        if found is not None:
            acts.support_contribution(contribution=found, mark=inside.mark, now=now)
    except RuleViolation:
        pass  # merged or closed in between: the list shows how it stands now
    return redirect("governance:forum-room", token)
