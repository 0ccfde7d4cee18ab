"""Secret links: a random token for the mail, its hash for the database."""

import hashlib
import secrets
from datetime import datetime, timedelta

TOKEN_BYTES = 32
INVITATION_DAYS = 14


def new_token() -> str:
    """A fresh token with 256 bit of randomness, safe in addresses."""
    return secrets.token_urlsafe(TOKEN_BYTES)


def hash_of(token: str) -> str:
    """The SHA-256 of a token in hex; a stolen database opens no door."""
    return hashlib.sha256(token.encode()).hexdigest()


def expiry(created_at: datetime) -> datetime:
    """An invitation can be used for 14 days."""
    return created_at + timedelta(days=INVITATION_DAYS)
