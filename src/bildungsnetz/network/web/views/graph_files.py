"""The graph as files and as data for the drawing. While figures of a large graph are missing, they answer 404."""

from django.http import Http404, HttpResponse, JsonResponse
from django.utils.translation import gettext as _

from bildungsnetz.core.exports import answer
from bildungsnetz.core.web.request import Request
from bildungsnetz.network.domain.figures import Figures
from bildungsnetz.network.exchange.graph_files import as_graphml, figures_table
from bildungsnetz.network.exchange.graph_svg import as_svg
from bildungsnetz.network.web import drawing as drawn
from bildungsnetz.network.web.graph_page import Asked, asked

_PRIVATE = {"Cache-Control": "private, no-store"}


def drawing(request: Request) -> HttpResponse:
    found = asked(request)
    return JsonResponse(drawn.drawing(found.graph, _figures(found)), headers=_PRIVATE)


def picture(request: Request) -> HttpResponse:
    found = asked(request)
    figures = _figures(found)
    title = _("Netzwerkgraph am %(day)s") % {"day": f"{found.wanted.on:%d.%m.%Y}"}
    content = as_svg(found.graph, figures, drawn.drawn_places(found.graph, figures), title)
    return HttpResponse(content, content_type="image/svg+xml", headers=_PRIVATE)


def graphml(request: Request) -> HttpResponse:
    found = asked(request)
    content = as_graphml(found.graph, _figures(found))
    name = f"netzwerk-{found.wanted.on:%Y-%m-%d}.graphml"
    headers = {**_PRIVATE, "Content-Disposition": f'attachment; filename="{name}"'}
    return HttpResponse(content, content_type="application/graphml+xml; charset=utf-8", headers=headers)


def figures_file(request: Request) -> HttpResponse:
    found = asked(request)
    _figures(found)
    return answer(request, figures_table(found.lines))


def _figures(found: Asked) -> Figures:
    if found.figures is None:
        raise Http404
    return found.figures
