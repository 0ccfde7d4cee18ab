"""One search over everything the contexts register in `core.registers.search`, the same on SQLite and PostgreSQL.

A hit is shown or counted only after the source of its kind has let it through for the asking actor. A text whose parts
have different readers is registered as different kinds.
"""

from bildungsnetz.core.search.finding import Hit, Hits, find, find_keys
from bildungsnetz.core.search.indexing import index, index_at_the_end, rebuild

__all__ = ["Hit", "Hits", "find", "find_keys", "index", "index_at_the_end", "rebuild"]
