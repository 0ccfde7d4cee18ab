"""Registers of governance."""

from django.apps import AppConfig


class GovernanceConfig(AppConfig):
    name = "bildungsnetz.governance"
    label = "governance"
    verbose_name = "Gremien"

    def ready(self) -> None:
        from bildungsnetz.governance import receivers  # noqa: F401 - listens from now on
        from bildungsnetz.governance.registers import (
            acts,
            briefings,
            chain,
            circulars,
            following,
            hanging,
            hearing,
            incoming,
            join_requests,
            memberships,
            my_day_bodies,
            my_day_conferences,
            my_day_orders,
            my_day_results,
            my_day_self_checks,
            my_day_sessions,
            navigation,
            personal_data,
            schedule,
            scopes,
            search_bodies,
            sentences,
            sharing,
            ties,
            urgent_orders,
        )

        for register in (
            acts,
            briefings,
            chain,
            following,
            circulars,
            hanging,
            hearing,
            incoming,
            join_requests,
            memberships,
            my_day_bodies,
            my_day_conferences,
            my_day_orders,
            my_day_results,
            my_day_self_checks,
            my_day_sessions,
            navigation,
            personal_data,
            schedule,
            scopes,
            search_bodies,
            sentences,
            sharing,
            ties,
            urgent_orders,
        ):
            register.register()
