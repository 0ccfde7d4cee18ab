"""How often one visitor may do something on a public page, kept in memory for a short time and never stored."""

from dataclasses import dataclass

from django.conf import settings
from django.core.cache import cache
from django.http import HttpRequest
from django.utils.crypto import salted_hmac


@dataclass(frozen=True)
class Limit:
    """At most `amount` times within `seconds`; `name` tells the limits apart."""

    name: str
    amount: int
    seconds: int

    def is_reached(self, who: str) -> bool:
        """Whether `who` has used up the amount; asking counts nothing."""
        return int(cache.get(self._key(who), 0)) >= self.amount

    def count(self, who: str) -> None:
        """Count once more; the span begins with the first time."""
        if not cache.add(self._key(who), 1, self.seconds):
            try:
                cache.incr(self._key(who))
            except ValueError:  # the span ended in between
                cache.set(self._key(who), 1, self.seconds)

    def _key(self, who: str) -> str:
        return f"limit.{self.name}." + salted_hmac("bildungsnetz.limit", who).hexdigest()


def address_of(request: HttpRequest) -> str:
    """The network address of a visitor; many may share it (a school, a conference hall), so limits by it are wide.

    Behind a proxy we trust it is the one the proxy added last; what stands before that a visitor may have invented.
    """
    if settings.TRUSTED_PROXY:
        return str(request.headers.get("X-Forwarded-For", "")).rpartition(",")[2].strip()
    return str(request.META.get("REMOTE_ADDR", ""))
