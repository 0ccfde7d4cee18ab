"""The file as an answer to a request."""

from django.core.exceptions import BadRequest
from django.http import HttpRequest, HttpResponse
from django.utils.http import content_disposition_header
from django.utils.text import slugify

from bildungsnetz.core.exports.tables import Table
from bildungsnetz.core.exports.writers import as_csv, as_xlsx
from bildungsnetz.core.search.words import fold

_FORMATS = {
    "xlsx": (as_xlsx, "application/vnd.openxmlformats-officedocument.spreadsheetml.sheet"),
    "csv": (as_csv, "text/csv; charset=utf-8; header=present"),
}


def answer(request: HttpRequest, table: Table) -> HttpResponse:
    """The table as the file that `?format=` asks for (`xlsx`, which is also the default, or `csv`).

    The rows must come from the selector of the page, so that the file holds no more than the page. Raises BadRequest
    for any other format.
    """
    asked = request.GET.get("format", "xlsx")
    if asked not in _FORMATS:
        raise BadRequest
    write, content_type = _FORMATS[asked]
    name = f"{slugify(fold(str(table.title))) or 'liste'}.{asked}"
    return HttpResponse(
        write(table),
        content_type=content_type,
        headers={
            "Content-Disposition": str(content_disposition_header(as_attachment=True, filename=name)),
            "Cache-Control": "private, no-store",
        },
    )
