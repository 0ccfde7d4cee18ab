from bildungsnetz.core.access import EVERYBODY, SIGNED_IN, TOKEN_HOLDER
from bildungsnetz.core.web.routing import route
from bildungsnetz.governance.web.views import feeds, following, news

urlpatterns = [
    route("konto/kalender/", feeds.calendars, "calendars", who=SIGNED_IN),
    route("konto/kalender/anlegen/", feeds.calendar_open, "calendar-open", who=SIGNED_IN),
    route("konto/kalender/anlegen/<int:pk>/", feeds.calendar_open, "calendar-open-body", who=SIGNED_IN),
    route("konto/links/<int:pk>/widerrufen/", feeds.feed_revoke, "feed-revoke", who=SIGNED_IN),
    route("kalender/<str:token>/sitzungen.ics", feeds.calendar_feed, "calendar-feed", who=TOKEN_HOLDER),
    route(
        "ueber-uns/gremien/<int:pk>/sitzungen.ics", feeds.public_calendar, "public-calendar", who=EVERYBODY
    ),
    route("konto/folgen/", following.following, "following", who=SIGNED_IN),
    route("konto/folgen/gremium/<int:pk>/", following.follow_body, "follow-body", who=SIGNED_IN),
    route("konto/folgen/thema/<int:pk>/", following.follow_topic, "follow-topic", who=SIGNED_IN),
    route("konto/folgen/<int:pk>/beenden/", following.unfollow, "unfollow", who=SIGNED_IN),
    route("konto/folgen/feed/", following.news_open, "news-open", who=SIGNED_IN),
    route("neuigkeiten/abmelden/<str:token>/", following.news_stop, "news-stop", who=TOKEN_HOLDER),
    route("neuigkeiten/<str:token>/neues.atom", news.news_feed, "news-feed", who=TOKEN_HOLDER),
    route("ueber-uns/neues/", news.public_feeds, "public-feeds", who=EVERYBODY),
    route("ueber-uns/gremien/<int:pk>/neues.atom", news.body_feed, "public-news", who=EVERYBODY),
    route("ueber-uns/themen/<int:pk>/neues.atom", news.topic_feed, "public-topic-news", who=EVERYBODY),
]
