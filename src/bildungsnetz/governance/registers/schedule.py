"""What governance does by itself at fixed times."""

from django.utils.translation import gettext_lazy as _

from bildungsnetz.core.registers import schedule
from bildungsnetz.governance.tasks import take_up_runs


def register() -> None:
    schedule.register(
        "governance.invitations.take_up",
        _("Unterbrochenen Versand von Einladungen fortsetzen"),
        cron="*/5 * * * *",
        run=take_up_runs,
    )
