"""Reminding those who chair of minutes they have not approved, and the one-time link of those without an account.

Source: table 1.5 of the domain report, row "minutes" (both co-chairs sign off), and stories VK-04 and CO-06 (approve minutes by
a link of one use, without an account).
"""

from __future__ import annotations

from datetime import date, timedelta
from typing import TYPE_CHECKING

from django.utils.translation import gettext_lazy as _

from bildungsnetz.governance.domain.minutes import MinutesState

if TYPE_CHECKING:
    from django_stubs_ext import StrOrPromise

LINK_DAYS = 14


def is_reminder_due(today: date, *, submitted_on: date, reminded_on: date | None, every: int) -> bool:
    """Whether the interval since the submission, or since the last reminder, is over; an interval of 0 never is."""
    return every > 0 and today >= (reminded_on or submitted_on) + timedelta(days=every)


def link_expires_on(sent_on: date) -> date:
    """The last day on which a link approves."""
    return sent_on + timedelta(days=LINK_DAYS)


def why_link_is_dead(
    state: MinutesState, *, is_used: bool, is_same_text: bool, expires_on: date, today: date
) -> StrOrPromise:
    """Why a link no longer approves; empty when it does. A changed text and a taken back one void it."""
    if is_used:
        return _("Mit diesem Link ist das Protokoll schon freigegeben. Er gilt nur einmal.")
    if today > expires_on:
        return _("Dieser Link ist abgelaufen. Die Geschäftsführung schickt Ihnen gern einen neuen.")
    if state is not MinutesState.SUBMITTED or not is_same_text:
        return _("Das Protokoll liegt in dieser Fassung nicht mehr zur Freigabe vor.")
    return ""
