"""An example object in each state for every route with arguments, found in the demo region."""

from collections.abc import Callable

from django.db.models import F

from bildungsnetz.accounts.models import Grant, Invitation, User
from bildungsnetz.core.models import MailAttachment, OutgoingMail, SchoolHoliday
from bildungsnetz.governance import models as governance
from bildungsnetz.network import models as network
from bildungsnetz.network.domain.freshness import Stand
from bildungsnetz.portal import models as portal
from bildungsnetz.programme import models as programme
from tests.security import links, lists
from tests.security.finding import (
    ANY,
    APPROVE,
    OPINION_LINK,
    POLL,
    PROLONG,
    STOP,
    Examples,
    by,
    first,
    mailed,
    objection_tokens,
    of_forum_support,
    of_forum_tokens,
    of_minutes,
    of_numbers,
    of_objection,
    of_public_records,
    of_self_check,
    of_self_checks,
    of_votes,
    own_links,
    pair,
    public_lists,
    shared_links,
    tokens,
)

G, N = governance, network
PUBLIC_FILE = by(G.PublicRecord.objects.filter(kind="file"), "deleted", column="key")
SESSION = by(G.Session.objects.filter(body__kind="steering_committee"), "state")
BRIEFED = by(G.Session.objects.filter(briefing__isnull=False), "state")
CONFERENCE_SESSION = by(G.Session.objects.filter(body__kind="education_conference"), "conference__audience")
ITEM = by(G.AgendaItem.objects.filter(session__body__kind="steering_committee", fixed=""), "visibility")
HEARING = by(G.AgendaItem.objects.filter(city_costs__isnull=False), "visibility")
DECISION = by(G.Decision.objects.filter(body__kind="steering_committee"), "item__visibility")
OUTCOME = by(G.Decision.objects.filter(body__kind="steering_committee", item__visibility="body"), "outcome")
ORDER = by(G.Order.objects.filter(visibility="body"), "state")
RECOMMENDATION = by(G.Recommendation.objects.all(), "state")
PAPER = by(G.Paper.objects.filter(item__session__body__kind="steering_committee"), "visibility")
PROPOSAL = by(G.ItemProposal.objects.all(), "state")
PUBLISHED = first(G.Session.objects.filter(published_at__isnull=False))
BODY = by(G.Body.objects.all(), "kind")
MEASURE = first(programme.Measure.objects.filter(order__isnull=False))
INSTITUTION = by(N.Institution.objects.all(), "is_public")
OFFER = by(N.Offer.objects.all(), "is_public")
PERSON = first(N.Person.objects.filter(user__isnull=True))
USER = first(User.objects.all())


TWO = {"loser": F("institution"), "winner": F("parent")}
of_two = lambda: {ANY: {"kind": "institution", **N.Affiliation.objects.order_by("pk").values(**TWO)[0]}}  # noqa: E731

ABOUT_LISTS = "mailing-list edit-mailing-list ask-mailing-list-anew remove-mailing-list add-to-mailing-list draft-list-use list-table"
EXAMPLES: dict[str, Callable[[], Examples]] = {
    "account_reset_password_from_key": lambda: {ANY: {"uidb36": "1", "key": "x-y"}},
    "accounts:demo-login": USER,
    "accounts:end-grant": pair(Grant, "user", "grant_pk"),
    "accounts:invitation": tokens(of_session=False),
    "accounts:resend": first(Invitation.objects.all()),
    "accounts:withdraw": first(Invitation.objects.all()),
    "core:holiday-edit": first(SchoolHoliday.objects.all()),
    "core:holiday-remove": first(SchoolHoliday.objects.all()),
    "core:outbox-file": pair(MailAttachment, "mail", "file_pk"),
    "core:outbox-mail": by(OutgoingMail.objects.all(), "secret"),
    "governance:attendance-move-take-back": first(G.AttendanceMove.objects.all()),
    "governance:body-guest-new": first(G.Body.objects.all()),
    "governance:body-report-new": first(G.Body.objects.filter(report_first_due_on__isnull=False)),
    "governance:body-new-preset": lambda: {ANY: {"preset": "mettmann_steering"}},
    "governance:chair-end": first(G.Chair.objects.all()),
    "governance:chair-set": first(G.Mandate.objects.all()),
    "governance:deputy-end": first(G.Deputyship.objects.all()),
    "governance:deputy-new": first(G.Mandate.objects.all()),
    "governance:calendar-feed": own_links("calendar", "mitglied"),
    "governance:feed-revoke": first(G.Feed.objects.all()),
    "governance:public-calendar": BODY,
    "governance:public-news": BODY,
    **dict.fromkeys(
        ("governance:follow-topic", "governance:public-topic-news"), first(N.FieldOfAction.objects.all())
    ),
    "governance:follow-body": BODY,
    "governance:unfollow": first(G.Follow.objects.all()),
    "governance:news-feed": own_links("news", "partner"),
    "governance:news-stop": mailed(STOP),
    "governance:shared": shared_links,
    "governance:poll-answer": mailed(POLL, newest=True),
    "governance:calendar-open-body": BODY,
    **dict.fromkeys(("governance:circular-link", "governance:circular-link-file"), links.circular),
    "governance:forum-room": of_forum_tokens,
    "governance:forum-support": of_forum_support,
    "governance:public-conference": by(G.Conference.objects.all(), "audience"),
    "governance:tracker-recommendation": of_numbers,
    "governance:incoming-reply": first(G.IncomingReply.objects.all()),
    "governance:incoming-reply-discard": first(G.IncomingReply.objects.all()),
    "governance:document-file": first(G.BodyDocument.objects.all()),
    "governance:election-new": first(G.SeatRuleRow.objects.all()),
    "governance:vote": of_votes,
    "governance:guest-end": first(G.TopicGuest.objects.all()),
    "governance:self-check-answer": of_self_check,
    "governance:invitation-reply": tokens(of_session=True),
    "governance:item-new": SESSION,
    "governance:items-take-over": SESSION,
    "governance:mandate-new": first(G.SeatRuleRow.objects.all()),
    "governance:body-numbering": first(G.Body.objects.filter(kind="steering_committee")),
    "governance:term-edit": first(G.CouncilTerm.objects.all()),
    "governance:term-remove": first(G.CouncilTerm.objects.all()),
    "governance:decision-unlink": first(G.DecisionLink.objects.all()),
    "governance:minutes-answer": of_objection,
    "governance:minutes-approve-link": mailed(APPROVE),
    "governance:minutes-object-link": objection_tokens,
    "governance:nomination-file": first(G.NominationLetter.objects.all()),
    "governance:nomination-letter": first(G.SeatRuleRow.objects.all()),
    "governance:item-hearing": HEARING,
    "governance:item-hearing-ask": HEARING,
    "governance:item-hearing-waive": HEARING,
    "governance:opinion-link": mailed(OPINION_LINK, newest=True),
    "governance:opinion-resend": first(G.Opinion.objects.filter(answer="")),
    "governance:order-issue": OUTCOME,
    "governance:template-new": first(G.Body.objects.filter(kind="steering_committee")),
    "governance:template-item": first(G.TemplateItem.objects.all()),
    "governance:template-item-remove": first(G.TemplateItem.objects.all()),
    "governance:oparl-download": PUBLIC_FILE,
    "governance:oparl-file": PUBLIC_FILE,
    "governance:oparl-list": lambda: {
        state: {"kind": found["kind"]} for state, found in public_lists().items()
    },
    "governance:oparl-object": of_public_records,
    "governance:oparl-own-list": public_lists,
    "governance:public-paper": PAPER,
    "governance:public-session": PUBLISHED,
    "governance:public-screen": PUBLISHED,
    "governance:order-step": lambda: {
        state: {**found, "name": "annehmen"} for state, found in ORDER().items()
    },
    "governance:public-body": BODY,
    "governance:join-new": by(
        G.Body.objects.filter(kind__in=("steering_committee", "working_group")), "takes_requests"
    ),
    "governance:report-file": first(G.YearlyReport.objects.all()),
    "governance:rotation-new": first(G.SeatRuleRow.objects.all()),
    "governance:rotation-swap": first(
        G.Mandate.objects.filter(rotation__isnull=False).order_by("-starts_on")
    ),
    "governance:rotations": first(G.Body.objects.filter(kind="steering_committee")),
    "governance:seat-rule-new": first(G.Body.objects.all()),
    "governance:side-new": first(G.Body.objects.all()),
    **dict.fromkeys(
        ("network:edit-channel", "network:remove-channel"),
        pair(N.ContactChannel, "institution", "channel_pk"),
    ),
    "network:edit-kind": first(N.InstitutionKind.objects.all()),
    "network:edit-site": pair(N.Site, "institution", "site_pk"),
    "network:remove-site": pair(N.Site, "institution", "site_pk", is_main=False),
    "network:end-stewardship": pair(N.Stewardship, "institution", "stewardship_pk"),
    **dict.fromkeys(("network:keep-apart", "network:merge"), of_two),
    "network:merge-choose": lambda: {kind: {"kind": kind} for kind in ("institution", "person", "unknown")},
    **dict.fromkeys(("network:merge-record", "network:undo-merge"), first(N.Merge.objects.all())),
    "network:own-institution": by(N.Institution.objects.filter(stewardships__isnull=False), "kind"),
    "network:remove-person-channel": pair(N.PersonChannel, "person", "channel_pk"),
    "network:withdraw-objection": pair(N.Objection, "person", "objection_pk"),
    "network:discard-import": first(N.ImportRun.objects.all()),
    "network:edit-field": first(N.FieldOfAction.objects.all()),
    "network:edit-municipality": first(N.Municipality.objects.all()),
    "network:end-function": pair(N.Function, "person", "function_pk"),
    "network:commit-import": first(N.ImportRun.objects.all()),
    "network:import-refused": first(N.ImportRun.objects.all()),
    **dict.fromkeys(
        ("network:remove-school-list", "network:school-list-refused"), first(N.SchoolListCopy.objects.all())
    ),
    "network:import": first(N.ImportRun.objects.all()),
    "network:institution-card": INSTITUTION,
    "network:new-function": PERSON,
    "network:confirm-entry": links.confirmation,
    **dict.fromkeys(
        ("network:answer-survey", "network:judge-as-partner", "network:withdraw-survey"), links.survey
    ),
    "network:judge-answer": by(N.SurveyAnswer.objects.all(), "state"),
    "network:freshness-file": lambda: {ANY: {"stand": "anrufen"}},
    "network:freshness-list": lambda: {stand.value: {"stand": stand.value} for stand in Stand},
    **dict.fromkeys(
        ("network:list-use", "network:edit-list-use", "network:send-list-use", "network:discard-list-use"),
        by(N.ListUse.objects.all(), "state"),
    ),
    "network:list-letters": by(N.ListUse.objects.filter(kind="letter"), "state"),
    **dict.fromkeys((f"network:{name}" for name in ABOUT_LISTS.split()), first(N.MailingList.objects.all())),
    **dict.fromkeys(
        ("network:sheet", "network:commit-sheet", "network:discard-sheet"), first(N.SheetImport.objects.all())
    ),
    "network:choose-for-list": lists.choices,
    "network:drop-list-choice": pair(N.ListChoice, "mailing_list", "choice_pk"),
    "network:sign-off": lists.sign_off,
    "network:prolong-offer": mailed(PROLONG),
    "network:proposal": by(N.ChangeProposal.objects.all(), "state"),
    "network:propose-changes": links.confirmation,
    "network:report-mistake": INSTITUTION,
    "network:ask-provider": OFFER,
    "network:report-mistake-offer": OFFER,
    "portal:text": lambda: {ANY: {"slug": "imprint"}},
    "programme:task-move": pair(programme.Task, "measure", "task_pk"),
    "programme:task-new": MEASURE,
}
ABOUT_INSTITUTIONS = "edit-profile give-s name-succ new-channel new-site set-parent withdraw-succ"
PREFIXES: tuple[tuple[str, Callable[[], Examples]], ...] = (
    ("accounts:", USER),
    ("governance:attendance", SESSION),
    ("governance:body", first(G.Body.objects.filter(kind="steering_committee"))),
    ("governance:self-check", of_self_checks),
    ("governance:urgent-order", by(G.UrgentOrder.objects.all(), "state")),
    ("governance:circular", by(G.CircularResolution.objects.all(), "state")),
    ("governance:conference-report", by(G.ConferenceReport.objects.all(), "state")),
    ("governance:contribution", by(G.Contribution.objects.all(), "state")),
    ("governance:forum", by(G.Forum.objects.all(), "state")),
    ("governance:session-briefing", BRIEFED),
    ("governance:session-conference", CONFERENCE_SESSION),
    ("governance:session-forum", CONFERENCE_SESSION),
    ("governance:decision-record", ITEM),
    ("governance:decision", DECISION),
    ("governance:election", by(G.Election.objects.all(), "state")),
    ("governance:item", ITEM),
    ("governance:join-request", by(G.JoinRequest.objects.all(), "state")),
    ("governance:mandate", first(G.Mandate.objects.all())),
    ("governance:minutes", of_minutes),
    ("governance:order", ORDER),
    ("governance:paper", PAPER),
    ("governance:proposal", PROPOSAL),
    ("governance:template", first(G.SessionTemplate.objects.all())),
    ("governance:recommendation", RECOMMENDATION),
    ("governance:seat-rule", first(G.SeatRuleRow.objects.all())),
    ("governance:session", SESSION),
    ("governance:side", first(G.BodySide.objects.all())),
    ("network:cooperation", by(N.Cooperation.objects.all(), "source")),
    ("network:edit-institution", INSTITUTION),
    *((f"network:{name}", INSTITUTION) for name in ABOUT_INSTITUTIONS.split()),
    ("network:institution", INSTITUTION),
    ("network:public-institution", INSTITUTION),
    ("network:public-offer", OFFER),
    ("network:offer-import", by(N.OfferImport.objects.all(), "state")),
    ("network:offer", OFFER),
    ("network:survey", by(N.NetworkSurvey.objects.all(), "state")),
    ("network:edit-offer", OFFER),
    ("network:", PERSON),
    ("portal:feedback", first(portal.Feedback.objects.all())),
    ("programme:measure", MEASURE),
)


def examples_of(route: str, arguments: tuple[str, ...]) -> Examples:
    """State → arguments of the address; one state "-" for routes without arguments."""
    if not arguments:
        return {ANY: {}}
    exact = EXAMPLES.get(route)
    finder = exact or next(find for prefix, find in PREFIXES if route.startswith(prefix))
    found = finder()
    if len(arguments) == 1:
        return {state: dict(zip(arguments, row.values(), strict=True)) for state, row in found.items()}
    return found
