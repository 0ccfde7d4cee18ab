"""A role that is limited to one body is shown with the name of the body."""

from collections.abc import Iterable

from bildungsnetz.core.registers import scopes
from bildungsnetz.governance.models import Body


def register() -> None:
    scopes.register("body", _names)


def _names(pks: Iterable[int]) -> dict[int, str]:
    return dict(Body.objects.filter(pk__in=pks).order_by("pk").values_list("pk", "name"))
