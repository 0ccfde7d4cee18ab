"""The public interface after OParl 1.1: system, body, lists, objects, files. No cookie, no state."""

from django.http import HttpResponse
from django.views.decorators.http import require_safe

from bildungsnetz.core import files
from bildungsnetz.core.web.request import Request
from bildungsnetz.governance.domain.oparl import asking
from bildungsnetz.governance.domain.oparl.asking import Asked, Unreadable
from bildungsnetz.governance.domain.oparl.things import LISTS, OWN_LISTS, TYPES
from bildungsnetz.governance.selectors.oparl import records
from bildungsnetz.governance.web import oparl_answers as answers

_UNKNOWN = "There is no such object."


@require_safe
def system(_request: Request) -> HttpResponse:
    return answers.json_answer(answers.system())


@require_safe
def bodies(request: Request) -> HttpResponse:
    """The list of bodies holds one: the network of this installation."""
    try:
        asked = asking.read(request.GET)
    except Unreadable as wrong:
        return answers.error(str(wrong), 400)
    return answers.one_body(request, asked)


@require_safe
def body(_request: Request) -> HttpResponse:
    return answers.json_answer(answers.body())


@require_safe
def objects(request: Request, kind: str) -> HttpResponse:
    """A list of the body."""
    if kind not in LISTS.values():
        return answers.error(_UNKNOWN, 404)
    return _list(request, kind)


@require_safe
def own_objects(request: Request, pk: int, kind: str) -> HttpResponse:
    """A list of one organization."""
    row = records.record("organization", pk)
    if kind not in OWN_LISTS or row is None or row.deleted:
        return answers.error(_UNKNOWN, 404)
    return _list(request, kind, body_id=pk)


@require_safe
def one(_request: Request, kind: str, pk: int) -> HttpResponse:
    """One object; what is not public any more answers as deleted."""
    row = records.record(kind, pk) if kind in TYPES else None
    if row is None:
        return answers.error(_UNKNOWN, 404)
    return answers.json_answer(answers.objects([row])[0])


@require_safe
def file_access(_request: Request, pk: int) -> HttpResponse:
    """The file to look at: never sent as attachment."""
    stored = records.file_of(pk)
    if stored is None:
        return answers.error(_UNKNOWN, 404)
    answer = files.answer(stored)
    del answer["Content-Disposition"]
    return answer


@require_safe
def file_download(_request: Request, pk: int) -> HttpResponse:
    """The file to save, with its name."""
    stored = records.file_of(pk)
    return files.answer(stored, download=True) if stored else answers.error(_UNKNOWN, 404)


def _list(request: Request, kind: str, *, body_id: int | None = None) -> HttpResponse:
    try:
        asked: Asked = asking.read(request.GET)
    except Unreadable as wrong:
        return answers.error(str(wrong), 400)
    page = records.list_page(kind, asked, body_id=body_id)
    if asked.page > page.pages:
        return answers.error(f"page: there are only {page.pages}", 404)
    return answers.list_answer(request, page, asked)
