"""Sets papers with typst: PDF/A-2a for keeping, PDF/UA-1 for everybody (DIN EN ISO 14289-1, asked for by BITVNRW)."""

import json
from collections.abc import Mapping
from datetime import UTC, date, datetime
from functools import lru_cache
from pathlib import Path

import typst
from django.apps import apps
from django.conf import settings
from django.core.serializers.json import DjangoJSONEncoder

PACKAGE = Path(__file__).resolve().parents[2]
FONTS = PACKAGE / "core" / "static" / "vendor" / "fira-sans-print"
STANDARDS: "list[typst.PDFStandard]" = ["a-2a", "ua-1"]


def render_pdf(template: str, data: Mapping[str, object]) -> bytes:
    """The paper that `template` makes of `data`; the same data give the same bytes.

    `template` is "<context>/<name>.typ", found in `templates/<context>/pdf/` of that context. `data["dated_on"]` (date or
    aware datetime) is the date of the paper. Dates arrive in the template as ISO text, which `day` and `moment` of the
    house style write out.

    Raises:
        KeyError: `dated_on` is missing.
        FileNotFoundError: no such template, or the fonts were not copied (tools/frontend.py).
        typst.TypstError: the template is wrong, or the paper would not be accessible (a picture without alternative).
    """
    return typst.compile(
        str(_find(template)),
        root=str(PACKAGE),
        font_paths=_fonts(),
        sys_inputs={"data": _as_json(data)},
        pdf_standards=STANDARDS,
        timestamp=_timestamp(data["dated_on"]),
    )


def _find(template: str) -> Path:
    context, _, name = template.partition("/")
    path = Path(apps.get_app_config(context).path) / "templates" / context / "pdf" / name
    if not path.is_file():
        raise FileNotFoundError(path)
    return path


@lru_cache(maxsize=1)
def _fonts() -> typst.Fonts:
    if not FONTS.is_dir():
        raise FileNotFoundError(FONTS)
    return typst.Fonts(include_system_fonts=False, include_embedded_fonts=False, font_paths=[str(FONTS)])


def _as_json(data: Mapping[str, object]) -> str:
    house = {"network_name": settings.NETWORK_NAME, "demo": settings.MODE == "demo"}
    return json.dumps({**data, "house": house}, cls=DjangoJSONEncoder, ensure_ascii=False, sort_keys=True)


def _timestamp(value: object) -> int:
    if isinstance(value, datetime):
        return int(value.timestamp())
    if isinstance(value, date):
        return int(datetime(value.year, value.month, value.day, tzinfo=UTC).timestamp())
    raise TypeError(f"dated_on is a {type(value).__name__}, not a date")
