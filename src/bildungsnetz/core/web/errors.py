"""Our errors as HTTP answers."""

from collections.abc import Callable

from django.core.exceptions import PermissionDenied
from django.http import HttpRequest, HttpResponse

from bildungsnetz.core.errors import NotAllowed

GetResponse = Callable[[HttpRequest], HttpResponse]


class ErrorsToAnswers:
    """NotAllowed raised by a service becomes the page 403."""

    def __init__(self, get_response: GetResponse) -> None:
        self.get_response = get_response

    def __call__(self, request: HttpRequest) -> HttpResponse:
        return self.get_response(request)

    def process_exception(self, _request: HttpRequest, exception: Exception) -> None:
        if isinstance(exception, NotAllowed):
            raise PermissionDenied from exception
