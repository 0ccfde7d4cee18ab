"""Backup of an installation as one file: database, files, and a list with a checksum of everything."""

from bildungsnetz.core.backup.acts import Restored, back_up, restore, verify
from bildungsnetz.core.backup.errors import Unusable
from bildungsnetz.core.backup.manifest import Manifest

__all__ = ["Manifest", "Restored", "Unusable", "back_up", "restore", "verify"]
