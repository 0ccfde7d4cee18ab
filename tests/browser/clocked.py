"""A command of the installation at the moment its journey has reached, or now where there is none.

Example: `python -m tests.browser.clocked run_schedule --once`.
"""

import os
from contextlib import nullcontext
from datetime import datetime
from pathlib import Path

import time_machine

from bildungsnetz.__main__ import main

if __name__ == "__main__":
    clock = Path(os.environ["TEST_CLOCK"])
    moment = datetime.fromisoformat(clock.read_text()) if clock.exists() else None
    with time_machine.travel(moment, tick=True) if moment else nullcontext():
        main()
