"""What the register can be searched by: each criterion says what it is called, what can be chosen and what it finds.

A criterion is about the institution, about what somebody does there, or about the person. Where the other side is looked
for, functions that are current on the day lead there.
"""

from collections.abc import Callable
from dataclasses import dataclass
from enum import Enum
from typing import Any, Final

from django.db.models import Q
from django.utils.functional import Promise
from django.utils.translation import gettext_lazy as _

from bildungsnetz.core.actor import Actor
from bildungsnetz.core.registers import memberships
from bildungsnetz.network.domain import offer_words
from bildungsnetz.network.domain.freshness import STAND_NAMES, Stand
from bildungsnetz.network.domain.functions import FUNCTION_NAMES
from bildungsnetz.network.domain.kinds import GROUP_NAMES
from bildungsnetz.network.domain.languages import LANGUAGES
from bildungsnetz.network.domain.questions import Condition
from bildungsnetz.network.domain.school_keys import SCHOOL_FORMS
from bildungsnetz.network.domain.target_groups import TARGET_GROUPS
from bildungsnetz.network.selectors import conditions as find
from bildungsnetz.network.selectors.asking import Asking
from bildungsnetz.network.selectors.institutions import fields_of_action, municipalities
from bildungsnetz.network.selectors.kinds import institution_kinds, plural_choices

Choices = list[tuple[str, Any]]
KILOMETRES: Final = ("1", "2", "5", "10", "20", "50")


class About(Enum):
    """Whose property a criterion asks for."""

    INSTITUTION = "institution"
    FUNCTION = "function"
    PERSON = "person"


class Input(Enum):
    """How the value is typed."""

    CHOICE = "choice"
    TEXT = "text"
    NEAR = "near"
    NONE = "none"


Finder = Callable[[Condition, Asking], Q]


@dataclass(frozen=True, slots=True)
class Criterion:
    key: str
    label: str | Promise
    about: About
    find: Finder
    input: Input = Input.CHOICE
    choices: Callable[[Actor], Choices] = lambda _actor: []


def _kinds(_actor: Actor) -> Choices:
    """The groups of the taxonomy, then its kinds: a group stands for all its kinds, also those to come."""
    groups = [(f"gruppe:{group.value}", name) for group, name in GROUP_NAMES.items()]
    return [(str(_("Ganze Gruppen")), groups), *plural_choices(list(institution_kinds()))]


def _cities(_actor: Actor) -> Choices:
    return [(str(city.pk), city.name) for city in municipalities()]


def _fields(_actor: Actor) -> Choices:
    return [(str(field.pk), field.name) for field in fields_of_action()]


def _of(names: Any) -> Callable[[Actor], Choices]:
    return lambda _actor: [(str(getattr(key, "value", key)), name) for key, name in names.items()]


_STEPS: Final = {str(step): str(step) for step in range(1, 10)}
_STANDS: Final = {
    stand: STAND_NAMES[stand] for stand in (Stand.CONFIRMED, Stand.UNCONFIRMED, Stand.RESTING, Stand.SILENT)
}
INST, FUNC, PERS = About.INSTITUTION, About.FUNCTION, About.PERSON
_ALL: Final = (
    Criterion("art", _("Art der Einrichtung"), INST, find.of_kind, choices=_kinds),
    Criterion("ort", _("Stadt oder Gemeinde"), INST, find.in_city, choices=_cities),
    Criterion("schulform", _("Schulform"), INST, find.of_form, choices=_of(SCHOOL_FORMS)),
    Criterion("index-ab", _("Schulsozialindex mindestens"), INST, find.index_from, choices=_of(_STEPS)),
    Criterion("index-bis", _("Schulsozialindex höchstens"), INST, find.index_to, choices=_of(_STEPS)),
    Criterion("handlungsfeld", _("Handlungsfeld"), INST, find.in_field, choices=_fields),
    Criterion("zielgruppe", _("Zielgruppe"), INST, find.for_group, choices=_of(TARGET_GROUPS)),
    Criterion("sprache", _("Sprache der Einrichtung"), INST, find.in_language, choices=_of(LANGUAGES)),
    Criterion("angebot", _("Hat ein Angebot zum Thema"), INST, find.offers_topic, choices=_of(offer_words.TOPICS)),
    Criterion("kooperation", _("Hat eine Kooperation zum Thema"), INST, find.works_on, choices=_fields),
    Criterion("partner-art", _("Kooperiert mit einer Einrichtung der Art"), INST, find.works_with_kind, choices=_kinds),
    Criterion("partner", _("Kooperiert mit (Name enthält)"), INST, find.works_with, Input.TEXT),
    Criterion("naehe", _("Liegt in der Nähe von"), INST, find.near, Input.NEAR),
    Criterion("aktualitaet", _("Aktualität des Eintrags"), INST, find.standing_as, choices=_of(_STANDS)),
    Criterion("post", _("Einrichtung hat eine E-Mail-Adresse"), INST, find.has_mail, Input.NONE),
    Criterion("funktion", _("Funktion der Person"), FUNC, find.in_function, choices=_of(FUNCTION_NAMES)),
    Criterion("gremium", _("Mitglied im Gremium"), PERS, find.member_of, choices=memberships.choices),
    Criterion("erreichbar", _("Person hat eine E-Mail-Adresse"), PERS, find.person_has_mail, Input.NONE),
    Criterion("konto", _("Person hat ein Konto"), PERS, find.has_account, Input.NONE),
)  # fmt: skip
CRITERIA: Final[dict[str, Criterion]] = {criterion.key: criterion for criterion in _ALL}
ABOUT_NAMES: Final = {INST: _("Einrichtung"), FUNC: _("Funktion"), PERS: _("Person")}


def criterion_choices() -> Choices:
    """All criteria for a form, by what they are about."""
    return [
        (str(name), [(each.key, each.label) for each in _ALL if each.about is about])
        for about, name in ABOUT_NAMES.items()
    ]
