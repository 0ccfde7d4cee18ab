"""The harness catches what it promises to catch."""

import socket
import warnings
from datetime import datetime

import pytest
from django.contrib.contenttypes.models import ContentType
from django.db import connection
from django.template import engines
from pytest_socket import SocketConnectBlockedError

from bildungsnetz.core import clock
from tests import parts


def test_undefined_template_variable_fails():
    template = engines["django"].from_string("{{ nobody_gave_this }}")
    with pytest.raises(pytest.fail.Exception, match="undefined template variable: nobody_gave_this"):
        template.render({})


def test_defined_but_empty_variable_is_fine():
    assert engines["django"].from_string("{{ given }}").render({"given": ""}) == ""


def test_the_clock_stands(now: datetime):
    assert clock.now() == now
    assert now.isoformat() == "2026-03-04T14:00:00+00:00"


@pytest.mark.filterwarnings("ignore:A test tried to use socket")  # pytest-socket warns before it refuses
def test_the_world_outside_is_out_of_reach():
    with socket.socket() as plug, pytest.raises(SocketConnectBlockedError, match=r"192\.0\.2\.1"):
        plug.connect(("192.0.2.1", 80))


def test_warnings_are_errors():
    with pytest.raises(DeprecationWarning, match="old"):
        warnings.warn("old", DeprecationWarning, stacklevel=1)


@pytest.mark.django_db
def test_rows_without_order_come_back_by_chance():
    rows = [ContentType.objects.create(app_label="probe", model=f"{number:02}") for number in range(30)]
    keys = ContentType.objects.filter(app_label="probe").values_list("pk", flat=True)
    assert len({tuple(keys.all()) for _ in range(5)}) > 1
    assert list(keys.order_by("pk")) == [row.pk for row in rows]


def test_the_database_is_the_one_that_was_asked_for():
    assert connection.vendor == parts.vendor()


@pytest.mark.django_db
def test_the_database_guards_foreign_keys():
    if connection.vendor == "sqlite":
        with connection.cursor() as cursor:
            cursor.execute("PRAGMA foreign_keys")
            assert cursor.fetchone() == (1,)
