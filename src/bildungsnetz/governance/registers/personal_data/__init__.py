"""Personal data of governance: mandates, minutes and decisions are kept for good and offered to the archive."""

from bildungsnetz.governance.registers.personal_data import (
    bodies,
    briefings,
    circulars,
    conferences,
    feeds,
    hearing,
    join_requests,
    orders,
    papers,
    public_interface,
    results,
    self_checks,
    sessions,
    sharing,
    urgent_orders,
)


def register() -> None:
    for subject in (
        bodies,
        sessions,
        papers,
        results,
        orders,
        circulars,
        urgent_orders,
        conferences,
        self_checks,
        public_interface,
        feeds,
        sharing,
        hearing,
        join_requests,
        briefings,
    ):
        subject.register()
