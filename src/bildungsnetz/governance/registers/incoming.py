"""Which mails of the mailbox governance takes."""

from bildungsnetz.core.registers import incoming
from bildungsnetz.governance.services.calendar_replies import take_reply


def register() -> None:
    incoming.register("governance.replies", take_reply)
