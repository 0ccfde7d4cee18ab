from django.db import migrations
from django.db.models import OuterRef, Subquery


def take_from_decision(apps, _schema_editor):
    """Orders so far all come from a decision: its body, and the visibility of its item."""
    order, decision = apps.get_model("governance", "Order"), apps.get_model("governance", "Decision")
    of_order = decision.objects.filter(pk=OuterRef("decision"))
    order.objects.update(
        body=Subquery(of_order.values("body")[:1]),
        visibility=Subquery(of_order.values("item__visibility")[:1]),
    )


class Migration(migrations.Migration):
    dependencies = [
        ("governance", "0029_orders_without_decision"),
    ]

    operations = [
        migrations.RunPython(take_from_decision, migrations.RunPython.noop),
    ]
