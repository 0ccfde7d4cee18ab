"""Members propose items before the deadline; the answer reaches them."""

from datetime import UTC, date, datetime

import pytest
from django.test import Client
from django.urls import reverse

from bildungsnetz.core.errors import NotAllowed, RuleViolation
from bildungsnetz.core.models import AuditEntry, OutgoingMail
from bildungsnetz.governance.domain.proposals import propose_by, refuse_proposing
from bildungsnetz.governance.domain.session_states import SessionState
from bildungsnetz.governance.models import AgendaItem, ItemProposal, Session
from bildungsnetz.governance.selectors.proposals import proposals, proposals_to_answer
from bildungsnetz.governance.services.proposals import (
    Wish,
    accept_proposal,
    propose_item,
    refuse_proposal,
    take_back_proposal,
)
from tests.governance import build
from tests.governance.build import NOW, actor_of, an_actor, member
from tests.governance.web.test_sessions import member_client, sent, text
from tests.sign_in import signed_in

pytestmark = pytest.mark.django_db
CLERK = an_actor("clerk")
WISH = Wish(
    title="Ganztag", kind="decision", concern="Die Plätze reichen nicht.", wording="Wir zählen.", minutes=15
)
TYPED = {"title": "Ganztag", "kind": "decision", "concern": "Die Plätze reichen nicht.", "minutes": 15}


@pytest.fixture
def session() -> Session:
    return build.a_session(build.a_steering_body(), on=date(2026, 4, 15))


def propose(session: Session, name: str = "Stadler", now: datetime = NOW) -> ItemProposal:
    return propose_item(actor=actor_of(member(session.body, name)), session=session, wish=WISH, now=now)


@pytest.mark.parametrize(
    ("state", "today", "codes"),
    [
        (SessionState.PLANNED, date(2026, 3, 25), []),
        (SessionState.PLANNED, date(2026, 3, 26), ["too_late"]),
        (SessionState.INVITED, date(2026, 3, 1), ["not_planned"]),
    ],
)
def test_the_deadline_counts_days_before_the_session(
    state: SessionState, today: date, codes: list[str]
) -> None:
    last = propose_by(date(2026, 4, 15), 21)
    assert last == date(2026, 3, 25)
    assert [refusal.code for refusal in refuse_proposing(state, today=today, last_day=last)] == codes


def test_an_accepted_proposal_is_an_item_of_the_side_of_the_member(session: Session) -> None:
    made = accept_proposal(actor=CLERK, proposal=propose(session), now=NOW)
    item = AgendaItem.objects.get(fixed="")
    assert made.item == item
    assert (item.title, item.summary, item.proposal, item.minutes_planned) == (
        "Ganztag",
        "Die Plätze reichen nicht.",
        "Wir zählen.",
        15,
    )
    assert (str(item.submitted_by), item.visibility, item.number) == ("Kommune", "body", 2)
    mail = OutgoingMail.objects.get()
    assert (mail.recipient_name, "steht auf der Tagesordnung" in mail.body) == ("Sven Stadler", True)


def test_a_refusal_needs_a_reason_and_the_member_reads_it(session: Session) -> None:
    proposal = propose(session)
    with pytest.raises(RuleViolation, match="Begründen Sie") as refused:
        refuse_proposal(actor=CLERK, proposal=proposal, reason=" ", now=NOW)
    assert (refused.value.field, OutgoingMail.objects.count()) == ("reason", 0)
    refuse_proposal(actor=CLERK, proposal=proposal, reason="Gehört in den Schulausschuss", now=NOW)
    assert "Gehört in den Schulausschuss" in OutgoingMail.objects.get().body
    with pytest.raises(RuleViolation, match="nicht vorgesehen"):
        accept_proposal(actor=CLERK, proposal=proposal, now=NOW)
    assert AgendaItem.objects.filter(fixed="").count() == 0


def test_only_members_propose_and_only_in_time(session: Session) -> None:
    before = AuditEntry.objects.count()
    with pytest.raises(NotAllowed):
        propose_item(actor=CLERK, session=session, wish=WISH, now=NOW)
    with pytest.raises(RuleViolation, match=r"bis zum 25\.03\.2026"):
        propose(session, now=datetime(2026, 3, 26, 9, tzinfo=UTC))
    assert (ItemProposal.objects.count(), AuditEntry.objects.count()) == (0, before)


def test_members_do_not_see_the_proposals_of_others(session: Session) -> None:
    proposal = propose(session)
    body = session.body
    assert list(proposals(actor_of(member(body, "Stadler")))) == [proposal]
    assert list(proposals(actor_of(member(body, "Weber")))) == []
    assert list(proposals_to_answer(CLERK)) == [proposal]
    assert list(proposals_to_answer(actor_of(member(body, "Stadler")))) == []


def test_only_who_proposed_takes_back(session: Session) -> None:
    proposal = propose(session)
    with pytest.raises(NotAllowed):
        take_back_proposal(actor=actor_of(member(session.body, "Weber")), proposal=proposal, now=NOW)
    made = take_back_proposal(actor=actor_of(member(session.body, "Stadler")), proposal=proposal, now=NOW)
    assert made.state == "taken_back"


def test_the_pages(client: Client, session: Session) -> None:
    stadler = member_client(session.body, "Stadler")
    assert "Punkt vorschlagen" in text(stadler, "session", session.pk)
    sent(stadler, "session-propose", session.pk, **TYPED)
    proposal = ItemProposal.objects.get()
    assert "wird geprüft" in text(stadler, "session", session.pk)
    weber = member_client(session.body, "Weber")
    assert "Ganztag" not in text(weber, "session", session.pk)
    text(weber, "proposal", proposal.pk, status=404)
    signed_in(client, "clerk")
    assert "Auf die Tagesordnung nehmen" in text(client, "proposal", proposal.pk)
    refused = client.post(reverse("governance:proposal", args=[proposal.pk]), {"reason": ""})
    assert refused.context["form"].errors["reason"] == ["Bitte füllen Sie dieses Feld aus."]
    sent(client, "proposal-accept", proposal.pk)
    assert "auf der Tagesordnung" in text(stadler, "proposal", proposal.pk)


def test_a_member_takes_back_on_the_page(session: Session) -> None:
    proposal = propose(session)
    stadler = member_client(session.body, "Stadler")
    sent(stadler, "proposal-take-back", proposal.pk)
    assert "zurückgenommen" in text(stadler, "proposal", proposal.pk)
