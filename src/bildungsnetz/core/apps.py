"""Registers of core itself."""

from typing import Any

from django.apps import AppConfig
from django.db.models.signals import post_migrate
from django.utils.translation import gettext_lazy as _

from bildungsnetz.core.registers import acts, navigation, schedule, sentences


class CoreConfig(AppConfig):
    name = "bildungsnetz.core"
    label = "core"
    verbose_name = "Grundlage"

    def ready(self) -> None:
        from bildungsnetz.core.declarations import declare
        from bildungsnetz.core.tasks import give_up_claims, plan_look_into_mailbox

        acts.register(
            "core.outbox.see",
            _("Postausgang sehen"),
            roles=["head", "clerk", "administration"],
        )
        acts.register("core.outbox.read", _("Mails im Postausgang lesen"), roles=["head", "clerk"])
        acts.register(
            "core.audit.see",
            _("Protokoll aller Vorgänge sehen"),
            roles=["head", "administration", "data_protection"],
        )
        navigation.register(
            order=910,
            label=_("Postausgang"),
            route="core:outbox",
            acts={"core.outbox.see"},
            group=_("Verwaltung"),
        )
        navigation.register(
            order=920,
            label=_("Vorgänge"),
            route="core:audit",
            acts={"core.audit.see"},
            group=_("Verwaltung"),
        )
        acts.register(
            "core.schedule.see",
            _("Wiederkehrende Aufgaben sehen"),
            roles=["head", "administration", "data_protection"],
        )
        navigation.register(
            order=930,
            label=_("Zeitplan"),
            route="core:schedule",
            acts={"core.schedule.see"},
            group=_("Verwaltung"),
        )
        acts.register(
            "core.holiday.change", _("Schulferien pflegen"), roles=["head", "clerk", "administration"]
        )
        navigation.register(
            order=940,
            label=_("Schulferien"),
            route="core:holidays",
            acts={"core.holiday.change"},
            group=_("Verwaltung"),
        )
        sentences.register(
            {
                "core.holiday.enter": _("{actor} hat „{label}“ von {first} bis {last} eingetragen."),
                "core.holiday.change": _("{actor} hat „{label}“ geändert: {first} bis {last}."),
                "core.holiday.remove": _("{actor} hat „{label}“ ab {first} aus dem Kalender genommen."),
            }
        )
        schedule.register(
            "core.mail.give_up", _("Abgebrochenen Versand erkennen"), cron="*/10 * * * *", run=give_up_claims
        )
        schedule.register(
            "core.mailbox.read", _("Postfach lesen"), cron="*/5 * * * *", run=plan_look_into_mailbox
        )
        declare()
        post_migrate.connect(_enter_official_holidays, sender=self)


def _enter_official_holidays(**_kwargs: Any) -> None:
    """A database without any school holidays gets the official ones; what the office keeps stays as it is."""
    from bildungsnetz.core.calendar.upkeep import enter_official

    enter_official()
