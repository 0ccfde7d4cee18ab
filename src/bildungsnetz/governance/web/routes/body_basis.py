from bildungsnetz.core.access import EVERYBODY, needs
from bildungsnetz.core.web.routing import route
from bildungsnetz.governance.policies import body_basis as policies
from bildungsnetz.governance.policies.bodies import READ
from bildungsnetz.governance.web.views import body_basis, consents, public_bodies

READERS = needs(READ)
GUESTS = needs(policies.SET_GUEST)

urlpatterns = [
    route("ueber-uns/gremien/", public_bodies.public_body_list, "public-bodies", who=EVERYBODY),
    route("ueber-uns/gremien/<int:pk>/", public_bodies.public_body, "public-body", who=EVERYBODY),
    route("gremien/<int:pk>/grundlagen/", body_basis.basis, "body-basis", who=READERS),
    route(
        "gremien/<int:pk>/grundlagen/neu/",
        body_basis.new_document,
        "body-document-new",
        who=needs(policies.ADD_DOCUMENT),
    ),
    route("gremien/dokumente/<int:pk>/", body_basis.document_file, "document-file", who=READERS),
    route(
        "gremien/<int:pk>/berichte/neu/",
        body_basis.new_report,
        "body-report-new",
        who=needs(policies.GIVE_REPORT),
    ),
    route("gremien/berichte/<int:pk>/", body_basis.report_file, "report-file", who=READERS),
    route("gremien/<int:pk>/gaeste/neu/", body_basis.new_guest, "body-guest-new", who=GUESTS),
    route("gremien/gaeste/<int:pk>/beenden/", body_basis.guest_end, "guest-end", who=GUESTS),
    route("gremien/mandate/<int:pk>/einwilligung/", consents.consent_new, "mandate-consent", who=READERS),
    route(
        "gremien/mandate/<int:pk>/einwilligung/widerrufen/",
        consents.consent_withdraw,
        "mandate-consent-withdraw",
        who=READERS,
    ),
]
