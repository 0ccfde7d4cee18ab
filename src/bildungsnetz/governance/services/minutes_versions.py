"""Each saved text of minutes stays readable with who saved it when."""

from datetime import datetime

from bildungsnetz.core.actor import Actor
from bildungsnetz.governance.models import Minutes, MinutesVersion


def keep_version(minutes: Minutes, *, actor: Actor, now: datetime) -> None:
    """Keep the text as it was just saved; a save that changed no word makes no version. The minutes are locked."""
    last = minutes.versions.order_by("-number").first()
    if last is not None and last.content_hash == minutes.content_hash:
        return
    MinutesVersion.objects.create(
        minutes=minutes,
        number=(last.number if last else 0) + 1,
        content=minutes.content,
        content_hash=minutes.content_hash,
        saved_at=now,
        saved_by_name=actor.name,
    )
