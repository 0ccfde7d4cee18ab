"""Searching by criteria, living mailing lists and what is sent to them."""

from bildungsnetz.core.access import TOKEN_HOLDER, needs
from bildungsnetz.core.web.routing import route
from bildungsnetz.network import policies
from bildungsnetz.network.web.views import list_uses, mailing_lists, questions, sheets, sign_off

SEE, KEEP = needs(policies.SEE_PEOPLE), needs(policies.KEEP_LISTS)
USE, SHEETS = needs(policies.USE_LISTS), needs(policies.IMPORT_SHEETS)
ONE, SENT = "netzwerk/verteiler/<int:pk>/", "netzwerk/verteiler/sendungen/<int:pk>/"
routes = [
    route("netzwerk/suche/", questions.question, "question", who=SEE),
    route("netzwerk/suche/tabelle/", sheets.download, "question-file", who=SEE),
    route("netzwerk/tabellen/", sheets.run_list, "sheets", who=SHEETS),
    route("netzwerk/tabellen/neu/", sheets.upload, "new-sheet", who=SHEETS),
    route("netzwerk/tabellen/<int:pk>/", sheets.run_page, "sheet", who=SHEETS),
    route("netzwerk/tabellen/<int:pk>/uebernehmen/", sheets.commit, "commit-sheet", who=SHEETS),
    route("netzwerk/tabellen/<int:pk>/verwerfen/", sheets.discard, "discard-sheet", who=SHEETS),
    route("netzwerk/verteiler/", mailing_lists.overview, "mailing-lists", who=SEE),
    route("netzwerk/verteiler/neu/", mailing_lists.new, "new-mailing-list", who=KEEP),
    route(ONE, mailing_lists.one, "mailing-list", who=SEE),
    route(f"{ONE}bearbeiten/", mailing_lists.edit, "edit-mailing-list", who=KEEP),
    route(f"{ONE}suche/", mailing_lists.ask_anew, "ask-mailing-list-anew", who=KEEP),
    route(f"{ONE}entfernen/", mailing_lists.remove, "remove-mailing-list", who=KEEP),
    route(f"{ONE}hinzufuegen/", mailing_lists.add, "add-to-mailing-list", who=KEEP),
    route(f"{ONE}hand/<slug:what>/<slug:key>/", mailing_lists.choose, "choose-for-list", who=KEEP),
    route(f"{ONE}handwahl/<int:choice_pk>/", mailing_lists.drop_choice, "drop-list-choice", who=KEEP),
    route(f"{ONE}schreiben/", list_uses.draft, "draft-list-use", who=USE),
    route(f"{ONE}tabelle/", list_uses.table, "list-table", who=USE),
    route(SENT, list_uses.one, "list-use", who=SEE),
    route(f"{SENT}bearbeiten/", list_uses.edit, "edit-list-use", who=USE),
    route(f"{SENT}senden/", list_uses.send, "send-list-use", who=USE),
    route(f"{SENT}verwerfen/", list_uses.discard, "discard-list-use", who=USE),
    route(f"{SENT}briefe/", list_uses.letters, "list-letters", who=USE),
    route("abmelden/verteiler/<str:token>/", sign_off.page, "sign-off", who=TOKEN_HOLDER),
]
