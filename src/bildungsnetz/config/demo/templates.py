"""The template of the ordinary sessions of the Lenkungskreis, with what comes back by itself."""

from datetime import time

from bildungsnetz.config.demo.accounts import CLERK
from bildungsnetz.config.demo.bodies import BEGINNING
from bildungsnetz.config.demo.region import Region
from bildungsnetz.governance.api import RecurringItem, TemplateSettings, add_template_item, create_template

ITEMS = (
    RecurringItem(title="Stand der Aufträge", kind="information", minutes_planned=10, recurrence="every"),
    RecurringItem(title="Jahresplan der Sitzungen", kind="decision", minutes_planned=15, recurrence="yearly"),
    RecurringItem(
        title="Bericht aus dem Bildungsmonitoring",
        kind="consultation",
        minutes_planned=30,
        recurrence="nth",
        every=2,
    ),
)


def set_up_templates(region: Region) -> None:
    """Four sessions a year, on Wednesdays, in the Kreishaus."""
    at = region.at(BEGINNING, 14)
    clerk = region.actor(CLERK, at)
    settings = TemplateSettings(
        name="Ordentliche Sitzung",
        months=(9, 12, 3, 6),
        weekday=2,
        week=2,
        starts_at=time(14),
        minutes=150,
        place="Kreishaus Mettmann, Sitzungssaal 1.402",
    )
    body = next(body for body in region.bodies.values() if body.gives_orders)
    template = create_template(actor=clerk, body=body, settings=settings, now=at)
    for item in ITEMS:
        add_template_item(actor=clerk, template=template, item=item, now=at)
