"""Following a body or a topic. No line of the history: what somebody is interested in is nobody else's business."""

from datetime import datetime

from django.db import transaction
from django.utils.translation import gettext as _

from bildungsnetz.core.actor import Actor
from bildungsnetz.core.errors import NotAllowed, RuleViolation
from bildungsnetz.governance.domain.following import Rhythm
from bildungsnetz.governance.models import Body, Follow, Follower
from bildungsnetz.governance.selectors.following import follower_by_token, own_follows
from bildungsnetz.network.api import FieldOfAction


@transaction.atomic
def follow(
    *, actor: Actor, now: datetime, body: Body | None = None, field_of_action: FieldOfAction | None = None
) -> Follow:
    """Follow a body or a topic from now on; a second time changes nothing. Raises NotAllowed, RuleViolation.

    Everybody with an account may follow anything: what is told is decided anew each time by what she may see.
    """
    if actor.user_id is None:
        raise NotAllowed
    if (body is None) == (field_of_action is None):
        raise RuleViolation(_("Wählen Sie ein Gremium oder ein Thema."))
    if body is not None and not body.is_active:
        raise RuleViolation(_("Dieses Gremium arbeitet nicht mehr."))
    follower = _follower(actor.user_id, now)
    wanted = {"body": body} if body is not None else {"field_of_action": field_of_action}
    made, _is_new = Follow.objects.get_or_create(follower=follower, **wanted, defaults={"since": now})
    return made


@transaction.atomic
def unfollow(*, actor: Actor, followed: Follow) -> None:
    """End following. Raises NotAllowed for what somebody else follows."""
    found = own_follows(actor).filter(pk=followed.pk).first() if actor.user_id is not None else None
    if found is None:
        raise NotAllowed
    found.delete()


@transaction.atomic
def set_rhythm(*, actor: Actor, rhythm: Rhythm, now: datetime) -> Follower:
    """How often mails come. Raises NotAllowed."""
    if actor.user_id is None:
        raise NotAllowed
    follower = _follower(actor.user_id, now)
    follower.rhythm = rhythm
    follower.save(update_fields=["rhythm"])
    return follower


@transaction.atomic
def stop_news(*, token: str) -> Follower:
    """End the mails with the link of one of them; what is followed stays and shows in the feed. Raises RuleViolation."""
    found = follower_by_token(token)
    if found is None:
        raise RuleViolation(_("Diesen Link gibt es nicht."))
    Follower.objects.filter(pk=found.pk).update(rhythm=Rhythm.NEVER)
    return found


def _follower(user_id: int, now: datetime) -> Follower:
    Follower.objects.get_or_create(user_id=user_id, defaults={"looked_at": now})
    return Follower.objects.select_for_update().get(user_id=user_id)
