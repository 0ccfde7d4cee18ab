"""What of programme hangs on persons: it moves with them when two entries become one."""

from django.utils.translation import gettext_lazy as _

from bildungsnetz.core.registers import hanging
from bildungsnetz.core.registers.hanging import Hanging


def register() -> None:
    hanging.register(Hanging("programme.measure", "lead", _("Maßnahmen in Leitung")))
    hanging.register(Hanging("programme.task", "assignee", _("Aufgaben")))
