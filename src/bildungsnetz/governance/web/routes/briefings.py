from bildungsnetz.core.access import needs
from bildungsnetz.core.web.routing import route
from bildungsnetz.governance.policies.briefings import WRITE
from bildungsnetz.governance.policies.visibility import READ
from bildungsnetz.governance.web.views import briefings

AUTHORS, READERS = needs(WRITE), needs(READ)

urlpatterns = [
    route("sitzungen/<int:pk>/briefing/", briefings.briefing, "session-briefing", who=READERS),
    route("sitzungen/<int:pk>/briefing/schreiben/", briefings.edit, "session-briefing-edit", who=AUTHORS),
    route("sitzungen/<int:pk>/briefing/senden/", briefings.send, "session-briefing-send", who=AUTHORS),
    route(
        "sitzungen/<int:pk>/briefing/zurueckziehen/",
        briefings.withdraw,
        "session-briefing-withdraw",
        who=AUTHORS,
    ),
    route("sitzungen/<int:pk>/briefing/gelesen/", briefings.read, "session-briefing-read", who=READERS),
]
