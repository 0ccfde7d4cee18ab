"""Which files we take: documents, sheets, slides and pictures whose content is what their name says."""

import puremagic
from django.utils.translation import gettext as _

from bildungsnetz.core.errors import RuleViolation

MOST_BYTES = 25 * 1024 * 1024
_OFFICE = "application/vnd.openxmlformats-officedocument"
_OPEN = "application/vnd.oasis.opendocument"
_KINDS = {
    "pdf": "application/pdf",
    "docx": f"{_OFFICE}.wordprocessingml.document",
    "xlsx": f"{_OFFICE}.spreadsheetml.sheet",
    "pptx": f"{_OFFICE}.presentationml.presentation",
    "odt": f"{_OPEN}.text",
    "ods": f"{_OPEN}.spreadsheet",
    "odp": f"{_OPEN}.presentation",
    "png": "image/png",
    "jpg": "image/jpeg",
    "jpeg": "image/jpeg",
    "txt": "text/plain; charset=utf-8",
    "csv": "text/csv; charset=utf-8",
}
_ZIPPED = {"docx", "xlsx", "pptx", "odt", "ods", "odp"}
_TEXTS = {"txt", "csv"}


def accepted() -> str:
    """The endings for the `accept` of a file field."""
    return ",".join(f".{ending}" for ending in _KINDS)


def kind_of(name: str, content: bytes) -> str:
    """The content type of a file we take. Raises RuleViolation: empty, too large, unknown, or not what its name says."""
    if not content:
        raise RuleViolation(_("Die Datei „%(name)s“ ist leer.") % {"name": name})
    if len(content) > MOST_BYTES:
        text = _("Die Datei „%(name)s“ ist größer als %(most)s MB.")
        raise RuleViolation(text % {"name": name, "most": MOST_BYTES // 1024 // 1024})
    ending = name.rpartition(".")[2].lower()
    if ending not in _KINDS:
        text = _("Dateien dieser Art werden nicht angenommen: „%(name)s“. Erlaubt sind %(kinds)s.")
        raise RuleViolation(text % {"name": name, "kinds": ", ".join(kind.upper() for kind in _KINDS)})
    if not _is_what_it_says(ending, content):
        text = _("Der Inhalt von „%(name)s“ passt nicht zur Endung. Speichern Sie die Datei neu.")
        raise RuleViolation(text % {"name": name})
    return _KINDS[ending]


def _is_what_it_says(ending: str, content: bytes) -> bool:
    if ending in _TEXTS:
        return b"\x00" not in content
    found = {match.extension.lstrip(".") for match in _matches(content)}
    if ending in _ZIPPED:
        return content.startswith(b"PK") and bool(found & (_ZIPPED | {"zip"}))
    return bool(found & ({"jpg", "jpeg", "jfif"} if ending in {"jpg", "jpeg"} else {ending}))


def _matches(content: bytes) -> list[puremagic.PureMagicWithConfidence]:
    try:
        return puremagic.magic_string(content)
    except puremagic.PureError:
        return []
