"""What the pages of mailing lists share: finding, and the preview of what would go out."""

from typing import Any

from django.db.models import QuerySet
from django.http import Http404
from django.shortcuts import get_object_or_404

from bildungsnetz.core import clock
from bildungsnetz.core.web.pages import page_of
from bildungsnetz.core.web.request import Request
from bildungsnetz.network import policies
from bildungsnetz.network.domain.rolls import Delivery, Why, salutation
from bildungsnetz.network.models import Institution, ListRecipient, ListUse, MailingList, Person
from bildungsnetz.network.selectors.institutions import institutions
from bildungsnetz.network.selectors.mailing_lists import mailing_lists, roll
from bildungsnetz.network.selectors.people import people
from bildungsnetz.network.services.list_uses import fingerprint
from bildungsnetz.network.services.serial_texts import body_of
from bildungsnetz.network.web.forms.mailing_lists import SendForm

_MOST_HITS = 20


def find_list(request: Request, pk: int) -> MailingList:
    return get_object_or_404(mailing_lists(request.actor), pk=pk)


def find_thing(request: Request, key: str) -> Person | Institution:
    """Whom p12 or i3 means."""
    if not key[1:].isdecimal():
        raise Http404
    found: Any = people(request.actor) if key.startswith("p") else institutions(request.actor)
    thing: Person | Institution = get_object_or_404(found, pk=key[1:])
    return thing


def keyed(sign: str, found: QuerySet[Any], text: str) -> list[tuple[Any, str]]:
    """The first hits with their keys; none before anything was typed."""
    return [(each, f"{sign}{each.pk}") for each in found[:_MOST_HITS]] if text else []


def preview(request: Request, use: ListUse, form: SendForm) -> dict[str, Any]:
    """Who would get what and why; the form carries the fingerprint of those shown."""
    present = roll(request.actor, use.mailing_list, use.kind, now=clock.now())
    seen = fingerprint(present)
    if form.is_bound:
        form.data = {**form.data.dict(), "seen": seen}  # type: ignore[attr-defined]
    else:
        form = SendForm(initial={"seen": seen})
    wanted = request.GET.get("empfaenger", "")
    chosen = next((one for one in present.deliveries if one.to.key == wanted), None)
    chosen = chosen or next(iter(present.deliveries), None)
    return {
        "use": use,
        "form": form,
        "roll": present,
        "page": page_of(request, present.deliveries),
        "objecting": present.left_because(Why.OBJECTS),
        "left": [left for left in present.left if left.why is not Why.OBJECTS],
        "chosen": chosen,
        "text": _text(use, chosen) if chosen else "",
        "may_use": policies.may_use_lists(request.actor),
    }


def _text(use: ListUse, delivery: Delivery) -> str:
    greeting = salutation([one.name for one in delivery.everybody if one.person])
    if use.kind == ListUse.Kind.LETTER:
        return f"{greeting}\n\n{use.body}"
    return body_of(use, ListRecipient(use=use, why=delivery.to.why), greeting)
