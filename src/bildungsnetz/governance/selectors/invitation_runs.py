"""Runs that write and send invitations: how far they are, and what became of the mail of each person."""

from collections.abc import Sequence
from dataclasses import dataclass

from django.db.models import QuerySet

from bildungsnetz.core import jobs
from bildungsnetz.core.models import OutgoingMail, Progress
from bildungsnetz.governance.models import InvitationReply, Session, SessionInvitation
from bildungsnetz.governance.selectors.invitations import invitations_of

RUN = "governance.invitation.run"
OUT = frozenset({OutgoingMail.State.SENT, OutgoingMail.State.HELD, OutgoingMail.State.BOUNCED})
WRONG = frozenset({OutgoingMail.State.FAILED, OutgoingMail.State.BOUNCED})
_TONES = {
    OutgoingMail.State.SENT: "success",
    OutgoingMail.State.FAILED: "danger",
    OutgoingMail.State.BOUNCED: "danger",
}


@dataclass(frozen=True)
class DeliveryLine:
    """One invited person and what became of the last mail."""

    invitation: SessionInvitation

    @property
    def mail(self) -> OutgoingMail | None:
        return self.invitation.mail

    @property
    def is_wrong(self) -> bool:
        return self.mail is not None and self.mail.state in WRONG

    @property
    def tone(self) -> str:
        return _TONES.get(OutgoingMail.State(self.mail.state), "quiet") if self.mail else "quiet"


@dataclass(frozen=True)
class DeliveryReport:
    """The newest run of a session, its mails line by line; those that need the clerk stand first."""

    run: Progress | None
    lines: Sequence[DeliveryLine]

    @property
    def total(self) -> int:
        return len(self.lines)

    @property
    def written(self) -> int:
        return sum(line.invitation.sent_at is not None for line in self.lines)

    @property
    def handed_over(self) -> int:
        return sum(line.mail is not None and line.mail.state in OUT for line in self.lines)

    @property
    def is_under_way(self) -> bool:
        """Whether looking again in a moment may show something new."""
        waiting = {OutgoingMail.State.QUEUED, OutgoingMail.State.SENDING}
        is_running = self.run is not None and self.run.is_running
        return is_running or any(line.mail is not None and line.mail.state in waiting for line in self.lines)

    @property
    def answered(self) -> int:
        return sum(line.invitation.reply != InvitationReply.OPEN for line in self.lines)

    @property
    def bounced(self) -> int:
        return sum(
            line.mail is not None and line.mail.state == OutgoingMail.State.BOUNCED for line in self.lines
        )

    @property
    def failed(self) -> int:
        return sum(
            line.mail is not None and line.mail.state == OutgoingMail.State.FAILED for line in self.lines
        )

    @property
    def is_stuck(self) -> bool:
        """Whether somebody waits for a mail that no run writes any more."""
        return self.written < self.total and not (self.run is not None and self.run.is_running)


def delivery_report(session: Session) -> DeliveryReport:
    """Who got what, for those who may invite. Ask for the right before."""
    lines = [DeliveryLine(invitation) for invitation in invitations_of(session)]
    return DeliveryReport(jobs.of(session, RUN).first(), sorted(lines, key=lambda line: not line.is_wrong))


def unwritten(session: Session) -> QuerySet[SessionInvitation]:
    """Invitations whose mail is still to be written, in their order."""
    return SessionInvitation.objects.filter(session=session, sent_at=None).order_by("pk")


def session_of_run(run: Progress) -> Session | None:
    return Session.objects.select_related("body").filter(pk=run.about_key).first()


def failed_mails(session: Session) -> list[OutgoingMail]:
    """The mails of the session that were given up, in the order of the invitations."""
    rows = session.invitations.filter(mail__state=OutgoingMail.State.FAILED).select_related("mail")
    return [row.mail for row in rows.order_by("pk") if row.mail is not None]
