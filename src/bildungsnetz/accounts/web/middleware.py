"""Sets `request.actor`: who asks, with the rights in force now."""

from collections.abc import Callable

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
        return self.get_response(request)
