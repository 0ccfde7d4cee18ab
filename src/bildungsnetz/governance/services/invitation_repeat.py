"""Sending again what did not go out: the rest of a run that ended early, mails the server refused."""

from datetime import datetime

from django.db import transaction
from django.utils.translation import gettext as _

from bildungsnetz.core import audit, mail
from bildungsnetz.core.actor import Actor
from bildungsnetz.core.errors import NotAllowed, RuleViolation
from bildungsnetz.governance.models import Session
from bildungsnetz.governance.policies import sessions as policies
from bildungsnetz.governance.selectors.invitation_runs import delivery_report, failed_mails
from bildungsnetz.governance.services.invitation_run import start_run
from bildungsnetz.governance.services.numbering import lock_session


@transaction.atomic
def repeat_invitations(*, actor: Actor, session: Session, now: datetime) -> int:
    """Write the mails still missing and send the failed ones once more; gives how many. Nobody gets two.

    Raises NotAllowed, and RuleViolation while a run goes on or when everything is out.
    """
    session = lock_session(session)
    if not policies.may_invite(actor, session):
        raise NotAllowed
    report = delivery_report(session)
    if report.run is not None and report.run.is_running:
        raise RuleViolation(_("Der Versand läuft noch. Warten Sie, bis er fertig ist."))
    missing, failed = report.total - report.written, failed_mails(session)
    if not missing and not failed:
        raise RuleViolation(_("Alle Mails sind versendet. Es gibt nichts zu wiederholen."))
    if missing:
        start_run(actor=actor, session=session, now=now)
    for each in failed:
        mail.send_again(each)
    audit.record(
        "governance.session.repeat_invitations", actor=actor, on=session, now=now, count=missing + len(failed)
    )
    return missing + len(failed)
