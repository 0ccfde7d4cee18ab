from bildungsnetz.core.access import EVERYBODY, TOKEN_HOLDER, needs
from bildungsnetz.core.web.routing import route
from bildungsnetz.network import policies
from bildungsnetz.network.web.views import (
    enquiries,
    offer_imports,
    offer_link,
    offers,
    page_views,
    public_offers,
)

KEEPERS = needs(policies.SEE_OFFERS, policies.KEEP_INSTITUTION)
urlpatterns = [
    route("angebote/", public_offers.offer_list, "public-offers", who=EVERYBODY),
    route("angebote/liste/", public_offers.offers_file, "public-offers-file", who=EVERYBODY),
    route("angebote/<int:pk>/", public_offers.offer, "public-offer", who=EVERYBODY),
    route("angebote/<int:pk>/aufruf/", page_views.offer_seen, "offer-seen", who=EVERYBODY),
    route("einrichtungen/<int:pk>/aufruf/", page_views.institution_seen, "institution-seen", who=EVERYBODY),
    route("angebote/<int:pk>/anfrage/", enquiries.ask, "ask-provider", who=EVERYBODY),
    route("angebot/verlaengern/<str:token>/", offer_link.prolong, "prolong-offer", who=TOKEN_HOLDER),
    route("netzwerk/angebote/", offers.offer_list, "offers", who=needs(policies.SEE_OFFERS)),
    route("netzwerk/angebote/liste/", offers.offers_file, "offers-file", who=needs(policies.SEE_OFFERS)),
    route("netzwerk/angebote/neu/", offers.new_offer, "new-offer", who=needs(policies.ENTER_OFFER)),
    route("netzwerk/angebote/<int:pk>/", offers.offer, "offer", who=KEEPERS),
    route(
        "netzwerk/angebote/<int:pk>/bearbeiten/", offers.edit, "edit-offer", who=needs(policies.EDIT_OFFER)
    ),
    *(
        route(f"netzwerk/angebote/importe/{path}", view, name, who=needs(policies.ENTER_OFFER))
        for path, view, name in (
            ("", offer_imports.run_list, "offer-imports"),
            ("neu/", offer_imports.upload, "new-offer-import"),
            ("<int:pk>/", offer_imports.run_page, "offer-import"),
            ("<int:pk>/spalten/", offer_imports.columns, "offer-import-columns"),
            ("<int:pk>/abgelehnt/", offer_imports.refused_file, "offer-import-refused"),
            ("<int:pk>/uebernehmen/", offer_imports.commit, "offer-import-commit"),
            ("<int:pk>/verwerfen/", offer_imports.discard, "offer-import-discard"),
        )
    ),
]
