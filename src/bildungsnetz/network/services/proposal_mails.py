"""Mails to those who told us something about an entry and left an address."""

from datetime import datetime

from django.conf import settings
from django.template.loader import render_to_string
from django.utils.translation import gettext as _

from bildungsnetz.core import mail
from bildungsnetz.network.domain.proposals import Difference, Source, differences, values_of
from bildungsnetz.network.models import ChangeProposal, Institution
from bildungsnetz.network.selectors.register import entry_of


def mail_receipt(proposal: ChangeProposal, now: datetime) -> None:
    """That a report came in. It repeats nothing of what was typed: anybody may type anybody's address."""
    _send(proposal, "network/mail/proposal_receipt.txt", _("Ihre Meldung %(number)s ist angekommen"), now)


def mail_outcome(proposal: ChangeProposal, now: datetime) -> None:
    """What became of it. An institution that answered the yearly question hears it, too."""
    subject = _("Zu Ihrer Meldung %(number)s")
    _send(proposal, "network/mail/proposal_outcome.txt", subject, now, changed=changed_since(proposal))


def changed_since(proposal: ChangeProposal) -> list[Difference]:
    """How the entry differs now from what it was when the proposal came in."""
    present = Institution.objects.get(pk=proposal.institution_id)
    return differences(proposal.before, values_of(entry_of(present)))


def _send(proposal: ChangeProposal, template: str, subject: str, now: datetime, **words: object) -> None:
    if not proposal.email:
        return
    known = {
        "proposal": proposal,
        "is_own": proposal.source == Source.CONFIRMATION,
        "network": settings.NETWORK_NAME,
    }
    body = render_to_string(template, {**known, **words})
    title = subject % {"number": proposal.number}
    mail.queue(to=proposal.email, name="", subject=title, body=body, now=now, about=proposal)
