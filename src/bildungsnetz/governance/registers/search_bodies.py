"""Bodies, recommendations and decisions are found by the search of the house."""

from django.utils.translation import gettext_lazy as _

from bildungsnetz.core.registers import search
from bildungsnetz.governance.selectors import search_bodies as entries
from bildungsnetz.governance.selectors import search_decisions, search_public
from bildungsnetz.governance.selectors.decisions import DECISION


def register() -> None:
    search.register(
        entries.BODY, label=_("Gremium"), read=entries.body_entries, visible=entries.visible_bodies
    )
    search.register(
        entries.RECOMMENDATION,
        label=_("Empfehlung"),
        read=entries.recommendation_entries,
        visible=entries.visible_recommendations,
    )
    search.register(
        search_public.PUBLISHED,
        label=_("Empfehlung"),
        read=search_public.published_entries,
        visible=search_public.visible_published,
    )
    search.register(
        DECISION,
        label=_("Beschluss"),
        read=search_decisions.decision_entries,
        visible=search_decisions.visible_decisions,
    )
