"""What hearings of cities put into the registers: sentences and jobs; the acts are those of changing an item."""

from django.utils.translation import gettext_lazy as _

from bildungsnetz.core.registers import schedule, sentences
from bildungsnetz.governance.services.hearing_jobs import close_due_hearings, remind_of_hearings


def register() -> None:
    sentences.register(
        {
            "governance.hearing.state": _("{actor} hat festgehalten, dass ein Punkt die Städte Geld kostet."),
            "governance.hearing.drop": _(
                "{actor} hat festgehalten, dass ein Punkt die Städte kein Geld kostet."
            ),
            "governance.hearing.ask": _(
                "{actor} hat zu einem Punkt {count} Städte um Stellungnahme gebeten."
            ),
            "governance.hearing.waive": _(
                "{actor} hat einen Verzicht auf die Anhörung der Städte festgehalten."
            ),
            "governance.hearing.send_again": _("{actor} hat einer Stadt einen neuen Link gesendet."),
            "governance.hearing.answer": _("Die Stadt {actor} hat Stellung genommen."),
            "governance.hearing.revoke": _(
                "Durch die Änderung von {actor} gilt eine Anhörung der Städte nicht mehr."
            ),
        }
    )
    schedule.register(
        "governance.hearings.close",
        _("Anhörungen der Städte nach ihrer Frist beenden"),
        cron="10 0 * * *",
        run=close_due_hearings,
    )
    schedule.register(
        "governance.hearings.remind",
        _("Städte an ihre Stellungnahme erinnern"),
        cron="40 6 * * *",
        run=remind_of_hearings,
    )
