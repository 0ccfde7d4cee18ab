from importlib import import_module

import django.db.models.deletion
from django.apps.registry import Apps
from django.db import migrations, models
from django.db.backends.base.schema import BaseDatabaseSchemaEditor

LOCKS = import_module("bildungsnetz.governance.migrations.0006_approved_minutes_never_change")


def keep_first_versions(apps: Apps, _schema_editor: BaseDatabaseSchemaEditor) -> None:
    """What was written before versions were kept is the first one; nobody knows any more who saved it."""
    version = apps.get_model("governance", "MinutesVersion")
    for minutes in apps.get_model("governance", "Minutes").objects.order_by("pk").iterator():
        version.objects.create(
            minutes=minutes,
            number=1,
            content=minutes.content,
            content_hash=minutes.content_hash,
            saved_at=minutes.composed_at,
            saved_by_name="",
        )


class Migration(migrations.Migration):
    dependencies = [
        ("governance", "0013_session_templates"),
        ("network", "0001_register"),
    ]

    operations = [
        migrations.RunPython(LOCKS.unlock, LOCKS.lock),
        migrations.CreateModel(
            name="MinutesDelivery",
            fields=[
                (
                    "id",
                    models.BigAutoField(
                        auto_created=True, primary_key=True, serialize=False, verbose_name="ID"
                    ),
                ),
                ("token_hash", models.CharField(max_length=64, unique=True)),
                ("sent_at", models.DateTimeField(blank=True, null=True)),
            ],
            options={
                "ordering": ["minutes", "pk"],
            },
        ),
        migrations.CreateModel(
            name="MinutesObjection",
            fields=[
                (
                    "id",
                    models.BigAutoField(
                        auto_created=True, primary_key=True, serialize=False, verbose_name="ID"
                    ),
                ),
                ("text", models.TextField(verbose_name="Widerspruch")),
                ("content_hash", models.CharField(max_length=64)),
                ("objected_at", models.DateTimeField()),
            ],
            options={
                "ordering": ["minutes", "objected_at", "pk"],
            },
        ),
        migrations.CreateModel(
            name="MinutesVersion",
            fields=[
                (
                    "id",
                    models.BigAutoField(
                        auto_created=True, primary_key=True, serialize=False, verbose_name="ID"
                    ),
                ),
                ("number", models.PositiveSmallIntegerField()),
                ("content", models.JSONField()),
                ("content_hash", models.CharField(max_length=64)),
                ("saved_at", models.DateTimeField()),
                ("saved_by_name", models.CharField(max_length=200)),
            ],
            options={
                "ordering": ["minutes", "number"],
            },
        ),
        migrations.CreateModel(
            name="ObjectionAnswer",
            fields=[
                (
                    "id",
                    models.BigAutoField(
                        auto_created=True, primary_key=True, serialize=False, verbose_name="ID"
                    ),
                ),
                ("reason", models.TextField(verbose_name="Warum der Text bleibt")),
                ("answered_at", models.DateTimeField()),
            ],
            options={
                "ordering": ["objection", "answered_at", "pk"],
            },
        ),
        migrations.AddField(
            model_name="minutes",
            name="delivered_at",
            field=models.DateTimeField(blank=True, null=True),
        ),
        migrations.AddField(
            model_name="minutes",
            name="excerpt_hash",
            field=models.CharField(blank=True, max_length=64),
        ),
        migrations.AddField(
            model_name="minutes",
            name="excerpt_pdf",
            field=models.BinaryField(blank=True, null=True),
        ),
        migrations.AddField(
            model_name="minutes",
            name="objection_until",
            field=models.DateField(blank=True, null=True),
        ),
        migrations.AlterField(
            model_name="minutes",
            name="state",
            field=models.CharField(
                choices=[
                    ("draft", "Entwurf"),
                    ("submitted", "zur Genehmigung vorgelegt"),
                    ("delivered", "zugestellt, Widerspruchsfrist läuft"),
                    ("contested", "Widerspruch erhoben"),
                    ("approved", "genehmigt"),
                ],
                default="draft",
                max_length=10,
            ),
        ),
        migrations.AddConstraint(
            model_name="minutes",
            constraint=models.CheckConstraint(
                condition=models.Q(
                    models.Q(("state__in", ["delivered", "contested"]), _negated=True),
                    models.Q(("delivered_at__isnull", False), ("objection_until__isnull", False)),
                    _connector="OR",
                ),
                name="minutes_delivered_has_window",
            ),
        ),
        migrations.AddField(
            model_name="minutesdelivery",
            name="minutes",
            field=models.ForeignKey(
                on_delete=django.db.models.deletion.CASCADE,
                related_name="deliveries",
                to="governance.minutes",
            ),
        ),
        migrations.AddField(
            model_name="minutesdelivery",
            name="person",
            field=models.ForeignKey(
                on_delete=django.db.models.deletion.PROTECT, related_name="+", to="network.person"
            ),
        ),
        migrations.AddField(
            model_name="minutesobjection",
            name="minutes",
            field=models.ForeignKey(
                on_delete=django.db.models.deletion.CASCADE,
                related_name="objections",
                to="governance.minutes",
            ),
        ),
        migrations.AddField(
            model_name="minutesobjection",
            name="person",
            field=models.ForeignKey(
                on_delete=django.db.models.deletion.PROTECT, related_name="+", to="network.person"
            ),
        ),
        migrations.AddField(
            model_name="minutesversion",
            name="minutes",
            field=models.ForeignKey(
                on_delete=django.db.models.deletion.CASCADE, related_name="versions", to="governance.minutes"
            ),
        ),
        migrations.AddField(
            model_name="objectionanswer",
            name="objection",
            field=models.ForeignKey(
                on_delete=django.db.models.deletion.CASCADE,
                related_name="answers",
                to="governance.minutesobjection",
            ),
        ),
        migrations.AddField(
            model_name="objectionanswer",
            name="person",
            field=models.ForeignKey(
                on_delete=django.db.models.deletion.PROTECT, related_name="+", to="network.person"
            ),
        ),
        migrations.AddField(
            model_name="objectionanswer",
            name="side",
            field=models.ForeignKey(
                blank=True,
                null=True,
                on_delete=django.db.models.deletion.PROTECT,
                related_name="+",
                to="governance.bodyside",
            ),
        ),
        migrations.AddConstraint(
            model_name="minutesdelivery",
            constraint=models.UniqueConstraint(
                fields=("minutes", "person"), name="minutes_delivered_once_per_person"
            ),
        ),
        migrations.AddConstraint(
            model_name="minutesobjection",
            constraint=models.CheckConstraint(
                condition=models.Q(("text", ""), _negated=True), name="minutes_objection_has_text"
            ),
        ),
        migrations.AddConstraint(
            model_name="minutesversion",
            constraint=models.UniqueConstraint(
                fields=("minutes", "number"), name="minutes_version_number_unique"
            ),
        ),
        migrations.AddConstraint(
            model_name="objectionanswer",
            constraint=models.UniqueConstraint(
                fields=("objection", "side"), name="objection_answered_once_per_side"
            ),
        ),
        migrations.RunPython(keep_first_versions, migrations.RunPython.noop),
        migrations.RunPython(LOCKS.lock, LOCKS.unlock),
    ]
