"""The page that says what runs by itself."""

from datetime import UTC, datetime

import pytest
from django.urls import reverse

from bildungsnetz.core import jobs
from bildungsnetz.core.registers import schedule
from tests.sign_in import signed_in

pytestmark = pytest.mark.django_db


def test_it_names_job_result_and_next_time(client, monkeypatch):
    monkeypatch.setattr(schedule, "_jobs", {})
    schedule.register("core.test.count", "Fristen prüfen", cron="0 6 * * *", run=lambda _now: "3 erinnert")
    jobs.run_due(datetime(2026, 3, 3, 14, 0, tzinfo=UTC))
    jobs.run_due(datetime(2026, 3, 4, 14, 0, tzinfo=UTC))
    signed_in(client, "head")
    page = client.get(reverse("core:schedule")).content.decode()
    assert "Fristen prüfen" in page
    assert "3 erinnert" in page
    assert "Do., 05.03.2026, 06:00 Uhr" in page


def test_members_do_not_see_it(client):
    signed_in(client, "member")
    assert client.get(reverse("core:schedule")).status_code == 403
