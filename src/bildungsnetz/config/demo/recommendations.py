"""Recommendations of the conferences: collected, clustered, adopted, submitted, reported back."""

from datetime import datetime
from functools import partial

from bildungsnetz.config.demo.accounts import PEDAGOGICAL
from bildungsnetz.config.demo.region import Region
from bildungsnetz.config.demo.scripts import RecommendationScript, recommendation_scripts
from bildungsnetz.governance.api import (
    RecommendationState,
    Wording,
    advance_recommendation,
    collect_recommendation,
)

STEPS = {
    "clustered": RecommendationState.CLUSTERED,
    "adopted": RecommendationState.ADOPTED,
    "submitted": RecommendationState.SUBMITTED,
    "reported": RecommendationState.REPORTED_BACK,
}


def note_recommendations(region: Region) -> None:
    """Write the way of every recommendation into the diary; the answers come from decisions."""
    for script in recommendation_scripts():
        if script.small or not region.is_small:
            region.diary.note(region.at(script.days["collected"], 16), partial(_collect, region, script))


def _collect(region: Region, script: RecommendationScript, at: datetime) -> None:
    is_inside = "submitted" not in script.days  # what was submitted gets published
    readers = region.who_may("governance.recommendation.read")
    text = (
        region.canary.mark(script.text, "governance.Recommendation.text", readers)
        if is_inside
        else script.text
    )
    region.recommendations[script.key] = collect_recommendation(
        actor=region.actor(PEDAGOGICAL, at),
        body=region.bodies["konferenz"],
        wording=Wording(
            title=script.title,
            text=text,
            forum=script.forum,
            field_of_action=region.fields_of_action[script.field] if script.field else None,
        ),
        now=at,
    )
    for name, target in STEPS.items():
        if name in script.days:
            region.diary.note(region.at(script.days[name], 17), partial(_advance, region, script, target))


def _advance(region: Region, script: RecommendationScript, target: RecommendationState, at: datetime) -> None:
    region.recommendations[script.key] = advance_recommendation(
        actor=region.actor(PEDAGOGICAL, at),
        recommendation=region.recommendations[script.key],
        target=target,
        text=script.report if target is RecommendationState.REPORTED_BACK else "",
        now=at,
    )
