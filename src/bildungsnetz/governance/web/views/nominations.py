"""Nomination letters: writing one for a seat, and the file."""

from datetime import timedelta

from django.contrib import messages
from django.http import HttpResponse
from django.shortcuts import get_object_or_404, redirect, render
from django.utils.translation import gettext as _

from bildungsnetz.core import clock
from bildungsnetz.core.errors import NotAllowed
from bildungsnetz.core.web.forms import show_errors
from bildungsnetz.core.web.request import Request
from bildungsnetz.governance.policies import bodies as policies
from bildungsnetz.governance.selectors.bodies import seat_rules
from bildungsnetz.governance.selectors.mandates import letters
from bildungsnetz.governance.selectors.vacancies import letter_start
from bildungsnetz.governance.services.nominations import letter_pdf, write_nomination_letter
from bildungsnetz.governance.web.forms.rotations import LetterForm

WEEKS_TO_ANSWER = 4


def new_letter(request: Request, pk: int) -> HttpResponse:
    row = get_object_or_404(seat_rules(request.actor), pk=pk)
    if not policies.may_add_mandate(request.actor, row.body):
        raise NotAllowed
    now = clock.now()
    today = clock.day_of(now)
    start = {
        **letter_start(row, on=today),
        "reply_by": today + timedelta(weeks=WEEKS_TO_ANSWER),
        "signed_by": request.actor.name,
    }
    form = LetterForm(request.POST or None, initial=start)
    if request.method == "POST" and form.is_valid():
        with show_errors(form):
            write_nomination_letter(actor=request.actor, seat_rule=row, now=now, **form.cleaned_data)
            messages.success(request, _("Das Schreiben ist fertig. Öffnen Sie es hier und drucken Sie es."))
            return redirect("governance:nomination-letter", pk)
    earlier = letters(request.actor).filter(seat_rule__body=row.body_id, seat_rule__key=row.key)
    page = {"form": form, "row": row, "body": row.body, "letters": earlier}
    return render(request, "governance/nomination_new.html", page)


def letter_file(request: Request, pk: int) -> HttpResponse:
    letter = get_object_or_404(letters(request.actor), pk=pk)
    answer = HttpResponse(letter_pdf(letter), content_type="application/pdf")
    answer["Content-Disposition"] = f'inline; filename="Benennung-{letter.dated_on:%Y-%m-%d}-{letter.pk}.pdf"'
    return answer
