"""Papers as PDF: `render_pdf` sets one of ours, `enclose` lays other files between its pages."""

from bildungsnetz.core.documents.enclosures import Enclosure, enclose, open_pdf
from bildungsnetz.core.documents.render import render_pdf

__all__ = ["Enclosure", "enclose", "open_pdf", "render_pdf"]
