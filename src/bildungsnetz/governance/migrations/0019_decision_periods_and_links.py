import django.db.models.deletion
from django.apps.registry import Apps
from django.db import migrations, models
from django.db.backends.base.schema import BaseDatabaseSchemaEditor


def count_by_calendar_year(apps: Apps, _schema_editor: BaseDatabaseSchemaEditor) -> None:
    """Until now everybody counted by calendar year."""
    decision = apps.get_model("governance", "Decision")
    for year in decision.objects.order_by("year").values_list("year", flat=True).distinct():
        decision.objects.filter(year=year).update(period=str(year))


class Migration(migrations.Migration):
    dependencies = [
        ("governance", "0018_self_checks"),
    ]

    operations = [
        migrations.CreateModel(
            name="CouncilTerm",
            fields=[
                (
                    "id",
                    models.BigAutoField(
                        auto_created=True, primary_key=True, serialize=False, verbose_name="ID"
                    ),
                ),
                ("label", models.CharField(max_length=20, verbose_name="Zeichen")),
                ("starts_on", models.DateField(verbose_name="von")),
                ("ends_on", models.DateField(verbose_name="bis einschließlich")),
            ],
            options={
                "ordering": ["body", "starts_on", "pk"],
            },
        ),
        migrations.CreateModel(
            name="DecisionLink",
            fields=[
                (
                    "id",
                    models.BigAutoField(
                        auto_created=True, primary_key=True, serialize=False, verbose_name="ID"
                    ),
                ),
                (
                    "kind",
                    models.CharField(
                        choices=[("supersedes", "ersetzt"), ("revokes", "hebt auf")],
                        max_length=12,
                        verbose_name="Was er bewirkt",
                    ),
                ),
            ],
            options={
                "ordering": ["later", "pk"],
            },
        ),
        migrations.RemoveConstraint(
            model_name="decision",
            name="decision_number_unique_in_body_and_year",
        ),
        migrations.AddField(
            model_name="body",
            name="numbering",
            field=models.CharField(
                choices=[
                    ("calendar_year", "je Kalenderjahr (3/2026)"),
                    ("school_year", "je Schuljahr (3/2025-26)"),
                    ("council_term", "je Wahlperiode (3/XVII)"),
                ],
                default="calendar_year",
                max_length=15,
                verbose_name="Beschlüsse zählen",
            ),
        ),
        migrations.AddField(
            model_name="decision",
            name="period",
            field=models.CharField(blank=True, max_length=20),
        ),
        migrations.RunPython(count_by_calendar_year, migrations.RunPython.noop),
        migrations.AddConstraint(
            model_name="decision",
            constraint=models.UniqueConstraint(
                fields=("body", "period", "is_closed", "number"),
                name="decision_number_unique_in_body_and_period",
            ),
        ),
        migrations.AddField(
            model_name="councilterm",
            name="body",
            field=models.ForeignKey(
                on_delete=django.db.models.deletion.CASCADE, related_name="terms", to="governance.body"
            ),
        ),
        migrations.AddField(
            model_name="decisionlink",
            name="earlier",
            field=models.OneToOneField(
                on_delete=django.db.models.deletion.PROTECT,
                related_name="overtaken",
                to="governance.decision",
            ),
        ),
        migrations.AddField(
            model_name="decisionlink",
            name="later",
            field=models.ForeignKey(
                on_delete=django.db.models.deletion.PROTECT,
                related_name="overtakes",
                to="governance.decision",
            ),
        ),
        migrations.AddConstraint(
            model_name="councilterm",
            constraint=models.UniqueConstraint(fields=("body", "label"), name="term_label_unique_in_body"),
        ),
        migrations.AddConstraint(
            model_name="councilterm",
            constraint=models.CheckConstraint(
                condition=models.Q(("ends_on__gte", models.F("starts_on"))), name="term_ends_after_start"
            ),
        ),
        migrations.AddConstraint(
            model_name="decisionlink",
            constraint=models.CheckConstraint(
                condition=models.Q(("later", models.F("earlier")), _negated=True),
                name="decision_overtakes_another",
            ),
        ),
    ]
