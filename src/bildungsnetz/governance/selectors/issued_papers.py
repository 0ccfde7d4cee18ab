"""Finding the approved minutes to which a checksum belongs. Whoever knows the checksum holds the paper."""

from dataclasses import dataclass

from django.db.models import Q

from bildungsnetz.governance.domain.minutes import MinutesState
from bildungsnetz.governance.models import Minutes


@dataclass(frozen=True)
class IssuedPaper:
    """Approved minutes, and whether the checksum is that of the file or of the wording printed in it."""

    minutes: Minutes
    is_file: bool
    is_excerpt: bool
    supplements: int


def issued_paper(sha256: str) -> IssuedPaper | None:
    """The approved minutes whose whole file, excerpt or wording has this checksum."""
    rows = Minutes.objects.defer("pdf", "excerpt_pdf", "content").select_related("session__body")
    fits = Q(pdf_hash=sha256) | Q(excerpt_hash=sha256) | Q(content_hash=sha256)
    row = rows.filter(fits, state=MinutesState.APPROVED).order_by("pk").first()
    if row is None:
        return None
    is_excerpt = sha256 == row.excerpt_hash != row.pdf_hash
    return IssuedPaper(row, sha256 != row.content_hash, is_excerpt, row.supplements.count())
