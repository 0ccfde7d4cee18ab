import django.db.models.deletion
from django.db import migrations, models


class Migration(migrations.Migration):
    dependencies = [
        ("governance", "0028_following"),
    ]

    operations = [
        migrations.AddField(
            model_name="order",
            name="body",
            field=models.ForeignKey(
                null=True,
                on_delete=django.db.models.deletion.PROTECT,
                related_name="orders",
                to="governance.body",
            ),
        ),
        migrations.AddField(
            model_name="order",
            name="visibility",
            field=models.CharField(
                choices=[
                    ("public", "öffentlich"),
                    ("network", "alle Angemeldeten im Netzwerk"),
                    ("body", "Mitglieder des Gremiums und Bildungsbüro"),
                    ("office", "nur Bildungsbüro und Vorsitz"),
                ],
                default="body",
                max_length=10,
            ),
        ),
        migrations.AlterField(
            model_name="order",
            name="decision",
            field=models.ForeignKey(
                blank=True,
                null=True,
                on_delete=django.db.models.deletion.PROTECT,
                related_name="orders",
                to="governance.decision",
            ),
        ),
    ]
