"""Routes by which entries are kept true: taxonomy, profile, places, contact, relations, self-service, objections."""

from bildungsnetz.core.access import SIGNED_IN, needs
from bildungsnetz.core.web.routing import route
from bildungsnetz.network import policies
from bildungsnetz.network.web.views import kinds, lineage, own, person_channels, upkeep

KEEPERS = needs(policies.EDIT_INSTITUTION, policies.KEEP_INSTITUTION)
_kinds = [
    route("netzwerk/arten/", kinds.kind_list, "kinds", who=needs(policies.SEE_INSTITUTIONS)),
    route("netzwerk/arten/neu/", kinds.new_kind, "new-kind", who=needs(policies.EDIT_KINDS)),
    route("netzwerk/arten/<int:pk>/", kinds.edit_kind, "edit-kind", who=needs(policies.EDIT_KINDS)),
]
_upkeep = [
    route("netzwerk/einrichtungen/<int:pk>/profil/", upkeep.edit_profile, "edit-profile", who=KEEPERS),
    route("netzwerk/einrichtungen/<int:pk>/standorte/neu/", upkeep.new_site, "new-site", who=KEEPERS),
    route(
        "netzwerk/einrichtungen/<int:pk>/standorte/<int:site_pk>/", upkeep.edit_site, "edit-site", who=KEEPERS
    ),
    route(
        "netzwerk/einrichtungen/<int:pk>/standorte/<int:site_pk>/entfernen/",
        upkeep.remove_site,
        "remove-site",
        who=KEEPERS,
    ),
    route("netzwerk/einrichtungen/<int:pk>/kontakt/neu/", upkeep.new_channel, "new-channel", who=KEEPERS),
    route(
        "netzwerk/einrichtungen/<int:pk>/kontakt/<int:channel_pk>/",
        upkeep.edit_channel,
        "edit-channel",
        who=KEEPERS,
    ),
    route(
        "netzwerk/einrichtungen/<int:pk>/kontakt/<int:channel_pk>/entfernen/",
        upkeep.remove_channel,
        "remove-channel",
        who=KEEPERS,
    ),
]
_lineage = [
    route(
        "netzwerk/einrichtungen/<int:pk>/zugehoerigkeit/",
        lineage.set_parent,
        "set-parent",
        who=needs(policies.EDIT_INSTITUTION),
    ),
    route(
        "netzwerk/einrichtungen/<int:pk>/nachfolge/",
        lineage.name_successor,
        "name-successor",
        who=needs(policies.EDIT_INSTITUTION),
    ),
    route(
        "netzwerk/einrichtungen/<int:pk>/nachfolge/zuruecknehmen/",
        lineage.withdraw_successor,
        "withdraw-successor",
        who=needs(policies.EDIT_INSTITUTION),
    ),
]
_own = [
    route("meine-einrichtung/", own.own_list, "own-institutions", who=needs(policies.KEEP_INSTITUTION)),
    route(
        "meine-einrichtung/<int:pk>/",
        own.own_institution,
        "own-institution",
        who=needs(policies.KEEP_INSTITUTION),
    ),
    route(
        "netzwerk/einrichtungen/<int:pk>/pflege/",
        own.give,
        "give-stewardship",
        who=needs(policies.GIVE_STEWARDSHIP),
    ),
    route(
        "netzwerk/einrichtungen/<int:pk>/pflege/<int:stewardship_pk>/beenden/",
        own.end,
        "end-stewardship",
        who=needs(policies.GIVE_STEWARDSHIP),
    ),
]
_people = [
    route(
        "netzwerk/personen/<int:pk>/kontakt/neu/",
        person_channels.new_channel,
        "new-person-channel",
        who=needs(policies.EDIT_PERSON),
    ),
    route(
        "netzwerk/personen/<int:pk>/kontakt/<int:channel_pk>/entfernen/",
        person_channels.remove_channel,
        "remove-person-channel",
        who=needs(policies.EDIT_PERSON),
    ),
    route(
        "netzwerk/personen/<int:pk>/widerspruch/",
        person_channels.record_objection,
        "record-objection",
        who=SIGNED_IN,
    ),
    route(
        "netzwerk/personen/<int:pk>/widerspruch/<int:objection_pk>/aufheben/",
        person_channels.withdraw_objection,
        "withdraw-objection",
        who=SIGNED_IN,
    ),
]
urlpatterns = [*_kinds, *_upkeep, *_lineage, *_own, *_people]
