"""What other contexts may use of passing on."""

from bildungsnetz.governance.models import OpinionPoll
from bildungsnetz.governance.services.opinion_polls import answer_poll, start_poll
from bildungsnetz.governance.services.sharing import Said, open_summary_link, write_summary

__all__ = ["OpinionPoll", "Said", "answer_poll", "open_summary_link", "start_poll", "write_summary"]
