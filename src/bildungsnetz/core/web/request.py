"""The request as our views see it."""

from django.http import HttpRequest

from bildungsnetz.core.actor import Actor


class Request(HttpRequest):
    """A request with the asking actor, set by the middleware of accounts."""

    actor: Actor
