"""Approved minutes, approvals and supplements are never rewritten: the database itself refuses (docs/adr).

SQLite loses triggers when Django rebuilds a table: a later migration that alters one of these tables has to run
`lock` again. tests/governance/services/test_minutes_approval.py notices.
"""

from django.apps.registry import Apps
from django.db import migrations
from django.db.backends.base.schema import BaseDatabaseSchemaEditor

MESSAGE = "approved minutes never change"
LOCKED = {
    "governance_minutes": "WHEN (OLD.state = 'approved')",
    "governance_minutesapproval": "",
    "governance_minutessupplement": "",
}


def lock(_apps: Apps, schema_editor: BaseDatabaseSchemaEditor) -> None:
    is_postgres = schema_editor.connection.vendor == "postgresql"
    if is_postgres:
        schema_editor.execute(
            "CREATE OR REPLACE FUNCTION governance_refuse_change() RETURNS trigger LANGUAGE plpgsql AS "
            f"$$ BEGIN RAISE EXCEPTION '{MESSAGE}' USING ERRCODE = 'integrity_constraint_violation'; END $$"
        )
    for table, condition in LOCKED.items():
        refuse = (
            "EXECUTE FUNCTION governance_refuse_change()"
            if is_postgres
            else f"BEGIN SELECT RAISE(ABORT, '{MESSAGE}'); END"
        )
        schema_editor.execute(
            f"CREATE TRIGGER {table}_locked BEFORE UPDATE ON {table} FOR EACH ROW {condition} {refuse}"
        )


def unlock(_apps: Apps, schema_editor: BaseDatabaseSchemaEditor) -> None:
    is_postgres = schema_editor.connection.vendor == "postgresql"
    for table in LOCKED:
        schema_editor.execute(f"DROP TRIGGER {table}_locked" + (f" ON {table}" if is_postgres else ""))
    if is_postgres:
        schema_editor.execute("DROP FUNCTION governance_refuse_change()")


class Migration(migrations.Migration):
    dependencies = [("governance", "0005_decision_reasons_and_closed_series")]

    operations = [migrations.RunPython(lock, unlock)]
