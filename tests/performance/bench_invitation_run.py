# ruff: noqa: E402, T201 - Django is set up first; a measurement speaks to the terminal
"""How long inviting keeps the clerk waiting: the request that begins a run, beside writing all mails within the request.

    PYTHONPATH=src:. .venv/bin/python tests/performance/bench_invitation_run.py [members]

BILDUNGSNETZ_DATABASE chooses the database; a test database is made beside it and removed. The request goes through the whole
stack with its policy, plan, invitations, history and redirect; the baseline adds what the worker does (each person's mail
with PDF and calendar entry). Best of three sessions; times hold for one machine, the ratio tells more.
"""

import os
import sys
import time
from datetime import date

os.environ.setdefault("BILDUNGSNETZ_DATABASE", "sqlite:///:memory:")
os.environ["BILDUNGSNETZ_MODE"] = "test"
os.environ["DJANGO_SETTINGS_MODULE"] = "bildungsnetz.config.settings"

import django

django.setup()

import time_machine
from django.db import connection
from django.test import Client
from django.test.utils import override_settings
from django.urls import reverse

from bildungsnetz.accounts.models import Grant, Role, User
from bildungsnetz.core import jobs
from bildungsnetz.core.models import OutgoingMail
from bildungsnetz.governance.models import Mandate, SeatRuleRow
from bildungsnetz.governance.selectors.invitation_runs import RUN
from bildungsnetz.governance.services.invitation_run import write_invitation_mails
from tests.governance import build

ROUNDS = 3
ITEMS = 12


def a_large_body(members: int):
    body = build.a_steering_body()
    seat = body.seat_rules.get(key="staedte")
    SeatRuleRow.objects.filter(pk=seat.pk).update(maximum=members)
    people = [build.a_person(f"Mitglied{number}") for number in range(members - 8)]
    Mandate.objects.bulk_create(
        Mandate(seat_rule=seat, person=person, starts_on=date(2025, 1, 1)) for person in people
    )
    return body


def a_clerk() -> User:
    user = build.a_user()
    Grant.objects.create(user=user, role=Role.objects.get(key="clerk"), valid_from=build.START)
    return user


def measure(client: Client, body) -> tuple[float, float, int]:
    session = build.a_session(body)
    for number in range(ITEMS):
        build.an_item(
            session, f"Punkt {number}", summary="Worum es geht. " * 40, proposal="Der Vorschlag. " * 20
        )
    url = reverse("governance:session-invite", args=[session.pk])
    began = time.perf_counter()
    answer = client.post(url)
    request = time.perf_counter() - began
    assert answer.status_code == 302, answer.content
    run = jobs.of(session, RUN)[0]
    write_invitation_mails(run, now=build.NOW)
    everything = time.perf_counter() - began
    return request, everything, run.total


def main(members: int) -> None:
    jobs_in_database = override_settings(TASKS={"default": {"BACKEND": "django_tasks_db.DatabaseBackend"}})
    with time_machine.travel(build.NOW, tick=True), jobs_in_database:
        client, body = Client(), a_large_body(members)
        client.force_login(a_clerk(), backend="django.contrib.auth.backends.ModelBackend")
        rounds = [measure(client, body) for _ in range(ROUNDS)]
    request, everything = min(r[0] for r in rounds), min(r[1] for r in rounds)
    assert OutgoingMail.objects.count() == ROUNDS * members
    print(f"{connection.vendor}: {rounds[0][2]} people, {ITEMS} items")
    print(f"request {request * 1000:.0f} ms, all mails in the request {everything * 1000:.0f} ms,", end=" ")
    print(f"1 : {everything / request:.1f}")


if __name__ == "__main__":
    connection.creation.create_test_db(verbosity=0, autoclobber=True, serialize=False)
    try:
        main(int(sys.argv[1]) if len(sys.argv) > 1 else 60)
    finally:
        connection.creation.destroy_test_db(connection.settings_dict["NAME"], verbosity=0)
