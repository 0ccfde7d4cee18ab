"""Both sides release the agenda before anybody is invited."""

import pytest

from bildungsnetz.core.actor import SYSTEM, Actor
from bildungsnetz.core.audit import history_of
from bildungsnetz.core.errors import NotAllowed, RuleViolation
from bildungsnetz.core.models import AuditEntry
from bildungsnetz.governance.models import AgendaRelease, Body, Session, SessionInvitation
from bildungsnetz.governance.selectors.agenda_release import (
    is_released,
    release_state,
    sessions_to_release,
    unreleased_sides,
)
from bildungsnetz.governance.services import agenda
from bildungsnetz.governance.services.agenda_release import release_agenda
from bildungsnetz.governance.services.invitations import send_invitations
from bildungsnetz.governance.services.papers import add_paper
from tests.governance import build
from tests.governance.build import NOW, actor_of, an_actor, member

pytestmark = pytest.mark.django_db
CLERK = an_actor("clerk")


@pytest.fixture
def session() -> Session:
    body = build.a_steering_body()
    Body.objects.filter(pk=body.pk).update(release_needed=True)
    body.refresh_from_db()
    planned = build.a_session(body)
    build.an_item(planned, "Ganztag")
    return planned


def chair(session: Session, name: str) -> Actor:
    return actor_of(member(session.body, name))


def release(session: Session, name: str, side: str) -> AgendaRelease:
    return release_agenda(actor=chair(session, name), session=session, side=side, now=NOW)


def test_the_invitation_waits_for_both_sides(session: Session) -> None:
    with pytest.raises(RuleViolation, match="Es fehlt: Land, Kommune"):
        send_invitations(actor=SYSTEM, session=session, now=NOW)
    release(session, "Winter", "land")
    assert (is_released(session), unreleased_sides(session)) == (False, ("Kommune",))
    with pytest.raises(RuleViolation, match="Es fehlt: Kommune"):
        send_invitations(actor=SYSTEM, session=session, now=NOW)
    assert SessionInvitation.objects.count() == 0
    release(session, "Kaiser", "kommune")
    send_invitations(actor=SYSTEM, session=session, now=NOW)
    assert SessionInvitation.objects.count() == 8


def test_a_deputy_of_the_chair_may_release(session: Session) -> None:
    assert release(session, "Herbst", "land").person == member(session.body, "Herbst")


@pytest.mark.parametrize(("name", "side"), [("Winter", "kommune"), ("Winter", "schulen")])
def test_nobody_releases_for_another_side(session: Session, name: str, side: str) -> None:
    before = AuditEntry.objects.count()
    with pytest.raises(RuleViolation, match="gibt deren Vorsitz oder Vertretung frei"):
        release(session, name, side)
    assert (AgendaRelease.objects.count(), AuditEntry.objects.count()) == (0, before)


@pytest.mark.parametrize("who", ["Weber", "Stadler"])
def test_members_release_nothing(session: Session, who: str) -> None:
    with pytest.raises(NotAllowed):
        release(session, who, "kommune")
    assert AgendaRelease.objects.count() == 0


def test_nobody_releases_twice(session: Session) -> None:
    release(session, "Winter", "land")
    with pytest.raises(RuleViolation, match="schon freigegeben"):
        release(session, "Herbst", "land")


@pytest.mark.parametrize("change", ["add", "change", "move", "withdraw", "paper"])
def test_a_change_of_the_agenda_makes_releases_void(session: Session, change: str) -> None:
    item = session.items.get(fixed="")
    release(session, "Winter", "land")
    if change == "add":
        build.an_item(session, "Neu")
    elif change == "change":
        agenda.change_item(actor=CLERK, item=item, version=1, title="Neu", kind=item.kind, now=NOW)
    elif change == "move":
        agenda.move_item(actor=CLERK, item=item, steps=1, now=NOW)
    elif change == "withdraw":
        agenda.withdraw_item(actor=CLERK, item=item, reason="entfällt", now=NOW)
    else:
        add_paper(actor=CLERK, item=item, name="Plan.txt", content=b"Plan", now=NOW)
    assert AgendaRelease.objects.get().void_at == NOW
    assert AuditEntry.objects.filter(act="governance.agenda.void").count() == 1
    state = release_state(chair(session, "Winter"), session, now=NOW)
    assert state is not None
    assert (state.void_at, state.missing, [side.key for side in state.mine]) == (
        NOW,
        ["Land", "Kommune"],
        ["land"],
    )


def test_a_confidential_change_is_not_told_to_members(session: Session) -> None:
    release(session, "Winter", "land")
    build.an_item(session, "Rohrdommel", visibility="office")
    assert AgendaRelease.objects.get().void_at == NOW
    sentences = [line.sentence for line in history_of(session)]
    assert [sentence for sentence in sentences if "hebt die Freigabe" in sentence] == []
    assert release_state(chair(session, "Weber"), session, now=NOW) is None


def test_after_the_invitation_releases_stay(session: Session) -> None:
    release(session, "Winter", "land")
    release(session, "Kaiser", "kommune")
    send_invitations(actor=SYSTEM, session=session, now=NOW)
    build.an_item(session, "Nachtrag")
    assert list(AgendaRelease.objects.values_list("void_at", flat=True)) == [None, None]
    session.refresh_from_db()
    with pytest.raises(RuleViolation, match="bevor die Einladung versendet ist"):
        release(session, "Winter", "land")


def test_only_bodies_that_ask_for_it_wait(session: Session) -> None:
    Body.objects.update(release_needed=False)
    session.body.refresh_from_db()
    assert is_released(session)
    send_invitations(actor=SYSTEM, session=session, now=NOW)


def test_the_chairs_are_told_on_their_day(session: Session) -> None:
    assert sessions_to_release(chair(session, "Winter"), NOW) == [session]
    assert sessions_to_release(chair(session, "Weber"), NOW) == []
    release(session, "Winter", "land")
    assert sessions_to_release(chair(session, "Winter"), NOW) == []


def test_a_single_chair_releases_alone() -> None:
    body = build.a_body("working_group")
    Body.objects.filter(pk=body.pk).update(release_needed=True)
    body.refresh_from_db()
    head = build.a_person_with_account("Halm")
    build.a_chair(build.a_mandate(body, "mitglieder", head))
    planned = build.a_session(body)
    build.an_item(planned)
    assert unreleased_sides(planned) == ("Vorsitz",)
    release_agenda(actor=actor_of(head), session=planned, side="", now=NOW)
    assert is_released(planned)
