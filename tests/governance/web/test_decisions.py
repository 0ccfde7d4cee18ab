"""Pages of decisions: recording with and without order, list, page."""

from collections.abc import Callable
from contextlib import AbstractContextManager

import pytest
from django.test import Client
from django.urls import reverse

from bildungsnetz.core.models import AuditEntry
from bildungsnetz.governance.domain.agenda import ItemKind
from bildungsnetz.governance.domain.decision_kinds import Outcome
from bildungsnetz.governance.domain.session_states import SessionState
from bildungsnetz.governance.domain.visibility import Visibility
from bildungsnetz.governance.models import AgendaItem, Body, Decision, Session
from tests.governance import build, results
from tests.sign_in import signed_in

pytestmark = pytest.mark.django_db


def address(item: AgendaItem) -> str:
    return reverse("governance:decision-record", args=[item.pk])


def entered(body: Body, **changed: object) -> dict[str, object]:
    """What a clerk enters when both sides agree."""
    return {
        "wording": "Das Bildungsbüro bereitet den Fachtag vor.",
        "position_land": "agree",
        "stated_by_land": str(build.member(body, "Winter").pk),
        "text_land": "",
        "position_kommune": "agree",
        "stated_by_kommune": str(build.member(body, "Kaiser").pk),
        "text_kommune": "",
        "objector_0": "",
        "objection_0": "",
        "note": "",
    } | changed


@pytest.fixture
def item() -> AgendaItem:
    return results.an_item(results.a_running_session())


def messages_of(answer: object) -> list[str]:
    return [str(message) for message in answer.context["messages"]]


def test_the_form_starts_with_the_proposal_and_who_may_speak(client: Client, item: AgendaItem) -> None:
    signed_in(client, "clerk")
    form = client.get(address(item)).context["form"]
    assert form["wording"].value() == results.WORDING
    assert [(group.name, str(group.position.help_text)) for group in form.side_groups] == [
        ("Land", "Es spricht Karl Winter."),
        ("Kommune", "Es spricht Katrin Kaiser."),
    ]
    assert [name for _key, name in form.fields["objector_0"].choices] == [
        "–",
        "Britta Berger",
        "Boris Busch",
        "Katrin Kaiser",
        "Lena Lang",
        "Sven Stadler",
        "Wiebke Weber",
        "Karl Winter",
        "Walter Wolf",
    ]


def test_names_are_masked(client: Client, item: AgendaItem) -> None:
    winter = build.member(item.session.body, "Winter")
    type(winter).objects.filter(pk=winter.pk).update(first_name="<b>Karl</b>")
    signed_in(client, "clerk")
    page = client.get(address(item)).content.decode()
    assert "<b>Karl" not in page
    assert "Es spricht &lt;b&gt;Karl&lt;/b&gt; Winter." in page


def test_a_side_nobody_may_speak_for(client: Client) -> None:
    item = results.an_item(results.a_running_session(absent=["Kaiser"]))
    signed_in(client, "clerk")
    answer = client.get(address(item))
    assert [group.position is not None for group in answer.context["form"].side_groups] == [True, False]
    assert "Weder ihr Ko-Vorsitz noch dessen Stellvertretung ist anwesend." in answer.content.decode()


def test_recording_shows_the_outcome_with_its_reasons(client: Client, item: AgendaItem) -> None:
    signed_in(client, "clerk")
    answer = client.post(address(item), entered(item.session.body), follow=True)
    decision = Decision.objects.get()
    assert answer.redirect_chain == [(reverse("governance:decision", args=[decision.pk]), 302)]
    assert messages_of(answer) == ["Beschluss 1/2026 ist festgehalten: beschlossen."]
    assert answer.context["reasons"] == ["Land: Die Seite stimmt zu.", "Kommune: Die Seite stimmt zu."]
    assert reverse("governance:order-issue", args=[decision.pk]) in answer.content.decode()


def test_on_to_the_order_when_it_is_wanted(client: Client, item: AgendaItem) -> None:
    signed_in(client, "clerk")
    answer = client.post(address(item), entered(item.session.body, order="on"))
    issue = reverse("governance:order-issue", args=[Decision.objects.get().pk])
    assert answer.headers["Location"] == f"{issue}?von=beschluss"
    assert client.get(answer.headers["Location"]).status_code == 200


def test_no_order_without_consensus_and_the_page_says_so(client: Client, item: AgendaItem) -> None:
    signed_in(client, "clerk")
    said = entered(item.session.body, order="on", position_kommune="object", text_kommune="Kein Geld.")
    answer = client.post(address(item), said, follow=True)
    assert messages_of(answer) == [
        "Beschluss 1/2026 ist festgehalten: kein Konsens.",
        (
            "Daraus kann kein Auftrag werden, denn das Ergebnis lautet „kein Konsens“. "
            "Ein Auftrag braucht die Zustimmung aller Seiten."
        ),
    ]
    assert not answer.context["may_order"]
    assert reverse("governance:order-issue", args=[Decision.objects.get().pk]) not in answer.content.decode()


def test_deferring_needs_no_positions(client: Client, item: AgendaItem) -> None:
    signed_in(client, "clerk")
    client.post(
        address(item), {"wording": "Der Fachtag.", "is_deferred": "on", "stated_by_land": "", "note": ""}
    )
    assert Decision.objects.count() == 0  # a side without speaker is a broken form
    body = item.session.body
    client.post(address(item), entered(body, is_deferred="on", position_land="", position_kommune=""))
    assert Decision.objects.get().outcome == Outcome.DEFERRED


def test_missing_words_are_said_at_the_field_and_nothing_is_lost(client: Client, item: AgendaItem) -> None:
    signed_in(client, "clerk")
    said = entered(
        item.session.body,
        position_land="reservation",
        objector_0=str(build.member(item.session.body, "Weber").pk),
    )
    form = client.post(address(item), said).context["form"]
    assert form.errors == {"objection_0": ["Halten Sie den Widerspruch im Wortlaut fest."]}
    form = client.post(address(item), said | {"objection_0": "Zu früh."}).context["form"]
    assert form.errors == {"text_land": ["Halten Sie den Vorbehalt oder Widerspruch im Wortlaut fest."]}
    assert form["wording"].value() == said["wording"]
    assert (
        Decision.objects.count(),
        AuditEntry.objects.filter(act="governance.decision.record").count(),
    ) == (0, 0)


def test_another_objection_without_javascript(client: Client, item: AgendaItem) -> None:
    signed_in(client, "clerk")
    body = item.session.body
    weber, wolf = (str(build.member(body, name).pk) for name in ("Weber", "Wolf"))
    said = entered(body, objector_0=weber, objection_0="Zu früh.")
    form = client.post(address(item), said | {"weiterer": "1"}).context["form"]
    assert len(form.objection_rows) == 2
    assert (form["objector_0"].value(), form["objection_0"].value()) == (weber, "Zu früh.")
    assert (form["position_land"].value(), form.errors) == ("agree", {})
    client.post(address(item), said | {"objector_1": wolf, "objection_1": "Zu spät."})
    assert [(o.person.last_name, o.text) for o in Decision.objects.get().objections.all()] == [
        ("Weber", "Zu früh."),
        ("Wolf", "Zu spät."),
    ]


def test_a_body_that_counts_votes(client: Client, item: AgendaItem) -> None:
    Body.objects.filter(pk=item.session.body_id).update(decision_rule="simple_majority")
    signed_in(client, "clerk")
    answer = client.get(address(item))
    assert (answer.context["form"].side_groups, len(answer.context["form"].votes)) == ([], 3)
    assert "order" not in answer.context["form"].fields
    said = {"wording": "Ja.", "votes_yes": 5, "votes_no": 2, "votes_abstained": 1, "note": ""}
    page = client.post(address(item), said, follow=True)
    assert page.context["decision"].outcome == Outcome.ADOPTED
    assert "Enthaltungen" in page.content.decode()


def test_an_item_with_a_decision_leads_to_it(client: Client) -> None:
    decision = results.a_decision(results.a_running_session())
    signed_in(client, "clerk")
    answer = client.get(address(decision.item))
    assert answer.headers["Location"] == reverse("governance:decision", args=[decision.pk])


def test_correcting_starts_from_what_stands(client: Client) -> None:
    session = results.a_running_session()
    decision = results.a_decision(session)
    correct = reverse("governance:decision-correct", args=[decision.pk])
    signed_in(client, "clerk")
    assert correct in client.get(reverse("governance:decision", args=[decision.pk])).content.decode()
    form = client.get(correct).context["form"]
    assert (form["position_land"].value(), form["wording"].value()) == ("agree", results.WORDING)
    client.post(correct, entered(session.body, wording="Neu."))
    decision.refresh_from_db()
    assert (decision.wording, Decision.objects.count()) == ("Neu.", 1)
    Session.objects.filter(pk=session.pk).update(state=SessionState.MINUTES_DRAFT)
    assert correct not in client.get(reverse("governance:decision", args=[decision.pk])).content.decode()


@pytest.mark.parametrize(
    ("role", "status"), [("member", 403), ("co_chair", 403), ("scientific", 403), ("head", 200)]
)
def test_who_may_open_the_form(client: Client, item: AgendaItem, role: str, status: int) -> None:
    signed_in(client, role)
    assert client.get(address(item)).status_code == status


def test_fixed_items_have_no_form(client: Client, item: AgendaItem) -> None:
    signed_in(client, "clerk")
    fixed = item.session.items.filter(fixed="approval_of_agenda").get()
    assert client.get(address(fixed)).status_code == 404


def test_members_see_neither_title_nor_count_of_confidential_decisions(client: Client) -> None:
    session = results.a_running_session()
    shown = results.a_decision(session)
    hidden = results.a_decision(session, "Personalie", visibility=Visibility.OFFICE)
    client.force_login(build.member(session.body, "Weber").user)
    answer = client.get(reverse("governance:decisions"))
    assert [decision for decision, *_rest in answer.context["rows"]] == [shown]
    assert answer.context["page"].paginator.count == 1
    assert client.get(reverse("governance:decision", args=[shown.pk])).status_code == 200
    assert client.get(reverse("governance:decision", args=[hidden.pk])).status_code == 404
    assert client.get(reverse("governance:decisions") + "?q=V1/2026").context["page"].paginator.count == 0
    client.force_login(build.member(session.body, "Winter").user)
    assert client.get(reverse("governance:decision", args=[hidden.pk])).status_code == 200


def test_members_of_other_bodies_see_nothing(client: Client) -> None:
    decision = results.a_decision(results.a_running_session())
    other = build.a_steering_body("Zweiter Kreis")
    client.force_login(build.member(other, "Winter").user)
    assert client.get(reverse("governance:decisions")).context["rows"] == []
    assert client.get(reverse("governance:decision", args=[decision.pk])).status_code == 404


@pytest.mark.parametrize(
    ("query", "titles"),
    [
        ("", ["Übergang", "Ganztag"]),
        ("?q=übergang", ["Übergang"]),
        ("?q=ÜBERGANG", ["Übergang"]),
        ("?q=1/2026", ["Ganztag"]),
        ("?q=bildungsbüro+berichtet", ["Übergang", "Ganztag"]),
        ("?jahr=2026", ["Übergang", "Ganztag"]),
        ("?jahr=1999", ["Übergang", "Ganztag"]),
        ("?ergebnis=no_consensus", []),
        ("?sortierung=datum", ["Ganztag", "Übergang"]),
        ("?sortierung=unsinn", ["Übergang", "Ganztag"]),
    ],
)
def test_searching_filtering_sorting(client: Client, query: str, titles: list[str]) -> None:
    session = results.a_running_session()
    for title in ("Ganztag", "Übergang"):
        results.a_decision(session, title, wording="Das Bildungsbüro berichtet.")
    signed_in(client, "scientific")
    rows = client.get(reverse("governance:decisions") + query).context["rows"]
    assert [decision.item.title for decision, *_rest in rows] == titles


@pytest.mark.parametrize("count", [1, 3])
def test_the_list_costs_the_same_whatever_it_shows(
    client: Client,
    count: int,
    django_assert_num_queries: Callable[[int], AbstractContextManager[None]],
) -> None:
    session = results.a_running_session()
    for number in range(count):
        results.a_decision(session, f"Punkt {number}")
    signed_in(client, "head")
    with django_assert_num_queries(9):
        answer = client.get(reverse("governance:decisions"))
    assert len(answer.context["rows"]) == count


def test_the_page_hangs_in_the_chain(client: Client) -> None:
    decision = results.a_decision(results.a_running_session())
    signed_in(client, "head")
    answer = client.get(reverse("governance:decision", args=[decision.pk]))
    assert [link.kind for link in answer.context["links"]] == ["governance.item", "governance.decision"]
    assert [line.sentence for line in answer.context["history"]] == [
        "System hat den Beschluss 1/2026 festgehalten: beschlossen."
    ]
    assert decision.item.kind == ItemKind.DECISION
