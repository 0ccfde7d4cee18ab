"""Sets `request.actor`: who asks, with the rights in force now."""

from collections.abc import Callable
from typing import Any

from django.contrib.auth.signals import user_logged_out
from django.dispatch import receiver
from django.http import HttpRequest, HttpResponse
from django.utils.functional import SimpleLazyObject

from bildungsnetz.accounts.selectors.actors import actor_for
from bildungsnetz.core import clock

GetResponse = Callable[[HttpRequest], HttpResponse]


class ActorOfRequest:
    """Reads the account from the session; a visitor without session cookie costs no query and gets no cookie."""

    def __init__(self, get_response: GetResponse) -> None:
        self.get_response = get_response

    def __call__(self, request: HttpRequest) -> HttpResponse:
        request.actor = SimpleLazyObject(  # type: ignore[attr-defined]  # declared in core.web.request.Request
            lambda: actor_for(request.user, now=clock.now())
        )
        response = self.get_response(request)
        if getattr(request, "signed_out", False):
            # What scripts kept in this browser belongs to the person who has left.
            response["Clear-Site-Data"] = '"storage"'
        return response


@receiver(user_logged_out, dispatch_uid="accounts.clear_browser")
def note_sign_out(request: HttpRequest | None, **_kwargs: Any) -> None:
    if request is not None:
        request.signed_out = True  # type: ignore[attr-defined]
