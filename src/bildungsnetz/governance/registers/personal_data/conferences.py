"""Conferences, forums, contributions, reports."""

from bildungsnetz.core.registers.personal_data import declare
from bildungsnetz.governance.registers.personal_data.words import BASIS, PERMANENT


def register() -> None:
    declare("governance.Conference", impersonal={"session", "audience", "introduction", "version"})
    declare(
        "governance.Forum",
        impersonal={"conference", "title", "question", "order", "state", "code", "closes_at", "version"},
    )
    declare(
        "governance.Contribution",
        personal={
            "title": "Beitrag ohne Namen; kann von Personen handeln",
            "text": "Beitrag ohne Namen; kann von Personen handeln",
            "refusal": "Grund der Moderation",
        },
        impersonal={
            "forum",
            "receipt",
            "state",
            "supporters",
            "merged_into",
            "recommendation",
            "entered_at",
            "version",
        },
        basis=BASIS,
        retention=PERMANENT,
    )
    declare(
        "governance.ContributionSupport",
        personal={"mark": "damit eine Stimme einmal zählt, ohne Bezug zu einer Person"},
        impersonal={"contribution"},
        basis=BASIS,
        retention="mit dem Schließen des Forums, spätestens am Tag danach",
        days=1,
    )
    declare(
        "governance.ConferenceReport",
        impersonal={
            "body",
            "until_on",
            "introduction",
            "state",
            "drafted_on",
            "closed_on",
            "version",
        },
    )
