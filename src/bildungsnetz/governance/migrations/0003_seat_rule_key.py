from django.db import migrations, models


def give_each_rule_its_own_key(apps, _schema_editor):
    for rule in apps.get_model("governance", "SeatRuleRow").objects.order_by("pk"):
        rule.key = f"sitz-{rule.pk}"
        rule.save(update_fields=["key"])


class Migration(migrations.Migration):
    dependencies = [("governance", "0002_minutes_state_words")]

    operations = [
        migrations.AddField(
            model_name="seatrulerow",
            name="key",
            field=models.SlugField(default="", max_length=40),
            preserve_default=False,
        ),
        migrations.RunPython(give_each_rule_its_own_key, migrations.RunPython.noop),
    ]
