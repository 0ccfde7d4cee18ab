"""How examples are found in the demo region: rows by state, links in mails, tokens."""

import re
from collections.abc import Callable
from datetime import timedelta
from typing import Any

from django.db.models import Model, QuerySet

from bildungsnetz.accounts.api import User, actor_for
from bildungsnetz.accounts.domain.tokens import hash_of
from bildungsnetz.core import clock
from bildungsnetz.core.models import OutgoingMail
from bildungsnetz.governance import models as governance
from bildungsnetz.governance.domain.feeds import FeedKind
from bildungsnetz.governance.services.feeds import open_feed
from bildungsnetz.governance.services.sharing import open_summary_link
from bildungsnetz.governance.web.forum_entry import new_token

Examples = dict[str, dict[str, Any]]
ANY = "-"
VOTE_LINK = re.compile(r"/wahl/([\w-]{20,})/")
LINK = re.compile(r"/einladung/(sitzung/)?([\w-]{20,})/")
OBJECTION_LINK = re.compile(r"/protokoll/([\w-]{20,})/")
SURVEY = re.compile(r"/(selbstcheck)/([\w-]{20,})/")
POLL = re.compile(r"/meinungsbild/([\w-]{20,})/")
STOP = re.compile(r"/neuigkeiten/abmelden/([^/\s]+)/")
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


def pair(model: type[Model], parent: str, own: str, **having: object) -> Callable[[], Examples]:
    """The first row that is so, and the row it belongs to: pk is the parent's."""

    def find() -> Examples:
        row = model._default_manager.filter(**having).order_by("pk")[0]
        return {ANY: {"pk": getattr(row, f"{parent}_id"), own: row.pk}}

    return find


APPROVE = re.compile(r"/protokoll-freigabe/([\w-]{20,})/")
OPINION_LINK = re.compile(r"/stellungnahme/([\w-]{20,})/")
PROLONG = re.compile(r"/angebot/verlaengern/([^/\s]+)/")


def mailed(pattern: re.Pattern[str], *, newest: bool = False) -> Callable[[], Examples]:
    """A link that the first (or newest) such mail brought, and one that nobody was sent."""

    def find() -> Examples:
        bodies = OutgoingMail.objects.order_by("-pk" if newest else "pk").values_list("body", flat=True)
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


def own_links(kind: str, account: str) -> Callable[[], Examples]:
    """A fresh link of an account, and one that never was. A link is as good as the account: it shows what that may see."""

    def find() -> Examples:
        actor = actor_for(User.objects.get(email=f"{account}@demo.example"), now=clock.now())
        token = open_feed(actor=actor, kind=FeedKind(kind), now=clock.now())
        return {"own": {"token": token}, "wrong": {"token": WRONG_TOKEN}}

    return find


def shared_links() -> Examples:
    """A fresh link to what the member passed on, and one that never was."""
    actor = actor_for(User.objects.get(email="mitglied@demo.example"), now=clock.now())
    summary = governance.SharedSummary.objects.select_related("session__body").order_by("pk")[0]
    until = clock.day_of(clock.now()) + timedelta(days=60)
    token = open_summary_link(actor=actor, session=summary.session, link_until=until, now=clock.now())
    return {"sent": {"token": token}, "wrong": {"token": WRONG_TOKEN}}


def of_public_records() -> Examples:
    """One public object of every kind, and one that never was."""
    rows = governance.PublicRecord.objects.filter(deleted=False).order_by("kind", "pk")
    found = {kind: {"kind": kind, "pk": key} for kind, key in rows.values_list("kind", "key")}
    return found | {"wrong": {"kind": "meeting", "pk": 999_999}}


def public_lists() -> Examples:
    pk = governance.Body.objects.filter(kind="steering_committee").values_list("pk", flat=True)[0]
    return {kind: {"kind": kind, "pk": pk} for kind in ("meeting", "consultation", "unicorn")}
