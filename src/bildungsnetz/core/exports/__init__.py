"""Every list leaves the house: as XLSX for the office, as CSV for machines."""

from bildungsnetz.core.exports.answers import answer
from bildungsnetz.core.exports.tables import Cell, Table
from bildungsnetz.core.exports.writers import as_csv, as_xlsx

__all__ = ["Cell", "Table", "answer", "as_csv", "as_xlsx"]
