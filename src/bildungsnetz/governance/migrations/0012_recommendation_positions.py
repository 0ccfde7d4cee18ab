"""The answer of a recommendation stays known after it was reported back; what is answered now gets it from its state."""

from django.apps.registry import Apps
from django.db import migrations
from django.db.backends.base.schema import BaseDatabaseSchemaEditor
from django.db.models import F

POSITIONS = ("accepted", "accepted_modified", "rejected", "referred")


def fill(apps: Apps, _schema_editor: BaseDatabaseSchemaEditor) -> None:
    rows = apps.get_model("governance", "Recommendation").objects
    rows.filter(state__in=POSITIONS).update(position=F("state"))


class Migration(migrations.Migration):
    dependencies = [("governance", "0011_conferences")]

    operations = [migrations.RunPython(fill, migrations.RunPython.noop)]
