"""Briefings: who gets them, what is in them, a new issue asks again, withdrawn ones are gone."""

from datetime import timedelta

import pytest

from bildungsnetz.core.actor import PUBLIC, Actor
from bildungsnetz.core.errors import NotAllowed, RuleViolation, StaleVersion
from bildungsnetz.core.models import AuditEntry, OutgoingMail
from bildungsnetz.core.registers.my_day import matters_for
from bildungsnetz.governance.domain.visibility import Visibility
from bildungsnetz.governance.models import BriefingEntry, BriefingReceipt, Session, SessionBriefing
from bildungsnetz.governance.selectors.briefings import lines_of, readers_of, representatives
from bildungsnetz.governance.services.briefings import (
    confirm_reading,
    forget_briefings,
    send_briefing,
    withdraw_briefing,
    write_briefing,
)
from bildungsnetz.network.api import FunctionKind
from bildungsnetz.network.models import Function, Institution, Municipality
from tests.governance import build

pytestmark = pytest.mark.django_db
AUTHOR = "pedagogical"


def a_school_of(session: Session, last_name: str, school_form: str) -> None:
    """The member of this name leads a school of the form."""
    town, _ = Municipality.objects.get_or_create(ags="05158020", defaults={"name": "Haan"})
    school = Institution.objects.create(
        name=f"Schule {last_name}", kind="school", school_form=school_form, municipality=town,
        entered_at=build.NOW, changed_at=build.NOW,
    )  # fmt: skip
    person = build.member(session.body, last_name)
    kind = FunctionKind.PRINCIPAL.value
    Function.objects.create(person=person, institution=school, kind=kind, started_on=build.START)


def a_session_to_brief() -> Session:
    """Weber leads a school of form 02, Wolf one of form 20; Wolf has the deputy Wagner. Items of all visibilities."""
    session = build.an_invited_session(build.a_steering_body())
    for level in Visibility:
        build.an_item(session, f"Punkt {level}", visibility=level)
    a_school_of(session, "Weber", "02")
    a_school_of(session, "Wolf", "20")
    build.a_deputy(build.mandate_of(session.body, "Wolf"), build.a_person_with_account("Wagner", "Wim"))
    return session


def key(session: Session, title: str) -> int:
    return session.items.get(title=title).pk


def written(session: Session, **facts: object) -> SessionBriefing:
    item = key(session, "Punkt body")
    texts = {(item, ""): " Für alle. ", (item, "02"): "Für 02.", (item, "20"): "Für 20."}
    given = {"actor": build.an_actor(AUTHOR), "introduction": "Guten Tag", "texts": texts, "now": build.NOW}
    return write_briefing(session=session, **(given | facts))


def sent(session: Session) -> SessionBriefing:
    written(session)
    return send_briefing(actor=build.an_actor(AUTHOR), session=session, now=build.NOW)


def reader(session: Session, last_name: str = "Weber") -> Actor:
    return build.actor_of(build.member(session.body, last_name))


def reading(actor: Actor) -> list[str]:
    return [str(each.title) for each in matters_for(actor, build.NOW) if str(each.kind) == "Briefing lesen"]


def mailed() -> list[str]:
    rows = OutgoingMail.objects.filter(about_kind="governance.sessionbriefing").order_by("pk")
    return list(rows.values_list("recipient_name", flat=True))


def test_it_goes_to_those_who_sit_for_the_schools_and_their_deputies() -> None:
    session = a_session_to_brief()
    found = [(each.person.last_name, set(each.forms), each.stands_in) for each in representatives(session)]
    assert found == [("Weber", {"02"}, False), ("Wolf", {"20"}, False), ("Wagner", {"20"}, True)]
    written(session)
    assert (mailed(), reading(reader(session))) == ([], [])
    briefing = send_briefing(actor=build.an_actor(AUTHOR), session=session, now=build.NOW)
    assert (briefing.state, briefing.issue, briefing.sent_at) == ("sent", 1, build.NOW)
    assert mailed() == ["Wiebke Weber", "Walter Wolf", "Wim Wagner"]
    assert [reading(reader(session, name)) for name in ("Weber", "Wagner", "Stadler")] == [
        [str(session)],
        [str(session)],
        [],
    ]


def test_the_mail_holds_the_link_and_nothing_of_the_items() -> None:
    session = a_session_to_brief()
    sent(session)
    body = OutgoingMail.objects.filter(recipient_name="Wiebke Weber").order_by("-pk")[0].body
    assert f"/sitzungen/{session.pk}/briefing/" in body
    assert [word in body for word in ("Punkt body", "Für alle.", "Guten Tag Wiebke")] == [False, False, True]


def test_everybody_reads_the_text_for_all_and_the_one_of_the_own_form() -> None:
    session = a_session_to_brief()
    briefing = sent(session)
    [weber] = lines_of(briefing, {"02"})
    assert (weber.item.title, weber.text, [text for _form, text in weber.additions]) == (
        "Punkt body",
        "Für alle.",
        ["Für 02."],
    )
    assert [text for _form, text in lines_of(briefing)[0].additions] == ["Für 02.", "Für 20."]


def test_what_office_and_chairs_read_alone_is_neither_kept_nor_shown_later() -> None:
    session = a_session_to_brief()
    office, open_one = key(session, "Punkt office"), key(session, "Punkt public")
    briefing = written(session, texts={(office, ""): "geheim", (open_one, ""): "offen"})
    assert list(BriefingEntry.objects.values_list("text", flat=True)) == ["offen"]
    session.items.filter(pk=open_one).update(visibility=Visibility.OFFICE)
    assert lines_of(briefing) == []


def test_a_change_asks_to_read_again_and_the_author_sees_it() -> None:
    session = a_session_to_brief()
    briefing = sent(session)
    confirm_reading(actor=reader(session), session=session, issue=1, now=build.NOW)
    confirm_reading(actor=reader(session), session=session, issue=1, now=build.NOW)
    assert BriefingReceipt.objects.count() == 1
    assert reading(reader(session)) == []
    assert [(each.who.person.last_name, bool(each.read_at)) for each in readers_of(briefing)] == [
        ("Weber", True),
        ("Wolf", False),
        ("Wagner", False),
    ]
    assert written(session).issue == 1
    changed = written(session, introduction="Neu")
    assert (changed.issue, changed.state, len(mailed())) == (2, "sent", 6)
    assert reading(reader(session)) == [str(session)]
    assert [each.read_before for each in readers_of(changed)] == [True, False, False]
    with pytest.raises(RuleViolation, match="neue Fassung"):
        confirm_reading(actor=reader(session), session=session, issue=1, now=build.NOW)


def test_withdrawn_it_is_not_to_be_read_and_can_be_sent_again() -> None:
    session = a_session_to_brief()
    sent(session)
    withdraw_briefing(actor=build.an_actor(AUTHOR), session=session, now=build.NOW)
    assert reading(reader(session)) == []
    for act in (lambda: confirm_reading(actor=reader(session), session=session, issue=1, now=build.NOW),
                lambda: withdraw_briefing(actor=build.an_actor(AUTHOR), session=session, now=build.NOW)):  # fmt: skip
        with pytest.raises(RuleViolation):
            act()
    assert written(session, introduction="Neu").state == "withdrawn"
    again = send_briefing(actor=build.an_actor(AUTHOR), session=session, now=build.NOW)
    assert (again.issue, again.state) == (2, "sent")


def test_nothing_goes_out_without_text_or_without_anybody() -> None:
    session = a_session_to_brief()
    written(session, texts={})
    with pytest.raises(RuleViolation, match="mindestens zu einem Punkt"):
        send_briefing(actor=build.an_actor(AUTHOR), session=session, now=build.NOW)
    briefing = SessionBriefing.objects.get()
    assert (briefing.state, briefing.issue, mailed()) == ("draft", 0, [])


@pytest.mark.parametrize("who", ["clerk", "member", "nobody"])
def test_whoever_may_not_writes_and_sends_nothing(who: str) -> None:
    session = a_session_to_brief()
    actors = {"clerk": build.an_actor("clerk"), "member": reader(session), "nobody": PUBLIC}
    before = AuditEntry.objects.count()
    for act in (written, lambda at, **facts: send_briefing(session=at, now=build.NOW, **facts),
                lambda at, **facts: withdraw_briefing(session=at, now=build.NOW, **facts)):  # fmt: skip
        with pytest.raises(NotAllowed):
            act(session, actor=actors[who])
    assert (SessionBriefing.objects.count(), AuditEntry.objects.count()) == (0, before)


def test_it_is_written_between_invitation_and_session() -> None:
    session = build.a_session(build.a_steering_body())
    with pytest.raises(NotAllowed):
        write_briefing(
            actor=build.an_actor(AUTHOR), session=session, introduction="x", texts={}, now=build.NOW
        )
    assert SessionBriefing.objects.count() == 0


def test_a_chair_briefs_and_a_member_of_a_city_confirms_nothing() -> None:
    session = a_session_to_brief()
    written(session, actor=reader(session, "Winter"))
    send_briefing(actor=reader(session, "Winter"), session=session, now=build.NOW)
    before = AuditEntry.objects.count()
    with pytest.raises(NotAllowed):
        confirm_reading(actor=reader(session, "Stadler"), session=session, issue=1, now=build.NOW)
    assert (BriefingReceipt.objects.count(), AuditEntry.objects.count()) == (0, before)


def test_two_windows_do_not_overwrite_each_other() -> None:
    session = a_session_to_brief()
    first = written(session)
    written(session, introduction="Neu", version=first.version)
    with pytest.raises(StaleVersion):
        written(session, introduction="Alt", version=first.version)
    assert SessionBriefing.objects.get().introduction == "Neu"


def test_a_year_later_it_is_forgotten() -> None:
    session = a_session_to_brief()
    briefing = sent(session)
    confirm_reading(actor=reader(session), session=session, issue=briefing.issue, now=build.NOW)
    assert forget_briefings(build.NOW) == "kein Briefing ist so alt"
    assert forget_briefings(session.ends_at + timedelta(days=366)) == "1 Briefings gelöscht"
    assert (SessionBriefing.objects.count(), BriefingReceipt.objects.count()) == (0, 0)
