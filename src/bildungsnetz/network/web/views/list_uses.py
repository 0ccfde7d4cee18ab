"""What goes out to a mailing list: drafting, looking at each recipient, sending, letters, the table."""

from django.conf import settings
from django.contrib import messages
from django.http import HttpResponse
from django.shortcuts import get_object_or_404, redirect, render
from django.utils.http import content_disposition_header
from django.utils.translation import gettext as _

from bildungsnetz.core import clock, exports
from bildungsnetz.core.documents import render_pdf
from bildungsnetz.core.web.forms import show_errors
from bildungsnetz.core.web.pages import page_of
from bildungsnetz.core.web.request import Request
from bildungsnetz.network.domain.rolls import only
from bildungsnetz.network.exchange.letters import letters_data
from bildungsnetz.network.exchange.roll_table import roll_table
from bildungsnetz.network.selectors.list_runs import dispatch_of
from bildungsnetz.network.selectors.mailing_lists import Kind, keys_of, list_uses, mailing_lists, roll
from bildungsnetz.network.selectors.postal import letterhead
from bildungsnetz.network.services import list_uses as acts
from bildungsnetz.network.web.forms.mailing_lists import SendForm, UseForm
from bildungsnetz.network.web.list_page import preview


def draft(request: Request, pk: int) -> HttpResponse:
    shown = get_object_or_404(mailing_lists(request.actor), pk=pk)
    form = UseForm(request.POST or None)
    if request.method == "POST" and form.is_valid():
        typed = {name: form.cleaned_data[name] for name in ("kind", "subject", "body")}
        with show_errors(form):
            use = acts.draft_use(actor=request.actor, mailing_list=shown, now=clock.now(), **typed)
            return redirect("network:list-use", use.pk)
    return render(request, "network/list_use_form.html", {"form": form, "mailing_list": shown, "use": None})


def edit(request: Request, pk: int) -> HttpResponse:
    use = get_object_or_404(list_uses(request.actor), pk=pk)
    form = UseForm(request.POST or None, use=use)
    if request.method == "POST" and form.is_valid():
        with show_errors(form):
            acts.edit_draft(
                actor=request.actor,
                use=use,
                subject=form.cleaned_data["subject"],
                body=form.cleaned_data["body"],
                version=form.cleaned_data["version"] or 0,
                now=clock.now(),
            )
            return redirect("network:list-use", pk)
    return render(
        request, "network/list_use_form.html", {"form": form, "mailing_list": use.mailing_list, "use": use}
    )


def one(request: Request, pk: int) -> HttpResponse:
    """A draft with everybody it would go to, or what became of it."""
    use = get_object_or_404(list_uses(request.actor), pk=pk)
    if use.is_draft:
        return render(request, "network/list_use_draft.html", preview(request, use, SendForm()))
    dispatch = dispatch_of(use)
    page = {"use": use, "dispatch": dispatch, "page": page_of(request, dispatch.rows)}
    return render(request, "network/list_use.html", page)


def send(request: Request, pk: int) -> HttpResponse:
    use = get_object_or_404(list_uses(request.actor), pk=pk)
    form = SendForm(request.POST or None)
    if request.method == "POST" and form.is_valid():
        with show_errors(form):
            acts.send_use(actor=request.actor, use=use, seen=form.cleaned_data["seen"], now=clock.now())
            messages.success(
                request, _("Der Versand läuft.") if use.kind == "mail" else _("Die Briefe sind festgehalten.")
            )
            return redirect("network:list-use", pk)
    if not use.is_draft:
        return redirect("network:list-use", pk)
    return render(request, "network/list_use_draft.html", preview(request, use, form))


def discard(request: Request, pk: int) -> HttpResponse:
    use = get_object_or_404(list_uses(request.actor), pk=pk)
    form = SendForm(request.POST or None, initial={"seen": "-"})
    if request.method == "POST" and form.is_valid():
        with show_errors(form):
            acts.discard_draft(actor=request.actor, use=use, now=clock.now())
            messages.success(request, _("Der Entwurf ist verworfen."))
            return redirect("network:mailing-list", use.mailing_list_id)
    return render(request, "network/list_use_discard.html", {"use": use, "form": form})


def letters(request: Request, pk: int) -> HttpResponse:
    """All letters as one tagged PDF."""
    use = get_object_or_404(list_uses(request.actor).filter(kind=Kind.LETTER), pk=pk)
    now = clock.now()
    present = only(roll(request.actor, use.mailing_list, use.kind, now=now), keys_of(use))
    if not present.deliveries:
        messages.warning(request, _("Der Verteiler ist zurzeit leer: Es gibt keinen Brief."))
        return redirect("network:list-use", pk)
    data = letters_data(use, present, letterhead(settings.NETWORK_NAME), on=clock.day_of(use.used_at or now))
    name = f"serienbrief-{use.pk}.pdf"
    shown = content_disposition_header(as_attachment=False, filename=name) or "inline"
    headers = {"Content-Disposition": shown, "Cache-Control": "private, no-store"}
    return HttpResponse(
        render_pdf("network/serial_letters.typ", data), content_type="application/pdf", headers=headers
    )


def table(request: Request, pk: int) -> HttpResponse:
    """The list as a table; that it leaves the house is noted, so it takes a button."""
    shown = get_object_or_404(mailing_lists(request.actor), pk=pk)
    form = SendForm(request.POST or None, initial={"seen": "-"})
    if request.method == "POST" and form.is_valid():
        with show_errors(form):
            present = roll(request.actor, shown, Kind.TABLE, now=clock.now())
            acts.note_table(actor=request.actor, mailing_list=shown, now=clock.now())
            return exports.answer(request, roll_table(shown.name, present))
    return render(request, "network/list_table.html", {"shown": shown, "form": form})
