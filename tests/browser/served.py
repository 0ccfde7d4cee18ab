"""The entry of the web server under test: the whole application, with a clock that a journey can set forward.

A main job takes weeks. `served.start` writes the moment into the file named by CLOCK before a step that happens later; the
clock runs on from there. Without a moment in the file the clock is the true one.
"""

import os
from collections.abc import Callable, Iterable
from datetime import datetime
from pathlib import Path
from typing import Any

import time_machine

from bildungsnetz.config.wsgi import application as house

CLOCK = Path(os.environ["TEST_CLOCK"])


class Clock:
    """Follows the moment in the file; travels once each time it changes."""

    def __init__(self, file: Path) -> None:
        self.file = file
        self.moment = ""
        self.journey: time_machine.travel | None = None

    def follow(self) -> None:
        asked = self.file.read_text() if self.file.exists() else ""
        if asked == self.moment:
            return
        if self.journey:
            self.journey.stop()
        self.moment, self.journey = asked, time_machine.travel(datetime.fromisoformat(asked), tick=True)
        self.journey.start()


clock = Clock(CLOCK)


def application(environ: dict[str, Any], start_response: Callable[..., Any]) -> Iterable[bytes]:
    """One request at the moment the journey has reached."""
    clock.follow()
    return house(environ, start_response)
