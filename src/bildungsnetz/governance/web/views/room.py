"""The session itself: the clerk goes from item to item, the screen shows the current one to the room."""

from collections.abc import Callable
from datetime import datetime

from django.contrib import messages
from django.http import Http404, HttpResponse, JsonResponse
from django.shortcuts import get_object_or_404, redirect, render
from django.utils.translation import gettext as _
from django.views.decorators.cache import never_cache
from django.views.decorators.http import require_POST

from bildungsnetz.core import clock
from bildungsnetz.core.errors import NotAllowed, RuleViolation, StaleVersion
from bildungsnetz.core.web.forms import show_errors
from bildungsnetz.core.web.request import Request
from bildungsnetz.governance.policies import sessions as policies
from bildungsnetz.governance.selectors import screen as screens
from bildungsnetz.governance.selectors.presence import line_in_room
from bildungsnetz.governance.selectors.previous_minutes import previous_in_room
from bildungsnetz.governance.selectors.room import Room, room_of
from bildungsnetz.governance.selectors.sessions import sessions
from bildungsnetz.governance.services import agenda
from bildungsnetz.governance.services.sessions import show_item
from bildungsnetz.governance.web.forms.agenda import ResultForm
from bildungsnetz.governance.web.forms.stale import Difference, carry_version, compare

SETTLE: dict[str, Callable[..., object]] = {"treat": agenda.treat_item, "postpone": agenda.postpone_item}


@never_cache
def session_room(request: Request, pk: int) -> HttpResponse:
    """One item of a running session with its result; `?punkt=` chooses it, else the one on the screen."""
    room = _room(request, pk)
    form = ResultForm(request.POST or None, initial=_values(room))
    others: list[Difference] = []
    if request.method == "POST" and room.item is not None and form.is_valid():
        if form.cleaned_data["do"] == "draft":
            return _draft(request, room, form)
        with show_errors(form):
            try:
                _save(request, room, form)
            except StaleVersion:
                others = compare(form, _values(room))
                raise
            return redirect(_next_address(request, room, form.cleaned_data["do"]))
    page = {"room": room, "session": room.session, "item": room.item, "form": form, "others": others}
    page["line"] = line_in_room(room.session, room.item)
    page["previous"] = previous_in_room(room.session, room.item)
    return render(request, "governance/session_room.html", page)


@require_POST
def session_show(request: Request, pk: int) -> HttpResponse:
    """Turns the page on the screen and for the clerk."""
    room = _room(request, pk)
    if room.item is not None:
        try:
            show_item(actor=request.actor, session=room.session, item=room.item)
        except RuleViolation as refused:
            messages.error(request, str(refused.message))
    return redirect(request.get_full_path().replace("/zeigen/", "/"))


@never_cache
def session_screen(request: Request, pk: int) -> HttpResponse:
    """What everybody in the room sees: one item, large; never a confidential one."""
    session = get_object_or_404(sessions(request.actor), pk=pk)
    return _screen(request, screens.room_screen(session), is_public=False)


@never_cache
def public_screen(request: Request, pk: int) -> HttpResponse:
    """What an audience sees: only public items with wording and result; the rest is the closed part."""
    session = get_object_or_404(screens.sessions_on_screen(request.actor), pk=pk)
    return _screen(request, screens.public_screen(session), is_public=True)


def _screen(request: Request, screen: screens.Screen, *, is_public: bool) -> HttpResponse:
    """The page, or with `?teil=anzeige` only what changes, for the page that follows."""
    name = "screen_parts" if request.GET.get("teil") == "anzeige" else "session_screen"
    page: dict[str, object] = {"screen": screen, "session": screen.session, "is_public": is_public}
    page["fragment"] = f"{request.path}?teil=anzeige"
    return render(request, f"governance/{name}.html", page)


def _room(request: Request, pk: int) -> Room:
    session = get_object_or_404(sessions(request.actor), pk=pk)
    if not policies.may_change_item(request.actor, session):
        raise NotAllowed
    wanted = request.GET.get("punkt", "")
    return room_of(request.actor, session, int(wanted) if wanted.isdigit() else None)


def _values(room: Room) -> dict[str, object]:
    return {"version": room.item.version, "result": room.item.result} if room.item else {}


def _save(request: Request, room: Room, form: ResultForm) -> None:
    """Keep the text first, so that it stays even if the item cannot be settled yet."""
    typed, item = form.cleaned_data, room.item
    if item is None:
        return
    actor, now = request.actor, clock.now()
    if typed["result"] != item.result or typed["version"] != item.version:
        item = agenda.record_result(
            actor=actor, item=item, result=typed["result"], version=typed["version"], now=now
        )
        carry_version(form, item.version)
    if settle := SETTLE.get(typed["do"]):
        settle(actor=actor, item=item, now=now)
    messages.success(request, _("Gespeichert."))


def _draft(request: Request, room: Room, form: ResultForm) -> HttpResponse:
    """Answers the autosave of the page: the new version and the time, or 409 with the sentence that says why not.

    A text that somebody else saved meanwhile comes along, so that the page can show both.
    """
    typed, item = form.cleaned_data, room.item
    if item is None:
        raise Http404
    now = clock.now()
    try:
        saved = agenda.record_result(
            actor=request.actor,
            item=item,
            result=typed["result"],
            version=typed["version"],
            now=now,
            is_draft=True,
        )
    except StaleVersion as refused:
        stored = {"version": item.version, "text": item.result, "at": _time(now)}
        return JsonResponse({"message": str(refused.message), **stored}, status=409)
    except RuleViolation as refused:
        return JsonResponse({"message": str(refused.message)}, status=409)
    return JsonResponse({"version": saved.version, "at": _time(now)})


def _time(moment: datetime) -> str:
    return moment.astimezone(clock.BERLIN).strftime("%H:%M")


def _next_address(request: Request, room: Room, done: str) -> str:
    target = room.after if done in SETTLE and room.after else room.item
    return f"{request.path}?punkt={target.pk}" if target else request.path
