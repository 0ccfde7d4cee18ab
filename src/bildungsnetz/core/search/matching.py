"""Asking the index of the database in use."""

from functools import reduce
from operator import or_

from django.db import connection
from django.db.models import BooleanField, Q, QuerySet
from django.db.models.expressions import RawSQL

from bildungsnetz.core.models import SearchEntry, SearchWord
from bildungsnetz.core.search import query

_WRITE = {"sqlite": query.for_sqlite, "postgresql": query.for_postgresql}
_ENTRIES = {
    "sqlite": "core_searchentry.id IN (SELECT rowid FROM core_search_terms WHERE core_search_terms MATCH %s)",
    "postgresql": "core_searchentry.term_vector @@ %s::tsquery",
}
_WORDS = {
    "sqlite": "core_searchword.id IN (SELECT rowid FROM core_search_parts WHERE core_search_parts MATCH %s)",
    "postgresql": "(core_searchword.word || '') LIKE %s",
}


def entries(asked: query.Condition) -> QuerySet[SearchEntry]:
    """The entries that meet the condition, of all kinds and for everybody."""
    return SearchEntry.objects.filter(_holds(_ENTRIES, _WRITE[connection.vendor](asked)))


def words_with(parts: list[str]) -> QuerySet[SearchWord]:
    """The known words that hold one of the parts (three letters or more each) anywhere."""
    if connection.vendor == "sqlite":
        return SearchWord.objects.filter(_holds(_WORDS, " OR ".join(f'"{part}"' for part in parts)))
    any_part = [Q(_holds(_WORDS, f"%{part}%")) for part in parts]
    return SearchWord.objects.filter(reduce(or_, any_part))


def refresh_statistics() -> None:
    """PostgreSQL chooses the index only when it knows how much there is; SQLite needs no telling."""
    if connection.vendor == "postgresql":
        with connection.cursor() as cursor:
            cursor.execute("ANALYZE core_searchentry, core_searchword")


def _holds(statement: dict[str, str], asked: str) -> RawSQL:
    return RawSQL(statement[connection.vendor], [asked], output_field=BooleanField())  # noqa: S611 - fixed text
