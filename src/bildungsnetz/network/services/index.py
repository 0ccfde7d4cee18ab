"""Keeping the search in step with the register; called after the writes, inside the transaction of the act."""

from collections.abc import Iterable

from bildungsnetz.core import search
from bildungsnetz.network.selectors.offers import OFFER, offers_at
from bildungsnetz.network.selectors.search import INSTITUTION, PERSON, people_at


def index_institutions(pks: Iterable[int]) -> None:
    """The institutions, and the persons and offers whose entries name them."""
    keys = list(pks)
    search.index(INSTITUTION, keys)
    search.index(PERSON, people_at(keys))
    search.index(OFFER, offers_at(keys))


def index_person(pk: int) -> None:
    search.index(PERSON, [pk])
