from bildungsnetz.core.access import EVERYBODY, TOKEN_HOLDER, needs
from bildungsnetz.core.web.routing import route
from bildungsnetz.network import policies
from bildungsnetz.network.web.views import confirmation_link, freshness, proposals, reports

urlpatterns = [
    route("einrichtungen/<int:pk>/fehler/", reports.institution, "report-mistake", who=EVERYBODY),
    route("angebote/<int:pk>/fehler/", reports.offer, "report-mistake-offer", who=EVERYBODY),
    route("bestaetigen/<str:token>/", confirmation_link.confirm, "confirm-entry", who=TOKEN_HOLDER),
    route("bestaetigen/<str:token>/aendern/", confirmation_link.change, "propose-changes", who=TOKEN_HOLDER),
    route("netzwerk/aktualitaet/", freshness.overview, "freshness", who=needs(policies.SEE_FRESHNESS)),
    route(
        "netzwerk/aktualitaet/<slug:stand>/",
        freshness.standing,
        "freshness-list",
        who=needs(policies.SEE_FRESHNESS),
    ),
    route(
        "netzwerk/aktualitaet/<slug:stand>/liste/",
        freshness.standing_file,
        "freshness-file",
        who=needs(policies.SEE_FRESHNESS),
    ),
    route(
        "netzwerk/einrichtungen/<int:pk>/bestaetigen/",
        freshness.confirm,
        "institution-confirm",
        who=needs(policies.CONFIRM_INSTITUTION),
    ),
    route("netzwerk/meldungen/", proposals.inbox, "proposals", who=needs(policies.SETTLE_PROPOSAL)),
    route("netzwerk/meldungen/<int:pk>/", proposals.case, "proposal", who=needs(policies.SETTLE_PROPOSAL)),
]
