"""The audit entries of governance as sentences; {label} is the text of the thing, never anything confidential."""

from django.utils.translation import gettext_lazy as _

from bildungsnetz.core.registers import sentences

SENTENCES = {
    "governance.body.create": _("{actor} hat das Gremium „{label}“ eingerichtet."),
    "governance.body.change": _("{actor} hat das Gremium „{label}“ geändert."),
    "governance.seat_rule.add": _("{actor} hat den Sitz „{label}“ eingerichtet."),
    "governance.seat_rule.change": _("{actor} hat den Sitz „{label}“ geändert."),
    "governance.seat_rule.end": _("{actor} hat den Sitz „{label}“ zum {valid_until} beendet."),
    "governance.side.add": _("{actor} hat die Seite „{label}“ eingerichtet."),
    "governance.side.change": _("{actor} hat die Seite „{label}“ geändert."),
    "governance.mandate.add": _("{actor} hat das Mandat von {label} ab {starts_on} eingetragen."),
    "governance.mandate.end": _("{actor} hat das Mandat von {label} zum {ends_on} beendet."),
    "governance.mandate.remind": _("An das Ende des Mandats von {label} am {ends_on} ist erinnert."),
    "governance.rotation.plan": _("{actor} hat ab {starts_on} geplant: {label} ({people})."),
    "governance.rotation.swap": _("{actor} hat auf dem Sitz „{label}“ getauscht: {one}, {other}."),
    "governance.nomination.write": _("{actor} hat geschrieben, Antwort bis {reply_by}: {label}."),
    "governance.deputyship.add": _("{actor} hat {label} als Vertretung ab {starts_on} eingetragen."),
    "governance.deputyship.end": _("{actor} hat die Vertretung durch {label} zum {ends_on} beendet."),
    "governance.chair.set": _("{actor} hat den {label} ab {starts_on} eingetragen."),
    "governance.chair.end": _("{actor} hat den {label} zum {ends_on} beendet."),
    "governance.election.prepare": _("{actor} hat vorbereitet: {label}."),
    "governance.election.open": _("{actor} hat eröffnet: {label}. Wahlberechtigt sind {count} Personen."),
    "governance.election.count": _("{actor} hat ausgezählt: {label}. Abgegeben sind {cast} Stimmzettel."),
    "governance.election.settle": _("{actor} hat das Ergebnis festgestellt: {label}. Gewählt: {names}."),
    "governance.document.add": _("{actor} hat abgelegt: {label}."),
    "governance.yearly_report.give": _("{actor} hat abgegeben: {label}."),
    "governance.topic_guest.set": _("{actor} hat als Gast ab {starts_on} eingetragen: {label}."),
    "governance.topic_guest.end": _(
        "{actor} lädt ab dem Tag nach dem {ends_on} nicht mehr als Gast ein: {label}."
    ),
    "governance.consent.record": _(
        "{actor} hat die {label} in die Namensnennung vom {given_on} festgehalten."
    ),
    "governance.consent.withdraw": _("{actor} hat die {label} in die Namensnennung widerrufen."),
    "governance.recommendation.collect": _("{actor} hat die {label} aufgenommen."),
    "governance.recommendation.change": _("{actor} hat die {label} bearbeitet."),
    "governance.recommendation.advance": _("{actor} hat die {label} weitergeführt: {state}."),
    "governance.recommendation.answer": _("{actor} hat die {label} beantwortet: {state}."),
    "governance.recommendation.publish": _("{actor} hat die {label} veröffentlicht."),
    "governance.recommendation.hide": _("{actor} hat die Veröffentlichung der {label} zurückgenommen."),
    "governance.recommendation.merge": _("{actor} hat in der {label} zusammengefasst: {merged}."),
    "governance.conference.set_up": _("{actor} hat festgelegt, für wen „{label}“ ist: {audience}."),
    "governance.forum.add": _("{actor} hat das Forum „{label}“ vorbereitet."),
    "governance.forum.change": _("{actor} hat das Forum „{label}“ geändert."),
    "governance.forum.open": _("{actor} hat das Forum „{label}“ geöffnet."),
    "governance.forum.close": _("{actor} hat das Forum „{label}“ geschlossen."),
    "governance.contribution.enter": _("Im Forum ist {label} eingegangen."),
    "governance.contribution.release": _("{actor} hat {label} freigegeben."),
    "governance.contribution.refuse": _("{actor} hat {label} nicht freigegeben."),
    "governance.contribution.merge": _("{actor} hat {count} Beiträge zu {label} zusammengefasst."),
    "governance.contribution.take_up": _("{actor} hat {label} als {recommendation} aufgenommen."),
    "governance.conference_report.draft": _("{actor} hat den {label} begonnen."),
    "governance.conference_report.change": _("{actor} hat den {label} geändert."),
    "governance.conference_report.close": _("{actor} hat den {label} abgeschlossen: {count} Empfehlungen."),
    "governance.template.create": _("{actor} hat die Sitzungsvorlage „{label}“ angelegt."),
    "governance.template.change": _("{actor} hat die Sitzungsvorlage „{label}“ geändert."),
    "governance.self_check.start": _("{actor} hat den {label} gestartet: {count} Personen eingeladen."),
    "governance.session.plan": _("{actor} hat „{label}“ geplant."),
    "governance.session.change": _("{actor} hat „{label}“ geändert."),
    "governance.session.invite": _("{actor} hat zu „{label}“ {count} Personen eingeladen."),
    "governance.session.repeat_invitations": _(
        "{actor} hat zu „{label}“ {count} Einladungen noch einmal versendet."
    ),
    "governance.session.open": _("{actor} hat „{label}“ eröffnet."),
    "governance.session.close": _("{actor} hat „{label}“ geschlossen."),
    "governance.session.cancel": _("{actor} hat „{label}“ abgesagt."),
    "governance.session.archive": _("{actor} hat „{label}“ archiviert."),
    "governance.item.add": _("{actor} hat einen Tagesordnungspunkt aufgenommen."),
    "governance.item.change": _("{actor} hat einen Tagesordnungspunkt geändert."),
    "governance.item.move": _("{actor} hat die Reihenfolge der Tagesordnung geändert."),
    "governance.item.withdraw": _("{actor} hat einen Tagesordnungspunkt zurückgezogen."),
    "governance.item.postpone": _("{actor} hat einen Tagesordnungspunkt vertagt."),
    "governance.item.treat": _("{actor} hat einen Tagesordnungspunkt als behandelt eingetragen."),
    "governance.item.result": _("{actor} hat das Ergebnis eines Tagesordnungspunkts festgehalten."),
    "governance.agenda.release": _("{actor} hat die Tagesordnung für die Seite {side} freigegeben."),
    "governance.agenda.void": _("Die Änderung durch {actor} hebt die Freigabe der Tagesordnung auf."),
    "governance.paper.add": _("{actor} hat eine Unterlage hochgeladen."),
    "governance.paper.change": _("{actor} hat eine Unterlage geändert."),
    "governance.paper.remove": _("{actor} hat eine Unterlage vor der Einladung gelöscht."),
    "governance.paper.withdraw": _(
        "{actor} hat eine Unterlage zurückgezogen; {count} Personen sind benachrichtigt."
    ),
    "governance.session.publish": _("{actor} hat den öffentlichen Teil von „{label}“ veröffentlicht."),
    "governance.session.unpublish": _("{actor} hat „{label}“ von den öffentlichen Seiten genommen: {reason}"),
    "governance.invitation.reply": _("{actor} hat auf die Einladung geantwortet: {reply}."),
    "governance.invitation.call_deputy": _("{label} ist als Vertretung für {principal} eingeladen."),
    "governance.invitation.release_deputy": _("{label} ist als Vertretung für {principal} wieder entlastet."),
    "governance.reply.assign": _("{actor} hat die {label} {person} zugeordnet."),
    "governance.reply.discard": _("{actor} hat die {label} verworfen."),
    "governance.attendance.record": _("{actor} hat die Anwesenheit festgehalten: {count} Personen anwesend."),
    "governance.quorum.state": _("{actor} hat zur Beschlussfähigkeit festgehalten: {statement}."),
    "governance.decision.record": _("{actor} hat den {label} festgehalten: {outcome}."),
    "governance.decision.correct": _("{actor} hat den {label} berichtigt: {outcome}."),
    "governance.decision.supersedes_other": _("{actor} hat festgehalten: Der {label} ersetzt {other}."),
    "governance.decision.supersedes_this": _(
        "{actor} hat festgehalten: Der {label} ist ersetzt durch {other}."
    ),
    "governance.decision.revokes_other": _("{actor} hat festgehalten: Der {label} hebt {other} auf."),
    "governance.decision.revokes_this": _(
        "{actor} hat festgehalten: Der {label} ist aufgehoben durch {other}."
    ),
    "governance.decision.unlink": _("{actor} hat die Verbindung zwischen {label} und {other} gelöst."),
    "governance.term.add": _("{actor} hat die Wahlperiode „{label}“ eingetragen."),
    "governance.minutes.compose": _("{actor} hat den Entwurf „{label}“ erstellt."),
    "governance.minutes.change": _("{actor} hat den Entwurf „{label}“ geändert."),
    "governance.minutes.submit": _("{actor} hat „{label}“ zur Freigabe vorgelegt."),
    "governance.minutes.take_back": _("{actor} hat „{label}“ zur Überarbeitung zurückgenommen: {reason}"),
    "governance.minutes.approve": _("{actor} hat „{label}“ für die Seite {side} freigegeben."),
    "governance.minutes.deliver": _("„{label}“ ist {count} Mitgliedern zugestellt; Widerspruch bis {until}."),
    "governance.minutes.object": _("{actor} hat „{label}“ widersprochen."),
    "governance.minutes.answer": _(
        "{actor} hat einen Widerspruch zu „{label}“ für die Seite {side} beantwortet."
    ),
    "governance.minutes.finish": _("„{label}“ ist genehmigt und unveränderlich (Prüfsumme {hash})."),
    "governance.minutes.supplement": _("{actor} hat „{label}“ um die {number}. Ergänzung erweitert."),
    "governance.order.issue": _("{actor} hat den {label} erteilt, fällig am {due_on}."),
    "governance.order.accept": _("{actor} hat den {label} angenommen."),
    "governance.order.start": _("{actor} hat mit dem {label} begonnen."),
    "governance.order.report": _("{actor} hat zum {label} berichtet."),
    "governance.order.deliver": _("{actor} hat das Ergebnis zum {label} vorgelegt."),
    "governance.order.settle": _("{actor} hat das Ergebnis zum {label} abgenommen."),
    "governance.order.return": _("{actor} hat den {label} zur Nacharbeit zurückgegeben."),
    "governance.order.close": _("{actor} hat den {label} abgeschlossen."),
    "governance.order.withdraw": _("{actor} hat den {label} zurückgezogen."),
}


def register() -> None:
    sentences.register(SENTENCES)
