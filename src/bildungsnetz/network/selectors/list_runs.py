"""Serial mails under way: what is still to be written, which run stopped, and the link with which one signs off."""

from dataclasses import dataclass
from typing import Final

from django.core import signing
from django.db.models import QuerySet

from bildungsnetz.core import jobs
from bildungsnetz.core.models import OutgoingMail, Progress
from bildungsnetz.network.models import ListRecipient, ListUse

RUN: Final = "network.list_use.run"
_SALT: Final = "bildungsnetz.network.sign-off"
_OUT: Final = frozenset({OutgoingMail.State.SENT, OutgoingMail.State.HELD})


@dataclass(frozen=True)
class Dispatch:
    """How far a serial mail is."""

    run: Progress | None
    rows: list[ListRecipient]

    @property
    def out(self) -> int:
        return sum(row.mail is not None and row.mail.state in _OUT for row in self.rows)

    @property
    def total(self) -> int:
        return sum(row.merged_into_id is None for row in self.rows)


def dispatch_of(use: ListUse) -> Dispatch:
    """Everybody who was meant, with what became of the mail. Ask for the right to see the list before."""
    rows = use.recipients.select_related(
        "person", "institution", "mail", "merged_into__person", "merged_into__institution"
    )
    return Dispatch(jobs.of(use, RUN).first(), list(rows.order_by("pk")))


def unwritten(use: ListUse) -> QuerySet[ListRecipient]:
    """Those whose mail is still to be written, in their order."""
    return ListRecipient.objects.filter(use=use, sent_at=None, merged_into=None).order_by("pk")


def use_of_run(run: Progress) -> ListUse | None:
    return ListUse.objects.select_related("mailing_list").filter(pk=run.about_key).first()


def sign_off_token(recipient: ListRecipient) -> str:
    """The secret part of the link in a serial mail."""
    return signing.Signer(salt=_SALT).sign_object(recipient.pk)


def recipient_by_token(token: str) -> ListRecipient | None:
    """To whom a mail went; None for a forged link or one about something forgotten."""
    try:
        pk = signing.Signer(salt=_SALT).unsign_object(token)
    except (signing.BadSignature, ValueError):
        return None
    rows = ListRecipient.objects.select_related("use__mailing_list", "person", "institution")
    return rows.filter(pk=pk).first()


def everybody_at(recipient: ListRecipient) -> list[ListRecipient]:
    """The recipient and those who share the address."""
    others = recipient.merged.select_related("person", "institution", "use__mailing_list").order_by("pk")
    return [recipient, *others]
