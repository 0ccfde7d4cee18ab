"""Asking the index of the database in use."""

from django.db import connection
from django.db.models import QuerySet
from django.db.models.expressions import RawSQL

from bildungsnetz.core.models import SearchEntry, SearchWord
from bildungsnetz.core.search import query

_WRITE = {"sqlite": query.for_sqlite, "postgresql": query.for_postgresql}
_ENTRIES = {
    "sqlite": "SELECT rowid FROM core_search_terms WHERE core_search_terms MATCH %s",
    "postgresql": "SELECT id FROM core_searchentry"
    " WHERE array_to_tsvector(string_to_array(terms, ' ')) @@ %s::tsquery",
}
_WORDS = {
    "sqlite": "SELECT rowid FROM core_search_parts WHERE core_search_parts MATCH %s",
    "postgresql": "SELECT id FROM core_searchword WHERE word LIKE %s",
}


def entries(asked: query.Condition) -> QuerySet[SearchEntry]:
    """The entries that meet the condition, of all kinds and for everybody."""
    text = _WRITE[connection.vendor](asked)
    return SearchEntry.objects.filter(pk__in=RawSQL(_ENTRIES[connection.vendor], [text]))  # noqa: S611 - fixed text


def words_with(part: str) -> QuerySet[SearchWord]:
    """The known words that hold `part` (three letters or more) anywhere."""
    pattern = f'"{part}"' if connection.vendor == "sqlite" else f"%{part}%"
    return SearchWord.objects.filter(pk__in=RawSQL(_WORDS[connection.vendor], [pattern]))  # noqa: S611 - fixed text
