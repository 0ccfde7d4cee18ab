"""The text of one serial mail: greeting, what the office wrote, why one gets it and how to end that."""

from django.conf import settings
from django.utils.translation import gettext as _

from bildungsnetz.core.web.addresses import absolute
from bildungsnetz.network.models import ListRecipient, ListUse
from bildungsnetz.network.selectors.list_runs import sign_off_token


def body_of(use: ListUse, row: ListRecipient, greeting: str) -> str:
    """The whole text; a preview has a row that is not stored yet, and its link leads nowhere."""
    return "\n".join([greeting, "", use.body, "", "-- ", *_foot(use, row)])


def _foot(use: ListUse, row: ListRecipient) -> list[str]:
    known = use.mailing_list
    return [
        settings.NETWORK_NAME,
        _("Warum Sie diese Nachricht bekommen: %(why)s.") % {"why": row.why},
        _("Zweck: %(purpose)s. Rechtsgrundlage: %(basis)s.")
        % {"purpose": known.get_purpose_display(), "basis": known.get_basis_display()},
        _("Keine Nachrichten dieser Art mehr bekommen: %(link)s") % {"link": _link(row)},
    ]


def _link(row: ListRecipient) -> str:
    if not row.email:  # a preview: rows that are stored have an address
        return _("(persönlicher Link, entsteht beim Senden)")
    return absolute("network:sign-off", sign_off_token(row))
