"""How true the register is: figures, each with the list it was counted from."""

from django.contrib import messages
from django.http import Http404, HttpResponse
from django.shortcuts import get_object_or_404, redirect, render
from django.utils.translation import gettext as _
from django.views.decorators.http import require_POST

from bildungsnetz.core import clock
from bildungsnetz.core.exports import answer
from bildungsnetz.core.web.pages import page_of
from bildungsnetz.core.web.request import Request
from bildungsnetz.network import policies
from bildungsnetz.network.domain.freshness import STAND_NAMES, Stand, share
from bildungsnetz.network.exchange.freshness_table import freshness_table
from bildungsnetz.network.selectors.freshness import kept_public, with_calls
from bildungsnetz.network.selectors.freshness import standing as entries_of
from bildungsnetz.network.selectors.institutions import institutions
from bildungsnetz.network.selectors.proposals import open_proposals
from bildungsnetz.network.services.confirmations import confirm_institution


def overview(request: Request) -> HttpResponse:
    now = clock.now()
    counts = {stand: entries_of(stand, now=now).count() for stand in Stand}
    total = kept_public().count()
    page = {
        "total": total,
        "share": share(counts[Stand.CONFIRMED], total),
        "figures": [(stand.value, STAND_NAMES[stand], count) for stand, count in counts.items()],
        "may_settle": policies.may_settle_proposals(request.actor),
        "proposals": open_proposals(request.actor).count(),
    }
    return render(request, "network/freshness.html", page)


def standing(request: Request, stand: str) -> HttpResponse:
    wanted = _stand(stand)
    page = {
        "stand": wanted.value,
        "name": STAND_NAMES[wanted],
        "tabs": [(each.value, name) for each, name in STAND_NAMES.items()],
        "page": page_of(request, with_calls(entries_of(wanted, now=clock.now()))),
        "may_confirm": policies.may_confirm_institution(request.actor),
    }
    return render(request, "network/freshness_list.html", page)


def standing_file(request: Request, stand: str) -> HttpResponse:
    wanted = _stand(stand)
    found = with_calls(entries_of(wanted, now=clock.now()))
    return answer(request, freshness_table(STAND_NAMES[wanted], found))


@require_POST
def confirm(request: Request, pk: int) -> HttpResponse:
    shown = get_object_or_404(institutions(request.actor), pk=pk)
    confirm_institution(actor=request.actor, institution=shown, now=clock.now())
    messages.success(request, _("%(name)s ist als bestätigt vermerkt.") % {"name": shown.name})
    return redirect("network:institution", pk)


def _stand(text: str) -> Stand:
    try:
        return Stand(text)
    except ValueError:
        raise Http404 from None
