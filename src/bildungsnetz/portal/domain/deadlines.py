"""When feedback is to be answered."""

from datetime import date, timedelta

ANSWER_WEEKS = 6


def answer_due(received_on: date) -> date:
    """The last day for an answer: six weeks after receipt, the longest time BITVNRW § 5 allows.

    The rule binds answers on barriers; the house answers every message in this time.
    """
    return received_on + timedelta(weeks=ANSWER_WEEKS)
