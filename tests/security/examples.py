"""An example object in each state for every route with arguments, found in the demo region."""

import re
from collections.abc import Callable
from typing import Any

from django.db.models import F, Model, QuerySet

from bildungsnetz.accounts.domain.tokens import hash_of
from bildungsnetz.accounts.models import Grant, Invitation, User
from bildungsnetz.core.models import MailAttachment, OutgoingMail, SchoolHoliday
from bildungsnetz.governance import models as governance
from bildungsnetz.governance.web.forum_entry import new_token
from bildungsnetz.network import models as network
from bildungsnetz.portal import models as portal
from bildungsnetz.programme import models as programme

Examples = dict[str, dict[str, Any]]
ANY = "-"
VOTE_LINK = re.compile(r"/wahl/([\w-]{20,})/")
LINK = re.compile(r"/einladung/(sitzung/)?([\w-]{20,})/")
OBJECTION_LINK = re.compile(r"/protokoll/([\w-]{20,})/")
SURVEY = re.compile(r"/(selbstcheck)/([\w-]{20,})/")
WRONG_TOKEN = "x" * 43


def by(
    rows: QuerySet[Any], field: str, argument: str = "pk", *, column: str = "pk"
) -> Callable[[], Examples]:
    """The first row in each state; the state is the value of the field."""

    def find() -> Examples:
        found: Examples = {}
        for pk, state in rows.all().order_by("pk").values_list(column, field):
            found.setdefault(str(state), {argument: pk})
        return dict(sorted(found.items()))

    return find


def first(rows: QuerySet[Any], argument: str = "pk") -> Callable[[], Examples]:
    """The first row, whatever its state."""
    return lambda: {ANY: {argument: rows.all().order_by("pk").values_list("pk", flat=True)[0]}}


def of_minutes() -> Examples:
    rows = governance.Minutes.objects.order_by("pk").values_list("session_id", "state")
    found: Examples = {}
    for session_id, state in rows:
        found.setdefault(state, {"pk": session_id})
    return dict(sorted(found.items()))


def pair(model: type[Model], parent: str, own: str) -> Callable[[], Examples]:
    """A row and the row it belongs to: pk is the parent's."""

    def find() -> Examples:
        row = model._default_manager.order_by("pk")[0]
        return {ANY: {"pk": getattr(row, f"{parent}_id"), own: row.pk}}

    return find


PROLONG = re.compile(r"/angebot/verlaengern/([^/\s]+)/")


def mailed(pattern: re.Pattern[str]) -> Callable[[], Examples]:
    """A signed link that a mail brought, and one that nobody signed."""

    def find() -> Examples:
        bodies = OutgoingMail.objects.order_by("pk").values_list("body", flat=True)
        sent = next(found.group(1) for body in bodies if (found := pattern.search(body)))
        return {"sent": {"token": sent}, "wrong": {"token": WRONG_TOKEN}}

    return find


def tokens(*, of_session: bool) -> Callable[[], Examples]:
    """A link that was sent, and one that never was."""

    def find() -> Examples:
        found: Examples = {"wrong": {"token": WRONG_TOKEN}}
        for body in OutgoingMail.objects.order_by("pk").values_list("body", flat=True):
            for session, token in LINK.findall(body):
                if bool(session) == of_session:
                    found.setdefault("sent", {"token": token})
        return dict(sorted(found.items()))

    return find


def of_numbers() -> Examples:
    """A published recommendation by its number, and one that is not."""
    rows = governance.Recommendation.objects.order_by("pk")
    chosen = {"published": rows.filter(published_on__isnull=False), "inside": rows.filter(published_on=None)}
    return {state: dict(found.values("year", "number")[0]) for state, found in chosen.items()}


def of_forum_tokens() -> Examples:
    """Somebody who entered the code of the open forum, and somebody who did not."""
    forum = governance.Forum.objects.get(state="open")
    return {"inside": {"token": new_token(forum)}, "wrong": {"token": WRONG_TOKEN}}


def of_self_check() -> Examples:
    """A link that was sent and not used yet, and one that never was."""
    check = governance.SelfCheck.objects.order_by("-opens_on")[0]
    mails = OutgoingMail.objects.filter(about_kind="governance.selfcheck", about_key=str(check.pk))
    links = [
        found[1]
        for body in mails.order_by("pk").values_list("body", flat=True)
        for found in SURVEY.findall(body)
    ]
    unused = next(token for token in links if check.tickets.filter(token_hash=hash_of(token)).exists())
    return {"unused": {"token": unused}, "wrong": {"token": WRONG_TOKEN}}


def of_self_checks() -> Examples:
    """One that is over and has a result, and one that runs."""
    rows = governance.SelfCheck.objects.order_by("opens_on").values_list("pk", flat=True)
    return {"over": {"pk": rows[0]}, "running": {"pk": list(rows)[-1]}}


def of_forum_support() -> Examples:
    said = governance.Contribution.objects.filter(state="shown").order_by("pk")[0]
    return {state: {**token, "pk": said.pk} for state, token in of_forum_tokens().items()}


def of_objection() -> Examples:
    row = governance.MinutesObjection.objects.select_related("minutes").order_by("pk")[0]
    return {ANY: {"session_pk": row.minutes.session_id, "pk": row.pk}}


def objection_tokens() -> Examples:
    """The link of delivered minutes that is still good, and one that never was."""
    mails = OutgoingMail.objects.filter(subject__startswith="Protokoll zur Kenntnis").order_by("-pk")
    found = OBJECTION_LINK.search(mails.values_list("body", flat=True)[0])
    assert found is not None
    return {"sent": {"token": found[1]}, "wrong": {"token": WRONG_TOKEN}}


def of_votes() -> Examples:
    """The link of a vote that was sent, and one that never was."""
    bodies = OutgoingMail.objects.filter(about_kind="governance.election").order_by("pk")
    sent = [VOTE_LINK.findall(body)[0] for body in bodies.values_list("body", flat=True)]
    return {"sent": {"token": sent[-1]}, "wrong": {"token": WRONG_TOKEN}}


def of_public_records() -> Examples:
    """One public object of every kind, and one that never was."""
    rows = governance.PublicRecord.objects.filter(deleted=False).order_by("kind", "pk")
    found = {kind: {"kind": kind, "pk": key} for kind, key in rows.values_list("kind", "key")}
    return found | {"wrong": {"kind": "meeting", "pk": 999_999}}


def public_lists() -> Examples:
    pk = governance.Body.objects.filter(kind="steering_committee").values_list("pk", flat=True)[0]
    return {kind: {"kind": kind, "pk": pk} for kind in ("meeting", "consultation", "unicorn")}


G, N = governance, network
PUBLIC_FILE = by(G.PublicRecord.objects.filter(kind="file"), "deleted", column="key")
SESSION = by(G.Session.objects.filter(body__kind="steering_committee"), "state")
CONFERENCE_SESSION = by(G.Session.objects.filter(body__kind="education_conference"), "conference__audience")
ITEM = by(G.AgendaItem.objects.filter(session__body__kind="steering_committee", fixed=""), "visibility")
DECISION = by(G.Decision.objects.filter(body__kind="steering_committee"), "item__visibility")
OUTCOME = by(G.Decision.objects.filter(body__kind="steering_committee", item__visibility="body"), "outcome")
ORDER = by(G.Order.objects.filter(decision__item__visibility="body"), "state")
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
    "governance:body-guest-new": first(G.Body.objects.all()),
    "governance:body-report-new": first(G.Body.objects.filter(report_first_due_on__isnull=False)),
    "governance:body-new-preset": lambda: {ANY: {"preset": "mettmann_steering"}},
    "governance:chair-end": first(G.Chair.objects.all()),
    "governance:chair-set": first(G.Mandate.objects.all()),
    "governance:deputy-end": first(G.Deputyship.objects.all()),
    "governance:deputy-new": first(G.Mandate.objects.all()),
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
    "governance:decision-unlink": first(G.DecisionLink.objects.all()),
    "governance:minutes-answer": of_objection,
    "governance:minutes-object-link": objection_tokens,
    "governance:nomination-file": first(G.NominationLetter.objects.all()),
    "governance:nomination-letter": first(G.SeatRuleRow.objects.all()),
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
    "governance:order-step": lambda: {
        state: {**found, "name": "annehmen"} for state, found in ORDER().items()
    },
    "governance:public-body": BODY,
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
    **dict.fromkeys(("network:edit-site", "network:remove-site"), pair(N.Site, "institution", "site_pk")),
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
    "network:import": first(N.ImportRun.objects.all()),
    "network:new-function": PERSON,
    "network:prolong-offer": mailed(PROLONG),
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
    ("governance:conference-report", by(G.ConferenceReport.objects.all(), "state")),
    ("governance:contribution", by(G.Contribution.objects.all(), "state")),
    ("governance:forum", by(G.Forum.objects.all(), "state")),
    ("governance:session-conference", CONFERENCE_SESSION),
    ("governance:session-forum", CONFERENCE_SESSION),
    ("governance:decision-record", ITEM),
    ("governance:decision", DECISION),
    ("governance:election", by(G.Election.objects.all(), "state")),
    ("governance:item", ITEM),
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
    ("network:offer", OFFER),
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
