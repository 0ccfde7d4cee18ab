"""Where the bytes lie: once for each content, under the name of its checksum."""

import hashlib
from datetime import datetime
from pathlib import PurePath

from django.core.files.base import ContentFile
from django.core.files.storage import default_storage
from django.db import transaction

from bildungsnetz.core.files.kinds import kind_of
from bildungsnetz.core.models import StoredFile

_LONGEST_NAME = 200


def keep(*, name: str, content: bytes, now: datetime) -> StoredFile:
    """Store a file inside the act that brings it. Raises RuleViolation (see `kinds.kind_of`); then nothing is stored.

    The bytes are written before the row: a crash between the two leaves a file nobody knows, never a row without file.
    """
    shown = PurePath(name.replace("\\", "/")).name[-_LONGEST_NAME:]
    content_type = kind_of(shown, content)
    digest = hashlib.sha256(content).hexdigest()
    if not default_storage.exists(_place(digest)):
        default_storage.save(_place(digest), ContentFile(content))
    return StoredFile.objects.create(
        sha256=digest, name=shown, content_type=content_type, size=len(content), kept_at=now
    )


def read(stored: StoredFile) -> bytes:
    """The bytes of a stored file."""
    with default_storage.open(_place(stored.sha256)) as file:
        return bytes(file.read())


def release(stored: StoredFile) -> None:
    """Forget a file; its bytes go after the commit unless another row has the same content."""
    digest = stored.sha256
    stored.delete()
    transaction.on_commit(lambda: _drop(digest))


def _drop(digest: str) -> None:
    if not StoredFile.objects.filter(sha256=digest).exists():
        default_storage.delete(_place(digest))


def _place(digest: str) -> str:
    return f"{digest[:2]}/{digest}"
