"""What happens in the demo region, in the order of time: every act is written down with its moment and carried out then."""

import heapq
from collections.abc import Callable
from datetime import datetime
from itertools import count

Act = Callable[[datetime], object]


class Diary:
    """Acts in the order of their moments; an act may write down later ones."""

    def __init__(self) -> None:
        self._pages: list[tuple[datetime, int, Act]] = []
        self._numbers = count()

    def note(self, at: datetime, act: Act) -> None:
        """Write down an act for a moment; acts of one moment happen in the order in which they were written down."""
        heapq.heappush(self._pages, (at, next(self._numbers), act))

    def live_until(self, now: datetime) -> int:
        """Carry out everything up to now, oldest first; what lies ahead does not happen. Gives how many acts happened."""
        happened = 0
        while self._pages and self._pages[0][0] <= now:
            at, _number, act = heapq.heappop(self._pages)
            act(at)
            happened += 1
        return happened
