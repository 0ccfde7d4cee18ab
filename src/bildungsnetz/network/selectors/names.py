"""Names for plain keys, where a scope of a role is shown in words."""

from collections.abc import Iterable

from bildungsnetz.network.models import Institution, Municipality


def names_of_institutions(keys: Iterable[int]) -> dict[int, str]:
    return dict(Institution.objects.filter(pk__in=list(keys)).order_by("pk").values_list("pk", "name"))


def names_of_municipalities(keys: Iterable[int]) -> dict[int, str]:
    return dict(Municipality.objects.filter(pk__in=list(keys)).order_by("pk").values_list("pk", "name"))
