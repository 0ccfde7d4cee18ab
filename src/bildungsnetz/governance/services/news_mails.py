"""Telling followers by mail what is new: each in a transaction of its own, nobody twice, nothing twice.

A run that breaks off is taken up by the next one, because every follower knows when news were last looked for. What the
mail server does with a mail that was written is the business of the outbox, which tries again.
"""

import logging
from datetime import datetime

from django.conf import settings
from django.db import transaction
from django.template.loader import render_to_string
from django.utils.translation import ngettext, override

from bildungsnetz.accounts.api import actor_for
from bildungsnetz.core import mail
from bildungsnetz.core.web.addresses import absolute
from bildungsnetz.governance.domain.following import WINDOW, NewsKind, Rhythm, is_due
from bildungsnetz.governance.models import Follower, NewsTold
from bildungsnetz.governance.selectors.following import news_to_tell, stop_token
from bildungsnetz.governance.selectors.news import News

log = logging.getLogger(__name__)


@override("de")
def tell_news(now: datetime) -> str:
    """The recurring job: write to everybody whose moment has come and for whom there is something new."""
    waiting = Follower.objects.exclude(rhythm=Rhythm.NEVER).filter(user__is_active=True).order_by("pk")
    due = [row.pk for row in waiting if is_due(Rhythm(row.rhythm), row.looked_at, now)]
    told, failed = 0, 0
    for pk in due:
        try:
            told += tell_one(pk, now=now)
        except Exception:  # whatever is wrong with one, the others are told
            log.exception("News for follower %s failed", pk)
            failed += 1
    NewsTold.objects.filter(told_at__lt=now - 2 * WINDOW).delete()
    return f"{told} Mails mit Neuigkeiten" + (f", {failed} gescheitert" if failed else "")


@transaction.atomic
def tell_one(pk: int, *, now: datetime) -> bool:
    """Look for news of one follower and write one mail with all of them; gives whether there were any."""
    follower = (
        Follower.objects.select_for_update(of=("self",))
        .select_related("user")
        .filter(pk=pk, user__is_active=True)
        .first()
    )
    if follower is None or not is_due(Rhythm(follower.rhythm), follower.looked_at, now):
        return False
    found = news_to_tell(actor_for(follower.user, now=now), follower, now=now)
    follower.looked_at = now
    follower.save(update_fields=["looked_at"])
    if not found:
        return False
    NewsTold.objects.bulk_create(
        NewsTold(follower=follower, kind=each.kind, key=each.key, told_at=now) for each in found
    )
    _write(follower, found, now=now)
    return True


def _write(follower: Follower, found: list[News], *, now: datetime) -> None:
    """Nobody else may read the mail: it holds what this reader may see."""
    stop = absolute("governance:news-stop", stop_token(follower))
    facts = {
        "user": follower.user,
        "groups": [(kind.label, lines) for kind in NewsKind if (lines := _lines(found, kind))],
        "follows": absolute("governance:following"),
        "stop": stop,
        "network": settings.NETWORK_NAME,
    }
    subject = ngettext(
        "Neues aus den Gremien: %(count)s Meldung", "Neues aus den Gremien: %(count)s Meldungen", len(found)
    )
    mail.queue(
        to=follower.user.email,
        name=follower.user.name,
        subject=subject % {"count": len(found)},
        body=render_to_string("governance/mail/news.txt", facts),
        now=now,
        secret=True,
        unsubscribe_url=stop,
    )


def _lines(found: list[News], kind: NewsKind) -> list[tuple[News, str]]:
    return [(each, address_of(each)) for each in found if each.kind is kind]


def address_of(each: News) -> str:
    """Where the reader finds it."""
    if not each.is_inside:
        if each.kind is NewsKind.PAPER:
            return absolute("governance:public-paper", each.key)
        return absolute("governance:public-session", each.session.pk)
    route = {
        NewsKind.AGENDA: "governance:session",
        NewsKind.PAPER: "governance:paper-file",
        NewsKind.DECISION: "governance:decision",
    }[each.kind]
    return absolute(route, each.key)
