from bildungsnetz.core.access import EVERYBODY, needs
from bildungsnetz.core.web.routing import route
from bildungsnetz.portal import policies
from bildungsnetz.portal.web.views import feedback, legal

app_name = "portal"
urlpatterns = [
    route("impressum/", legal.imprint, "imprint", who=EVERYBODY),
    route("datenschutz/", legal.privacy, "privacy", who=EVERYBODY),
    route("barrierefreiheit/", legal.accessibility, "accessibility", who=EVERYBODY),
    route("rueckmeldung/", feedback.give, "feedback", who=EVERYBODY),
    route("portal/rueckmeldungen/", feedback.inbox, "inbox", who=needs(policies.ANSWER_FEEDBACK)),
    route(
        "portal/rueckmeldungen/<int:pk>/", feedback.case, "feedback-case", who=needs(policies.ANSWER_FEEDBACK)
    ),
    route(
        "portal/rueckmeldungen/<int:pk>/oeffnen/",
        feedback.reopen,
        "feedback-reopen",
        who=needs(policies.ANSWER_FEEDBACK),
    ),
    route("portal/texte/", legal.texts, "texts", who=needs(policies.CHANGE_TEXT)),
    route("portal/texte/<slug:slug>/", legal.edit_text, "text", who=needs(policies.CHANGE_TEXT)),
]
