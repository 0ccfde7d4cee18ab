"""The database itself refuses a paper that is open to more people than its item; `domain.visibility` says the same."""

from django.db.backends.base.base import BaseDatabaseWrapper

MESSAGE = "a paper is never wider than its item"
PAPER, ITEM = "governance_paper", "governance_agendaitem"
_OPENNESS = "(CASE {row}.visibility WHEN 'public' THEN 3 WHEN 'network' THEN 2 WHEN 'body' THEN 1 ELSE 0 END)"
_NEW, _OTHER = _OPENNESS.format(row="NEW"), _OPENNESS.format(row="other")
_TOO_WIDE = {
    PAPER: f"EXISTS (SELECT 1 FROM {ITEM} other WHERE other.id = NEW.item_id AND {_OTHER} < {_NEW})",  # noqa: S608 - constants
    ITEM: f"EXISTS (SELECT 1 FROM {PAPER} other WHERE other.item_id = NEW.id AND {_OTHER} > {_NEW})",  # noqa: S608 - constants
}
_TRIGGERS = (
    (PAPER, "INSERT", "paper_not_wider_insert"),
    (PAPER, "UPDATE", "paper_not_wider_update"),
    (ITEM, "UPDATE", "paper_not_wider_item"),
)


def set_guard(connection: BaseDatabaseWrapper) -> None:
    """Put the triggers on both tables, if they exist."""
    if not {PAPER, ITEM} <= set(connection.introspection.table_names()):
        return
    lift_guard(connection)
    is_postgres = connection.vendor == "postgresql"
    with connection.cursor() as cursor:
        for table, act, name in _TRIGGERS:
            for statement in (_postgres if is_postgres else _sqlite)(table, act, name):
                cursor.execute(statement)


def lift_guard(connection: BaseDatabaseWrapper) -> None:
    """Take the triggers away; nothing happens where there are none."""
    tables = set(connection.introspection.table_names())
    with connection.cursor() as cursor:
        for table, _act, name in _TRIGGERS:
            if connection.vendor != "postgresql":
                cursor.execute(f"DROP TRIGGER IF EXISTS {name}")
            elif table in tables:
                cursor.execute(f"DROP TRIGGER IF EXISTS {name} ON {table}")


def _sqlite(table: str, act: str, name: str) -> tuple[str, ...]:
    return (
        (
            f"CREATE TRIGGER {name} BEFORE {act} ON {table} FOR EACH ROW WHEN {_TOO_WIDE[table]} "
            f"BEGIN SELECT RAISE(ABORT, '{MESSAGE}'); END"
        ),
    )


def _postgres(table: str, act: str, name: str) -> tuple[str, ...]:
    return (
        (
            f"CREATE OR REPLACE FUNCTION {name}() RETURNS trigger LANGUAGE plpgsql AS $$ BEGIN "
            f"IF {_TOO_WIDE[table]} THEN "
            f"RAISE EXCEPTION '{MESSAGE}' USING ERRCODE = 'integrity_constraint_violation'; "
            "END IF; RETURN NEW; END $$"
        ),
        f"CREATE TRIGGER {name} BEFORE {act} ON {table} FOR EACH ROW EXECUTE FUNCTION {name}()",
    )
