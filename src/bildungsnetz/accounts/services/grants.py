"""Giving roles and ending them."""

from datetime import date, datetime

from django.db import transaction
from django.db.models import Q, QuerySet
from django.utils.translation import gettext as _

from bildungsnetz.accounts import policies
from bildungsnetz.accounts.models import Grant, Role, User
from bildungsnetz.core import audit
from bildungsnetz.core.actor import Actor
from bildungsnetz.core.errors import NotAllowed, RuleViolation


@transaction.atomic
def grant_role(
    *,
    actor: Actor,
    user: User,
    role: str,
    valid_from: date,
    now: datetime,
    valid_until: date | None = None,
    scope: str = "",
    source: str = "",
) -> Grant:
    """Give a role from a day to a day (inclusive).

    Raises NotAllowed, Role.DoesNotExist, and RuleViolation when the account holds the same role in that time already.
    """
    if not policies.may_grant_role(actor):
        raise NotAllowed
    if _overlapping(user, role, valid_from, valid_until).filter(scope=scope, source=source).exists():
        raise RuleViolation(_("Diese Rolle hat die Person in der genannten Zeit schon."), field="role")
    kept = Grant.objects.create(
        user=user,
        role=Role.objects.get(key=role),
        scope=scope,
        valid_from=valid_from,
        valid_until=valid_until,
        source=source,
    )
    audit.record("accounts.role.grant", actor=actor, on=user, now=now, role=kept.role.label)
    return kept


@transaction.atomic
def end_grant(*, actor: Actor, grant: Grant, last_day: date, now: datetime) -> None:
    """Let a grant end with a day; one that has not begun by then is removed, one that has ended stays as it is.

    Raises NotAllowed, and RuleViolation for one's own role: nobody can lock themselves out by mistake.
    """
    if not policies.may_grant_role(actor):
        raise NotAllowed
    if grant.user_id == actor.user_id:
        raise RuleViolation(_("Die eigene Rolle kann niemand beenden. Bitten Sie eine andere Person darum."))
    _end(Grant.objects.filter(pk=grant.pk), last_day)
    audit.record("accounts.role.end", actor=actor, on=grant.user, now=now, role=grant.role.label)


@transaction.atomic
def replace_grants(
    *,
    source: str,
    wanted: list[tuple[User, str, str, date, date | None]],
) -> None:
    """Make the grants that follow from one source exactly the wanted (user, role, scope, from, until).

    For contexts whose records give rights (mandates): they call it in the act that changes the record, which is
    audited there.
    """
    Grant.objects.filter(source=source).delete()
    roles = {role.key: role for role in Role.objects.order_by("key")}
    Grant.objects.bulk_create(
        Grant(
            user=user,
            role=roles[role],
            scope=scope,
            valid_from=start,
            valid_until=end,
            source=source,
        )
        for user, role, scope, start, end in wanted
    )


def _overlapping(user: User, role: str, start: date, end: date | None) -> QuerySet[Grant]:
    held = Grant.objects.filter(
        Q(valid_until__isnull=True) | Q(valid_until__gte=start), user=user, role__key=role
    )
    return held if end is None else held.filter(valid_from__lte=end)


def _end(grants: QuerySet[Grant], last_day: date) -> None:
    grants.filter(valid_from__gt=last_day).delete()
    running = Q(valid_until__isnull=True) | Q(valid_until__gt=last_day)
    grants.filter(running, valid_from__lte=last_day).update(valid_until=last_day)
