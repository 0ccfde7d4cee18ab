from bildungsnetz.core.access import EVERYBODY, SIGNED_IN, needs
from bildungsnetz.core.web.routing import route
from bildungsnetz.network import policies
from bildungsnetz.network.web.routes import (
    cooperations,
    freshness,
    graph,
    lists,
    merging,
    offers,
    open_formats,
    school_lists,
    surveys,
    upkeep,
)
from bildungsnetz.network.web.views import directory, exports, imports, institutions, people, settings

app_name = "network"

_public = [
    route("einrichtungen/", directory.directory, "directory", who=EVERYBODY),
    route("einrichtungen/karte.json", directory.directory_map, "directory-map", who=EVERYBODY),
    route("einrichtungen/liste/", exports.directory_file, "directory-file", who=EVERYBODY),
    route("einrichtungen/<int:pk>/", directory.public_institution, "public-institution", who=EVERYBODY),
]
_institutions = [
    route(
        "netzwerk/einrichtungen/",
        institutions.institution_list,
        "institutions",
        who=needs(policies.SEE_INSTITUTIONS),
    ),
    route(
        "netzwerk/einrichtungen/liste/",
        exports.institutions_file,
        "institutions-file",
        who=needs(policies.SEE_INSTITUTIONS),
    ),
    route(
        "netzwerk/einrichtungen/neu/",
        institutions.new_institution,
        "new-institution",
        who=needs(policies.ENTER_INSTITUTION),
    ),
    route(
        "netzwerk/einrichtungen/<int:pk>/",
        institutions.institution,
        "institution",
        who=needs(policies.SEE_INSTITUTIONS),
    ),
    route(
        "netzwerk/einrichtungen/<int:pk>/bearbeiten/",
        institutions.edit,
        "edit-institution",
        who=needs(policies.EDIT_INSTITUTION),
    ),
]
_people = [
    route("netzwerk/personen/liste/", exports.people_file, "people-file", who=needs(policies.SEE_PEOPLE)),
    route("netzwerk/personen/", people.person_list, "people", who=needs(policies.SEE_PEOPLE)),
    route("netzwerk/personen/neu/", people.new_person, "new-person", who=needs(policies.ENTER_PERSON)),
    route("netzwerk/personen/<int:pk>/", people.person, "person", who=SIGNED_IN),
    route(
        "netzwerk/personen/<int:pk>/bearbeiten/",
        people.edit,
        "edit-person",
        who=needs(policies.EDIT_PERSON),
    ),
    route(
        "netzwerk/personen/<int:pk>/einladen/",
        people.invite,
        "invite-person",
        who=needs(policies.INVITE_PERSON),
    ),
    route(
        "netzwerk/personen/<int:pk>/funktion/",
        people.new_function,
        "new-function",
        who=needs(policies.ENTER_FUNCTION),
    ),
    route(
        "netzwerk/personen/<int:pk>/funktion/<int:function_pk>/beenden/",
        people.end_function,
        "end-function",
        who=needs(policies.END_FUNCTION),
    ),
]
_imports = [
    route("netzwerk/importe/", imports.run_list, "imports", who=needs(policies.SEE_IMPORTS)),
    route("netzwerk/importe/neu/", imports.upload, "new-import", who=needs(policies.PLAN_IMPORT)),
    route("netzwerk/importe/<int:pk>/", imports.run_page, "import", who=needs(policies.SEE_IMPORTS)),
    route(
        "netzwerk/importe/<int:pk>/abgelehnt/",
        imports.refused_file,
        "import-refused",
        who=needs(policies.SEE_IMPORTS),
    ),
    route(
        "netzwerk/importe/<int:pk>/uebernehmen/",
        imports.commit,
        "commit-import",
        who=needs(policies.COMMIT_IMPORT),
    ),
    route(
        "netzwerk/importe/<int:pk>/verwerfen/",
        imports.discard,
        "discard-import",
        who=needs(policies.PLAN_IMPORT),
    ),
]
_settings = [
    route("netzwerk/handlungsfelder/", settings.field_list, "fields", who=needs(policies.SEE_INSTITUTIONS)),
    route("netzwerk/handlungsfelder/neu/", settings.new_field, "new-field", who=needs(policies.EDIT_FIELDS)),
    route(
        "netzwerk/handlungsfelder/<int:pk>/",
        settings.edit_field,
        "edit-field",
        who=needs(policies.EDIT_FIELDS),
    ),
    route(
        "netzwerk/kommunen/",
        settings.municipality_list,
        "municipalities",
        who=needs(policies.SEE_INSTITUTIONS),
    ),
    route(
        "netzwerk/kommunen/neu/",
        settings.new_municipality,
        "new-municipality",
        who=needs(policies.EDIT_MUNICIPALITY),
    ),
    route(
        "netzwerk/kommunen/<int:pk>/",
        settings.edit_municipality,
        "edit-municipality",
        who=needs(policies.EDIT_MUNICIPALITY),
    ),
    route(
        "netzwerk/kommunen/umrisse/",
        settings.outlines,
        "outlines",
        who=needs(policies.UPLOAD_OUTLINE),
    ),
]
urlpatterns = [
    *_public,
    *_institutions,
    *_people,
    *_imports,
    *school_lists.urlpatterns,
    *_settings,
    *cooperations.routes,
    *surveys.urlpatterns,
    *graph.routes,
    *lists.routes,
    *offers.urlpatterns,
    *upkeep.urlpatterns,
    *merging.urlpatterns,
    *freshness.urlpatterns,
    *open_formats.urlpatterns,
]
