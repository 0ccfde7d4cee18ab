"""Merging, undoing and editing in any order: nothing is lost, and what nobody touched comes back as it was."""

from datetime import timedelta

import pytest
from django.db import transaction
from hypothesis import settings
from hypothesis import strategies as st
from hypothesis.stateful import (
    RuleBasedStateMachine,
    invariant,
    precondition,
    rule,
    run_state_machine_as_test,
)

from bildungsnetz.core.actor import SYSTEM
from bildungsnetz.core.errors import RuleViolation
from bildungsnetz.network.domain.functions import FunctionKind
from bildungsnetz.network.domain.merging import MergeKind
from bildungsnetz.network.models import Function, Institution, Merge, Person
from bildungsnetz.network.services.merging import merge, undo_merge
from bildungsnetz.network.services.people import enter_function
from tests.network.build import NOW, TODAY, a_person, an_actor, an_institution

pytestmark = pytest.mark.django_db
PICK = st.integers(0, 7)


class Merging(RuleBasedStateMachine):
    """Four institutions, each with a person in function; the model knows where each function began and what went where."""

    def __init__(self) -> None:
        super().__init__()
        self.around = transaction.atomic()
        self.around.__enter__()
        self.clerk = an_actor()
        self.places = [an_institution(name, description=name.lower()) for name in "ABCD"]
        self.names = {place.pk: place.name for place in self.places}
        self.home: dict[int, int] = {}
        for place in self.places:
            self._function_at(place)
        self.stack: list[Merge] = []
        self.added: set[int] = set()

    def _function_at(self, place: Institution) -> Function:
        held = enter_function(
            actor=SYSTEM,
            person=a_person(),
            institution=place,
            kind=FunctionKind.CONTACT,
            started_on=TODAY,
            now=NOW,
        )
        self.home[held.pk] = place.pk
        return held

    def _present(self) -> list[Institution]:
        return list(Institution.objects.order_by("pk"))

    @precondition(lambda self: len(self._present()) > 1)
    @rule(one=PICK, other=PICK, take=st.booleans())
    def merge_two(self, one: int, other: int, take: bool) -> None:
        rows = self._present()
        stays, goes = rows[one % len(rows)], rows[other % len(rows)]
        if stays.pk == goes.pk:
            return
        taken = ["description"] if take else []
        kind = MergeKind.INSTITUTION
        made = merge(actor=self.clerk, kind=kind, winner=stays.pk, loser=goes.pk, taken=taken, now=NOW)
        self.stack.append(made)

    @rule(where=PICK)
    def work_goes_on(self, where: int) -> None:
        rows = self._present()
        held = self._function_at(rows[where % len(rows)])
        self.added.add(held.pk)

    @precondition(lambda self: self.stack)
    @rule(which=PICK)
    def undo_one(self, which: int) -> None:
        row = self.stack[which % len(self.stack)]
        try:
            done = undo_merge(actor=self.clerk, row=row, now=NOW + timedelta(days=1))
        except RuleViolation:
            assert not Institution.objects.filter(pk=row.winner).exists()
            return
        self.stack.remove(row)
        assert Institution.objects.get(pk=row.loser).name == self.names[row.loser]
        assert done.undone_at is not None

    @invariant()
    def nothing_is_lost(self) -> None:
        gone = {row.loser for row in self.stack}
        assert {place.pk for place in self._present()} == self.names.keys() - gone
        assert set(Function.objects.values_list("pk", flat=True)) == self.home.keys()
        assert Person.objects.count() == len(self.home)

    def teardown(self) -> None:
        """Everything undone, last first: each function is where it began, those entered later where they are."""
        for row in reversed(self.stack):
            undo_merge(actor=self.clerk, row=row, now=NOW)
        now_at = dict(Function.objects.values_list("pk", "institution"))
        untouched = self.home.keys() - self.added
        assert {pk: now_at[pk] for pk in untouched} == {pk: self.home[pk] for pk in untouched}
        transaction.set_rollback(True)
        self.around.__exit__(None, None, None)


def test_merge_and_undo_in_any_order() -> None:
    run_state_machine_as_test(
        Merging, settings=settings(max_examples=12, stateful_step_count=10, deadline=None)
    )
