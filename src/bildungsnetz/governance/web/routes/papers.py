from bildungsnetz.core.access import EVERYBODY, needs
from bildungsnetz.core.web.routing import route
from bildungsnetz.governance.policies import papers as may
from bildungsnetz.governance.policies.agenda_release import RELEASE
from bildungsnetz.governance.policies.visibility import READ
from bildungsnetz.governance.web.views import papers, publication, release, room

READERS = needs(READ)

urlpatterns = [
    route("sitzungen/punkte/<int:pk>/unterlage/", papers.paper_new, "item-paper", who=needs(may.ADD)),
    route("sitzungen/punkte/<int:pk>/notiz/", papers.item_note, "item-note", who=READERS),
    route("sitzungen/unterlagen/<int:pk>/", papers.paper_file, "paper-file", who=READERS),
    route(
        "sitzungen/unterlagen/<int:pk>/bearbeiten/", papers.paper_edit, "paper-edit", who=needs(may.CHANGE)
    ),
    route(
        "sitzungen/unterlagen/<int:pk>/zurueckziehen/",
        papers.paper_withdraw,
        "paper-withdraw",
        who=needs(may.WITHDRAW),
    ),
    route("sitzungen/<int:pk>/gesamtdokument.pdf", papers.session_document, "session-document", who=READERS),
    route("sitzungen/<int:pk>/freigeben/", release.agenda_release, "session-release", who=needs(RELEASE)),
    route("sitzungen/<int:pk>/mitnehmen.zip", papers.session_bundle, "session-bundle", who=READERS),
    route(
        "sitzungen/<int:pk>/oeffentlichkeit/",
        publication.session_publish,
        "session-publish",
        who=needs(may.PUBLISH),
    ),
    route("oeffentliche-sitzungen/", publication.public_sessions, "public-sessions", who=EVERYBODY),
    route("oeffentliche-sitzungen/<int:pk>/", publication.public_session, "public-session", who=EVERYBODY),
    route("oeffentliche-sitzungen/<int:pk>/leinwand/", room.public_screen, "public-screen", who=EVERYBODY),
    route(
        "oeffentliche-sitzungen/unterlagen/<int:pk>/",
        publication.public_paper,
        "public-paper",
        who=EVERYBODY,
    ),
]
