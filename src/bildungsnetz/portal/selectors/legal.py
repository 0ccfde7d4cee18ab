"""The texts a public body must show."""

from bildungsnetz.portal.domain.legal_pages import PAGES, LegalPage, is_ready
from bildungsnetz.portal.models import LegalText


def legal_text(slug: str) -> LegalText | None:
    return LegalText.objects.filter(slug=slug).first()


def all_texts() -> list[tuple[LegalPage, LegalText | None]]:
    """Every page with its text, in the order of the footer."""
    kept = {text.slug: text for text in LegalText.objects.order_by("slug")}
    return [(page, kept.get(page.slug)) for page in PAGES.values()]


def unfinished() -> list[LegalPage]:
    """The pages without a text or with gaps of the draft left."""
    return [page for page, text in all_texts() if text is None or not is_ready(text.body)]
