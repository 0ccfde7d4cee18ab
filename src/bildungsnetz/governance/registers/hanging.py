"""What of governance hangs on persons, and when two persons must not become one."""

from django.utils.translation import gettext
from django.utils.translation import gettext_lazy as _

from bildungsnetz.core.registers import hanging
from bildungsnetz.core.registers.hanging import Hanging
from bildungsnetz.governance.models import MinutesApproval
from bildungsnetz.governance.selectors.seat_clashes import bodies_with_both, deputies_of_each_other
from bildungsnetz.governance.services.grants import sync_keys

ROWS = (
    ("governance.attendance", "person", _("Anwesenheiten in Sitzungen")),
    ("governance.attendancemove", "person", _("Kommen und Gehen in Sitzungen")),
    ("governance.decisionobjection", "person", _("Widersprüche in Beschlüssen")),
    ("governance.decisionposition", "stated_by", _("Positionen in Beschlüssen")),
    ("governance.sessioninvitation", "person", _("Einladungen zu Sitzungen")),
    ("governance.minuteslink", "person", _("Links zur Freigabe von Protokollen")),
    ("governance.minutesdelivery", "person", _("Zustellungen von Protokollen")),
    ("governance.minutesobjection", "person", _("Widersprüche gegen Protokolle")),
    ("governance.objectionanswer", "person", _("Antworten auf Widersprüche")),
    ("governance.nameconsent", "person", _("Einwilligungen, genannt zu werden")),
    ("governance.topicguest", "person", _("Gastbeiträge zu Themen")),
    ("governance.agendarelease", "person", _("Freigaben von Tagesordnungen")),
    ("governance.itemproposal", "person", _("Vorschläge für die Tagesordnung")),
    ("governance.candidate", "person", _("Kandidaturen")),
    ("governance.voter", "person", _("Wahlberechtigungen")),
    ("governance.voter", "school", _("Wahlberechtigungen")),
    ("governance.order", "assignee_person", _("Aufträge in Zuständigkeit")),
    ("governance.order", "assignee_institution", _("Aufträge in Zuständigkeit")),
)


def register() -> None:
    for model, field, label in ROWS:
        hanging.register(Hanging(model, field, label))
    hanging.register(
        Hanging(
            "governance.mandate", "person", _("Sitze in Gremien"), refuse=refuse_two_seats, moved=sync_keys
        )
    )
    hanging.register(
        Hanging(
            "governance.minutesapproval", "person", _("Freigaben von Protokollen"), refuse=refuse_approvals
        )
    )
    hanging.register(
        Hanging(
            "governance.deputyship",
            "person",
            _("Stellvertretungen"),
            refuse=refuse_own_deputy,
            moved=lambda keys: sync_keys(keys, deputies=True),
        )
    )


def refuse_two_seats(loser: int, winner: int) -> list[str]:
    """A person sits once in a body at a time; who sat there one after the other may become one."""
    text = gettext(
        "Beide Personen sitzen zur selben Zeit im Gremium „%(body)s“. "
        "Beenden Sie zuerst einen der beiden Sitze oder lassen Sie die Einträge getrennt."
    )
    return [text % {"body": body} for body in bodies_with_both(loser, winner)]


def refuse_approvals(loser: int, _winner: int) -> list[str]:
    """The database keeps an approval as it was given (docs/adr/0008): who has given one stays."""
    if not MinutesApproval.objects.filter(person=loser).exists():
        return []
    return [
        gettext(
            "Die Person, die aufgehen soll, hat ein Protokoll freigegeben; das bleibt, wie es ist. "
            "Führen Sie die beiden umgekehrt zusammen, sodass dieser Eintrag bleibt."
        )
    ]


def refuse_own_deputy(loser: int, winner: int) -> list[str]:
    """Nobody stands in for herself."""
    text = gettext(
        "Die beiden Personen vertreten einander im Gremium „%(body)s“. Beenden Sie zuerst die Vertretung."
    )
    return [text % {"body": body} for body in deputies_of_each_other(loser, winner)]
