from bildungsnetz.core.access import EVERYBODY, TOKEN_HOLDER, needs
from bildungsnetz.core.web.routing import route
from bildungsnetz.governance.policies import conferences as may
from bildungsnetz.governance.policies import recommendations as recommendations_may
from bildungsnetz.governance.policies.visibility import READ
from bildungsnetz.governance.web.views import (
    conference_reports,
    conferences,
    forum_room,
    forums,
    recommendation_sets,
    tracker,
)

READERS = needs(READ)
SETTERS_UP, MODERATORS, WRITERS = needs(may.SET_UP), needs(may.MODERATE), needs(may.WRITE_REPORT)
REPORT_READERS = needs(recommendations_may.READ)
PUBLISHERS, CHANGERS = needs(recommendations_may.PUBLISH), needs(recommendations_may.CHANGE)

urlpatterns = [
    route("sitzungen/<int:pk>/konferenz/", conferences.conference, "session-conference", who=READERS),
    route(
        "sitzungen/<int:pk>/konferenz/bearbeiten/",
        conferences.conference_edit,
        "session-conference-edit",
        who=SETTERS_UP,
    ),
    route("sitzungen/<int:pk>/foren/neu/", conferences.forum_new, "session-forum-new", who=SETTERS_UP),
    route("foren/<int:pk>/", forums.forum, "forum", who=MODERATORS),
    route("foren/<int:pk>/bearbeiten/", conferences.forum_edit, "forum-edit", who=SETTERS_UP),
    route("foren/<int:pk>/oeffnen/", forums.forum_open, "forum-open", who=MODERATORS),
    route("foren/<int:pk>/schliessen/", forums.forum_close, "forum-close", who=MODERATORS),
    route("foren/<int:pk>/leinwand/", forums.forum_screen, "forum-screen", who=MODERATORS),
    route("foren/<int:pk>/zusammenfassen/", forums.merge, "forum-merge", who=MODERATORS),
    route("beitraege/<int:pk>/freigeben/", forums.release, "contribution-release", who=MODERATORS),
    route("beitraege/<int:pk>/ablehnen/", forums.refuse, "contribution-refuse", who=MODERATORS),
    route("beitraege/<int:pk>/aufnehmen/", forums.take_up, "contribution-take-up", who=MODERATORS),
    route("empfehlungen/zusammenfassen/", recommendation_sets.merge, "recommendations-merge", who=CHANGERS),
    route(
        "empfehlungen/veroeffentlichen/",
        recommendation_sets.publish,
        "recommendations-publish",
        who=PUBLISHERS,
    ),
    route(
        "empfehlungen/<int:pk>/zuruecknehmen/",
        recommendation_sets.hide,
        "recommendation-hide",
        who=PUBLISHERS,
    ),
    route("konferenzberichte/", conference_reports.report_list, "conference-reports", who=REPORT_READERS),
    route("konferenzberichte/neu/", conference_reports.report_new, "conference-report-new", who=WRITERS),
    route("konferenzberichte/<int:pk>/", conference_reports.report, "conference-report", who=REPORT_READERS),
    route(
        "konferenzberichte/<int:pk>/bericht.pdf",
        conference_reports.report_pdf_file,
        "conference-report-pdf",
        who=REPORT_READERS,
    ),
    route(
        "konferenzberichte/<int:pk>/bearbeiten/",
        conference_reports.report_edit,
        "conference-report-edit",
        who=WRITERS,
    ),
    route(
        "konferenzberichte/<int:pk>/abschliessen/",
        conference_reports.report_close,
        "conference-report-close",
        who=WRITERS,
    ),
    route("forum/", forum_room.entry, "forum-entry", who=EVERYBODY),
    route("forum/<str:token>/", forum_room.room, "forum-room", who=TOKEN_HOLDER),
    route("forum/<str:token>/<int:pk>/unterstuetzen/", forum_room.support, "forum-support", who=TOKEN_HOLDER),
    route("was-wurde-daraus/", tracker.tracker, "tracker", who=EVERYBODY),
    route(
        "was-wurde-daraus/<int:year>/<int:number>/",
        tracker.recommendation,
        "tracker-recommendation",
        who=EVERYBODY,
    ),
    route("konferenz/<int:pk>/", tracker.conference, "public-conference", who=EVERYBODY),
]
