"""Merging and undoing where the database or a closed record stands against it: refused in words, nothing half done."""

import pytest

from bildungsnetz.core.actor import SYSTEM
from bildungsnetz.core.errors import RuleViolation
from bildungsnetz.core.merging import absorb
from bildungsnetz.core.models import AuditEntry
from bildungsnetz.governance.models import MinutesApproval
from bildungsnetz.network.domain.merging import MergeKind
from bildungsnetz.network.domain.survey import AnswerEntry
from bildungsnetz.network.models import (
    ContactChannel,
    Cooperation,
    FieldOfAction,
    Institution,
    Merge,
    Person,
    SurveyAnswer,
    SurveyInvitation,
)
from bildungsnetz.network.selectors.merging import preview
from bildungsnetz.network.services.channels import ChannelEntry, add_channel, edit_channel, remove_channel
from bildungsnetz.network.services.merging import merge, undo_merge
from bildungsnetz.network.services.people import link_person
from bildungsnetz.network.services.survey_answers import give_answer
from tests.governance import results
from tests.network.build import NOW, a_person, a_user, an_actor, an_institution
from tests.network.build_surveys import a_survey, invitation

pytestmark = pytest.mark.django_db
PLACE, PERSON = MergeKind.INSTITUTION, MergeKind.PERSON
NO_PLACE = (
    "Das lässt sich nicht rückgängig machen ({}): Inzwischen steht dort etwas anderes, oder es fehlt etwas, das "
    "dazugehört. Es ist nichts geändert. Nehmen Sie die spätere Änderung zurück und versuchen Sie es noch einmal."
)


def joined(kind: MergeKind, winner: int, loser: int) -> Merge:
    return merge(actor=an_actor(), kind=kind, winner=winner, loser=loser, taken=(), now=NOW)


def undone(row: Merge) -> Merge:
    return undo_merge(actor=an_actor(), row=row, now=NOW)


def everything() -> list[object]:
    """All rows a merge may touch, to see that nothing has changed."""
    models = (
        Institution,
        Person,
        ContactChannel,
        SurveyAnswer,
        SurveyInvitation,
        Cooperation,
        Merge,
        AuditEntry,
    )
    return [list(model._default_manager.order_by("pk").values()) for model in (*models, MinutesApproval)]


def refused(row: Merge) -> str:
    before = everything()
    with pytest.raises(RuleViolation) as why:
        undone(row)
    assert everything() == before
    return str(why.value.message)


def test_an_undo_for_which_the_database_has_no_place_changes_nothing_and_works_once_the_place_is_free() -> (
    None
):
    """Both numbers of the one that went would be its general number now."""
    stays, goes = an_institution("A"), an_institution("B", phone="02129 2")
    press = ChannelEntry(kind="phone", value="02129 3", purpose="press")
    channel = add_channel(actor=SYSTEM, institution=goes, entry=press, now=NOW)
    row = joined(PLACE, stays.pk, goes.pk)
    first = ContactChannel.objects.get(value="02129 9115")
    remove_channel(actor=an_actor(), channel=first, now=NOW)
    channel.refresh_from_db()
    general = ChannelEntry(kind="phone", value="02129 3", purpose="general")
    edit_channel(actor=an_actor(), channel=channel, entry=general, now=NOW)
    assert refused(row) == NO_PLACE.format("Kontaktwege")
    channel.refresh_from_db()
    edit_channel(actor=an_actor(), channel=channel, entry=press, now=NOW)
    assert undone(row).leftovers == []
    numbers = ContactChannel.objects.filter(institution=goes).order_by("value")
    assert list(numbers.values_list("value", "purpose")) == [("02129 2", "general"), ("02129 3", "press")]


def test_an_entry_whose_account_belongs_to_somebody_else_by_now_does_not_come_back() -> None:
    stays, goes, third = a_person(), a_person("Winter"), a_person("Herbst")
    user = a_user()
    link_person(actor=SYSTEM, person=goes, user=user, now=NOW)
    row = joined(PERSON, stays.pk, goes.pk)
    Person.objects.filter(pk=stays.pk).update(user=None)
    link_person(actor=SYSTEM, person=third, user=user, now=NOW)
    assert refused(row) == NO_PLACE.format(row.loser_label)


def test_what_lacks_something_by_now_is_named_and_the_rest_comes_back() -> None:
    _survey, (link, _other) = a_survey("Amsel", "Biber")
    topic = FieldOfAction.objects.create(name="Nur hier", position=99)
    stays, goes = (Institution.objects.get(name=name) for name in ("Amsel", "Biber"))
    entry = AnswerEntry(goes.pk, 3, topic.pk)
    give_answer(invitation=invitation(link), entry=entry, consents=True, now=NOW)
    row = joined(PLACE, stays.pk, goes.pk)
    topic.delete()
    assert undone(row).leftovers == [
        {"label": "Amsel – Biber", "key": "not_restored"},
        {"label": "Amsel – Biber", "key": "not_restored"},  # the relation that the answer had made
    ]
    assert Institution.objects.filter(name="Biber").count() == 1


def test_whoever_approved_minutes_does_not_go_but_may_stay() -> None:
    results.approved()
    given = MinutesApproval.objects.select_related("person").order_by("pk")[0]
    signer, other = given.person, a_person("Sommer", "P.")
    reason = (
        "Die Person, die aufgehen soll, hat ein Protokoll freigegeben; das bleibt, wie es ist. "
        "Führen Sie die beiden umgekehrt zusammen, sodass dieser Eintrag bleibt."
    )
    assert preview(other, signer).refusals == [reason]
    before = everything()
    with pytest.raises(RuleViolation) as why:
        joined(PERSON, other.pk, signer.pk)
    assert (str(why.value.message), everything()) == (reason, before)
    assert joined(PERSON, signer.pk, other.pk).winner == signer.pk
    given.refresh_from_db()
    assert given.person_id == signer.pk


def test_a_record_that_the_database_keeps_is_never_removed_whatever_the_contexts_say() -> None:
    results.approved()
    given = MinutesApproval.objects.select_related("person").order_by("pk")[0]
    other, count = a_person("Sommer", "P."), MinutesApproval.objects.count()
    with pytest.raises(RuleViolation) as why:
        absorb(given.person, other)
    assert str(why.value.message) == (
        f"„{given}“ gehört zu etwas Abgeschlossenem und kann nicht zusammengeführt werden."
    )
    assert MinutesApproval.objects.count() == count


@pytest.mark.parametrize("stays", ["Amsel", "Biber"])
def test_two_that_named_each_other_in_a_survey_do_not_name_themselves(stays: str) -> None:
    _survey, links = a_survey("Amsel", "Biber", "Dachs")
    keys = {name: Institution.objects.get(name=name).pk for name in ("Amsel", "Biber", "Dachs")}
    named = (("Amsel", "Biber"), ("Biber", "Amsel"), ("Amsel", "Dachs"))
    for one, partner in named:
        link = links[sorted(keys).index(one)]
        give_answer(invitation=invitation(link), entry=AnswerEntry(keys[partner], 3), consents=True, now=NOW)
    before = list(SurveyAnswer.objects.order_by("pk").values())
    goes = "Biber" if stays == "Amsel" else "Amsel"
    row = joined(PLACE, keys[stays], keys[goes])
    for answer in SurveyAnswer.objects.select_related("invitation"):
        assert answer.partner_id != answer.invitation.institution_id
    assert not Cooperation.objects.filter(first=keys[stays], second=keys[stays]).exists()
    assert undone(row).leftovers == []
    assert list(SurveyAnswer.objects.order_by("pk").values()) == before


def test_an_answer_of_one_that_was_not_asked_itself_goes_too() -> None:
    """The invitation moves to the one that stays, which was not asked: the answer would point to itself."""
    _survey, (link,) = a_survey("Amsel")
    stays, goes = an_institution("Neu"), Institution.objects.get(name="Amsel")
    give_answer(invitation=invitation(link), entry=AnswerEntry(stays.pk, 3), consents=True, now=NOW)
    row = joined(PLACE, stays.pk, goes.pk)
    assert SurveyInvitation.objects.get().institution_id == stays.pk
    assert SurveyAnswer.objects.count() == 0
    assert undone(row).leftovers == []
    assert SurveyAnswer.objects.get().partner_id == stays.pk
