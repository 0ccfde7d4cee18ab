"""The days of the Ferienordnung NRW; what the office has entered already stays as it is."""

from django.apps.registry import Apps
from django.db import migrations
from django.db.backends.base.schema import BaseDatabaseSchemaEditor

from bildungsnetz.core.calendar.ferienordnung import OFFICIAL


def enter(apps: Apps, _schema_editor: BaseDatabaseSchemaEditor) -> None:
    holidays = apps.get_model("core", "SchoolHoliday").objects
    for name, first, last in OFFICIAL:
        if not holidays.filter(first_day__lte=last, last_day__gte=first).exists():
            holidays.create(name=name, first_day=first, last_day=last)


class Migration(migrations.Migration):
    dependencies = [("core", "0005_claim_mail_before_sending")]

    operations = [migrations.RunPython(enter, migrations.RunPython.noop)]
