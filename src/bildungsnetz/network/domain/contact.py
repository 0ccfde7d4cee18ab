"""Ways of contact: what they are for, on which legal basis those of persons are held, and what persons object to.

Source: DSGVO Art. 6 para. 1 (a) consent, (b) contract, (e) task in the public interest with § 3 DSG NRW; Art. 21
objection. Authorities cannot rely on (f) in the performance of their tasks (Art. 6 para. 1, last sentence).
"""

from __future__ import annotations

from enum import StrEnum
from typing import TYPE_CHECKING, Final

from django.utils.translation import gettext_lazy as _

if TYPE_CHECKING:
    from django.utils.functional import _StrPromise

GENERAL: Final = "general"

PURPOSE_NAMES: Final[dict[str, _StrPromise]] = {
    GENERAL: _("Allgemein"),
    "office": _("Sekretariat"),
    "registration": _("Anmeldung"),
    "counselling": _("Beratung"),
    "invitations": _("Funktionspostfach für Einladungen"),
    "press": _("Presse"),
    "privacy": _("Datenschutz"),
    "merged": _("Aus zusammengeführtem Eintrag"),
}
"""What a channel of an institution is for; a mailbox of a function outlives the person who reads it."""


class PersonPurpose(StrEnum):
    """What a channel of a person may be used for."""

    WORK = "work"
    INVITATIONS = "invitations"
    MAILINGS = "mailings"
    URGENT = "urgent"


PERSON_PURPOSE_NAMES: Final[dict[PersonPurpose, _StrPromise]] = {
    PersonPurpose.WORK: _("Zusammenarbeit"),
    PersonPurpose.INVITATIONS: _("Einladungen und Unterlagen"),
    PersonPurpose.MAILINGS: _("Rundschreiben"),
    PersonPurpose.URGENT: _("Nur in dringenden Fällen"),
}

LIST_PURPOSES: Final = {
    purpose.value: PERSON_PURPOSE_NAMES[purpose]
    for purpose in (PersonPurpose.MAILINGS, PersonPurpose.INVITATIONS, PersonPurpose.WORK)
}
"""What a mailing list may be for: nobody is written to in a series "only in urgent cases"."""

PERSON_CHANNEL_NAMES: Final[dict[str, _StrPromise]] = {
    "email": _("E-Mail"),
    "phone": _("Telefon"),
    "mobile": _("Mobiltelefon"),
    "post": _("Postanschrift"),
}


class LegalBasis(StrEnum):
    """On which letter of Art. 6 para. 1 DSGVO a channel of a person is held."""

    TASK = "task"
    CONSENT = "consent"
    CONTRACT = "contract"


BASIS_NAMES: Final[dict[LegalBasis, _StrPromise]] = {
    LegalBasis.TASK: _("Öffentliche Aufgabe (Art. 6 Abs. 1 lit. e DSGVO)"),
    LegalBasis.CONSENT: _("Einwilligung (Art. 6 Abs. 1 lit. a DSGVO)"),
    LegalBasis.CONTRACT: _("Vertrag (Art. 6 Abs. 1 lit. b DSGVO)"),
}


class ObjectionSubject(StrEnum):
    """What a person can object to."""

    MAILINGS = "mailings"
    PUBLIC_NAME = "public_name"


OBJECTION_NAMES: Final[dict[ObjectionSubject, _StrPromise]] = {
    ObjectionSubject.MAILINGS: _("Rundschreiben und Serienbriefe"),
    ObjectionSubject.PUBLIC_NAME: _("Nennung des Namens in der Öffentlichkeit"),
}
