"""Acts, sentences, navigation and data of cooperations and the graph."""

from django.utils.translation import gettext_lazy as _

from bildungsnetz.accounts.api import roles
from bildungsnetz.core.registers import acts, navigation, personal_data, sentences

KEEPERS = (roles.HEAD, roles.PEDAGOGICAL, roles.CLERK)
ACTS = {
    "network.cooperation.see": (_("Kooperationen sehen"), roles.OFFICE),
    "network.cooperation.enter": (_("Kooperationen eintragen"), KEEPERS),
    "network.cooperation.edit": (_("Kooperationen bearbeiten"), KEEPERS),
    "network.cooperation.remove": (_("Kooperationen entfernen"), (roles.HEAD, roles.CLERK)),
    "network.graph.see": (
        _("Netzwerkgraph sehen"),
        (*roles.OFFICE, *roles.SEATED, roles.SCHOOL, roles.PARTNER),
    ),
}
SENTENCES = {
    "network.cooperation.enter": _("{actor} hat die Kooperation {label} eingetragen."),
    "network.cooperation.edit": _("{actor} hat die Kooperation {label} geändert: {fields}."),
    "network.cooperation.remove": _("{actor} hat die Kooperation {label} entfernt."),
}


def register() -> None:
    for name, (label, held_by) in ACTS.items():
        acts.register(name, label, roles=held_by)
    sentences.register(SENTENCES)
    navigation.register(
        order=204,
        label=_("Kooperationen"),
        route="network:cooperations",
        acts={"network.cooperation.see"},
        group=_("Netzwerk"),
    )
    navigation.register(
        order=206,
        label=_("Netzwerkgraph"),
        route="network:graph",
        acts={"network.graph.see"},
        group=_("Netzwerk"),
    )
    personal_data.declare(
        "network.GraphAnalysis",
        impersonal={"content_hash", "keys", "pairs", "figures", "asked_at", "computed_at"},
    )
    personal_data.declare(
        "network.Cooperation",
        impersonal={
            "version",
            "first",
            "second",
            "kind",
            "field_of_action",
            "intensity",
            "source",
            "started_on",
            "ended_on",
            "note",
            "agreement",
            "entered_at",
        },
    )
