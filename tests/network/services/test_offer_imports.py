"""The import of offers: the plan is exactly what is written, twice changes nothing."""

from datetime import date
from typing import Any

import pytest

from bildungsnetz.core.actor import PUBLIC, SYSTEM
from bildungsnetz.core.errors import NotAllowed, RuleViolation
from bildungsnetz.core.exports import as_csv
from bildungsnetz.core.models import AuditEntry
from bildungsnetz.network.domain.import_plan import RowKind
from bildungsnetz.network.exchange.offer_list import read_offer_list
from bildungsnetz.network.exchange.offer_tables import offers_table
from bildungsnetz.network.models import Institution, Offer, OfferImport
from bildungsnetz.network.selectors.offer_imports import offer_counts, offer_rows
from bildungsnetz.network.selectors.offers import offer_entry_of, offers
from bildungsnetz.network.services.offer_imports import (
    commit_offers,
    discard_offers,
    plan_offers,
    read_offers,
)
from bildungsnetz.network.services.offers import edit_offer
from tests.network.build import NOW, TODAY, an_actor, an_institution
from tests.network.build_offers import an_offer, an_offer_entry

pytestmark = pytest.mark.django_db
LIST = "Kennung beim Anbieter;Titel;Art des Angebots;Thema;Kosten;Zielgruppen\nA1;Trommeln;course;culture;frei;\n"
GOOD = LIST.replace("frei", "kostenfrei")
UNTIL = date(2027, 7, 31)


def a_run(text: str = GOOD, **given: Any) -> OfferImport:
    """A list that is planned for the music school."""
    sheet = read_offer_list(text.encode(), "liste.csv")
    whose = Institution.objects.filter(name="Musikschule Haan").first() or an_institution()
    run = read_offers(
        actor=an_actor(), heads=sheet.heads, rows=sheet.rows, encoding="", file_name="liste.csv", now=NOW
    )
    values: dict[str, Any] = {"mapping": run.mapping, "institution": whose, "until": UNTIL}
    return plan_offers(actor=an_actor(), run=run, now=NOW, **{**values, **given})


def counts(run: OfferImport) -> dict[str, int]:
    return {kind.value: count for kind, count in offer_counts(run).items() if count}


def test_a_new_list_is_planned_then_written_and_twice_changes_nothing() -> None:
    run = a_run()
    assert (counts(run), Offer.objects.count()) == ({"new": 1}, 0)
    commit_offers(actor=an_actor(), run=run, now=NOW)
    offer = Offer.objects.get()
    assert (offer.title, offer.reference, offer.valid_until, offer.is_public) == (
        "Trommeln",
        "A1",
        UNTIL,
        True,
    )
    assert counts(a_run()) == {"unchanged": 1}
    assert OfferImport.objects.get(pk=run.pk).table == []


def test_changed_rows_show_old_and_new_and_keep_the_visibility() -> None:
    commit_offers(actor=an_actor(), run=a_run(), now=NOW)
    Offer.objects.update(is_public=False)
    run = a_run(GOOD.replace("kostenfrei", "kostenpflichtig"))
    row = offer_rows(run).get()
    assert (row.kind, row.changes) == ("changed", [["cost", "kostenfrei", "kostenpflichtig"]])
    commit_offers(actor=an_actor(), run=run, now=NOW)
    kept = Offer.objects.get()
    assert (kept.cost, kept.is_public, kept.version) == ("paid", False, 2)


def test_refused_and_missing_rows_are_told_and_written_never() -> None:
    an_offer("Geigen", reference="G1")
    run = a_run(LIST + ";;;;;\nA2;Zirkus;circus;culture;;\n")
    assert counts(run) == {"refused": 2, "missing": 1}
    assert [(row.line, row.reason) for row in offer_rows(run, RowKind.REFUSED)] == [
        (2, "„frei“ ist bei „Kosten“ keine bekannte Angabe."),
        (4, "„circus“ ist bei „Art des Angebots“ keine bekannte Angabe."),
    ]
    commit_offers(actor=an_actor(), run=run, now=NOW)
    assert [each.title for each in Offer.objects.order_by("pk")] == ["Geigen"]


def test_the_provider_may_stand_in_a_column() -> None:
    an_institution("Museum Haan")
    an_institution("Doppelt")
    an_institution("Doppelt")
    text = "Anbieter;Titel;Art des Angebots;Thema\nmuseum haan;Führung;visit;culture\nNirgends;B;visit;culture\nDoppelt;C;visit;culture\n"
    run = a_run(text, institution=None)
    assert [(row.label, row.reason) for row in offer_rows(run)] == [
        ("Führung", ""),
        ("B", "Den Anbieter „Nirgends“ gibt es im Register nicht."),
        ("C", "Den Anbieter „Doppelt“ gibt es mehrfach."),
    ]
    commit_offers(actor=an_actor(), run=run, now=NOW)
    assert Offer.objects.get().institution.name == "Museum Haan"


@pytest.mark.parametrize(
    ("given", "field"),
    [({"mapping": {"title": 1, "kind": 2}}, "column_topic"), ({"institution": None}, "institution")],
)
def test_what_is_needed_must_be_said(given: dict[str, Any], field: str) -> None:
    with pytest.raises(RuleViolation) as refused:
        a_run(**given)
    assert refused.value.field == field


def test_a_plan_of_yesterday_is_not_written_over_what_changed() -> None:
    commit_offers(actor=an_actor(), run=a_run(), now=NOW)
    run = a_run(GOOD.replace("kostenfrei", "kostenpflichtig"))
    offer = Offer.objects.get()
    entry = an_offer_entry("Trommeln", reference="A1")
    edit_offer(actor=an_actor(), offer=offer, entry=entry, version=1, now=NOW)
    with pytest.raises(RuleViolation):
        commit_offers(actor=an_actor(), run=run, now=NOW)
    assert (Offer.objects.get().cost, OfferImport.objects.get(pk=run.pk).state) == ("free", "planned")


def test_a_settled_list_stays_settled() -> None:
    run = discard_offers(actor=an_actor(), run=a_run(), now=NOW)
    for act in (commit_offers, discard_offers):
        with pytest.raises(RuleViolation):
            act(actor=an_actor(), run=run, now=NOW)
    assert Offer.objects.count() == 0


def test_whoever_may_not_leaves_no_trace() -> None:
    run = a_run()
    logged = AuditEntry.objects.count()
    for actor in (PUBLIC, an_actor("scientific"), an_actor("partner")):
        with pytest.raises(NotAllowed):
            read_offers(actor=actor, heads=["a"], rows=[], encoding="", file_name="x", now=NOW)
        with pytest.raises(NotAllowed):
            plan_offers(actor=actor, run=run, mapping={}, institution=None, until=None, now=NOW)
        for act in (commit_offers, discard_offers):
            with pytest.raises(NotAllowed):
                act(actor=actor, run=run, now=NOW)
    assert (OfferImport.objects.count(), Offer.objects.count(), AuditEntry.objects.count()) == (1, 0, logged)


def test_our_own_export_comes_in_again_unchanged() -> None:
    an_offer(
        reference="A1",
        access=frozenset({"wheelchair", "plain"}),
        languages=frozenset({"de", "uk"}),
        starts_at=NOW,
        ends_at=NOW,
        capacity=20,
        cost="paid",
        description="Erste Zeile,\nzweite Zeile",
    )
    before = offer_entry_of(Offer.objects.get())
    content = as_csv(offers_table(offers(SYSTEM, on=TODAY))).decode()
    run = a_run(content, institution=None, until=None)
    assert counts(run) == {"unchanged": 1}
    assert offer_entry_of(Offer.objects.get()) == before
