"""Pages on all bodies at once: tree, open seats, who sits where, overlaps; each list also as a file."""

from datetime import date

from django.http import HttpResponse
from django.shortcuts import render

from bildungsnetz.core import clock
from bildungsnetz.core.exports import answer
from bildungsnetz.core.web.pages import page_of
from bildungsnetz.core.web.request import Request
from bildungsnetz.governance.exchange import seating_tables as tables
from bildungsnetz.governance.exchange.overlap_picture import overlap_svg
from bildungsnetz.governance.policies.bodies import may_add_mandate
from bildungsnetz.governance.selectors.bodies import overview
from bildungsnetz.governance.selectors.body_tree import tree_of
from bildungsnetz.governance.selectors.vacancies import gaps
from bildungsnetz.governance.selectors.who_sits import doubles, matrix
from bildungsnetz.governance.web.forms.seating import MatrixForm, SeatingDayForm


def body_tree(request: Request) -> HttpResponse:
    nodes = tree_of(overview(request.actor, now=clock.now()))
    return render(request, "governance/body_tree.html", {"nodes": nodes})


def open_seats(request: Request) -> HttpResponse:
    form = SeatingDayForm(request.GET)
    on = form.day(_today())
    found = gaps(request.actor, on=on)
    writes = {gap.body.pk for gap in found if may_add_mandate(request.actor, gap.body)}
    page = {
        "form": form,
        "on": on,
        "gaps": found,
        "letter_bodies": writes,
        "query": request.GET.urlencode(),
    }
    return render(request, "governance/open_seats.html", page)


def open_seats_file(request: Request) -> HttpResponse:
    on = SeatingDayForm(request.GET).day(_today())
    return answer(request, tables.gap_table(on, gaps(request.actor, on=on)))


def who_sits_where(request: Request) -> HttpResponse:
    form = MatrixForm(request.GET)
    asked = form.asked()
    on = form.day(_today())
    found = matrix(request.actor, on=on, **asked)
    page = {
        "form": form,
        "on": on,
        "bodies": found.bodies,
        "page": page_of(request, found.lines),
        "query": request.GET.urlencode(),
    }
    return render(request, "governance/who_sits_where.html", page)


def who_sits_where_file(request: Request) -> HttpResponse:
    form = MatrixForm(request.GET)
    asked = form.asked()
    on = form.day(_today())
    return answer(request, tables.matrix_table(on, matrix(request.actor, on=on, **asked)))


def overlap_report(request: Request) -> HttpResponse:
    form = SeatingDayForm(request.GET)
    on = form.day(_today())
    found = doubles(request.actor, on=on)
    page = {
        "form": form,
        "on": on,
        "doubles": found,
        "picture": overlap_svg(found),
        "query": request.GET.urlencode(),
    }
    return render(request, "governance/overlaps.html", page)


def overlap_file(request: Request) -> HttpResponse:
    on = SeatingDayForm(request.GET).day(_today())
    return answer(request, tables.overlap_table(on, doubles(request.actor, on=on)))


def _today() -> date:
    return clock.day_of(clock.now())
