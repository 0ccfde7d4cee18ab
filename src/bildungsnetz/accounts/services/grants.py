"""Giving roles and ending them."""

from datetime import date, datetime

from django.db import transaction
from django.db.models import QuerySet

from bildungsnetz.accounts import policies
from bildungsnetz.accounts.models import Grant, Role, User
from bildungsnetz.core import audit
from bildungsnetz.core.actor import Actor
from bildungsnetz.core.errors import NotAllowed


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
    """Give a role from a day to a day (inclusive). Raises NotAllowed, Role.DoesNotExist."""
    if not policies.may_grant_role(actor):
        raise NotAllowed
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
    """Let a grant end with a day; one that has not begun by then is removed. Raises NotAllowed."""
    if not policies.may_grant_role(actor):
        raise NotAllowed
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


def _end(grants: QuerySet[Grant], last_day: date) -> None:
    grants.filter(valid_from__gt=last_day).delete()
    grants.filter(valid_from__lte=last_day).update(valid_until=last_day)
