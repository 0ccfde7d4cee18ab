from bildungsnetz.core.access import EVERYBODY, needs
from bildungsnetz.core.web.routing import route
from bildungsnetz.governance.policies.bodies import CHANGE
from bildungsnetz.governance.policies.decisions import RECORD
from bildungsnetz.governance.policies.visibility import READ
from bildungsnetz.governance.web.views import decision_links, decision_record, decisions, terms

urlpatterns = [
    route("beschluesse/", decisions.decisions, "decisions", who=needs(READ)),
    route("beschluesse/<int:pk>/", decisions.decision, "decision", who=needs(READ)),
    route("beschluesse/<int:pk>/auszug.pdf", decision_links.decision_pdf, "decision-pdf", who=needs(READ)),
    route(
        "beschluesse/<int:pk>/verbinden/", decision_links.decision_link, "decision-link", who=needs(RECORD)
    ),
    route(
        "beschluesse/verbindungen/<int:pk>/loesen/",
        decision_links.decision_unlink,
        "decision-unlink",
        who=needs(RECORD),
    ),
    route("gremien/<int:pk>/zaehlung/", decision_links.body_numbering, "body-numbering", who=needs(CHANGE)),
    route("gremien/wahlperioden/<int:pk>/", terms.term_edit, "term-edit", who=needs(CHANGE)),
    route("gremien/wahlperioden/<int:pk>/entfernen/", terms.term_remove, "term-remove", who=needs(CHANGE)),
    route("protokolle/pruefen/", decision_links.paper_check, "paper-check", who=EVERYBODY),
    route(
        "beschluesse/<int:pk>/berichtigen/",
        decision_record.decision_correct,
        "decision-correct",
        who=needs(RECORD),
    ),
    route(
        "beschluesse/<int:pk>/wortlaut/",
        decision_record.decision_wording,
        "decision-wording",
        who=needs(RECORD),
    ),
    route(
        "sitzungen/punkte/<int:item_pk>/beschluss/",
        decision_record.decision_record,
        "decision-record",
        who=needs(RECORD),
    ),
]
