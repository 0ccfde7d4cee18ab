"""Files people give us: `keep` checks and stores, `answer` hands out. Who may read one is asked by the context it hangs in."""

from bildungsnetz.core.files.answers import answer
from bildungsnetz.core.files.kinds import MOST_BYTES, accepted
from bildungsnetz.core.files.storing import keep, read, release

__all__ = ["MOST_BYTES", "accepted", "answer", "keep", "read", "release"]
