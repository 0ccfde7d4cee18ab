"""Registers of frontdoor."""

from django.apps import AppConfig
from django.utils.translation import gettext_lazy as _

from bildungsnetz.core.registers import navigation


class FrontdoorConfig(AppConfig):
    name = "bildungsnetz.frontdoor"
    label = "frontdoor"
    verbose_name = "Eingang"

    def ready(self) -> None:
        navigation.register(order=10, label=_("Heute"), route="frontdoor:my-day", acts=set())
        navigation.register_public(order=10, label=_("Einrichtungen"), route="network:directory")
        navigation.register_public(order=20, label=_("Angebote"), route="network:public-offers")
