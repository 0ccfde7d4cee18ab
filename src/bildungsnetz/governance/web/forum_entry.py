"""Entering a forum by its code without account and cookie: a signed, timed token stands in the address.

The token holds the forum, its present code and a number drawn by chance; nothing about it is stored on entering. From it
comes the mark by which a supporter counts once; whoever enters the code again is somebody else (docs/adr/0050).
"""

import secrets
from dataclasses import dataclass
from datetime import datetime

from django.core import signing
from django.utils.crypto import salted_hmac

from bildungsnetz.core.web.limits import Limit
from bildungsnetz.governance.models import Forum
from bildungsnetz.governance.selectors.conferences import forum_by_code

SALT = "bildungsnetz.forum"
HOURS = 12
# Many sit behind the address of a conference hall; 23**6 codes are not found out at this pace.
WRONG_CODES = Limit("forum.code", 40, 600)
ENTRIES = Limit("forum.entry", 400, 3600)
CONTRIBUTIONS = Limit("forum.contribution", 10, 600)


@dataclass(frozen=True)
class ForumEntry:
    """Somebody in an open forum: `mark` tells her apart from others in this forum and says nothing else."""

    forum: Forum
    token: str
    mark: str


def new_token(forum: Forum) -> str:
    """A token for the forum as it is open now."""
    return signing.dumps([forum.code, secrets.token_hex(16)], salt=SALT)


def read_token(token: str, *, now: datetime) -> ForumEntry | None:
    """Who comes with the token, or None when it is forged, too old or the forum is closed or has another code."""
    try:
        code, number = signing.loads(token, salt=SALT, max_age=HOURS * 3600)
    except (signing.BadSignature, ValueError, TypeError):
        return None
    forum = forum_by_code(code, now=now)
    if forum is None:
        return None
    mark = salted_hmac(SALT, f"{forum.pk}:{number}", algorithm="sha256").hexdigest()
    return ForumEntry(forum, token, mark)
