"""What governance does by itself at fixed times."""

from django.utils.translation import gettext_lazy as _

from bildungsnetz.core.registers import schedule
from bildungsnetz.governance.services.conferences import close_expired_forums
from bildungsnetz.governance.services.mandate_reminders import remind_of_ending_mandates
from bildungsnetz.governance.services.minutes_links import remind_of_approvals
from bildungsnetz.governance.services.minutes_window import finish_due_minutes
from bildungsnetz.governance.tasks import check_public_records, take_up_runs


def register() -> None:
    schedule.register(
        "governance.mandates.remind",
        _("An Mandate erinnern, die bald enden"),
        cron="0 6 * * *",
        run=remind_of_ending_mandates,
    )
    schedule.register(
        "governance.invitations.take_up",
        _("Unterbrochenen Versand von Einladungen fortsetzen"),
        cron="*/5 * * * *",
        run=take_up_runs,
    )
    schedule.register(
        "governance.forum.close_expired",
        _("Foren schließen, deren Zeit um ist"),
        cron="10 * * * *",
        run=close_expired_forums,
    )
    schedule.register(
        "governance.minutes.finish",
        _("Protokolle nach der Widerspruchsfrist genehmigen"),
        cron="15 1 * * *",
        run=finish_due_minutes,
    )
    schedule.register(
        "governance.minutes.remind",
        _("An die Freigabe von Protokollen erinnern"),
        cron="45 6 * * *",
        run=remind_of_approvals,
    )
    schedule.register(
        "governance.public_records.check",
        _("Öffentliche Schnittstelle (OParl) mit dem Stand vergleichen"),
        cron="20 3 * * *",
        run=check_public_records,
    )
