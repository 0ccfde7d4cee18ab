from dataclasses import replace
from datetime import date

import pytest

from bildungsnetz.core.errors import NotAllowed, RuleViolation
from bildungsnetz.core.models import AuditEntry
from bildungsnetz.network.domain.kinds import SEEDS
from bildungsnetz.network.models import Institution, InstitutionKind
from bildungsnetz.network.selectors.register import entry_of
from bildungsnetz.network.services.institutions import edit_institution
from bildungsnetz.network.services.kinds import KindEntry, edit_kind, enter_kind, seed_kinds
from tests.network.build import NOW, an_actor, an_institution

pytestmark = pytest.mark.django_db
RETIRED = date(2026, 1, 1)


def kind(key: str) -> InstitutionKind:
    return InstitutionKind.objects.get(key=key)


def entry(**values: object) -> KindEntry:
    given = {"name": "Musikakademie", "plural": "Musikakademien", "group": "culture", "position": 5}
    return KindEntry(**{**given, **values})  # type: ignore[arg-type]


def test_a_fresh_installation_has_the_kinds_and_edited_ones_stay() -> None:
    assert InstitutionKind.objects.count() == len(SEEDS)
    edit_kind(actor=an_actor(), kind=kind("music_school"), entry=entry(), now=NOW)
    seed_kinds()
    assert (InstitutionKind.objects.count(), kind("music_school").name) == (len(SEEDS), "Musikakademie")


def test_a_new_kind_gets_a_key_that_is_free() -> None:
    made = enter_kind(actor=an_actor(), entry=entry(name="Jugendkunst Haus"), now=NOW)
    again = enter_kind(actor=an_actor(), entry=entry(name="Jugendkunst-Haus"), now=NOW)
    assert (made.key, again.key) == ("jugendkunst_haus", "jugendkunst_haus_2")
    assert an_institution(kind=made.key).what == "Jugendkunst Haus"


def test_institutions_carry_the_new_name_of_their_kind_at_once() -> None:
    school = an_institution()
    edit_kind(actor=an_actor(), kind=kind("music_school"), entry=entry(), now=NOW)
    assert Institution.objects.get(pk=school.pk).what == "Musikakademie"


def test_a_retired_kind_takes_no_new_institutions_but_keeps_its_own() -> None:
    old = an_institution()
    edit_kind(actor=an_actor(), kind=kind("music_school"), entry=entry(retired_on=RETIRED), now=NOW)
    with pytest.raises(RuleViolation) as refused:
        an_institution("Zweite")
    assert refused.value.field == "kind"
    after = replace(entry_of(old), name="Alte Musikschule")
    edited = edit_institution(actor=an_actor(), institution=old, entry=after, version=1, now=NOW)
    assert edited.name == "Alte Musikschule"


def test_schools_stay_in_use_and_names_are_unique() -> None:
    for key, values, field in (
        ("school", {"retired_on": RETIRED}, "retired_on"),
        ("museum", {"name": "schule"}, "name"),
    ):
        with pytest.raises(RuleViolation) as refused:
            edit_kind(actor=an_actor(), kind=kind(key), entry=entry(**values), now=NOW)
        assert refused.value.field == field


def test_whoever_may_not_edit_kinds_leaves_no_trace() -> None:
    logged = AuditEntry.objects.count()
    with pytest.raises(NotAllowed):
        enter_kind(actor=an_actor("pedagogical"), entry=entry(), now=NOW)
    with pytest.raises(NotAllowed):
        edit_kind(actor=an_actor("school"), kind=kind("museum"), entry=entry(), now=NOW)
    assert (InstitutionKind.objects.count(), AuditEntry.objects.count()) == (len(SEEDS), logged)
