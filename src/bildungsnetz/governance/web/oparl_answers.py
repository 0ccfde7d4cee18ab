"""Answers of the public interface: JSON after OParl 1.1, with the heads every client may count on."""

from collections.abc import Iterable, Mapping
from typing import Any

from django.conf import settings
from django.http import HttpRequest, HttpResponse, JsonResponse
from django.utils.translation import override

from bildungsnetz.core.web.addresses import absolute
from bildungsnetz.governance.domain.oparl.asking import Asked
from bildungsnetz.governance.domain.oparl.telling import SCHEMA, told, type_of
from bildungsnetz.governance.domain.oparl.things import LISTS
from bildungsnetz.governance.models import PublicRecord
from bildungsnetz.governance.selectors.oparl import records
from bildungsnetz.governance.selectors.oparl.records import ListPage, told_moment

ROOT = "/oparl/1.1/"


def json_answer(content: Mapping[str, Any], status: int = 200) -> HttpResponse:
    answer = JsonResponse(content, status=status, json_dumps_params={"ensure_ascii": False})
    answer["Access-Control-Allow-Origin"] = "*"
    return answer


def error(message: str, status: int) -> HttpResponse:
    return json_answer({"type": f"{SCHEMA}Error", "message": message, "debug": f"status {status}"}, status)


def address(target: str) -> str:
    """The address of an object, a list or (with "=" before its route) a page."""
    if target.startswith("="):
        route, _, key = target[1:].rpartition("/")
        with override("de"):
            return absolute(route, key)
    return f"{settings.BASE_URL}{ROOT}{target}"


def objects(rows: Iterable[PublicRecord], *, omit_internal: bool = False) -> list[dict[str, Any]]:
    """The records as their clients read them; one more query for what is embedded."""
    shown = list(rows)
    moments = records.moments_of(shown)
    return [_object(row, moments, omit_internal=omit_internal) for row in shown]


def _object(row: PublicRecord, moments: Mapping[str, Any], *, omit_internal: bool) -> dict[str, Any]:
    made: dict[str, Any] = {"id": address(f"{row.kind}/{row.key}"), "type": type_of(row.kind)}
    if row.deleted:
        made["deleted"] = True
    else:
        made |= told(row.content, address=address, moments=moments, omit_internal=omit_internal)
    return made | {"created": told_moment(row.created), "modified": told_moment(row.modified)}


def list_answer(request: HttpRequest, page: ListPage, asked: Asked) -> HttpResponse:
    told_rows = objects(page.rows, omit_internal=asked.omit_internal)
    return _page(request, told_rows, asked, total=page.total, pages=page.pages)


def one_body(request: HttpRequest, asked: Asked) -> HttpResponse:
    """The list of bodies: the one there is, if the filters ask for it."""
    found = [body()] if records.is_asked_for(*records.span(), asked) else []
    return _page(request, found, asked, total=len(found), pages=1)


def _page(
    request: HttpRequest, data: list[dict[str, Any]], asked: Asked, *, total: int, pages: int
) -> HttpResponse:
    return json_answer(
        {
            "data": data,
            "pagination": {
                "totalElements": total,
                "elementsPerPage": asked.limit,
                "currentPage": asked.page,
                "totalPages": pages,
            },
            "links": _links(request, asked, pages),
        }
    )


def _links(request: HttpRequest, asked: Asked, pages: int) -> dict[str, str]:
    numbers = {"first": 1, "self": asked.page, "last": pages}
    if asked.page > 1:
        numbers["prev"] = asked.page - 1
    if asked.page < pages:
        numbers["next"] = asked.page + 1
    queries = {name: asked.query(number) for name, number in numbers.items()}
    here = f"{settings.BASE_URL}{request.path}"
    return {name: f"{here}?{query}" if query else here for name, query in queries.items()}


def system() -> dict[str, Any]:
    created, modified = (told_moment(moment) for moment in records.span())
    return {
        "id": address("system"),
        "type": f"{SCHEMA}System",
        "oparlVersion": SCHEMA,
        "body": address("body"),
        "name": settings.NETWORK_NAME,
        **_contact(),
        "created": created,
        "modified": modified,
    }


def body() -> dict[str, Any]:
    """The network itself; its terms are embedded."""
    created, modified = (told_moment(moment) for moment in records.span())
    return {
        "id": address("body/1"),
        "type": f"{SCHEMA}Body",
        "system": address("system"),
        "name": settings.NETWORK_NAME,
        "classification": "Regionales Bildungsnetzwerk",
        **_contact(),
        **{name: address(f"body/1/{kind}") for name, kind in LISTS.items()},
        "legislativeTerm": objects(records.terms_in_force()),
        "created": created,
        "modified": modified,
    }


def _contact() -> dict[str, str]:
    return {
        "contactName": settings.NETWORK_NAME,
        "contactEmail": settings.MAIL_FROM,
        "website": f"{settings.BASE_URL}/",
    }
