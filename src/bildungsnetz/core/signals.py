"""Facts that core announces, inside the transaction."""

from django.dispatch import Signal

act_recorded = Signal()
"""An act is on record. Argument: `entry`, the audit entry."""
