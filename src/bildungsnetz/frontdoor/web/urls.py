from bildungsnetz.core.access import EVERYBODY, SIGNED_IN
from bildungsnetz.core.web.routing import route
from bildungsnetz.frontdoor.web.views import day, home, search, sitemap

app_name = "frontdoor"
urlpatterns = [
    route("", home.home, "home", who=EVERYBODY),
    route("heute/", day.my_day, "my-day", who=SIGNED_IN),
    route("suche/", search.search, "search", who=EVERYBODY),
    route("robots.txt", home.robots, "robots", who=EVERYBODY),
    route("sitemap.xml", sitemap.sitemap, "sitemap", who=EVERYBODY),
]
