"""Laying other PDF files between the pages of a paper of ours, with bookmarks; our pages keep their tags."""

from collections.abc import Iterator, Sequence
from dataclasses import dataclass
from io import BytesIO
from itertools import zip_longest

from pypdf import PdfReader, PdfWriter
from pypdf.errors import PyPdfError
from pypdf.generic import Destination, IndirectObject, NameObject

MOST_BOOKMARKS = 500
DEEPEST = 4


@dataclass(frozen=True)
class Enclosure:
    """A PDF to lay behind the sheet that begins with the bookmarked heading `behind`."""

    behind: str
    title: str
    pdf: PdfReader


@dataclass(frozen=True)
class Mark:
    """A bookmark: the page it leads to, counted from 0, and those below it."""

    title: str
    page: int
    below: tuple["Mark", ...] = ()


def open_pdf(content: bytes) -> PdfReader | None:
    """The file ready to be enclosed, or None if it is locked or broken."""
    try:
        pdf = PdfReader(BytesIO(content))
        return None if pdf.is_encrypted or not len(pdf.pages) else pdf
    except (PyPdfError, ValueError, KeyError, TypeError, RecursionError):
        return None


def enclose(paper: bytes, enclosures: Sequence[Enclosure]) -> bytes:
    """The paper with each enclosure behind its sheet; without any the paper as it is.

    Every heading of the second level begins a sheet. The result claims neither PDF/A nor PDF/UA, because nobody knows what
    the enclosures are. Raises KeyError for a heading the paper does not have.
    """
    if not enclosures:
        return paper
    own = PdfReader(BytesIO(paper))
    sheets = [mark for top in _marks(own, own.outline) for mark in (top, *top.below)]
    missing = {enclosure.behind for enclosure in enclosures} - {sheet.title for sheet in sheets}
    if missing:
        raise KeyError(missing)
    writer = PdfWriter(clone_from=BytesIO(paper))
    for number, sheet in reversed(list(enumerate(sheets))):
        end = sheets[number + 1].page if number + 1 < len(sheets) else len(own.pages)
        for enclosure in reversed(_behind(sheet, enclosures)):
            writer.merge(end, enclosure.pdf, import_outline=False)
            _untag(writer, end, len(enclosure.pdf.pages))
    _bookmark(writer, sheets, enclosures, len(own.pages))
    # What is said of the whole file held for our pages only.
    writer.root_object.pop(NameObject("/Metadata"), None)
    out = BytesIO()
    writer.write(out)
    return out.getvalue()


def _behind(sheet: Mark, enclosures: Sequence[Enclosure]) -> list[Enclosure]:
    return [enclosure for enclosure in enclosures if enclosure.behind == sheet.title]


def _untag(writer: PdfWriter, first: int, count: int) -> None:
    """The numbers by which strange pages and their notes name a tag would name one of ours."""
    for page in writer.pages[first : first + count]:
        page.pop(NameObject("/StructParents"), None)
        for note in page.get("/Annots") or ():
            note.get_object().pop(NameObject("/StructParent"), None)


def _bookmark(
    writer: PdfWriter, sheets: Sequence[Mark], enclosures: Sequence[Enclosure], own_pages: int
) -> None:
    """Anew from our sheets, each with its enclosures and their own bookmarks below."""
    writer.root_object.pop(NameObject("/Outlines"), None)
    shift = 0
    for number, sheet in enumerate(sheets):
        parent = writer.add_outline_item(title=sheet.title, page_number=sheet.page + shift)
        end = sheets[number + 1].page if number + 1 < len(sheets) else own_pages
        for enclosure in _behind(sheet, enclosures):
            place = end + shift
            child = writer.add_outline_item(title=enclosure.title, page_number=place, parent=parent)
            _copy(writer, _outline_of(enclosure.pdf), place, child)
            shift += len(enclosure.pdf.pages)


def _copy(writer: PdfWriter, marks: Sequence[Mark], shift: int, parent: IndirectObject) -> None:
    for mark in marks:
        made = writer.add_outline_item(title=mark.title, page_number=mark.page + shift, parent=parent)
        _copy(writer, mark.below, shift, made)


def _outline_of(pdf: PdfReader) -> tuple[Mark, ...]:
    """The bookmarks of a strange file; none if they are broken."""
    try:
        return tuple(_marks(pdf, pdf.outline))[:MOST_BOOKMARKS]
    except (PyPdfError, ValueError, KeyError, TypeError, AttributeError, RecursionError):
        return ()


def _marks(pdf: PdfReader, outline: Sequence[object], depth: int = 0) -> Iterator[Mark]:
    """The bookmarks as pypdf gives them: a list after an entry holds what stands below it."""
    for entry, following in zip_longest(outline, outline[1:]):
        if not isinstance(entry, Destination):
            continue
        page = pdf.get_destination_page_number(entry)
        below = following if isinstance(following, list) and depth < DEEPEST else []
        if page is not None and page >= 0:
            yield Mark(str(entry.title or ""), page, tuple(_marks(pdf, below, depth + 1)))
