"""The ballot behind the link of the mail: looking changes nothing, the button votes."""

from django.http import HttpResponse
from django.shortcuts import redirect, render
from django.views.decorators.cache import never_cache
from django.views.decorators.csrf import csrf_exempt

from bildungsnetz.accounts.api import tokens
from bildungsnetz.core import clock
from bildungsnetz.core.web.forms import show_errors
from bildungsnetz.core.web.request import Request
from bildungsnetz.governance.selectors.elections import candidates, voter_by_hash
from bildungsnetz.governance.services.voting import cast_vote, why_no_vote
from bildungsnetz.governance.web.forms.elections import BallotForm


@never_cache
@csrf_exempt  # the secret in the address is what a forger lacks; so the page needs no cookie
def vote(request: Request, token: str) -> HttpResponse:
    now = clock.now()
    voter = voter_by_hash(tokens.hash_of(token))
    if (why_not := why_no_vote(voter, now=now)) or voter is None:
        page = {"why_not": why_not, "voter": voter, "has_voted": voter is not None and voter.has_voted}
        return render(request, "governance/vote_closed.html", page, status=410)
    rows = sorted(candidates(voter.election), key=lambda row: row.person.sort_name)
    form = BallotForm(
        request.POST if request.method == "POST" else None, election=voter.election, candidates=rows
    )
    if request.method == "POST" and form.is_valid():
        with show_errors(form):
            cast_vote(token=token, choices=form.cleaned_data["choices"], now=now)
            return redirect("governance:vote", token)
    return render(request, "governance/vote.html", {"form": form, "voter": voter, "election": voter.election})
