"""What urgent orders put into the registers: acts, sentences, the page "Heute", hanging rows."""

from datetime import datetime

from django.urls import reverse
from django.utils.translation import gettext_lazy as _

from bildungsnetz.accounts.api import roles
from bildungsnetz.core.actor import Actor
from bildungsnetz.core.clock import day_of
from bildungsnetz.core.registers import acts, hanging, my_day, sentences
from bildungsnetz.core.registers.hanging import Hanging
from bildungsnetz.core.registers.my_day import Matter
from bildungsnetz.governance.policies.sessions import PLAN
from bildungsnetz.governance.policies.urgent_orders import AGREE
from bildungsnetz.governance.selectors import urgent_orders as reads

PROPOSERS = (roles.HEAD, roles.CLERK, roles.CO_CHAIR)


def register() -> None:
    acts.register("governance.urgent_order.propose", _("Eilaufträge vorschlagen"), roles=PROPOSERS)
    acts.register("governance.urgent_order.withdraw", _("Eilaufträge zurückziehen"), roles=PROPOSERS)
    acts.register("governance.urgent_order.agree", _("Eilaufträgen zustimmen"), roles=(roles.CO_CHAIR,))
    sentences.register(
        {
            "governance.urgent_order.propose": _("{actor} hat einen {label} vorgeschlagen."),
            "governance.urgent_order.agree": _("{actor} hat für die Seite {side} zugestimmt: {label}."),
            "governance.urgent_order.withdraw": _("{actor} hat den {label} zurückgezogen."),
            "governance.urgent_order.confirm": _("Mit dem {decision} ist der {label} bestätigt."),
            "governance.urgent_order.refuse": _("Mit dem {decision} ist der {label} nicht bestätigt."),
        }
    )
    for field, label in (
        ("assignee_person", _("Eilaufträge in Zuständigkeit")),
        ("assignee_institution", _("Eilaufträge in Zuständigkeit")),
    ):
        hanging.register(Hanging("governance.urgentorder", field, label))
    hanging.register(Hanging("governance.urgentagreement", "person", _("Zustimmungen zu Eilaufträgen")))
    my_day.register(_matters)


def _matters(actor: Actor, now: datetime) -> list[Matter]:
    rows = reads.urgent_orders(actor)
    asked, homeless = [], []
    if actor.can_somewhere([AGREE]):
        asked = [row for row in rows.filter(state="proposed") if reads.may_agree_now(actor, row, day_of(now))]
    if actor.can_somewhere([PLAN]):
        homeless = [row for row in reads.waiting(rows) if actor.can(PLAN, row.body.scope)]
    return [
        *(
            Matter("waiting", _("Eilauftrag: Ihre Zustimmung fehlt"), row.title, _url(row.pk), row.due_on)
            for row in asked
        ),
        *(
            Matter("waiting", _("Wartet auf die nächste Sitzung"), row.title, _url(row.pk))
            for row in homeless
        ),
    ]


def _url(pk: int) -> str:
    return reverse("governance:urgent-order", args=[pk])
