"""The words of deciding: rules, positions, outcomes.

Source: consensus of the sides (Hochsauerlandkreis: only what Land and Kommune agree on is valid for the co-operation),
consent without objection in conferences (Duisburg, Düsseldorf), simple majority as their fallback.
"""

from __future__ import annotations

from django.db.models import TextChoices
from django.utils.translation import gettext_lazy as _


class DecisionRule(TextChoices):
    """How a body decides."""

    CONSENSUS_SIDES = "consensus_sides", _("Konsens der Seiten")
    CONSENSUS_NO_OBJECTION = "consensus_no_objection", _("Konsens ohne Widerspruch")
    SIMPLE_MAJORITY = "simple_majority", _("einfache Mehrheit")
    INFORMATION_ONLY = "information_only", _("nur Kenntnisnahme")


class Position(TextChoices):
    """What a side says to a proposal; an abstention is not an objection."""

    AGREE = "agree", _("stimmt zu")
    RESERVATION = "reservation", _("stimmt mit Vorbehalt zu")
    OBJECT = "object", _("widerspricht")
    ABSTAIN = "abstain", _("enthält sich")
    NOT_REPRESENTED = "not_represented", _("nicht vertreten")


class Outcome(TextChoices):
    """What came of a proposal."""

    ADOPTED = "adopted", _("beschlossen")
    ADOPTED_WITH_RESERVATION = "adopted_with_reservation", _("mit Vorbehalt beschlossen")
    NO_CONSENSUS = "no_consensus", _("kein Konsens")
    NOTED = "noted", _("zur Kenntnis genommen")
    DEFERRED = "deferred", _("vertagt")


class DecisionState(TextChoices):
    """Whether a decision is still written, stands, or has been overtaken."""

    DRAFT = "draft", _("Entwurf")
    RECORDED = "recorded", _("gefasst")
    SUPERSEDED = "superseded", _("ersetzt")
    REVOKED = "revoked", _("aufgehoben")


class ReasonCode(TextChoices):
    """Why an outcome is what it is; the label is the sentence of the record."""

    SIDE_AGREES = "side_agrees", _("Die Seite stimmt zu.")
    SIDE_RESERVES = "side_reserves", _("Die Seite stimmt mit Vorbehalt zu.")
    SIDE_OBJECTS = "side_objects", _("Die Seite widerspricht.")
    SIDE_ABSTAINS = "side_abstains", _("Die Seite enthält sich; das ist kein Widerspruch.")
    SIDE_NOT_REPRESENTED = "side_not_represented", _("Die Seite ist nicht vertreten.")
    NOBODY_AGREED = "nobody_agreed", _("Keine Seite hat ausdrücklich zugestimmt.")
    NOBODY_OBJECTED = "nobody_objected", _("Niemand hat widersprochen.")
    MEMBER_OBJECTION_NOTED = "member_objection_noted", _("Der Widerspruch eines Mitglieds ist festgehalten.")
    MEMBER_OBJECTION_BLOCKS = (
        "member_objection_blocks",
        _("Der Widerspruch eines Mitglieds verhindert den Beschluss."),
    )
    MAJORITY = "majority", _("Die Mehrheit hat zugestimmt.")
    NO_MAJORITY = "no_majority", _("Es gibt keine Mehrheit der Ja-Stimmen.")
    INFORMATION = "information", _("Das Gremium nimmt zur Kenntnis und beschließt nicht.")
    DEFERRED = "deferred", _("Das Gremium hat die Sache vertagt.")
    COMPETENCE = (
        "competence",
        _("Die Angelegenheit bleibt bei der bisher zuständigen Stelle (§ 78a Abs. 4 SchulG NRW)."),
    )
