"""The folder for a new member."""

from django.http import HttpResponse
from django.shortcuts import get_object_or_404

from bildungsnetz.core import clock
from bildungsnetz.core.web.request import Request
from bildungsnetz.governance.selectors.bodies import bodies
from bildungsnetz.governance.services.dossier import dossier_pdf


def dossier(request: Request, pk: int) -> HttpResponse:
    """Everything about a body that the asking person may read, as one file."""
    shown = get_object_or_404(bodies(request.actor), pk=pk)
    content = dossier_pdf(request.actor, shown, clock.day_of(clock.now()))
    answer = HttpResponse(content, content_type="application/pdf")
    answer["Content-Disposition"] = f'inline; filename="Mappe-{shown.pk}.pdf"'
    answer["Cache-Control"] = "private, no-store"
    return answer
