"""Personal data of governance: mandates, minutes and decisions are kept for good and offered to the archive."""

from bildungsnetz.governance.registers.personal_data import (
    bodies,
    conferences,
    orders,
    papers,
    results,
    sessions,
)


def register() -> None:
    for subject in (
        bodies,
        sessions,
        papers,
        results,
        orders,
        conferences,
    ):
        subject.register()
