"""Full addresses for mails, feeds and PDF."""

from django.conf import settings
from django.urls import reverse


def absolute(route: str, *args: object, **kwargs: object) -> str:
    """The full address of a route of this installation."""
    return f"{settings.BASE_URL}{reverse(route, args=args or None, kwargs=kwargs or None)}"
