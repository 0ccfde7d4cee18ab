from bildungsnetz.core.access import EVERYBODY, SIGNED_IN, TOKEN_HOLDER
from bildungsnetz.core.web.routing import route
from bildungsnetz.governance.web.views import feeds

urlpatterns = [
    route("konto/kalender/", feeds.calendars, "calendars", who=SIGNED_IN),
    route("konto/kalender/anlegen/", feeds.calendar_open, "calendar-open", who=SIGNED_IN),
    route("konto/kalender/anlegen/<int:pk>/", feeds.calendar_open, "calendar-open-body", who=SIGNED_IN),
    route("konto/links/<int:pk>/widerrufen/", feeds.feed_revoke, "feed-revoke", who=SIGNED_IN),
    route("kalender/<str:token>/sitzungen.ics", feeds.calendar_feed, "calendar-feed", who=TOKEN_HOLDER),
    route(
        "ueber-uns/gremien/<int:pk>/sitzungen.ics", feeds.public_calendar, "public-calendar", who=EVERYBODY
    ),
]
