"""Papers: tagged PDF in the house style."""

from bildungsnetz.core.documents.render import render_pdf

__all__ = ["render_pdf"]
