"""Jobs of network."""

from datetime import datetime

from django_tasks import task

from bildungsnetz.core import clock, jobs
from bildungsnetz.network.selectors.list_runs import RUN
from bildungsnetz.network.services import serial_mails
from bildungsnetz.network.services.graph import compute_figures
from bildungsnetz.network.services.survey_mails import send_waiting


@task()
def compute_graph(pk: int) -> None:
    """The figures of a large graph."""
    compute_figures(pk=pk, now=clock.now)


@task()
def write_serial_mails(run_pk: int) -> None:
    """Write the mails of one run; a run that has ended is left alone."""
    run = jobs.running_one(RUN, run_pk)
    if run is not None:
        serial_mails.write_serial_mails(run, now=clock.now())


def take_up_serial_runs(now: datetime) -> str:
    """The recurring job that goes on with serial mails whose process died."""
    runs = jobs.broken_off(RUN, now)
    for run in runs:
        write_serial_mails.enqueue(run.pk)
    return f"{len(runs)} Serienmails wieder aufgenommen" if runs else "keine Serienmail unterbrochen"


@task()
def send_surveys() -> None:
    """The invitations that wait; what a broken run left, the timetable sends."""
    send_waiting(now=clock.now())
