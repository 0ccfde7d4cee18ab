"""The acts of programme and the roles that hold them from the start."""

from django.utils.translation import gettext_lazy as _

from bildungsnetz.accounts.api import roles
from bildungsnetz.core.registers import acts

WORKERS = (roles.HEAD, roles.PEDAGOGICAL, roles.CLERK)

ACTS = {
    "programme.measure.read": (_("Maßnahmen und Aufgaben sehen"), roles.OFFICE),
    "programme.measure.plan": (_("Maßnahmen planen"), WORKERS),
    "programme.measure.change": (_("Maßnahmen ändern"), WORKERS),
    "programme.task.work": (_("Aufgaben weiterführen"), WORKERS),
    "programme.accountability.read": (
        _("Rechenschaftsbericht lesen"),
        (*roles.OFFICE, roles.CO_CHAIR),
    ),
}


def register() -> None:
    for name, (label, held_by) in ACTS.items():
        acts.register(name, label, roles=held_by)
