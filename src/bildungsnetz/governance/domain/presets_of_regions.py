"""Bodies of other regions of North Rhine-Westphalia, as far as they are published.

Source: domain report, 1.3, each region from its own pages or papers:
Duisburg (duisburg.de, Bildungsregion, Lenkungskreis, Bildungskonferenz and Handlungsforen), Olpe (kreis-olpe.de,
Lenkungskreis), Euskirchen (politik-bei-uns.de, decision on the parity of seats), Rhein-Sieg (rhein-sieg-kreis.de, amt 40),
Soest (kreis-soest.de, Lenkungskreis; the seats of the cities rotate since 2014). What a page does not say is left open as
a seat that may stay empty.
"""

from __future__ import annotations

from django.utils.translation import gettext_lazy as _

from bildungsnetz.governance.domain.chairs import ChairModel
from bildungsnetz.governance.domain.decision_kinds import DecisionRule
from bildungsnetz.governance.domain.preset_shape import BodyKind, BodyPreset
from bildungsnetz.governance.domain.seats import SeatRule
from bildungsnetz.governance.domain.sides import (
    KOMMUNE,
    LAND,
    OFFICE,
    PARTNERS,
    SCHOOLS,
    SIDE_KOMMUNE,
    SIDE_LAND,
    SIDE_OFFICE,
    SIDE_PARTNERS,
    SIDE_SCHOOLS,
)

SUPERVISION = _("Bezirksregierung und Schulamt")

DUISBURG_STEERING = BodyPreset(
    key="duisburg_steering",
    name=_("Lenkungskreis Duisburg"),
    kind=BodyKind.STEERING_COMMITTEE,
    # Led equally by the Dezernentin of the city and the Regionaldezernentin of the Bezirksregierung.
    chair_model=ChairModel.CO_CHAIRS,
    decision_rule=DecisionRule.CONSENSUS_SIDES,
    sides=(SIDE_LAND, SIDE_KOMMUNE),
    seat_rules=(
        SeatRule("regionaldezernat", LAND, _("Regionaldezernat"), 1, 1, _("Bezirksregierung")),
        SeatRule(
            "dezernat", KOMMUNE, _("Dezernat der Stadt"), 1, 1, _("Oberbürgermeisterin oder -bürgermeister")
        ),
        SeatRule("weitere-land", LAND, _("weitere Mitglieder des Landes"), 0, 6, _("Bezirksregierung")),
        SeatRule("weitere-stadt", KOMMUNE, _("weitere Mitglieder der Stadt"), 0, 6, _("Stadt")),
    ),
    region="duisburg",
)
DUISBURG_CONFERENCE = BodyPreset(
    key="duisburg_conference",
    name=_("Bildungskonferenz Duisburg"),
    kind=BodyKind.EDUCATION_CONFERENCE,
    # Led by the mayor; recommends and prioritises by mutual consent; about 200 people, invited by topic.
    chair_model=ChairModel.SINGLE,
    decision_rule=DecisionRule.CONSENSUS_NO_OBJECTION,
    sides=(SIDE_LAND, SIDE_KOMMUNE, SIDE_SCHOOLS, SIDE_PARTNERS),
    seat_rules=(
        SeatRule("leitung", KOMMUNE, _("Leitung"), 1, 1, _("Stadt")),
        SeatRule("eingeladene", PARTNERS, _("nach Thema Eingeladene"), 0, 220, _("Lenkungskreis")),
    ),
    region="duisburg",
    parent="duisburg_steering",
)
DUISBURG_FORUM = BodyPreset(
    key="duisburg_forum",
    name=_("Handlungsforum Duisburg"),
    kind=BodyKind.WORKING_GROUP,
    # A coordinator with a deputy; an own annual plan; reports at least once a year.
    chair_model=ChairModel.SINGLE,
    decision_rule=DecisionRule.INFORMATION_ONLY,
    sides=(SIDE_LAND, SIDE_KOMMUNE, SIDE_SCHOOLS, SIDE_PARTNERS),
    seat_rules=(
        SeatRule("koordination", PARTNERS, _("Koordination"), 1, 1, _("Lenkungskreis")),
        SeatRule("mitglieder", PARTNERS, _("Mitglieder"), 1, 20, _("Lenkungskreis")),
    ),
    reports_yearly=True,
    region="duisburg",
    parent="duisburg_steering",
)
OLPE_STEERING = BodyPreset(
    key="olpe_steering",
    name=_("Lenkungskreis Olpe"),
    kind=BodyKind.STEERING_COMMITTEE,
    chair_model=ChairModel.CO_CHAIRS,
    decision_rule=DecisionRule.CONSENSUS_SIDES,
    sides=(SIDE_LAND, SIDE_KOMMUNE, SIDE_SCHOOLS, SIDE_OFFICE),
    seat_rules=(
        SeatRule("obere-schulaufsicht", LAND, _("obere Schulaufsicht"), 1, 1, _("Bezirksregierung")),
        SeatRule("untere-schulaufsicht", LAND, _("untere Schulaufsicht"), 1, 1, _("Schulamt")),
        SeatRule("kreisdirektor", KOMMUNE, _("Kreisdirektorin oder Kreisdirektor"), 1, 1, _("Kreis")),
        SeatRule(
            "buergermeister",
            KOMMUNE,
            _("Bürgermeisterin oder Bürgermeister"),
            1,
            1,
            _("Städte und Gemeinden"),
        ),
        SeatRule("fachbereiche", KOMMUNE, _("Fachbereichsleitungen"), 2, 2, _("Kreis")),
        SeatRule(
            "sekundarstufe", SCHOOLS, _("Schulleitung einer weiterführenden Schule"), 1, 1, _("Schulen")
        ),
        SeatRule("grundschule", SCHOOLS, _("Schulleitung einer Grundschule"), 1, 1, _("Grundschulen")),
        SeatRule("bildungsbuero", OFFICE, _("Bildungsbüro"), 1, 4, _("Land und Kreis")),
    ),
    region="olpe",
)
OLPE_TEAM = BodyPreset(
    key="olpe_team",
    name=_("Lenkungsgruppe Olpe"),
    kind=BodyKind.STEERING_TEAM,
    # Meets up to ten times a year and prepares what the Lenkungskreis decides.
    chair_model=ChairModel.SINGLE,
    decision_rule=DecisionRule.INFORMATION_ONLY,
    sides=(SIDE_LAND, SIDE_KOMMUNE, SIDE_OFFICE),
    seat_rules=(
        SeatRule("kreisdirektor", KOMMUNE, _("Kreisdirektorin oder Kreisdirektor"), 1, 1, _("Kreis")),
        SeatRule("fachbereich", KOMMUNE, _("Fachbereichs- und Fachdienstleitung"), 2, 2, _("Kreis")),
        SeatRule("untere-schulaufsicht", LAND, _("untere Schulaufsicht"), 3, 3, _("Schulamt")),
        SeatRule(
            "integrationszentrum", KOMMUNE, _("Leitung des Kommunalen Integrationszentrums"), 1, 1, _("Kreis")
        ),
        SeatRule("bildungsbuero", OFFICE, _("Leitung des Bildungsbüros"), 1, 1, _("Land und Kreis")),
        SeatRule("koordinierung", KOMMUNE, _("Leitung der Kommunalen Koordinierung"), 0, 1, _("Kreis")),
    ),
    region="olpe",
    parent="olpe_steering",
)
EUSKIRCHEN_STEERING = BodyPreset(
    key="euskirchen_steering",
    name=_("Lenkungskreis Euskirchen"),
    kind=BodyKind.STEERING_COMMITTEE,
    chair_model=ChairModel.CO_CHAIRS,
    decision_rule=DecisionRule.CONSENSUS_SIDES,
    sides=(SIDE_LAND, SIDE_KOMMUNE),
    # Parity: six seats for the Land, six for Kreis and municipalities; how those six are shared has changed already.
    seat_rules=(
        SeatRule("land", LAND, _("Vertretung des Landes"), 6, 6, SUPERVISION),
        SeatRule(
            "kommunen", KOMMUNE, _("Kreis, Städte und Gemeinden"), 6, 6, _("Kreis, Städte und Gemeinden")
        ),
    ),
    total_max=12,
    region="euskirchen",
)
RHEIN_SIEG_STEERING = BodyPreset(
    key="rhein_sieg_steering",
    name=_("Lenkungskreis Rhein-Sieg"),
    kind=BodyKind.STEERING_COMMITTEE,
    chair_model=ChairModel.CO_CHAIRS,
    decision_rule=DecisionRule.CONSENSUS_SIDES,
    sides=(SIDE_LAND, SIDE_KOMMUNE, SIDE_SCHOOLS),
    seat_rules=(
        SeatRule("land", LAND, _("Vertretung des Landes"), 2, 2, SUPERVISION),
        SeatRule("kreis", KOMMUNE, _("Kreis"), 2, 2, _("Kreis")),
        SeatRule("troisdorf", KOMMUNE, _("Stadt Troisdorf"), 1, 1, _("Stadt Troisdorf")),
        SeatRule(
            "uebrige-staedte", KOMMUNE, _("alle anderen Städte und Gemeinden gemeinsam"), 1, 1, _("Städte")
        ),
        SeatRule(
            "lehrkraft-troisdorf", SCHOOLS, _("Lehrkraft aus Troisdorf"), 1, 1, _("Schulen in Troisdorf")
        ),
        SeatRule(
            "lehrkraft-kreis",
            SCHOOLS,
            _("Lehrkraft aus dem Kreis"),
            1,
            1,
            _("übrige Mitglieder des Lenkungskreises"),
        ),
    ),
    total_max=8,
    region="rhein_sieg",
)
SOEST_STEERING = BodyPreset(
    key="soest_steering",
    name=_("Lenkungskreis Soest"),
    kind=BodyKind.STEERING_COMMITTEE,
    # One speaker; the office only advises; two seats of the cities rotate among three persons.
    chair_model=ChairModel.SINGLE,
    decision_rule=DecisionRule.CONSENSUS_SIDES,
    sides=(SIDE_LAND, SIDE_KOMMUNE, SIDE_SCHOOLS, SIDE_PARTNERS, SIDE_OFFICE),
    seat_rules=(
        SeatRule("schulaufsicht", LAND, _("Schulaufsicht"), 1, 4, SUPERVISION),
        SeatRule("kreis", KOMMUNE, _("Kreis und Jugendhilfe"), 1, 3, _("Kreis")),
        SeatRule("staedte", KOMMUNE, _("Städte und Gemeinden (im Wechsel)"), 2, 2, _("Städte und Gemeinden")),
        SeatRule("schulen", SCHOOLS, _("Schulen"), 1, 4, _("Schulen")),
        SeatRule(
            "partner", PARTNERS, _("Wirtschaft, Arbeitsverwaltung, Hochschulen"), 0, 8, _("Einrichtungen")
        ),
        SeatRule("bildungsbuero", OFFICE, _("Bildungsbüro"), 0, 4, advisory=True),
    ),
    region="soest",
)

REGIONAL = (
    DUISBURG_STEERING,
    DUISBURG_CONFERENCE,
    DUISBURG_FORUM,
    OLPE_STEERING,
    OLPE_TEAM,
    EUSKIRCHEN_STEERING,
    RHEIN_SIEG_STEERING,
    SOEST_STEERING,
)
