"""What conferences put on the page "Heute": contributions that wait for release, reports being written."""

from datetime import datetime

from django.urls import reverse
from django.utils.translation import gettext as _

from bildungsnetz.core.actor import Actor
from bildungsnetz.core.registers import my_day
from bildungsnetz.core.registers.my_day import Matter
from bildungsnetz.governance.domain.conference_reports import ConferenceReportState
from bildungsnetz.governance.policies import conferences as policies
from bildungsnetz.governance.selectors.conference_reports import conference_reports
from bildungsnetz.governance.selectors.conferences import forums_with_waiting


def register() -> None:
    my_day.register(_contributions)
    my_day.register(_reports)


def _contributions(actor: Actor, now: datetime) -> list[Matter]:  # noqa: ARG001 - the form of every source
    if not actor.can_somewhere([policies.MODERATE]):
        return []
    return [
        Matter(
            "waiting",
            _("Beiträge freigeben"),
            f"{forum.title} ({forum.waiting_count})",  # type: ignore[attr-defined]
            reverse("governance:forum", args=[forum.pk]),
        )
        for forum in forums_with_waiting(actor)
    ]


def _reports(actor: Actor, now: datetime) -> list[Matter]:  # noqa: ARG001 - the form of every source
    if not actor.can_somewhere([policies.WRITE_REPORT]):
        return []
    return [
        Matter(
            "waiting",
            _("Konferenzbericht abschließen"),
            str(report),
            reverse("governance:conference-report", args=[report.pk]),
        )
        for report in conference_reports(actor).filter(state=ConferenceReportState.DRAFT)
    ]
