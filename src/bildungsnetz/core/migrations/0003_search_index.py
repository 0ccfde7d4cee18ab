"""The full-text index over the search entries and the trigram index over their words, each in the database's own way."""

from django.db import migrations

SQLITE = (
    # The index reads the text from the entries (external content); triggers keep both in step, whoever writes.
    """CREATE VIRTUAL TABLE core_search_terms USING fts5(
        terms, content='core_searchentry', content_rowid='id',
        tokenize="unicode61 remove_diacritics 0 tokenchars '='", prefix='2 3 4')""",
    """CREATE TRIGGER core_search_terms_insert AFTER INSERT ON core_searchentry BEGIN
        INSERT INTO core_search_terms(rowid, terms) VALUES (new.id, new.terms); END""",
    """CREATE TRIGGER core_search_terms_delete AFTER DELETE ON core_searchentry BEGIN
        INSERT INTO core_search_terms(core_search_terms, rowid, terms) VALUES ('delete', old.id, old.terms); END""",
    """CREATE TRIGGER core_search_terms_update AFTER UPDATE OF terms ON core_searchentry BEGIN
        INSERT INTO core_search_terms(core_search_terms, rowid, terms) VALUES ('delete', old.id, old.terms);
        INSERT INTO core_search_terms(rowid, terms) VALUES (new.id, new.terms); END""",
    """CREATE VIRTUAL TABLE core_search_parts USING fts5(
        word, content='core_searchword', content_rowid='id', tokenize='trigram')""",
    """CREATE TRIGGER core_search_parts_insert AFTER INSERT ON core_searchword BEGIN
        INSERT INTO core_search_parts(rowid, word) VALUES (new.id, new.word); END""",
    """CREATE TRIGGER core_search_parts_delete AFTER DELETE ON core_searchword BEGIN
        INSERT INTO core_search_parts(core_search_parts, rowid, word) VALUES ('delete', old.id, old.word); END""",
)
SQLITE_BACK = (
    "DROP TRIGGER core_search_parts_delete",
    "DROP TRIGGER core_search_parts_insert",
    "DROP TABLE core_search_parts",
    "DROP TRIGGER core_search_terms_update",
    "DROP TRIGGER core_search_terms_delete",
    "DROP TRIGGER core_search_terms_insert",
    "DROP TABLE core_search_terms",
)
POSTGRESQL = (
    # Trusted since PostgreSQL 13: the owner of the database may create it.
    "CREATE EXTENSION IF NOT EXISTS pg_trgm",
    # Stored, because computing it again for each row is slow where the planner does not choose the index.
    """ALTER TABLE core_searchentry ADD COLUMN term_vector tsvector
        GENERATED ALWAYS AS (array_to_tsvector(string_to_array(terms, ' '))) STORED""",
    "CREATE INDEX core_search_terms ON core_searchentry USING gin (term_vector)",
    # Over an expression, because the planner would also take a trigram index on the column for "word = …", which
    # costs it seconds instead of milliseconds.
    "CREATE INDEX core_search_parts ON core_searchword USING gin ((word || '') gin_trgm_ops)",
)
POSTGRESQL_BACK = (
    "DROP INDEX core_search_parts",
    "DROP INDEX core_search_terms",
    "ALTER TABLE core_searchentry DROP COLUMN term_vector",
)


def _run(statements):
    def run(_apps, schema_editor):
        for statement in statements.get(schema_editor.connection.vendor, ()):
            schema_editor.execute(statement)

    return run


class Migration(migrations.Migration):
    dependencies = [("core", "0002_search_entries")]
    operations = [
        migrations.RunPython(
            _run({"sqlite": SQLITE, "postgresql": POSTGRESQL}),
            _run({"sqlite": SQLITE_BACK, "postgresql": POSTGRESQL_BACK}),
        )
    ]
