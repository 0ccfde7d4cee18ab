from datetime import UTC, datetime

import pytest

from bildungsnetz.core.errors import NotAllowed, RuleViolation, StaleVersion
from bildungsnetz.core.models import AuditEntry
from bildungsnetz.governance.domain.agenda import ItemKind
from bildungsnetz.governance.domain.visibility import Visibility
from bildungsnetz.governance.models import AgendaItem, Session, agenda_order
from bildungsnetz.governance.services import agenda
from bildungsnetz.governance.services.agenda_start import take_over_postponed
from tests.governance.build import (
    AT_SESSION,
    NOW,
    a_body,
    a_running_session,
    a_session,
    a_steering_body,
    an_actor,
    an_invited_session,
    an_item,
)

pytestmark = pytest.mark.django_db

CLERK = an_actor("clerk")
MEMBER = an_actor("member", "body:1")
AFTER_PAPERS = datetime(2026, 3, 19, 9, 0, tzinfo=UTC)


def numbers(session: Session) -> list[tuple[int | None, str]]:
    rows = session.items.order_by("number", "pk").values_list("number", "title")
    return sorted(rows, key=lambda row: (row[0] is None, row[0] or 0))


def acts() -> list[str]:
    return list(AuditEntry.objects.order_by("pk").values_list("act", flat=True))


def test_an_item_stands_between_opening_and_closing_items(now: datetime) -> None:
    session = a_session(a_body())
    agenda.add_item(actor=CLERK, session=session, title="Ganztag", kind=ItemKind.INFORMATION, now=now)
    assert numbers(session) == [(1, "Genehmigung der Tagesordnung"), (2, "Ganztag"), (3, "Nächster Termin")]
    assert acts()[-1] == "governance.item.add"


def test_whoever_may_not_adds_nothing(now: datetime) -> None:
    session = a_session(a_body())
    before = (AgendaItem.objects.count(), acts())
    with pytest.raises(NotAllowed):
        agenda.add_item(actor=MEMBER, session=session, title="X", kind=ItemKind.INFORMATION, now=now)
    assert (AgendaItem.objects.count(), acts()) == before


def test_a_late_item_follows_behind_the_last_number(now: datetime) -> None:
    session = an_invited_session(a_steering_body())
    item = an_item(session, "Nachtrag", now=AFTER_PAPERS)
    assert (item.number, item.is_table_paper) == (4, True)
    assert numbers(session)[:3] == [
        (1, "Genehmigung der Tagesordnung"),
        (2, "Landkarte der Sprachangebote"),
        (3, "Nächster Termin"),
    ]


def numerals(session: Session) -> list[tuple[str, str]]:
    return [(item.numeral, item.title) for item in session.items.order_by(*agenda_order())]


def test_confidential_items_stand_behind_all_others_and_leave_no_gap(now: datetime) -> None:
    session = a_session(a_body())
    an_item(session, "Personal", visibility=Visibility.OFFICE)
    an_item(session, "Ganztag")
    assert numerals(session) == [
        ("1", "Genehmigung der Tagesordnung"),
        ("2", "Ganztag"),
        ("3", "Nächster Termin"),
        ("V1", "Personal"),
    ]


def test_late_items_leave_no_gap_either(now: datetime) -> None:
    session = an_invited_session(a_steering_body())
    an_item(session, "Personal", visibility=Visibility.OFFICE, now=AFTER_PAPERS)
    an_item(session, "Nachtrag", now=AFTER_PAPERS)
    assert [numeral for numeral, _title in numerals(session)] == ["1", "2", "3", "4", "V1"]


def test_an_item_that_becomes_confidential_moves_to_the_other_series(now: datetime) -> None:
    session = an_invited_session(a_steering_body())
    first = an_item(session, "Personal", visibility=Visibility.OFFICE, now=AFTER_PAPERS)
    late = an_item(session, "Nachtrag", now=AFTER_PAPERS)
    moved = agenda.change_item(
        actor=CLERK,
        item=late,
        version=late.version,
        title=late.title,
        kind=late.kind,
        visibility=Visibility.OFFICE,
        now=AFTER_PAPERS,
    )
    first.refresh_from_db()
    assert (first.numeral, moved.numeral) == ("V1", "V2")


def test_acts_on_confidential_items_are_not_told_on_the_page_of_the_session(now: datetime) -> None:
    session = a_session(a_body())
    item = an_item(session, "Personal", visibility=Visibility.OFFICE)
    entry = AuditEntry.objects.get(act="governance.item.add")
    assert (entry.thread, entry.object_label) == (f"governance.agendaitem:{item.pk}", "Tagesordnungspunkt")


def test_items_change_places_but_not_the_fixed_ones(now: datetime) -> None:
    session = a_session(a_body())
    first, second = an_item(session, "Eins"), an_item(session, "Zwei")
    agenda.move_item(actor=CLERK, item=second, steps=-1, now=now)
    assert [title for _number, title in numbers(session)] == [
        "Genehmigung der Tagesordnung",
        "Zwei",
        "Eins",
        "Nächster Termin",
    ]
    fixed = session.items.get(fixed="next_date")
    with pytest.raises(RuleViolation, match="Dieser Punkt hat seinen festen Platz"):
        agenda.move_item(actor=CLERK, item=fixed, steps=-1, now=now)
    assert first.title == "Eins"


def test_after_the_invitation_the_order_stays(now: datetime) -> None:
    session = an_invited_session(a_steering_body())
    item = session.items.get(fixed="")
    with pytest.raises(RuleViolation, match="Die Einladung ist versendet"):
        agenda.move_item(actor=CLERK, item=item, steps=1, now=now)


def changed(item: AgendaItem, **other: object) -> dict[str, object]:
    facts = {name: getattr(item, name) for name in ("title", "kind", "summary", "proposal", "visibility")}
    return facts | {"minutes_planned": item.minutes_planned} | other


def test_a_paper_changed_after_its_deadline_is_a_table_paper(now: datetime) -> None:
    item = an_item(a_session(a_body()), summary="alt")
    agenda.change_item(
        actor=CLERK, item=item, version=1, now=AFTER_PAPERS, **changed(item, minutes_planned=20)
    )
    item.refresh_from_db()
    assert (item.is_table_paper, item.minutes_planned, item.version) == (False, 20, 2)
    agenda.change_item(actor=CLERK, item=item, version=2, now=AFTER_PAPERS, **changed(item, summary="neu"))
    item.refresh_from_db()
    assert (item.is_table_paper, item.summary, item.version) == (True, "neu", 3)


def test_a_second_save_on_an_old_version_is_refused_and_writes_nothing(now: datetime) -> None:
    item = an_item(a_session(a_body()))
    agenda.change_item(actor=CLERK, item=item, version=1, now=now, **changed(item, title="Erste"))
    before = acts()
    with pytest.raises(StaleVersion):
        agenda.change_item(actor=CLERK, item=item, version=1, now=now, **changed(item, title="Zweite"))
    item.refresh_from_db()
    assert (item.title, acts()) == ("Erste", before)


def test_a_fixed_item_stays_what_it_is(now: datetime) -> None:
    item = a_session(a_body()).items.get(fixed="next_date")
    with pytest.raises(RuleViolation, match="Titel, Art und Sichtbarkeit dieses festen Punktes bleiben"):
        agenda.change_item(actor=CLERK, item=item, version=1, now=now, **changed(item, title="Anderes"))
    with pytest.raises(RuleViolation, match="Dieser Punkt gehört auf jede Tagesordnung"):
        agenda.withdraw_item(actor=CLERK, item=item, reason="weg", now=now)


def test_withdrawing_needs_a_reason_and_keeps_the_number_on_a_sent_invitation(now: datetime) -> None:
    session = an_invited_session(a_steering_body())
    item = session.items.get(fixed="")
    with pytest.raises(RuleViolation, match="Begründen Sie den Schritt") as refused:
        agenda.withdraw_item(actor=CLERK, item=item, reason=" ", now=now)
    assert refused.value.field == "reason"
    agenda.withdraw_item(actor=CLERK, item=item, reason="Hat sich erledigt", now=now)
    item.refresh_from_db()
    assert (item.state, item.number, item.result) == ("withdrawn", 2, "Hat sich erledigt")


def test_results_belong_to_a_running_session(now: datetime) -> None:
    session = an_invited_session(a_steering_body())
    item = session.items.get(fixed="")
    with pytest.raises(RuleViolation, match="Ergebnisse halten Sie fest, sobald die Sitzung läuft"):
        agenda.record_result(actor=CLERK, item=item, result="Ja", version=item.version, now=now)


def test_a_result_is_kept_and_drafts_fill_the_history_only_once() -> None:
    session = a_running_session(a_steering_body())
    item = session.items.get(fixed="")
    for version, text in enumerate(("Der", "Der Kreis", "Der Kreis berichtet."), start=1):
        item = agenda.record_result(
            actor=CLERK, item=item, result=text, version=version, now=AT_SESSION, is_draft=True
        )
    assert (item.result, item.version) == ("Der Kreis berichtet.", 4)
    assert acts().count("governance.item.result") == 1
    with pytest.raises(StaleVersion):
        agenda.record_result(actor=CLERK, item=item, result="Anders", version=2, now=AT_SESSION)


def test_a_decision_item_is_treated_only_with_its_outcome() -> None:
    session = a_running_session(a_steering_body())
    item = an_item(session, "Auftrag", kind=ItemKind.DECISION, now=AT_SESSION)
    with pytest.raises(RuleViolation, match="Halten Sie erst das Ergebnis fest"):
        agenda.treat_item(actor=CLERK, item=item, now=AT_SESSION)
    agenda.postpone_item(actor=CLERK, item=item, now=AT_SESSION)
    item.refresh_from_db()
    assert item.state == "postponed"
    with pytest.raises(RuleViolation, match="Der Schritt von „vertagt“ zu „behandelt“ ist nicht vorgesehen"):
        agenda._take_step(item, agenda.ItemState.TREATED)


def test_what_was_postponed_comes_to_the_next_agenda_once() -> None:
    body = a_steering_body()
    session = a_running_session(body)
    agenda.postpone_item(actor=CLERK, item=session.items.get(fixed=""), now=AT_SESSION)
    following = a_session(body, on=datetime(2026, 6, 10, tzinfo=UTC).date())
    made = take_over_postponed(actor=CLERK, session=following, now=NOW)
    assert [(item.title, item.number) for item in made] == [("Landkarte der Sprachangebote", 3)]
    with pytest.raises(RuleViolation, match="Aus der vorigen Sitzung ist nichts mehr offen"):
        take_over_postponed(actor=CLERK, session=following, now=NOW)
