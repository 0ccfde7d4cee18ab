"""The self-check: who answered what is nowhere."""

from bildungsnetz.core.registers.personal_data import declare


def register() -> None:
    declare("governance.SelfCheck", impersonal={"body", "year", "opens_on", "closes_on", "invited"})
    declare("governance.SelfCheckTicket", impersonal={"self_check", "token_hash"})
    declare("governance.SelfCheckAnswer", impersonal={"self_check", "answered_on", "ratings"})
