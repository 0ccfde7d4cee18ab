from bildungsnetz.core.access import SIGNED_IN, TOKEN_HOLDER, needs
from bildungsnetz.core.web.routing import route
from bildungsnetz.governance.policies.sharing import WRITE
from bildungsnetz.governance.web.views import opinion_polls, sharing

WRITERS = needs(WRITE)

urlpatterns = [
    route("sitzungen/<int:pk>/weitergeben/", sharing.share, "session-share", who=WRITERS),
    route(
        "sitzungen/<int:pk>/weitergeben/bearbeiten/", sharing.share_edit, "session-share-edit", who=WRITERS
    ),
    route(
        "sitzungen/<int:pk>/weitergeben/zusammenfassung.pdf",
        sharing.share_pdf,
        "session-share-pdf",
        who=WRITERS,
    ),
    route("sitzungen/<int:pk>/weitergeben/link/", sharing.share_link, "session-share-link", who=WRITERS),
    route(
        "sitzungen/<int:pk>/weitergeben/link/beenden/",
        sharing.share_close,
        "session-share-close",
        who=SIGNED_IN,
    ),
    route("sitzungen/<int:pk>/meinungsbild/", opinion_polls.polls, "session-polls", who=WRITERS),
    route("sitzungen/<int:pk>/meinungsbild/neu/", opinion_polls.poll_new, "session-poll-new", who=WRITERS),
    route("meinungsbild/<str:token>/", opinion_polls.poll_answer, "poll-answer", who=TOKEN_HOLDER),
    route("weitergegeben/<str:token>/", sharing.shared, "shared", who=TOKEN_HOLDER),
]
