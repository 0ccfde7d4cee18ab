from django.db import models

from bildungsnetz.core.models import Versioned
from bildungsnetz.portal.domain.legal_pages import PAGES


class LegalText(Versioned):
    """One of the texts a public body must show; there is at most one for each slug."""

    slug = models.SlugField(unique=True, choices=[(page.slug, page.title) for page in PAGES.values()])
    body = models.TextField()
    updated_at = models.DateTimeField()

    class Meta:
        ordering = ["slug"]

    def __str__(self) -> str:
        return str(PAGES[self.slug].title)
