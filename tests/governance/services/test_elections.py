"""An election from the electorate to the mandate, and what keeps a vote apart from its voter."""

import re
from datetime import UTC, date, datetime, timedelta
from io import BytesIO
from pathlib import Path

import pdfua
import pytest
from pypdf import PdfReader

from bildungsnetz.core.actor import SYSTEM
from bildungsnetz.core.errors import NotAllowed, RuleViolation
from bildungsnetz.core.models import AuditEntry, OutgoingMail
from bildungsnetz.governance.models import Ballot, Body, Candidate, Election, Mandate, Voter
from bildungsnetz.governance.selectors.elections import candidates, electorate, result_of
from bildungsnetz.governance.services.election_protocol import protocol_pdf
from bildungsnetz.governance.services.elections import (
    count_election,
    open_election,
    prepare_election,
    settle_election,
)
from bildungsnetz.governance.services.voting import cast_vote
from bildungsnetz.network.api import FunctionKind, Person
from bildungsnetz.network.models import Function, Institution, Municipality
from tests.governance import build

pytestmark = pytest.mark.django_db
CLOSES = datetime(2026, 3, 18, 22, 59, tzinfo=UTC)
AFTER = CLOSES + timedelta(hours=1)


def a_head(
    last_name: str, school_form: str = "02", *, ended_on: date | None = None, email: bool = True
) -> Person:
    """Somebody who leads a school of a form."""
    town, _ = Municipality.objects.get_or_create(ags="05158020", defaults={"name": "Haan"})
    school = Institution.objects.create(
        name=f"Schule {last_name}", kind="school", school_form=school_form, municipality=town,
        entered_at=build.NOW, changed_at=build.NOW,
    )  # fmt: skip
    person = build.a_person(last_name)
    if not email:
        person.email = ""
        person.save()
    Function.objects.create(
        person=person,
        institution=school,
        kind=FunctionKind.PRINCIPAL.value,
        started_on=build.START,
        ended_on=ended_on,
    )
    return person


def an_election(body: Body, people: list[Person], **facts: object) -> Election:
    wanted = {
        "actor": SYSTEM, "title": "Sprecherin der Grundschulen", "school_form": "02", "places": 1, "closes_at": CLOSES,
        "mandate_from": date(2026, 4, 1), "mandate_until": date(2028, 7, 31), "led_by": "Petra Sommer", "now": build.NOW,
    }  # fmt: skip
    return prepare_election(
        seat_rule=build.seat(body, "schulleitungen"), people=people, **{**wanted, **facts}
    )  # type: ignore[arg-type]


def links() -> dict[str, str]:
    """The secret of each voter, by name, as the mails bring it."""
    mails = OutgoingMail.objects.order_by("pk")
    return {mail.recipient_name: re.findall(r"/wahl/([\w-]+)/", mail.body)[0] for mail in mails}


def an_open_election(**facts: object) -> tuple[Election, list[Person]]:
    heads = [a_head(name) for name in ("Adam", "Bock", "Cohn")]
    election = open_election(
        actor=SYSTEM, election=an_election(build.a_body(), heads[:2], **facts), now=build.NOW
    )
    return election, heads


def vote(name: str, *people: Person) -> None:
    chosen = Candidate.objects.filter(person__in=people).values_list("pk", flat=True)
    cast_vote(token=links()[f"Petra {name}"], choices=list(chosen), now=build.NOW)


def test_the_electorate_is_who_leads_a_school_of_the_form_today() -> None:
    adam = a_head("Adam")
    a_head("Gestern", ended_on=date(2026, 3, 3))
    gym = a_head("Gymnasium", "20")
    assert [elector.person for elector in electorate("02", build.TODAY)] == [adam]
    assert [elector.person for elector in electorate("", build.TODAY)] == [adam, gym]


def test_everybody_with_a_vote_gets_one_link() -> None:
    a_head("Still", email=False)
    election, heads = an_open_election()
    assert sorted(links()) == ["Petra Adam", "Petra Bock", "Petra Cohn"]
    assert [voter.person for voter in election.voters.order_by("pk")] == heads
    assert all(mail.secret for mail in OutgoingMail.objects.all())
    with pytest.raises(RuleViolation, match="schon weiter"):
        open_election(actor=SYSTEM, election=election, now=build.NOW)


def test_from_the_ballots_to_the_mandate() -> None:
    election, (adam, bock, _cohn) = an_open_election()
    vote("Adam", adam)
    vote("Bock", adam)
    vote("Cohn")
    count_election(actor=SYSTEM, election=election, now=build.NOW)
    settle_election(actor=build.an_actor("clerk"), election=election, now=AFTER)
    election.refresh_from_db()
    assert (election.state, election.cast, election.blank) == ("settled", 3, 1)
    assert [(row.person, row.votes, row.is_elected) for row in candidates(election)] == [
        (adam, 2, True),
        (bock, 0, False),
    ]
    mandate = Mandate.objects.get()
    assert (mandate.person, mandate.starts_on, mandate.ends_on) == (adam, date(2026, 4, 1), date(2028, 7, 31))
    assert mandate.nominated_by == "Sprecherin der Grundschulen, 19.03.2026"
    assert Ballot.objects.count() == 0


def test_nothing_joins_a_ballot_to_its_voter() -> None:
    _election, (adam, bock, _cohn) = an_open_election()
    before = AuditEntry.objects.count()
    vote("Bock", bock)
    assert AuditEntry.objects.count() == before
    assert {field.name for field in Ballot._meta.get_fields()} == {"id", "election", "choices"}
    assert {field.name for field in Voter._meta.get_fields()} == {
        "id", "election", "person", "school", "token_hash", "has_voted",
    }  # fmt: skip
    assert [voter.has_voted for voter in Voter.objects.order_by("pk")] == [False, True, False]
    assert adam.pk != bock.pk


@pytest.mark.parametrize("case", ["twice", "late", "wrong", "too many"])
def test_a_vote_that_does_not_count(case: str) -> None:
    election, (adam, bock, _cohn) = an_open_election()
    both = list(Candidate.objects.order_by("pk").values_list("pk", flat=True))
    vote("Adam", adam)
    token = links()["Petra Bock"]
    wanted = {
        "twice": {"token": links()["Petra Adam"], "choices": both[:1], "now": build.NOW},
        "late": {"token": token, "choices": both[:1], "now": AFTER},
        "wrong": {"token": "x" * 43, "choices": both[:1], "now": build.NOW},
        "too many": {"token": token, "choices": both, "now": build.NOW},
    }[case]
    with pytest.raises(RuleViolation):
        cast_vote(**wanted)  # type: ignore[arg-type]
    assert (Ballot.objects.count(), election.voters.filter(has_voted=True).count()) == (1, 1)
    assert bock.pk


def test_equal_votes_need_a_lot() -> None:
    election, (adam, bock, _cohn) = an_open_election()
    vote("Adam", adam)
    vote("Bock", bock)
    with pytest.raises(RuleViolation, match="läuft noch"):
        count_election(actor=SYSTEM, election=election, now=build.NOW)
    count_election(actor=SYSTEM, election=election, now=AFTER)
    assert result_of(election).open_places == 1
    with pytest.raises(RuleViolation, match="Los"):
        settle_election(actor=SYSTEM, election=election, now=AFTER)
    assert (Mandate.objects.count(), Ballot.objects.count()) == (0, 2)
    drawn = list(election.candidates.filter(person=bock))
    settle_election(actor=SYSTEM, election=election, drawn=drawn, now=AFTER)
    assert Mandate.objects.get().person == bock
    assert [(row.person, row.by_lot) for row in candidates(election)] == [(adam, False), (bock, True)]


def test_only_the_secretariat_runs_elections() -> None:
    body, head = build.a_body(), a_head("Adam")
    member = build.an_actor("member", body.scope)
    with pytest.raises(NotAllowed):
        an_election(body, [head], actor=member)
    election = an_election(body, [head])
    for act in (open_election, count_election, settle_election):
        with pytest.raises(NotAllowed):
            act(actor=member, election=election, now=build.NOW)
    assert AuditEntry.objects.filter(act__startswith="governance.election").count() == 1
    assert (Election.objects.get().state, OutgoingMail.objects.count()) == ("draft", 0)


@pytest.mark.parametrize(
    ("facts", "field"),
    [({"closes_at": build.NOW}, "closes_at"), ({"mandate_until": date(2026, 3, 1)}, "mandate_until")],
)
def test_what_an_election_needs(facts: dict[str, object], field: str) -> None:
    head = a_head("Adam")
    with pytest.raises(RuleViolation) as caught:
        an_election(build.a_body(), [head], **facts)
    assert caught.value.field == field
    with pytest.raises(RuleViolation):
        an_election(build.a_body(name="LK 2"), [])
    assert Election.objects.count() == 0


def test_the_protocol_has_numbers_and_no_voter(tmp_path: Path) -> None:
    election, (adam, _bock, _cohn) = an_open_election()
    for name in ("Adam", "Bock"):
        vote(name, adam)
    election = settle_election(
        actor=SYSTEM, election=count_election(actor=SYSTEM, election=election, now=AFTER), now=AFTER
    )
    content = protocol_pdf(election)
    path = tmp_path / "protocol.pdf"
    path.write_bytes(content)
    assert [(finding.rule_id, finding.message) for finding in pdfua.validate(str(path)).findings] == []
    text = " ".join(PdfReader(BytesIO(content)).pages[0].extract_text().split())
    for words in (
        "Wahlberechtigte 3",
        "abgegebene Stimmzettel 2",
        "Petra Adam 2 gewählt",
        "Petra Bock 0 nicht gewählt",
        "Petra Sommer",
    ):
        assert words in text
    assert "Petra Cohn" not in text
