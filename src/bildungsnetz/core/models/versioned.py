from typing import Any

from django.db import models

from bildungsnetz.core.errors import StaleVersion


class Versioned(models.Model):
    """A record that two people may edit: each save counts on, a save on an older count is refused."""

    version = models.PositiveIntegerField(default=1, editable=False)

    class Meta:
        abstract = True

    def save_version(self, expected: int, **kwargs: Any) -> None:
        """Save if `expected` is still the stored version, and count on. Raises StaleVersion, nothing is written."""
        moved = type(self)._default_manager.filter(pk=self.pk, version=expected).update(version=expected + 1)
        if not moved:
            raise StaleVersion
        self.version = expected + 1
        self.save(**kwargs)
