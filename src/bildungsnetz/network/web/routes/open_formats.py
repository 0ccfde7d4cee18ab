from bildungsnetz.core.access import EVERYBODY
from bildungsnetz.core.web.routing import route
from bildungsnetz.network.web.views import embedding, open_formats

urlpatterns = [
    route("einrichtungen/<int:pk>/visitenkarte.vcf", open_formats.card, "institution-card", who=EVERYBODY),
    route("einrichtungen/liste.geojson", open_formats.geojson, "directory-geojson", who=EVERYBODY),
    route("einrichtungen/neues.atom", open_formats.directory_feed, "directory-feed", who=EVERYBODY),
    route("angebote/neues.atom", open_formats.offers_feed, "offers-feed", who=EVERYBODY),
    route("einbetten/einrichtungen/", embedding.institutions, "embed-institutions", who=EVERYBODY),
    route("einbetten/angebote/", embedding.offers, "embed-offers", who=EVERYBODY),
]
