from django.db import migrations
from django.utils.translation import override

from bildungsnetz.network.domain.kinds import SEEDS


def name_kinds(apps, _editor):
    """Institutions of the first version know only the key of their kind."""
    institution = apps.get_model("network", "Institution")
    with override("de"):
        for seed in SEEDS:
            institution.objects.filter(kind=seed.key, kind_name="").update(kind_name=str(seed.name))


class Migration(migrations.Migration):
    dependencies = [("network", "0005_register_grows")]
    operations = [migrations.RunPython(name_kinds, migrations.RunPython.noop)]
