"""Which persons and institutions a question to the register finds."""

from datetime import date

import pytest

from bildungsnetz.core.actor import SYSTEM
from bildungsnetz.network.domain.functions import FunctionKind
from bildungsnetz.network.domain.questions import Condition, Group, Joint, Question, Subject
from bildungsnetz.network.models import Institution, Person
from bildungsnetz.network.selectors.answers import institutions_that_fit, people_that_fit
from bildungsnetz.network.selectors.asking import Asking
from bildungsnetz.network.selectors.criteria import CRITERIA
from bildungsnetz.network.services.people import enter_function
from bildungsnetz.network.services.profiles import ProfileEntry, edit_profile
from tests.network.build import NOW, TODAY, a_cooperation, a_person, an_actor, an_institution, haan
from tests.network.build_offers import an_offer

pytestmark = pytest.mark.django_db


@pytest.fixture
def people() -> dict[str, Person]:
    """Anna leads the Gymnasium, Bert teaches there and led the Musikschule, Cem has no function."""
    school = an_institution(
        "Gymnasium", kind="school", school_form="20", social_index=3, email="g@demo.example"
    )
    music = an_institution("Musikschule", longitude=7.5, latitude=51.5, street="Ringstr. 1")
    made = {name: a_person(name, name) for name in ("Anna", "Bert", "Cem")}
    _does(made["Anna"], school, "principal")
    _does(made["Bert"], school, "teacher")
    _does(made["Bert"], music, "principal", until=date(2026, 2, 28))
    return made


def _does(person: Person, where: Institution, kind: str, until: date | None = None) -> None:
    enter_function(
        actor=SYSTEM,
        person=person,
        institution=where,
        kind=FunctionKind(kind),
        label="",
        started_on=date(2020, 1, 1),
        ended_on=until,
        now=NOW,
    )


def _people(*groups: Group, joint: Joint = Joint.ALL, on: date = TODAY) -> list[str]:
    found = people_that_fit(Question(Subject.PEOPLE, groups, joint), Asking(SYSTEM, on, NOW))
    return [person.last_name for person in found]


def _institutions(*conditions: Condition, joint: Joint = Joint.ALL) -> list[str]:
    question = Question(Subject.INSTITUTIONS, (Group(conditions, joint),))
    return [each.name for each in institutions_that_fit(question, Asking(SYSTEM, TODAY, NOW))]


def test_function_and_institution_must_be_the_same(people: dict[str, Person]) -> None:
    leads_gymnasium = Group((Condition("funktion", "principal"), Condition("schulform", "20")))
    assert _people(leads_gymnasium) == ["Anna"]
    led = Group((Condition("funktion", "principal"),))
    assert _people(led, on=date(2026, 2, 28)) == ["Anna", "Bert"]
    assert _people(led) == ["Anna"]


def test_not_finds_also_those_without_any_function(people: dict[str, Person]) -> None:
    assert _people(Group((Condition("funktion", "principal", is_not=True),))) == ["Bert", "Cem"]
    assert _people(Group((Condition("ort", str(haan().pk), is_not=True),))) == ["Cem"]


def test_groups_and_conditions_are_joined_by_and_and_or(people: dict[str, Person]) -> None:
    either = Group((Condition("funktion", "principal"), Condition("funktion", "teacher")), Joint.ANY)
    low = Group((Condition("index-bis", "2"),))
    assert _people(either) == ["Anna", "Bert"]
    assert _people(either, low) == []
    assert _people(either, low, joint=Joint.ANY) == ["Anna", "Bert"]
    assert _people(Group((Condition("index-ab", "3"), Condition("index-bis")))) == ["Anna", "Bert"]


def test_each_criterion_about_institutions() -> None:
    school = an_institution(
        "Gymnasium", kind="school", school_form="20", social_index=3, email="g@demo.example"
    )
    music = an_institution("Musikschule", longitude=7.5, latitude=51.5, street="Ringstr. 1")
    a_cooperation("Gymnasium", "Musikschule")
    an_offer(institution=music, topic="culture")
    entry = ProfileEntry(languages=frozenset({"tr", "uk"}), target_groups=frozenset({"primary"}))
    edit_profile(actor=SYSTEM, institution=school, entry=entry, version=school.version, now=NOW)
    for condition, names in (
        (Condition("art", "music_school"), ["Musikschule"]),
        (Condition("art", "gruppe:culture"), ["Musikschule"]),
        (Condition("art", "gruppe:culture", is_not=True), ["Gymnasium"]),
        (Condition("schulform", "20"), ["Gymnasium"]),
        (Condition("index-ab", "4"), []),
        (Condition("index-ab", "x"), []),
        (Condition("ort", "999"), []),
        (Condition("handlungsfeld", "1"), []),
        (Condition("sprache", "tr"), ["Gymnasium"]),
        (Condition("sprache", "t"), []),
        (Condition("zielgruppe", "primary"), ["Gymnasium"]),
        (Condition("angebot", "culture"), ["Musikschule"]),
        (Condition("partner", "musik"), ["Gymnasium"]),
        (Condition("partner-art", "school"), ["Musikschule"]),
        (Condition("kooperation", "1", is_not=True), ["Gymnasium", "Musikschule"]),
        (Condition("naehe", "Dieker Str. 69, Haan", "5"), ["Gymnasium"]),
        (Condition("naehe", "Atlantis", "5"), []),
        (Condition("aktualitaet", "bestaetigt"), ["Gymnasium", "Musikschule"]),
        (Condition("aktualitaet", "ruht"), []),
        (Condition("aktualitaet", "unbekannt"), []),
        (Condition("post"), ["Gymnasium"]),
        (Condition("unbekannt", "x"), ["Gymnasium", "Musikschule"]),
    ):
        assert _institutions(condition) == names, condition


def test_institutions_by_their_people(people: dict[str, Person]) -> None:
    assert _institutions(Condition("funktion", "principal")) == ["Gymnasium"]
    assert _institutions(Condition("erreichbar")) == ["Gymnasium"]
    assert _institutions(Condition("konto")) == []
    assert _institutions(Condition("gremium", "body:1")) == []


def test_every_criterion_is_asked_of_both(people: dict[str, Person]) -> None:
    for key in CRITERIA:
        _institutions(Condition(key, "1"))
        _people(Group((Condition(key, "1", is_not=True),)))


def test_whoever_may_not_see_persons_finds_nothing(people: dict[str, Person]) -> None:
    asking = Asking(an_actor("administration"), TODAY, NOW)
    question = Question(Subject.INSTITUTIONS, (Group((Condition("funktion", "principal"),)),))
    assert (list(institutions_that_fit(question, asking)), list(people_that_fit(question, asking))) == (
        [],
        [],
    )
