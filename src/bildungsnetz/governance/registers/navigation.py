"""Where governance stands in the office navigation."""

from django.utils.translation import gettext_lazy as _

from bildungsnetz.core.registers import navigation


def register() -> None:
    group = _("Gremien")
    navigation.register(
        order=310,
        label=_("Sitzungen"),
        route="governance:sessions",
        acts={"governance.session.read"},
        group=group,
    )
    navigation.register_public(order=290, label=_("Gremien"), route="governance:public-bodies")
    navigation.register(
        order=345,
        label=_("Selbstcheck"),
        route="governance:self-checks",
        acts={"governance.self_check.read"},
        group=group,
    )
    navigation.register_public(order=300, label=_("Sitzungen"), route="governance:public-sessions")
    navigation.register(
        order=320,
        label=_("Gremien und Mandate"),
        route="governance:bodies",
        acts={"governance.body.read"},
        group=group,
    )
    navigation.register(
        order=325,
        label=_("Wahlen"),
        route="governance:elections",
        acts={"governance.election.run"},
        group=group,
    )
    navigation.register(
        order=330,
        label=_("Empfehlungen"),
        route="governance:recommendations",
        acts={"governance.recommendation.read"},
        group=group,
    )
    navigation.register(
        order=335,
        label=_("Konferenzberichte"),
        route="governance:conference-reports",
        acts={"governance.recommendation.read"},
        group=group,
    )
    navigation.register_public(order=30, label=_("Was wurde daraus?"), route="governance:tracker")
    navigation.register(
        order=340,
        label=_("Beschlüsse"),
        route="governance:decisions",
        acts={"governance.session.read"},
        group=group,
    )
    navigation.register(
        order=410,
        label=_("Aufträge"),
        route="governance:orders",
        acts={"governance.order.read"},
        group=_("Programm"),
    )
