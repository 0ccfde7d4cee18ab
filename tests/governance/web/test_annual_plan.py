"""Pages of the annual plan and its templates."""

from datetime import time

import pytest
from django.test import Client
from django.urls import reverse

from bildungsnetz.governance.models import Session, SessionTemplate, TemplateItem
from bildungsnetz.governance.services.templates import TemplateSettings, create_template
from tests.governance import build
from tests.governance.web.test_sessions import PLAN, errors, sent, text
from tests.sign_in import signed_in

pytestmark = pytest.mark.django_db
TYPED = {
    "name": "Ordentlich",
    "months": ["9", "12"],
    "weekday": 2,
    "week": 3,
    "starts_at": "14:00",
    "minutes": 120,
    "mode": "on_site",
    "place": "Kreishaus",
    "version": 1,
}
ITEM = {
    "title": "Aufträge",
    "kind": "information",
    "minutes_planned": 10,
    "visibility": "body",
    "recurrence": "every",
    "every": 1,
}


@pytest.fixture
def clerk(client: Client) -> Client:
    signed_in(client, "clerk")
    return client


def a_template() -> SessionTemplate:
    settings = TemplateSettings(name="Ordentlich", months=(9, 12), weekday=2, week=3, starts_at=time(14))
    return create_template(actor=build.SYSTEM, body=build.a_body(), settings=settings, now=build.NOW)


def test_a_template_with_its_items(clerk: Client) -> None:
    body = build.a_body()
    place = sent(clerk, "template-new", body.pk, **TYPED)
    template = SessionTemplate.objects.get()
    assert (place, template.months) == (f"/gremien/sitzungsvorlagen/{template.pk}/", [9, 12])
    sent(clerk, "template-item-new", template.pk, **ITEM)
    assert "Aufträge" in text(clerk, "template", template.pk)
    row = TemplateItem.objects.get()
    sent(clerk, "template-item", row.pk, **ITEM | {"title": "Stand der Aufträge"})
    assert errors(clerk, "template-item", row.pk, **ITEM | {"recurrence": "nth"}) == {
        "every": ["Geben Sie an, in jeder wievielten Sitzung der Punkt kommt (ab 2)."]
    }
    sent(clerk, "template-item-remove", row.pk)
    sent(clerk, "template", template.pk, **TYPED | {"months": ["10"]})
    template.refresh_from_db()
    assert (template.months, template.items.count()) == ([10], 0)


def test_the_plan_of_a_year_is_committed_in_one_page(clerk: Client) -> None:
    template = a_template()
    query = f"?vorlage={template.pk}&schuljahr=2026"
    page = text(clerk, "annual-plan", query=query)
    assert 'value="2026-09-16"' in page
    assert 'value="2026-12-16"' in page
    row = {"0-use": "on", "0-on": "2026-10-21", "0-starts_at": "14:00"}
    refused = clerk.post(reverse("governance:annual-plan") + query, row)
    assert "Der 21.10.2026 ist frei: Herbstferien" in refused.content.decode()
    assert Session.objects.count() == 0
    sent(clerk, "annual-plan", query=query, **row | {"0-blocked_reason": "Gastgeber"})
    assert [session.blocked_reason for session in Session.objects.all()] == ["Gastgeber"]


def test_a_row_without_day_is_said_at_its_field(clerk: Client) -> None:
    query = f"?vorlage={a_template().pk}&schuljahr=2026"
    answer = clerk.post(reverse("governance:annual-plan") + query, {"0-use": "on", "0-starts_at": "14:00"})
    assert answer.context["form"].rows[0].errors["on"] == ["Bitte füllen Sie dieses Feld aus."]


def test_the_plan_page_without_templates_says_how_to_begin(clerk: Client) -> None:
    body = build.a_body()
    assert reverse("governance:template-new", args=[body.pk]) in text(clerk, "annual-plan")


def test_a_single_session_on_a_free_day_asks_for_the_reason(clerk: Client) -> None:
    body = build.a_body()
    typed = PLAN | {"body": body.pk, "on": "2026-04-08"}
    refused = clerk.post(reverse("governance:session-new"), typed)
    assert "ist frei: Osterferien" in refused.context["form"].errors["blocked_reason"][0]
    assert 'type="text" name="blocked_reason"' in refused.content.decode()
    sent(clerk, "session-new", **typed | {"blocked_reason": "Gastgeber"})


def test_a_template_of_another_body_is_refused(clerk: Client) -> None:
    template, body = a_template(), build.a_body(name="Anderes")
    found = errors(clerk, "session-new", **PLAN | {"body": body.pk, "template": template.pk})
    assert found == {"template": ["Diese Vorlage gehört zu einem anderen Gremium."]}
    sent(clerk, "session-new", **PLAN | {"body": template.body.pk, "template": template.pk})
