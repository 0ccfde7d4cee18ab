"""Pages of core: outbox, record of acts, timetable, gallery of components."""

from django.conf import settings
from django.http import Http404, HttpResponse
from django.shortcuts import get_object_or_404, render

from bildungsnetz.core import audit, clock, jobs, outbox
from bildungsnetz.core.web.gallery import examples
from bildungsnetz.core.web.pages import page_of
from bildungsnetz.core.web.request import Request

READ_OUTBOX = "core.outbox.read"


def outbox_list(request: Request) -> HttpResponse:
    asked = request.GET.get("q", "")
    page = page_of(request, outbox.mails(asked))
    return render(request, "core/outbox.html", {"page": page, "asked": asked})


def outbox_mail(request: Request, pk: int) -> HttpResponse:
    mail = get_object_or_404(outbox.mails(), pk=pk)
    page = {
        "mail": mail,
        "may_read": request.actor.can(READ_OUTBOX),
        "hidden": mail.secret and settings.MODE == "production",
    }
    return render(request, "core/outbox_mail.html", page)


def outbox_file(request: Request, pk: int, file_pk: int) -> HttpResponse:
    mail = get_object_or_404(outbox.mails(), pk=pk)
    file = get_object_or_404(mail.attachments.all(), pk=file_pk)
    answer = HttpResponse(bytes(file.content), content_type=file.content_type)
    answer["Content-Disposition"] = f'attachment; filename="{file.filename}"'
    return answer


def audit_list(request: Request) -> HttpResponse:
    page = page_of(request, audit.entries())
    lines = [audit.line_of(entry) for entry in page]
    return render(request, "core/audit.html", {"page": page, "lines": lines})


def schedule(request: Request) -> HttpResponse:
    return render(request, "core/schedule.html", {"lines": jobs.lines(clock.now())})


def gallery(request: Request) -> HttpResponse:
    if settings.MODE == "production":
        raise Http404
    return render(request, "core/gallery.html", examples(request))
