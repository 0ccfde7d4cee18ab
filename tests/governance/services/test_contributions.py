"""What people say in a forum becomes recommendations, and every original stays traceable."""

from datetime import timedelta

import pytest

from bildungsnetz.core.actor import SYSTEM
from bildungsnetz.core.errors import NotAllowed, RuleViolation
from bildungsnetz.core.models import AuditEntry
from bildungsnetz.governance.models import Contribution, ContributionSupport
from bildungsnetz.governance.services.conferences import close_forum
from bildungsnetz.governance.services.contributions import (
    enter_contribution,
    merge_contributions,
    refuse_contribution,
    release_contribution,
    support_contribution,
    take_up_contribution,
)
from tests.governance import build
from tests.governance.build_conference import CLOSES, a_contribution, an_open_forum

pytestmark = pytest.mark.django_db


def test_one_form_makes_one_contribution_without_a_name() -> None:
    forum = an_open_forum()
    for _twice in range(2):
        enter_contribution(forum=forum, receipt="r", title=" Mehr Vorlesen ", now=build.NOW)
    said = Contribution.objects.get()
    assert (said.title, said.state, said.supporters) == ("Mehr Vorlesen", "waiting", 0)
    entry = AuditEntry.objects.get(act="governance.contribution.enter")
    assert (entry.actor_id, entry.actor_name) == (None, "Öffentlichkeit")


def test_nothing_is_said_in_a_closed_forum() -> None:
    forum = an_open_forum()
    said = a_contribution(forum)
    late = CLOSES + timedelta(seconds=1)
    with pytest.raises(RuleViolation, match="geschlossen"):
        enter_contribution(forum=forum, receipt="x", title="Zu spät", now=late)
    with pytest.raises(RuleViolation, match="geschlossen"):
        support_contribution(contribution=said, mark="m", now=late)
    assert (Contribution.objects.count(), ContributionSupport.objects.count()) == (1, 0)


def test_what_waits_cannot_be_supported_and_support_counts_once() -> None:
    forum = an_open_forum()
    waiting = a_contribution(forum, shown=False)
    with pytest.raises(RuleViolation):
        support_contribution(contribution=waiting, mark="m", now=build.NOW)
    shown = release_contribution(actor=build.an_actor("pedagogical"), contribution=waiting, now=build.NOW)
    logged = AuditEntry.objects.count()
    for mark in ("m", "m", "n"):
        shown = support_contribution(contribution=shown, mark=mark, now=build.NOW)
    assert (shown.supporters, AuditEntry.objects.count()) == (2, logged)


def test_moderation_is_for_the_office() -> None:
    said = a_contribution(an_open_forum(), shown=False)
    logged = AuditEntry.objects.count()
    with pytest.raises(NotAllowed):
        release_contribution(actor=build.an_actor("co_chair"), contribution=said, now=build.NOW)
    said.refresh_from_db()
    assert (said.state, AuditEntry.objects.count()) == ("waiting", logged)
    with pytest.raises(RuleViolation) as found:
        refuse_contribution(actor=SYSTEM, contribution=said, reason=" ", now=build.NOW)
    assert found.value.field == "reason"
    refused = refuse_contribution(actor=SYSTEM, contribution=said, reason="Name eines Kindes", now=build.NOW)
    assert (refused.state, refused.refusal) == ("refused", "Name eines Kindes")


def test_merging_counts_each_supporter_once_while_open() -> None:
    forum = an_open_forum()
    first, second = a_contribution(forum), a_contribution(forum, "Vorlesepaten")
    for said, mark in ((first, "a"), (first, "b"), (second, "b"), (second, "c")):
        support_contribution(contribution=said, mark=mark, now=build.NOW)
    merged = merge_contributions(
        actor=SYSTEM, forum=forum, contributions=[first, second], title="Vorlesen", now=build.NOW
    )
    first.refresh_from_db()
    assert (merged.supporters, first.state, first.merged_into) == (3, "merged", merged)
    assert [each.title for each in merged.originals.order_by("pk")] == ["Mehr Vorlesen", "Vorlesepaten"]
    support_contribution(contribution=merged, mark="a", now=build.NOW)
    merged.refresh_from_db()
    assert merged.supporters == 3


def test_merging_afterwards_claims_no_more_than_is_certain() -> None:
    forum = an_open_forum()
    first, second = a_contribution(forum), a_contribution(forum, "Vorlesepaten")
    for said, mark in ((first, "a"), (first, "b"), (second, "b")):
        support_contribution(contribution=said, mark=mark, now=build.NOW)
    closed = close_forum(actor=SYSTEM, forum=forum, now=build.NOW)
    merged = merge_contributions(
        actor=SYSTEM, forum=closed, contributions=[first, second], title="Vorlesen", now=build.NOW
    )
    assert merged.supporters == 2


def test_one_alone_is_not_merged() -> None:
    forum = an_open_forum()
    said = a_contribution(forum)
    with pytest.raises(RuleViolation) as found:
        merge_contributions(actor=SYSTEM, forum=forum, contributions=[said], title="X", now=build.NOW)
    assert (found.value.field, Contribution.objects.count()) == ("contributions", 1)


def test_a_contribution_becomes_a_numbered_recommendation_once() -> None:
    said = support_contribution(contribution=a_contribution(an_open_forum()), mark="m", now=build.NOW)
    made = take_up_contribution(actor=SYSTEM, contribution=said, now=build.NOW)
    assert (str(made), made.forum, made.text, made.supporters) == (
        "Empfehlung 1/2026", "Forum Übergänge", "Weil es hilft.", 1,
    )  # fmt: skip
    assert made.contributions.get() == said
    with pytest.raises(RuleViolation, match="schon als Empfehlung"):
        take_up_contribution(actor=SYSTEM, contribution=said, now=build.NOW)
