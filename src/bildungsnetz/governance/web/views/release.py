"""The chair of a side releases the agenda."""

from django.contrib import messages
from django.http import HttpResponse
from django.shortcuts import get_object_or_404, redirect
from django.utils.translation import gettext as _
from django.views.decorators.http import require_POST

from bildungsnetz.core import clock
from bildungsnetz.core.errors import RuleViolation
from bildungsnetz.core.web.request import Request
from bildungsnetz.governance.selectors.sessions import sessions
from bildungsnetz.governance.services.agenda_release import release_agenda


@require_POST
def agenda_release(request: Request, pk: int) -> HttpResponse:
    session = get_object_or_404(sessions(request.actor), pk=pk)
    side = request.POST.get("side", "")
    try:
        release_agenda(actor=request.actor, session=session, side=side, now=clock.now())
        messages.success(request, _("Die Tagesordnung ist freigegeben."))
    except RuleViolation as refused:
        messages.error(request, str(refused.message))
    return redirect("governance:session", pk)
