"""The coming Bildungskonferenz with its forums, an open conference, what the public may follow, and the report."""

from datetime import datetime, timedelta
from functools import partial

from bildungsnetz.config.demo.accounts import CLERK, PEDAGOGICAL
from bildungsnetz.config.demo.forum_scripts import ContributionScript, ForumScript, forum_texts
from bildungsnetz.config.demo.region import Region
from bildungsnetz.governance.api import (
    Conference,
    ConferenceReport,
    Contribution,
    Forum,
    RecommendationState,
    Session,
    Wording,
    add_forum,
    close_report,
    collect_recommendation,
    draft_report,
    enter_contribution,
    merge_contributions,
    merge_recommendations,
    open_forum,
    plan_session,
    publish_recommendations,
    refuse_contribution,
    release_contribution,
    set_up_conference,
    support_contribution,
    take_up_contribution,
)

MODERATE = "governance.forum.moderate"
PREPARED, DRAFTED = -3, -1
REPORTED, REPORTED_UNTIL = -10, -338  # what was collected by then has its answer
PUBLISHED = (-310, -2)
NOT_YET = {RecommendationState.ADOPTED, RecommendationState.COLLECTED, RecommendationState.CLUSTERED}


def note_conferences(region: Region) -> None:
    """What the office does for the coming conference during the last days, and what it published before."""
    for day in PUBLISHED:
        region.diary.note(region.at(day, 17, 30), partial(_publish, region))
    region.diary.note(region.at(REPORTED, 11), partial(_report, region))
    region.diary.note(region.at(PREPARED, 9), partial(_prepare, region))
    region.diary.note(region.at(PREPARED, 10), partial(_plan_open_day, region))
    region.diary.note(region.at(PREPARED, 11), partial(_merge_alike, region))
    region.diary.note(region.at(DRAFTED, 11), partial(_draft_report, region, DRAFTED))


def _merge_alike(region: Region, at: datetime) -> None:
    """Two forums asked for the same: their recommendations become one."""
    actor, script = region.actor(PEDAGOGICAL, at), forum_texts().alike
    both = [
        collect_recommendation(
            actor=actor, body=region.bodies["konferenz"], wording=Wording(title=title, text=""), now=at
        )
        for title in script.originals
    ]
    merge_recommendations(
        actor=actor, recommendations=both, wording=Wording(title=script.title, text=script.text), now=at
    )


def _publish(region: Region, at: datetime) -> None:
    """What the Lenkungskreis has got and is not public yet."""
    known = [row for row in region.recommendations.values() if row.state not in NOT_YET]
    if known:
        publish_recommendations(actor=region.actor(CLERK, at), recommendations=known, now=at)
    for key, row in region.recommendations.items():
        row.refresh_from_db()
        region.recommendations[key] = row


def _prepare(region: Region, at: datetime) -> None:
    texts = forum_texts()
    session = _coming(region)
    conference = set_up_conference(
        actor=region.actor(PEDAGOGICAL, at),
        session=session,
        audience="members",
        introduction=texts.introduction,
        now=at,
    )
    for script in texts.forum:
        _add(region, conference, script, at)


def _coming(region: Region) -> Session:
    found = region.bodies["konferenz"].sessions.select_related("body").filter(starts_at__gte=region.now)
    return found.order_by("starts_at")[0]


def _add(region: Region, conference: Conference, script: ForumScript, at: datetime) -> None:
    actor = region.actor(PEDAGOGICAL, at)
    forum = add_forum(
        actor=actor, conference=conference, title=script.title, question=script.question, now=at
    )
    if not script.is_open:
        return
    forum = open_forum(actor=actor, forum=forum, closes_at=conference.session.ends_at, now=at)
    made = {
        each.title: _contribute(region, forum, each, at + timedelta(minutes=7 * number))
        for number, each in enumerate(script.contribution)
    }
    merged = forum_texts().merged
    merge_contributions(
        actor=actor,
        forum=forum,
        contributions=[made[title] for title in merged.originals],
        title=merged.title,
        text=merged.text,
        now=at + timedelta(hours=2),
    )


def _contribute(region: Region, forum: Forum, script: ContributionScript, at: datetime) -> Contribution:
    is_hidden = script.waiting or bool(script.refused)
    kept = _secret(region) if is_hidden else _plain
    made = enter_contribution(
        forum=forum,
        receipt=f"demo {script.title}"[:64],
        title=kept(script.title, "governance.Contribution.title"),
        text=kept(script.text, "governance.Contribution.text"),
        now=at,
    )
    actor = region.actor(PEDAGOGICAL, at)
    if script.refused:
        reason = _secret(region)(script.refused, "governance.Contribution.refusal")
        return refuse_contribution(actor=actor, contribution=made, reason=reason, now=at)
    if script.waiting:
        return made
    made = release_contribution(actor=actor, contribution=made, now=at)
    for number in range(script.supporters):
        made = support_contribution(contribution=made, mark=f"demo {number}", now=at)
    if script.taken_up:
        take_up_contribution(actor=actor, contribution=made, now=at)
    return made


def _plan_open_day(region: Region, at: datetime) -> None:
    script = forum_texts().open_day
    starts_at = region.at(script.day, script.hour)
    session = plan_session(
        actor=region.actor(CLERK, at),
        body=region.bodies["konferenz"],
        starts_at=starts_at,
        ends_at=starts_at + timedelta(minutes=script.length),
        place=script.place,
        now=at,
    )
    conference = set_up_conference(
        actor=region.actor(PEDAGOGICAL, at),
        session=session,
        audience="open",
        introduction=script.introduction,
        now=at,
    )
    for forum in script.forum:
        _add(region, conference, forum, at)


def _report(region: Region, at: datetime) -> None:
    """The report on what was collected first is closed."""
    report = _draft_report(region, REPORTED_UNTIL, at)
    close_report(actor=region.actor(CLERK, at), report=report, now=at)
    for row in region.recommendations.values():
        row.refresh_from_db()


def _draft_report(region: Region, until: int, at: datetime) -> ConferenceReport:
    return draft_report(
        actor=region.actor(CLERK, at),
        body=region.bodies["konferenz"],
        until_on=region.day(until),
        introduction=forum_texts().report.introduction,
        now=at,
    )


def _secret(region: Region) -> "partial[str]":
    """Marks a text that only moderators may read."""
    return partial(_mark, region)


def _mark(region: Region, text: str, where: str) -> str:
    return region.canary.mark(text, where, region.who_may(MODERATE))


def _plain(text: str, _where: str) -> str:
    return text
