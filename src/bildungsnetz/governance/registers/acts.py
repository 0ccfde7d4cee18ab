"""The acts of governance and the roles that hold them from the start."""

from django.utils.translation import gettext_lazy as _

from bildungsnetz.accounts.api import roles
from bildungsnetz.core.registers import acts

SECRETARIAT = (roles.HEAD, roles.CLERK)
READERS = (*roles.OFFICE, *roles.SEATED)
CLOSED_READERS = (*roles.OFFICE, roles.CO_CHAIR)
WORKERS = (roles.HEAD, roles.PEDAGOGICAL, roles.CLERK)

ACTS = {
    "governance.body.read": (_("Gremien und ihre Besetzung sehen"), READERS),
    "governance.body.create": (_("Gremien einrichten"), SECRETARIAT),
    "governance.body.change": (_("Gremien ändern"), SECRETARIAT),
    "governance.mandate.add": (_("Mandate und Vertretungen eintragen"), SECRETARIAT),
    "governance.mandate.end": (_("Mandate und Vertretungen beenden"), SECRETARIAT),
    "governance.chair.set": (_("Vorsitz eintragen"), SECRETARIAT),
    "governance.election.run": (_("Wahlen vorbereiten, eröffnen, auszählen und feststellen"), SECRETARIAT),
    "governance.document.add": (_("Vertrag und Geschäftsordnung ablegen"), SECRETARIAT),
    "governance.yearly_report.give": (
        _("Jahresberichte von Gremien abgeben"),
        (*SECRETARIAT, roles.CO_CHAIR),
    ),
    "governance.topic_guest.set": (_("Gäste zu Themen eintragen und beenden"), SECRETARIAT),
    "governance.consent.set": (_("Einwilligung in die Namensnennung festhalten"), SECRETARIAT),
    "governance.recommendation.read": (_("Empfehlungen sehen"), READERS),
    "governance.recommendation.collect": (_("Empfehlungen aufnehmen"), WORKERS),
    "governance.recommendation.change": (_("Empfehlungen bearbeiten"), WORKERS),
    "governance.recommendation.answer": (_("Empfehlungen beantworten"), SECRETARIAT),
    "governance.recommendation.publish": (_("Empfehlungen veröffentlichen"), SECRETARIAT),
    "governance.conference.set_up": (_("Konferenzen und Foren vorbereiten"), WORKERS),
    "governance.forum.moderate": (_("Foren öffnen und Beiträge moderieren"), WORKERS),
    "governance.conference_report.write": (_("Berichte an die Konferenz schreiben"), SECRETARIAT),
    "governance.self_check.read": (_("Ergebnisse des Selbstchecks sehen"), READERS),
    "governance.self_check.start": (_("Selbstcheck starten"), SECRETARIAT),
    "governance.session.read": (_("Sitzungen lesen"), READERS),
    "governance.session.read_closed": (_("Vertrauliche Tagesordnungspunkte lesen"), CLOSED_READERS),
    "governance.session.plan": (_("Sitzungen planen"), SECRETARIAT),
    "governance.template.change": (_("Sitzungsvorlagen pflegen"), SECRETARIAT),
    "governance.session.change": (_("Sitzungen ändern"), SECRETARIAT),
    "governance.session.invite": (_("Einladungen versenden"), SECRETARIAT),
    "governance.session.open": (_("Sitzungen eröffnen"), SECRETARIAT),
    "governance.session.close": (_("Sitzungen schließen"), SECRETARIAT),
    "governance.session.cancel": (_("Sitzungen absagen"), SECRETARIAT),
    "governance.item.add": (_("Tagesordnungspunkte aufnehmen"), SECRETARIAT),
    "governance.item.change": (_("Tagesordnungspunkte ändern"), SECRETARIAT),
    "governance.proposal.propose": (_("Tagesordnungspunkte vorschlagen"), roles.SEATED),
    "governance.agenda.release": (_("Tagesordnungen freigeben"), (roles.CO_CHAIR,)),
    "governance.paper.add": (_("Unterlagen zu Tagesordnungspunkten hochladen"), SECRETARIAT),
    "governance.paper.change": (_("Unterlagen ändern"), SECRETARIAT),
    "governance.paper.withdraw": (_("Unterlagen zurückziehen"), SECRETARIAT),
    "governance.session.publish": (_("Sitzungen veröffentlichen"), SECRETARIAT),
    "governance.attendance.record": (_("Anwesenheit festhalten"), SECRETARIAT),
    "governance.decision.record": (_("Beschlüsse festhalten"), SECRETARIAT),
    "governance.minutes.compose": (_("Protokolle erstellen"), SECRETARIAT),
    "governance.minutes.change": (_("Protokollentwürfe ändern"), SECRETARIAT),
    "governance.minutes.submit": (_("Protokolle zur Freigabe vorlegen"), SECRETARIAT),
    "governance.minutes.approve": (_("Protokolle freigeben"), (roles.CO_CHAIR,)),
    "governance.minutes.object": (_("Protokollen widersprechen"), roles.SEATED),
    "governance.minutes.supplement": (_("Genehmigte Protokolle ergänzen"), SECRETARIAT),
    "governance.order.read": (_("Aufträge sehen"), READERS),
    "governance.order.issue": (_("Aufträge aus Beschlüssen erteilen"), SECRETARIAT),
    "governance.order.carry": (_("Aufträge annehmen, berichten und Ergebnisse vorlegen"), WORKERS),
    "governance.order.settle": (_("Ergebnisse abnehmen oder zurückgeben"), (roles.HEAD, roles.CO_CHAIR)),
    "governance.order.withdraw": (_("Aufträge zurückziehen"), (roles.HEAD, roles.CO_CHAIR)),
}


def register() -> None:
    for name, (label, held_by) in ACTS.items():
        acts.register(name, label, roles=held_by)
