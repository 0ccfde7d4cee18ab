"""What members pass on."""

from bildungsnetz.core.registers.personal_data import declare
from bildungsnetz.governance.registers.personal_data.words import BASIS

RETENTION = "ein Jahr nach der Sitzung, spätestens mit dem Konto"


def register() -> None:
    declare(
        "governance.SharedSummary",
        personal={"author": "wer etwas weitergibt", "introduction": "Rückmeldung an Vertretene"},
        impersonal={"session", "token_hash", "link_until", "changed_at", "version"},
        basis=BASIS,
        retention=RETENTION,
        days=365,
    )
    declare(
        "governance.SharedPoint",
        personal={"remark": "Rückmeldung an Vertretene"},
        impersonal={"summary", "item", "is_included"},
        basis=BASIS,
        retention=RETENTION,
        days=365,
    )
    declare(
        "governance.OpinionPoll",
        personal={"author": "wer gefragt hat"},
        impersonal={"item", "question", "options", "closes_on", "started_at", "invited", "is_shown_to_body"},
        basis=BASIS,
        retention="ein Jahr nach dem Ende der Umfrage, spätestens mit dem Konto",
        days=365,
    )
    declare("governance.PollTicket", impersonal={"poll", "token_hash"})
    declare("governance.PollAnswer", impersonal={"poll", "option"})
