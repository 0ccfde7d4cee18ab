"""Pages of bodies, their seats and mandates."""

from collections.abc import Callable
from contextlib import AbstractContextManager
from datetime import date

import pytest
from django.test import Client
from django.urls import reverse

from bildungsnetz.governance.models import Body, Chair, Deputyship, Mandate, SeatRuleRow
from tests.governance import build
from tests.sign_in import signed_in

pytestmark = pytest.mark.django_db
Queries = Callable[..., AbstractContextManager[None]]


@pytest.fixture
def clerk(client: Client) -> Client:
    signed_in(client, "clerk")
    return client


def text(client: Client, route: str, *args: object, query: str = "") -> str:
    answer = client.get(reverse(f"governance:{route}", args=args) + query)
    assert answer.status_code == 200
    return " ".join(answer.content.decode().split())


def errors(client: Client, route: str, *args: object, **typed: object) -> dict[str, list[str]]:
    """What the form answers, by field."""
    answer = client.post(reverse(f"governance:{route}", args=args), typed)
    assert answer.status_code == 200
    return {name: list(found) for name, found in answer.context["form"].errors.items()}


def sent(client: Client, route: str, *args: object, **typed: object) -> str:
    """The address to which a form leads that was accepted."""
    answer = client.post(reverse(f"governance:{route}", args=args), typed)
    assert answer.status_code == 302, dict(answer.context["form"].errors)
    return answer.headers["Location"]


def test_the_tree(clerk: Client) -> None:
    body = build.a_steering_body()
    build.a_body("working_group", "AG Sprache", parent=body)
    page = text(clerk, "bodies")
    assert page.index("Lenkungskreis</a>") < page.index("AG Sprache</a>")
    assert "gehört zu Lenkungskreis" in page
    assert "8 von 11" in page
    assert "in Ordnung" in page
    assert "1 Hinweis" in page
    assert "nicht geplant" in page


def test_an_empty_tree_says_what_to_do(clerk: Client) -> None:
    assert "Beginnen Sie mit dem Lenkungskreis" in text(clerk, "bodies")


def test_the_tree_costs_the_same_for_all(clerk: Client, django_assert_num_queries: Queries) -> None:
    build.a_steering_body()
    clerk.get(reverse("governance:bodies"))
    with django_assert_num_queries(8):
        clerk.get(reverse("governance:bodies"))
    for name in ("AG Eins", "AG Zwei"):
        build.a_mandate(build.a_body("working_group", name), "mitglieder")
    with django_assert_num_queries(8):
        clerk.get(reverse("governance:bodies"))


def test_the_page_of_a_body(clerk: Client) -> None:
    body = build.a_steering_body()
    page = text(clerk, "body", body.pk)
    for words in (
        'Karl Winter</a> <span class="bn-muted">(Land)</span>',
        'Katrin Kaiser</a> <span class="bn-muted">(Kommune)</span>',
        "Dana Herbst",
        "Stimmberechtigte Mitglieder: 8 von höchstens 11.",
        'Mitglieder am Mi., 04.03.2026 <span class="bn-count">8</span>',
        'value="2026-03-04"',
        "Konsens der Seiten, erteilt Aufträge",
        "System hat das Gremium „Lenkungskreis“ eingerichtet.",
        "Konto clerk, ",
    ):
        assert words in page


def test_the_composition_of_another_day(clerk: Client) -> None:
    body = build.a_body()
    build.a_mandate(body, "kreis", build.a_person("Kaiser", "Katrin"), ends_on=date(2026, 4, 30))
    before = text(clerk, "body", body.pk, query="?am=2026-03-01")
    after = text(clerk, "body", body.pk, query="?am=2026-05-01")
    assert "Katrin Kaiser" in before
    assert "in Ordnung" in before
    assert "Bitten Sie um Benennung von 1 Person: Bezirksregierung und Schulamt." in before
    assert "Bitten Sie um Benennung von 2 Personen: Schulen." in before
    assert "Mandat abgelaufen" in after
    assert (
        "Das letzte Mandat endete am 30.04.2026. Bitten Sie um Benennung von 1 Person: Landrätin oder Landrat."
        in after
    )
    assert "Frühere und künftige Mandate" in after


def test_too_many_people(clerk: Client) -> None:
    body = build.a_body()
    for _ in range(2):
        build.a_mandate(body, "kreis")
    page = text(clerk, "body", body.pk)
    assert "überbesetzt" in page
    assert "1 Person zu viel. Klären Sie, wer ausscheidet, mit: Landrätin oder Landrat." in page


def test_nonsense_as_day_shows_today(clerk: Client) -> None:
    assert "Mitglieder am Mi., 04.03.2026" in text(clerk, "body", build.a_body().pk, query="?am=morgen")


def test_the_page_costs_the_same_for_all(clerk: Client, django_assert_num_queries: Queries) -> None:
    body = build.a_body()
    for number in range(3):
        build.a_deputy(build.a_mandate(body, "schulaufsicht", build.a_person(f"Eins{number}")))
        if number in {0, 2}:
            with django_assert_num_queries(15):
                clerk.get(reverse("governance:body", args=[body.pk]))


def test_members_see_their_body_and_no_other(client: Client) -> None:
    body, other = build.a_steering_body(), build.a_body("working_group")
    client.force_login(build.member(body, "Lang").user)
    member = client
    page = text(member, "body", body.pk)
    assert "Mandat eintragen" not in page
    assert "Einstellungen ändern" not in page
    assert member.get(reverse("governance:body", args=[other.pk])).status_code == 404
    assert "Arbeitsgruppe" not in text(member, "bodies")
    foreign = build.a_mandate(other, "mitglieder")
    assert member.get(reverse("governance:mandate", args=[foreign.pk])).status_code == 404
    for route, pk in (("body-edit", body.pk), ("mandate-new", body.pk), ("chair-set", body.pk)):
        assert member.get(reverse(f"governance:{route}", args=[pk])).status_code == 403


def test_set_up_from_a_preset(clerk: Client) -> None:
    assert "Ohne Vorlage" in text(clerk, "body-new")
    page = text(clerk, "body-new-preset", "mettmann_steering")
    assert "Schulaufsicht (obere und untere): 1 bis 3" in page
    assert "Kreis: genau 1" in page
    assert "benannt durch Bezirksregierung und Schulamt" in page
    address = sent(clerk, "body-new-preset", "mettmann_steering", name="Lenkungskreis Mettmann")
    body = Body.objects.get()
    assert (address, body.name, body.seat_rules.count()) == (
        f"/gremien/{body.pk}/",
        "Lenkungskreis Mettmann",
        5,
    )
    found = errors(clerk, "body-new-preset", "mettmann_steering", name="Lenkungskreis Mettmann")
    assert found == {"name": ["Ein Gremium mit diesem Namen gibt es schon."]}
    assert clerk.get("/gremien/neu/unbekannt/").status_code == 404


BY_HAND = {
    "name": "Bildungsrat", "kind": "education_council", "chair_model": "single", "decision_rule": "simple_majority",
    "sides": ["land", "partner"], "is_active": "on", "invitation_days": 14, "papers_days": 7, "minutes_days": 14,
    "objection_days": 14, "approval_reminder_days": 7, "proposal_days": 21, "quorum_percent": 50,
}  # fmt: skip


def test_set_up_by_hand(clerk: Client) -> None:
    text(clerk, "body-new-by-hand")
    sent(clerk, "body-new-by-hand", **BY_HAND)
    body = Body.objects.get()
    assert (body.name, [side.key for side in body.sides.all()]) == ("Bildungsrat", ["land", "partner"])
    found = errors(
        clerk, "body-new-by-hand", **{**BY_HAND, "name": "Neu", "decision_rule": "consensus_sides"}
    )
    assert found == {
        "sides": [
            "Für den Konsens der Seiten braucht das Gremium mindestens zwei Seiten, deren Zustimmung zählt."
        ]
    }


def test_settings_changed_by_two_people(clerk: Client) -> None:
    body = build.a_body("working_group")
    typed = {**BY_HAND, "version": 1}
    sent(clerk, "body-edit", body.pk, **typed)
    answer = clerk.post(reverse("governance:body-edit", args=[body.pk]), {**typed, "name": "Mein Name"})
    assert "Jemand anderes hat diesen Eintrag inzwischen gespeichert" in answer.content.decode()
    assert [(row.label, row.theirs, row.mine) for row in answer.context["others"]] == [
        ("Name", "Bildungsrat", "Mein Name")
    ]
    assert Body.objects.get().name == "Bildungsrat"
    sent(
        clerk,
        "body-edit",
        body.pk,
        **{**typed, "name": "Mein Name", "version": answer.context["form"]["version"].value()},
    )
    assert Body.objects.get().name == "Mein Name"


def test_seats_and_sides(clerk: Client) -> None:
    body = build.a_body()
    sent(clerk, "side-new", body.pk, name="Kammern")
    side = body.sides.get(key="kammern")
    sent(clerk, "side-edit", side.pk, name="Kammern und Verbände")
    typed = {"side": side.pk, "function": "IHK", "minimum": 1, "maximum": 1, "nominating_party": "IHK"}
    sent(clerk, "seat-rule-new", body.pk, **typed)
    row = SeatRuleRow.objects.get(key="ihk")
    assert row.side.name == "Kammern und Verbände"
    sent(clerk, "seat-rule-edit", row.pk, function="IHK", minimum=1, maximum=2, effective_on="2026-05-01")
    assert list(SeatRuleRow.objects.filter(key="ihk").values_list("maximum", "valid_from", "valid_until")) == [
        (1, None, date(2026, 4, 30)), (2, date(2026, 5, 1), None),
    ]  # fmt: skip
    later = SeatRuleRow.objects.get(key="ihk", maximum=2)
    sent(clerk, "seat-rule-end", later.pk, valid_until="2026-12-31")
    assert errors(clerk, "seat-rule-new", body.pk, **{**typed, "maximum": 0}) == {
        "maximum": ["Die Höchstzahl muss mindestens 1 sein und darf nicht unter der Mindestzahl liegen."]
    }
    assert "Frühere und künftige Fassungen der Sitze" in text(clerk, "body", body.pk)


def test_enter_a_mandate_with_deputy_and_chair(clerk: Client) -> None:
    body, person, deputy = (
        build.a_body(),
        build.a_person("Kaiser", "Katrin"),
        build.a_person("Krause", "Dana"),
    )
    seat = build.seat(body, "kreis")
    page = text(clerk, "mandate-new", body.pk, query=f"?sitz={seat.pk}")
    assert f'<option value="{seat.pk}" selected>Kommune: Kreis</option>' in page
    typed = {"seat_rule": seat.pk, "person": person.pk, "starts_on": "2025-01-01", "nominated_by": "Landrat"}
    address = sent(clerk, "mandate-new", body.pk, **typed)
    mandate = Mandate.objects.get()
    assert address == f"/gremien/mandate/{mandate.pk}/"
    sent(clerk, "deputy-new", mandate.pk, person=deputy.pk, starts_on="2026-01-01")
    sent(clerk, "chair-set", body.pk, mandate=mandate.pk, starts_on="2026-01-01")
    page = text(clerk, "mandate", mandate.pk)
    for words in (
        "Dana Krause",
        "Landrat",
        "Do., 01.01.2026 bis auf Weiteres, für die Seite Kommune",
        "keines, die Person",
    ):
        assert words in page
    sent(clerk, "deputy-end", Deputyship.objects.get().pk, ends_on="2026-06-30")
    sent(clerk, "chair-end", Chair.objects.get().pk, ends_on="2026-06-30")
    sent(clerk, "mandate-end", mandate.pk, ends_on="2026-12-31")
    mandate.refresh_from_db()
    assert (mandate.ends_on, Deputyship.objects.get().ends_on, Chair.objects.get().ends_on) == (
        date(2026, 12, 31), date(2026, 6, 30), date(2026, 6, 30),
    )  # fmt: skip


def test_errors_stand_at_their_field(clerk: Client) -> None:
    body, person = build.a_body(), build.a_person()
    held = build.a_mandate(body, "kreis", person)
    typed = {"seat_rule": build.seat(body, "kreis").pk, "person": person.pk, "starts_on": "2026-01-01"}
    assert errors(clerk, "mandate-new", body.pk, **typed) == {
        "starts_on": ["Diese Person hat in diesem Zeitraum bereits ein Mandat auf diesem Sitz."]
    }
    other = {**typed, "seat_rule": build.seat(body, "staedte").pk}
    assert errors(clerk, "mandate-new", body.pk, **other) == {
        "person": ["Diese Person hat in diesem Zeitraum bereits einen anderen Sitz in diesem Gremium."]
    }
    assert errors(clerk, "mandate-new", body.pk, **typed, ends_on="2025-01-01") == {
        "ends_on": ["Das Ende darf nicht vor dem Beginn liegen."]
    }
    assert errors(clerk, "deputy-new", held.pk, person=person.pk, starts_on="2026-01-01") == {
        "person": ["Diese Person hat das Mandat selbst inne. Wählen Sie eine andere."]
    }
    assert errors(clerk, "mandate-end", held.pk, ends_on="2024-01-01") == {
        "ends_on": ["Das Ende darf nicht vor dem Beginn liegen."]
    }
    assert errors(clerk, "chair-set", body.pk, mandate=held.pk, starts_on="2024-01-01") == {
        "starts_on": ["Das Mandat beginnt erst am 01.01.2025."]
    }
    assert (Mandate.objects.count(), Deputyship.objects.count(), Chair.objects.count()) == (1, 0, 0)


@pytest.mark.parametrize("route", ["mandate-end", "deputy-new", "mandate"])
def test_what_is_not_there(clerk: Client, route: str) -> None:
    assert clerk.get(reverse(f"governance:{route}", args=[999])).status_code == 404


def test_members_as_a_file(clerk: Client) -> None:
    body = build.a_steering_body()
    answer = clerk.get(reverse("governance:body-members", args=[body.pk]) + "?am=2026-03-01&format=csv")
    lines = answer.content.decode().splitlines()
    assert lines[1] == (",Karl,Winter,Land,Schulaufsicht (obere und untere),ja,Dana Herbst,2025-01-01,,")
    assert len(lines) == 9
    assert answer.headers["Content-Disposition"] == 'attachment; filename="lenkungskreis-2026-03-01.csv"'
    before = clerk.get(reverse("governance:body-members", args=[body.pk]) + "?am=2024-01-01&format=csv")
    assert len(before.content.decode().splitlines()) == 1
